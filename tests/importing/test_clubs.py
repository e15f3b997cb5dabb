"""Which clubs an import means, and what it says of those it does not know."""

from __future__ import annotations

import unicodedata

import pytest

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.database.results.writing import save_clubs
from bot.football.model import Club
from bot.importing.protocol import ImportOptions
from bot.sources.errors import SourceError
from tests.importing.results_files import everything, exported, import_text
from tests.shared import empty_results

HEADER = "competition,season,round,home,home_country,away,away_country,ft_home,ft_away\n"
KNOWN_CLUBS_ONLY = ImportOptions()


def clubs_after(*texts: str) -> dict[str, tuple[str, str]]:
    """Every club by its id, after importing these files one after another."""
    with empty_results() as db:
        for text in texts:
            import_text(db, HEADER + text)
        return {club.id: (club.name, club.country) for club in Results(db).clubs().values()}


def refusal(*clubs: Club, text: str, options: ImportOptions = KNOWN_CLUBS_ONLY) -> str:
    with empty_results() as db:
        with transaction(db):
            save_clubs(db, clubs)
        before = everything(db)
        with pytest.raises(SourceError) as refused:
            import_text(db, HEADER + text, options=options)
        assert everything(db) == before
        return refused.value.reason


def test_new_clubs_are_added_under_the_names_as_written() -> None:
    assert clubs_after("EL,2017,R32,Östersunds FK,SWE,Arsenal,ENG,0,3\n") == {
        "swe-ostersunds-fk": ("Östersunds FK", "SWE"),
        "eng-arsenal": ("Arsenal", "ENG"),
    }


def test_the_same_name_in_two_countries_is_two_clubs() -> None:
    clubs = clubs_after("EL,2017,R32,Arsenal,ENG,Arsenal,RUS,1,0\n")
    assert set(clubs.values()) == {("Arsenal", "ENG"), ("Arsenal", "RUS")}


def test_a_row_without_a_country_means_the_club_of_that_name() -> None:
    clubs = clubs_after("EL,2017,R32,Ajax,,Roma,ITA,1,0\nEL,2017,R32,Roma,,Ajax,NED,1,0\n")
    assert set(clubs.values()) == {("Ajax", "NED"), ("Roma", "ITA")}


def test_a_club_without_a_country_is_found_again_beside_one_with() -> None:
    nowhere, somewhere = "EL,2017,R32,Ajax,,Roma,,1,0\n", "EL,2018,R32,Ajax,NED,Roma,ITA,1,0\n"
    clubs = clubs_after(nowhere, somewhere, nowhere)
    assert sorted(clubs.values()) == [("Ajax", ""), ("Ajax", "NED"), ("Roma", ""), ("Roma", "ITA")]


def test_letters_composed_or_not_are_one_club() -> None:
    text = "EL,2017,R32,Malmö FF,SWE,Ajax,NED,1,0\n"
    clubs = clubs_after(unicodedata.normalize("NFD", text), text)
    assert len(clubs) == 2
    assert ("Malmö FF", "SWE") in clubs.values()


def test_an_unknown_spelling_is_refused_with_the_nearest_names_and_what_to_do() -> None:
    reason = refusal(Club("ned-ajax", "Ajax", "NED"), text="EL,2017,R32,Ajaxx,NED,Ajax,NED,1,0\n")
    assert reason == (
        "'Ajaxx' (NED) is not a known club; nearest: Ajax (NED). What to do: "
        "add the spelling to data/facts/club_names.csv, or import with --new-clubs."
    )


def test_a_name_that_several_clubs_share_is_refused_with_all_of_them_also_where_new_ones_are_welcome() -> (
    None
):
    clubs = Club("eng-arsenal", "Arsenal", "ENG"), Club("rus-arsenal", "Arsenal", "RUS")
    text = "EL,2017,R32,Arsenal,,Ajax,NED,1,0\n"
    reason = refusal(*clubs, text=text, options=ImportOptions(new_clubs=True))
    assert reason.startswith(
        "'Arsenal' can be any of Arsenal (ENG), Arsenal (RUS). What to do: give the country"
    )


def test_two_known_clubs_of_one_name_in_one_country_are_refused() -> None:
    clubs = Club("rou-1", "Steaua", "ROU"), Club("rou-2", "Steaua", "ROU")
    reason = refusal(
        *clubs, text="EL,2017,R32,Steaua,ROU,Ajax,NED,1,0\n", options=ImportOptions(new_clubs=True)
    )
    assert "'Steaua' (ROU) can be any of Steaua (ROU), Steaua (ROU)" in reason


def test_of_many_unknown_clubs_the_first_twenty_are_named() -> None:
    rows = "".join(f"EL,2017,R32,Home {number},NED,Away {number},NED,1,0\n" for number in range(15))
    assert "; and 10 more. " in refusal(text=rows)


def test_exports_write_a_clubs_name_in_that_database() -> None:
    with empty_results() as db:
        import_text(db, HEADER + "EL,2017,R32,Ajax,NED,Roma,ITA,1,0\n")
        with transaction(db):
            save_clubs(db, [Club("ned-ajax", "AFC Ajax", "NED")])
        assert ",AFC Ajax,NED,Roma,ITA," in exported(db)
