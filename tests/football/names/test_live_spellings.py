"""What a live source writes is one club of ours once folded, and never a guess."""

from __future__ import annotations

from functools import partial

import pytest

from bot.football.model import Club
from bot.football.names.index import ClubElsewhere, ClubName
from bot.football.names.live_spellings import LiveSpellings, live_spellings
from bot.football.names.spellings import Spellings, UnknownSpelling

MALAGA, TROMSO = Club("esp-malaga", "Málaga", "ESP"), Club("nor-tromso", "Tromsø", "NOR")
ARSENAL, KYIV = Club("eng-arsenal", "Arsenal", "ENG"), Club("ukr-arsenal", "Ársenal", "UKR")
LIEGE, KOLN = Club("bel-standard", "Standard Liège", "BEL"), Club("ger-koln", "1. FC Köln", "GER")


def spellings(*names: ClubName, elsewhere: tuple[ClubElsewhere, ...] = ()) -> LiveSpellings:
    exact, own = Spellings(), [ClubName(club, club.name) for club in (MALAGA, TROMSO, LIEGE, KOLN)]
    for name in (*own, *names):
        exact.add(name.club, name.name, name.kind)
    return live_spellings(exact, [*own, *names], elsewhere)


@pytest.mark.parametrize(
    ("written", "club"),
    [
        ("Malaga", MALAGA),
        ("MÁLAGA", MALAGA),
        ("Tromso", TROMSO),
        ("Tromsoe", TROMSO),
        ("Standard-Liege", LIEGE),
        ("1 FC Koeln", KOLN),
    ],
)
def test_case_marks_and_dots_make_no_other_club(written: str, club: Club) -> None:
    assert spellings().find(written) == club
    assert spellings().find(written, club.country) == club


@pytest.mark.parametrize("written", ["Malaga B", "Malag", "Standard", "", "!"])
def test_nothing_else_is_overlooked(written: str) -> None:
    assert isinstance(spellings().find(written), UnknownSpelling)


def test_in_another_country_it_is_another_club() -> None:
    assert isinstance(spellings().find("Malaga", "POR"), UnknownSpelling)


def test_two_clubs_of_that_name_are_told_apart_by_their_country_alone() -> None:
    both = spellings(ClubName(ARSENAL, "Arsènal"), ClubName(KYIV, "Ársenal"))
    assert isinstance(both.find("Arsenal"), UnknownSpelling)
    assert both.find("Arsenal", "UKR") == KYIV


def test_a_name_that_several_clubs_have_exactly_is_none_of_them() -> None:
    both = spellings(ClubName(ARSENAL, "Gunners"), ClubName(KYIV, "Gunners"))
    found = both.find("Gunners")
    assert isinstance(found, UnknownSpelling)
    assert found.shared


@pytest.mark.parametrize("kind", ["alias", "old", "dutch"])
def test_what_a_club_is_or_was_called_decides(kind: str) -> None:
    assert spellings(ClubName(MALAGA, "Málaga Club", kind)).find("Malaga Club") == MALAGA


@pytest.mark.parametrize("kind", ["city", "nickname", "code", "abbreviation", "script"])
def test_a_town_a_nickname_a_code_or_another_script_does_not(kind: str) -> None:
    assert isinstance(spellings(ClubName(MALAGA, "Costa Málaga", kind)).find("Costa Malaga"), UnknownSpelling)


def test_the_nickname_of_another_club_stands_in_the_way() -> None:
    found = spellings(ClubName(ARSENAL, "Málagá", "nickname"))
    assert isinstance(found.find("Malaga"), UnknownSpelling)
    assert found.find("Malaga", "ESP") == MALAGA


def test_a_name_marked_as_shared_decides_nothing() -> None:
    assert isinstance(
        spellings(ClubName(LIEGE, "Málagá", "alias", shared=True)).find("Malaga"), UnknownSpelling
    )


def test_a_club_that_has_no_match_here_stands_in_the_way() -> None:
    found = spellings(elsewhere=(ClubElsewhere("CD Málaga", "ARG", ("Malaga",)),))
    assert isinstance(found.find("Malaga"), UnknownSpelling)
    assert isinstance(found.find("Malaga", "ARG"), UnknownSpelling)
    assert found.find("Malaga", "ESP") == MALAGA


def test_a_live_source_may_link_to_the_page_of_a_club() -> None:
    found = spellings()
    found.exact.add_page("Málaga CF", MALAGA)
    by_page = partial(found.exact.find_written, find=found.find)
    assert by_page(Club("page", "Málaga CF", "", shown="Boquerones")) == MALAGA
    assert by_page(Club("page", "Tromso IL", "NOR", shown="TIL")) == TROMSO
    assert isinstance(by_page(Club("page", "Unknown", "NOR", shown="?")), UnknownSpelling)
