"""Facts that were saved come back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.database.connection import open_to_read, open_to_write, transaction
from bot.database.moments import moment_of
from bot.database.results.results import Results, StoredName
from bot.database.results.rows import minute_text
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import (
    save_clubs,
    save_deductions,
    save_draws,
    save_finals,
    save_names,
    save_participants,
)
from bot.football.model import EUROPA_LEAGUE, Club, Derived, FinalDate, Season
from tests.football.builders import amsterdam, club, draw, goal, match
from tests.shared import empty_results

CLUBS = [club("Arsenal"), club("Östersund"), club("Milan")]
CSV = Origin("csv", 45)
FULL = replace(
    match(
        "Arsenal",
        "Östersund",
        "1-2",
        date="2018-02-22",
        time="21:05",
        leg=2,
        matchday=2,
        ht="0-2",
        aet="2-2",
        pens="4-3",
        goals=[
            goal("Östersund", 22, "Hosam Aiesh"),
            goal("Östersund", 45, stoppage=2, kind="own"),
            goal("Arsenal"),
        ],
        neutral=True,
        winner="Arsenal",
        decided_by="coin toss",
    ),
    venue="Emirates Stadium",
    city="London",
    note="In de mist",
    source="csv",
    derived=frozenset({Derived.LEG, Derived.HALF_TIME}),
)


@pytest.fixture
def db() -> Iterator[Database]:
    with empty_results() as db:
        with transaction(db):
            save_clubs(db, CLUBS)
        yield db


def test_a_match_comes_back_as_it_was_saved(db: Database) -> None:
    save_matches(db, [FULL], CSV)
    (stored,) = Results(db).stored_matches(EUROPA_LEAGUE, Season(2017))
    assert stored.match == FULL
    assert stored.authority == 45
    results = Results(db)
    read = results.season_matches(EUROPA_LEAGUE, Season(2017))
    assert read == (FULL,)
    assert results.season_matches(EUROPA_LEAGUE, Season(2017)) is read


def test_clubs_names_and_clubs_elsewhere(db: Database) -> None:
    save_clubs(db, [Club("milan", "AC Milan", "ITA", "Milaan")])
    save_names(
        db, [("milan", "Milan AC", "spelling", "", False), ("milan", "Monaco", "spelling", "MCO", True)]
    )
    results = Results(db)
    milan = results.clubs()["milan"]
    assert (milan.name, milan.country, milan.dutch_name) == ("AC Milan", "ITA", "Milaan")
    assert results.names() == (
        StoredName(milan, "Milan AC", "spelling", "", shared=False),
        StoredName(milan, "Monaco", "spelling", "MCO", shared=True),
    )


def test_draws_finals_and_participants(db: Database) -> None:
    draws = (draw("R16", "2018-02-23", time="13:00"), draw("QF SF", "2018-03-16"))
    final = FinalDate(
        EUROPA_LEAGUE,
        Season(2017),
        date(2018, 5, 16),
        amsterdam("2018-05-16 20:45"),
        "Lyon",
        "Parc OL",
        confirmed=True,
    )
    for _ in range(2):
        save_draws(db, draws)
        save_finals(db, [final])
        save_participants(db, [(EUROPA_LEAGUE, Season(2017), club("Milan"), "UEFA")])
    results = Results(db)
    for _ in range(2):
        # Read once, remembered afterwards.
        assert results.draws(EUROPA_LEAGUE, Season(2017)) == draws
    assert results.draw_seasons() == ((EUROPA_LEAGUE, Season(2017)),)
    assert results.final(EUROPA_LEAGUE, Season(2017)) == final
    assert results.final(EUROPA_LEAGUE, Season(2018)) is None
    assert results.participants(EUROPA_LEAGUE, Season(2017)) == (club("Milan"),)


def test_points_taken_away(db: Database) -> None:
    for points in (3, 2):
        save_deductions(db, [(EUROPA_LEAGUE, Season(2017), club("Milan"), points, "a bottle", "UEFA")])
    results = Results(db)
    taken = results.deductions(EUROPA_LEAGUE, Season(2017))
    assert taken == {club("Milan"): 2}
    assert results.deductions(EUROPA_LEAGUE, Season(2017)) is taken
    assert results.deductions(EUROPA_LEAGUE, Season(2018)) == {}
    results.refresh()
    assert results.deductions(EUROPA_LEAGUE, Season(2017)) is not taken


def test_a_draw_without_a_day_comes_back_without_one(db: Database) -> None:
    save_draws(db, [draw("QF", None)])
    assert Results(db).draws(EUROPA_LEAGUE, Season(2017)) == (draw("QF", None),)


def test_what_a_club_took_part_in(db: Database) -> None:
    save_matches(db, [FULL, match("Milan", "Arsenal", "0-2", competition="CL", season=2018)], CSV)
    save_participants(db, [(EUROPA_LEAGUE, Season(2019), club("Arsenal"), "UEFA")])
    results = Results(db)
    seasons = [(str(competition), season.start_year) for competition, season in results.seasons()]
    assert seasons == [("CL", 2018), ("EL", 2017)]
    of_arsenal = results.seasons_of(club("Arsenal"))
    assert [season.start_year for _, season in of_arsenal] == [2019, 2018, 2017]
    assert results.seasons_of(club("Arsenal")) == of_arsenal


def test_what_is_remembered_is_read_anew_after_another_process_changed_the_file(tmp_path: Path) -> None:
    file = tmp_path / "results.db"
    with closing(open_to_write(file)) as other:
        results = Results(open_to_read(file))
        assert results.season_matches(EUROPA_LEAGUE, Season(2017)) == ()
        with transaction(other):
            save_clubs(other, CLUBS)
            save_matches(other, [FULL], CSV)
    assert results.refresh()
    assert not results.refresh()
    assert results.season_matches(EUROPA_LEAGUE, Season(2017)) == (FULL,)


@given(st.datetimes(timezones=st.just(amsterdam("2018-02-22 21:05").tzinfo)))
def test_moments_are_kept_to_the_minute(moment: object) -> None:
    assert hasattr(moment, "replace")
    exact = moment.replace(second=0, microsecond=0)
    assert moment_of(minute_text(exact)) == exact
