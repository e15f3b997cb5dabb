"""Matches put beside what is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlite_utils import Database

from bot.database.connection import transaction
from bot.database.results.matches import StoredMatch
from bot.database.results.results import Results
from bot.database.results.saving import Origin, Summary, save_matches
from bot.database.results.writing import save_clubs
from bot.football.model import EUROPA_LEAGUE, Match, Round, Score, Season, Status
from tests.football.builders import club, match
from tests.shared import empty_results

GOOD, FAIR, DOUBTFUL = Origin("good", 40), Origin("fair", 30), Origin("doubtful", 10)
FIXTURE = match("Arsenal", "Östersund", date="2018-02-22", time="21:05")
RESULT = match("Arsenal", "Östersund", "1-2", date="2018-02-22")
WRONG = match("Arsenal", "Östersund", "2-2", date="2018-02-22")


@pytest.fixture
def db() -> Iterator[Database]:
    with empty_results() as db:
        with transaction(db):
            save_clubs(db, [club(name) for name in ("Arsenal", "Östersund", "Milan")])
        yield db


def stored(db: Database) -> StoredMatch:
    (stored_match,) = Results(db).stored_matches(EUROPA_LEAGUE, Season(2017))
    return stored_match


def saved(db: Database, brought: Match, origin: Origin) -> str:
    return str(save_matches(db, [brought], origin))


def test_each_import_tells_what_it_did(db: Database) -> None:
    assert saved(db, RESULT, FAIR) == "1 added, 0 changed, 0 unchanged, 0 conflicts"
    assert saved(db, RESULT, FAIR) == "0 added, 0 changed, 1 unchanged, 0 conflicts"
    assert (
        saved(db, replace(RESULT, venue="Emirates"), FAIR) == "0 added, 1 changed, 0 unchanged, 0 conflicts"
    )


def test_a_conflict_is_recorded_once_with_both_scores_and_both_sources(db: Database) -> None:
    saved(db, RESULT, GOOD)
    assert saved(db, WRONG, FAIR) == "0 added, 0 changed, 1 unchanged, 1 conflicts"
    assert saved(db, WRONG, FAIR) == "0 added, 0 changed, 1 unchanged, 0 conflicts"
    (conflict,) = Results(db).conflicts()
    assert (conflict.home, conflict.away) == (club("Arsenal"), club("Östersund"))
    assert (conflict.fact, conflict.kept, conflict.kept_source) == ("full time", "1-2", "good")
    assert (conflict.refused, conflict.refused_source) == ("2-2", "fair")
    assert stored(db).match.full_time == Score(1, 2)


def test_a_better_source_replaces_an_unconfirmed_result_and_says_so(db: Database) -> None:
    saved(db, WRONG, DOUBTFUL)
    assert saved(db, RESULT, FAIR) == "0 added, 1 changed, 0 unchanged, 1 conflicts"
    assert stored(db).match.full_time == Score(1, 2)
    assert stored(db).authority == 30
    (conflict,) = Results(db).conflicts()
    assert (conflict.kept_source, conflict.refused, conflict.refused_source) == ("fair", "2-2", "doubtful")


def test_a_source_that_corrects_itself_is_no_conflict(db: Database) -> None:
    saved(db, WRONG, FAIR)
    assert saved(db, RESULT, FAIR) == "0 added, 1 changed, 0 unchanged, 0 conflicts"
    assert stored(db).match.full_time == Score(1, 2)


def test_a_result_on_a_good_fixture_is_only_as_good_as_its_own_source(db: Database) -> None:
    saved(db, FIXTURE, GOOD)
    saved(db, WRONG, DOUBTFUL)
    assert stored(db).authority == 10
    saved(db, RESULT, FAIR)
    assert stored(db).match.full_time == Score(1, 2)
    assert stored(db).match.kick_off == FIXTURE.kick_off
    assert stored(db).match.source == "good + doubtful + fair"


def test_a_fixture_list_changes_nothing_about_a_result(db: Database) -> None:
    saved(db, RESULT, DOUBTFUL)
    assert saved(db, replace(FIXTURE, kick_off=None), GOOD) == "0 added, 0 changed, 1 unchanged, 0 conflicts"
    assert stored(db).match.status is Status.PLAYED


def test_a_moved_fixture_moves(db: Database) -> None:
    saved(db, FIXTURE, FAIR)
    moved = match("Arsenal", "Östersund", date="2018-03-01", time="18:00")
    assert saved(db, moved, FAIR) == "0 added, 1 changed, 0 unchanged, 0 conflicts"
    assert (stored(db).match.date, stored(db).match.kick_off) == (moved.date, moved.kick_off)


def test_a_result_whose_first_import_lost_an_argument_wins_it_no_second_time(db: Database) -> None:
    saved(db, replace(FIXTURE, venue="Highbury"), GOOD)
    result = replace(RESULT, venue="Emirates Stadium")
    saved(db, result, FAIR)
    before = stored(db)
    assert saved(db, result, FAIR) == "0 added, 0 changed, 1 unchanged, 0 conflicts"
    assert stored(db) == before


def test_a_match_told_twice_in_one_import_is_one_match_however_often_it_is_imported(db: Database) -> None:
    twice = [RESULT, replace(RESULT, venue="Emirates Stadium")]
    assert str(save_matches(db, twice, FAIR)) == "1 added, 0 changed, 1 unchanged, 0 conflicts"
    assert str(save_matches(db, twice, FAIR)) == "0 added, 0 changed, 2 unchanged, 0 conflicts"
    assert stored(db).match.venue == "Emirates Stadium"


def test_a_match_of_no_known_round_is_left_out_and_named(db: Database) -> None:
    unknown = replace(RESULT, round=Round.from_code("OTHER ?"))
    summary = save_matches(db, [unknown, unknown], FAIR)
    assert Results(db).stored_matches(EUROPA_LEAGUE, Season(2017)) == ()
    assert str(summary).endswith(
        "2 without a known round left out (the first: Arsenal – Östersund, 2018-02-22)"
    )
    saved(db, RESULT, GOOD)
    assert save_matches(db, [unknown], FAIR).unplaced == ()


def test_summaries_add_up() -> None:
    total = Summary(1, 2, 3, 4, 5, (RESULT,)) + Summary(1, 1, 1, 1, 1)
    assert total == Summary(2, 3, 4, 5, 6, (RESULT,))
    assert "6 new clubs" in str(total)
