"""Finals on the ground that was chosen for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import save_clubs, save_finals
from bot.football.model import EUROPA_LEAGUE, FinalDate, Match, Season
from bot.importing.finals import fill_finals
from tests.football.builders import match
from tests.importing.results_files import everything
from tests.shared import empty_results

LYON = match("Marseille", "Atlético", "0-3", round="F", date="2018-05-16")


def after_filling(*matches: Match) -> tuple[Match, ...]:
    """The matches of that season once the ground of the final is known to be in Lyon."""
    day = LYON.date
    assert day is not None
    where = FinalDate(
        EUROPA_LEAGUE, Season(2017), day, None, "Lyon", "Parc OL", confirmed=True, source="UEFA"
    )
    with empty_results() as db:
        with transaction(db):
            save_clubs(db, {club: None for match in matches for club in match.clubs})
            save_matches(db, matches, Origin("press", 40))
            save_finals(db, [where])
            fill_finals(db)
        before = everything(db)
        with transaction(db):
            fill_finals(db)
        assert everything(db) == before
        return Results(db).season_matches(matches[0].competition, matches[0].season)


@pytest.mark.parametrize("venue", ["", "Groupama Stadium"])
def test_a_final_was_played_on_neutral_ground_and_in_its_city(venue: str) -> None:
    (final,) = after_filling(replace(LYON, venue=venue))
    assert (final.neutral, final.city, final.venue) == (True, "Lyon", venue or "Parc OL")


@pytest.mark.parametrize("final", [replace(LYON, city="Décines"), replace(LYON, date=None, city="Décines")])
def test_a_final_that_its_source_places_elsewhere_stays_there(final: Match) -> None:
    (filled,) = after_filling(final)
    assert (filled.neutral, filled.city, filled.venue) == (True, "Décines", "")


def test_a_final_of_another_day_is_neutral_too_but_not_in_that_city() -> None:
    (earlier,) = after_filling(match("Bayern", "Atlético", "4-0", round="F", date="2018-05-18"))
    assert (earlier.neutral, earlier.city) == (True, "")


def test_the_uefa_cup_finals_of_two_legs_were_at_home() -> None:
    legs = [
        match("Inter", "Salzburg", "1-0", season=1993, round="F", date="1994-05-11", leg=2),
        match("Salzburg", "Inter", "0-1", season=1993, round="F", date="1994-04-26", leg=1),
    ]
    assert [game.neutral for game in after_filling(*legs)] == [False, False]


def test_a_semi_final_is_at_home() -> None:
    (semi_final,) = after_filling(match("Arsenal", "Atlético", "1-1", round="SF", date="2018-04-26", leg=1))
    assert not semi_final.neutral
