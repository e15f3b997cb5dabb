"""Which club a spelling stands for: exactly, or not at all."""

from __future__ import annotations

import unicodedata

from bot.football.model import Club
from bot.football.names.spellings import Spellings, UnknownSpelling

ARSENAL = Club("eng-arsenal", "Arsenal", "ENG")
TULA = Club("rus-arsenal", "Arsenal", "RUS")
AJAX = Club("ned-ajax", "Ajax", "NED")
MONACO = Club("fra-monaco", "AS Monaco", "FRA")


def spellings_of(*clubs: Club) -> Spellings:
    spellings = Spellings()
    spellings.add_all(clubs)
    return spellings


def unknown(spellings: Spellings, name: str, country: str = "") -> UnknownSpelling:
    found = spellings.find(name, country)
    assert isinstance(found, UnknownSpelling)
    return spellings.with_nearest(found)


def test_the_same_name_in_two_countries_is_two_clubs() -> None:
    spellings = spellings_of(ARSENAL, TULA)
    assert spellings.find("Arsenal", "ENG") == ARSENAL
    assert spellings.find("Arsenal", "RUS") == TULA


def test_a_shared_name_without_a_country_is_refused_with_both_clubs() -> None:
    refused = unknown(spellings_of(ARSENAL, TULA), "Arsenal")
    assert refused.shared
    assert str(refused) == "'Arsenal' can be any of Arsenal (ENG), Arsenal (RUS)"


def test_a_club_without_a_country_is_meant_when_none_is_given() -> None:
    nowhere = Club("arsenal", "Arsenal")
    spellings = spellings_of(ARSENAL, nowhere)
    assert spellings.find("Arsenal") == nowhere
    assert spellings.find("Arsenal", "ENG") == ARSENAL


def test_one_club_of_that_name_needs_no_country() -> None:
    assert spellings_of(AJAX).find("Ajax") == AJAX


def test_another_country_is_another_club() -> None:
    refused = unknown(spellings_of(AJAX), "Ajax", "RSA")
    assert str(refused) == "'Ajax' (RSA) is not a known club; nearest: Ajax (NED)"


def test_a_source_may_write_another_country() -> None:
    spellings = spellings_of(MONACO)
    spellings.add(MONACO, "AS Monaco", country="MCO")
    assert spellings.find("AS Monaco", "MCO") == MONACO
    assert spellings.find("AS Monaco", "FRA") == MONACO


def test_nothing_is_guessed_from_nearly_the_same_spelling() -> None:
    spellings = spellings_of(AJAX, ARSENAL)
    assert str(unknown(spellings, "Ajaxx")) == "'Ajaxx' is not a known club; nearest: Ajax (NED)"
    assert str(unknown(spellings, "ARSENAL FC")).endswith("nearest: Arsenal (ENG)")
    assert str(unknown(spellings, "Ψψψ")) == "'Ψψψ' is not a known club"


def test_a_club_goes_by_its_own_name_before_anothers_and_by_a_spelling_before_a_nickname() -> None:
    other = Club("bel-ajax", "Racing", "NED")
    spellings = spellings_of(AJAX, other)
    spellings.add(other, "Ajax")
    assert spellings.find("Ajax", "NED") == AJAX
    spellings.add(AJAX, "De Godenzonen", "nickname")
    spellings.add(other, "De Godenzonen")
    assert spellings.find("De Godenzonen") == other


def test_a_nickname_does_not_take_the_place_of_a_spelling() -> None:
    spellings = spellings_of(AJAX, ARSENAL)
    spellings.add(AJAX, "The Reds")
    spellings.add(AJAX, "The Reds", "nickname")
    spellings.add(ARSENAL, "The Reds", "nickname")
    assert spellings.find("The Reds") == AJAX


def test_composed_and_decomposed_letters_and_spaces_are_one_spelling() -> None:
    malmo = Club("swe-malmo", "Malmö FF", "SWE")
    assert spellings_of(malmo).find(unicodedata.normalize("NFD", " Malmö  FF ")) == malmo


def test_a_new_club_is_known_under_its_name_from_then_on() -> None:
    spellings = spellings_of(AJAX)
    new = spellings.new_club("Östersunds  FK", "SWE")
    assert new == Club("swe-ostersunds-fk", "Östersunds FK", "SWE")
    assert new.name == "Östersunds FK"
    assert spellings.find("Östersunds FK", "SWE") == new


def test_new_clubs_never_share_an_id() -> None:
    spellings = spellings_of(Club("ned-vitesse", "Vitesse '92", "NED"))
    ids = [spellings.new_club(name, "NED").id for name in ("Vitesse", "VITESSE!", "…", "?")]
    assert ids == ["ned-vitesse-2", "ned-vitesse-3", "ned-club", "ned-club-2"]
    assert spellings.new_club("Sparta").id == "sparta"


def written(page: str, shown: str, country: str = "") -> Club:
    return Club(page, page, country, shown=shown)


def test_a_club_is_known_by_its_page_whatever_is_shown_of_it() -> None:
    spellings = spellings_of(ARSENAL, TULA, AJAX)
    spellings.add_page("FC Arsenal  Tula", TULA)
    assert spellings.find_written(written("FC Arsenal Tula", "Arsenal", "ENG")) == TULA
    assert isinstance(spellings.find("FC Arsenal Tula"), UnknownSpelling)
    # A club that is written without a link is looked up by its name alone.
    assert isinstance(spellings.find_written(Club("x", "FC Arsenal Tula")), UnknownSpelling)


def test_a_page_that_is_not_known_is_a_club_by_its_title_or_what_is_shown_in_its_country() -> None:
    spellings = spellings_of(ARSENAL, TULA, AJAX, MONACO)
    for page, shown, country, club in (
        ("Ajax", "Amsterdam", "", AJAX),
        ("AFC Ajax", "Amsterdam", "NED", AJAX),
        ("Arsenal F.C.", "The Gunners", "ENG", ARSENAL),
        ("AS Monaco FC", "Monaco", "FRA", MONACO),
        ("Monaco (football club)", "AS Monaco", "FRA", MONACO),
        ("Arsenal Tula", "Arsenal", "RUS", TULA),
    ):
        assert spellings.find_written(written(page, shown, country)) == club


def test_a_page_that_is_not_known_is_no_club_without_its_country_or_of_another_team() -> None:
    spellings = spellings_of(ARSENAL, TULA, AJAX)
    for page, shown, country in (
        ("AFC Ajax", "Ajax", ""),
        ("AFC Ajax", "Ajax", "BEL"),
        ("AFC Ajax (women)", "Ajax", "NED"),
        ("F.C.", "Amsterdam", "NED"),
    ):
        assert isinstance(spellings.find_written(written(page, shown, country)), UnknownSpelling)
