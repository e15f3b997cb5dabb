"""Players and records over all seasons, also after the results changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.database.connection import open_to_read, open_to_write, transaction
from bot.database.results.results import Results
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import save_clubs, save_names
from bot.football.model import Club, Match
from bot.football.players.players import players_of, scored_in
from bot.football.players.records import records
from bot.read_model.all_time import AllTime
from tests.football.builders import club, goal, match

CSV = Origin("csv", 45)
NOW = datetime(2026, 7, 1, tzinfo=UTC)
FIRST = match(
    "Ajax", "Milan", "2-0", date="2017-09-13", goals=[goal("Ajax", 3, "Ziyech"), goal("Ajax", 9, "Dolberg")]
)
SECOND = match(
    "Milan",
    "Ajax",
    "1-4",
    date="2018-10-02",
    season=2018,
    goals=[goal("Milan", 1, "Suso"), *[goal("Ajax", 30 + n, "Ziyech") for n in range(4)]],
)
THIRD = match(
    "Arsenal", "Milan", "1-0", date="2018-10-24", season=2018, goals=[goal("Arsenal", 88, "Welbeck")]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "results.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    db = open_to_write(path)
    with transaction(db):
        save_clubs(db, [club("Ajax"), club("Milan"), club("Arsenal")])
        save_matches(db, [FIRST, SECOND], CSV)
    yield db
    db.close()


def save(db: Database, *matches: Match) -> None:
    with transaction(db):
        save_matches(db, matches, CSV)


def test_a_goal_of_tonight_joins_the_players_and_the_records_of_all_seasons(db: Database, path: Path) -> None:
    results = Results(open_to_read(path))
    annals = AllTime(results)
    results.refresh()
    assert [player.name for player in annals.players().players] == ["Ziyech", "Dolberg", "Suso"]
    assert annals.records(NOW).matches == 2

    save(db, THIRD)
    assert results.refresh()

    assert [player.name for player in annals.players().players] == ["Ziyech", "Dolberg", "Suso", "Welbeck"]
    every = [found for season in results.seasons() for found in results.season_matches(*season)]
    assert annals.players().players == players_of(chain.from_iterable(map(scored_in, every)))
    assert annals.records(NOW) == records(every)


def test_what_is_prepared_in_steps_is_what_a_question_finds_also_when_a_goal_comes_in_between(
    db: Database, path: Path
) -> None:
    results = Results(open_to_read(path))
    results.refresh()
    all_time = AllTime(results)
    steps = all_time.prepare()
    next(steps)
    next(steps)
    save(db, THIRD)
    results.refresh()
    assert [len(player.goals) for player in all_time.players().find("Welbeck")] == [1]
    assert list(steps) == []
    players = AllTime(results).players().players
    assert all_time.players().players == players
    assert {player.name for player in players} == {"Ziyech", "Dolberg", "Suso", "Welbeck"}


@pytest.mark.usefixtures("db")
def test_records_at_a_moment_know_only_what_was_over_then(path: Path) -> None:
    results = Results(open_to_read(path))
    annals = AllTime(results)
    results.refresh()
    then = datetime(2018, 1, 1, tzinfo=UTC)

    assert annals.records(then).matches == 1
    assert annals.records(NOW).hat_tricks == 1
    assert annals.records(NOW, season=FIRST.season).matches == 1
    assert annals.records(NOW, clubs=[Club("arsenal", "Arsenal")]).matches == 0


def test_a_result_changes_no_season_but_its_own_and_no_name_of_a_club(db: Database, path: Path) -> None:
    results = Results(open_to_read(path))
    results.refresh()
    names = results.names_version
    before = {season: results.season_matches(*season) for season in results.seasons()}

    save(db, THIRD)
    results.refresh()

    assert results.names_version == names
    changed = (SECOND.competition, SECOND.season)
    for season, matches in before.items():
        assert (results.season_matches(*season) is matches) is (season != changed)


def test_a_new_spelling_of_a_club_is_a_change_of_the_names(db: Database, path: Path) -> None:
    results = Results(open_to_read(path))
    results.refresh()
    names = results.names_version

    with transaction(db):
        save_names(db, [("ajax", "Ajacieden", "nickname", "", False)])
    results.refresh()

    assert results.names_version != names
