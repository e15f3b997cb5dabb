"""Players and records over all seasons, also after the results changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.database.connection import open_to_read, open_to_write, transaction
from bot.database.results.migrations import MIGRATIONS
from bot.database.results.results import Results
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import save_clubs, save_names
from bot.football.model import CHAMPIONS_LEAGUE, Club, Match, Score
from bot.football.players.player_finder import button_key
from bot.football.players.top_scorers import Coverage
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


def opened(path: Path) -> AllTime:
    results = Results(open_to_read(path))
    results.refresh()
    return AllTime(results)


def goals_of(all_time: AllTime, name: str) -> list[int]:
    return [len(player.goals) for player in all_time.players(name)]


def test_a_goal_of_tonight_joins_the_players_and_the_records_of_all_seasons(db: Database, path: Path) -> None:
    all_time = opened(path)
    assert (goals_of(all_time, "Ziyech"), goals_of(all_time, "Welbeck")) == ([5], [])
    assert all_time.records(NOW).matches == 2

    save(db, THIRD)
    all_time.results.refresh()

    assert (goals_of(all_time, "Ziyech"), goals_of(all_time, "Welbeck")) == ([5], [1])
    records = all_time.records(NOW)
    assert (records.matches, records.hat_tricks, records.in_first_minute) == (3, 1, 1)
    assert [str(match.score) for match in records.biggest_wins] == ["1-4", "2-0", "1-0"]
    assert [trick.scorer for _, trick in records.most_by_one] == ["Ziyech"]
    assert [(fast.scorer, fast.minute) for _, fast, _ in records.fastest] == [("Suso", 1)]


@pytest.mark.usefixtures("db")
def test_records_at_a_moment_know_only_what_was_over_then(path: Path) -> None:
    all_time = opened(path)
    then = datetime(2018, 1, 1, tzinfo=UTC)

    assert all_time.records(then).matches == 1
    assert all_time.records(NOW).hat_tricks == 1
    assert all_time.records(NOW, season=FIRST.season).matches == 1
    assert all_time.records(NOW, clubs=[Club("arsenal", "Arsenal")]).matches == 0


def test_records_in_the_middle_of_a_season_are_those_of_the_matches_that_are_over(
    db: Database, path: Path
) -> None:
    save(db, THIRD)
    all_time, between = opened(path), datetime(2018, 10, 20, tzinfo=UTC)
    assert [str(match.score) for match in all_time.records(between).biggest_wins] == ["1-4", "2-0"]
    assert all_time.coverage(between, THIRD.competition, FIRST.season, THIRD.season) == Coverage(2, 2, 2, 2)
    assert all_time.coverage(NOW, THIRD.competition, FIRST.season, THIRD.season) == Coverage(3, 3, 3, 3)
    assert all_time.records(between, season=THIRD.season).matches == 1
    milan, ajax = club("Milan"), club("Ajax")
    assert all_time.records(NOW, clubs=[milan]).matches == 3
    assert all_time.records(between, clubs=[milan, ajax]).matches == 2
    assert all_time.records(NOW, clubs=[milan, ajax], season=FIRST.season).matches == 1


@pytest.mark.usefixtures("db")
def test_the_top_scorers_of_a_club_are_those_of_its_matches_that_are_over(path: Path) -> None:
    all_time, ajax = opened(path), club("Ajax")
    best = all_time.top_scorers(ajax, NOW, 15)
    assert [(ranked.name, ranked.goals) for ranked in best.ranked] == [("Ziyech", 5), ("Dolberg", 1)]
    assert best.coverage == Coverage(2, 2, 2, 2)
    then = all_time.top_scorers(ajax, datetime(2018, 1, 1, tzinfo=UTC), 15)
    assert [(ranked.name, ranked.goals) for ranked in then.ranked] == [("Dolberg", 1), ("Ziyech", 1)]
    assert all_time.top_scorers(ajax, NOW, 15, FIRST.competition, FIRST.season) == then
    assert all_time.top_scorers(ajax, NOW, 15, CHAMPIONS_LEAGUE).ranked == ()


@pytest.mark.usefixtures("db")
def test_a_player_is_found_by_the_key_of_a_button(path: Path) -> None:
    all_time = opened(path)
    (ziyech,) = all_time.players("Zijech")
    assert all_time.player(button_key(ziyech)) == ziyech
    assert all_time.player("forged") is None
    assert all_time.players("Zieyech Hakim") == []


def test_a_goal_that_looks_like_an_own_goal_is_told_apart(db: Database, path: Path) -> None:
    day = "2018-11-0{}".format
    of_pique = [
        match("Barça", against, "1-0", date=day(n), season=2018, goals=[goal("Barça", 5, "Piqué")])
        for n, against in enumerate(("Inter", "PSV"), start=1)
    ]
    strange = match("Bayern", "Barça", "1-0", date=day(8), season=2018, goals=[goal("Bayern", 9, "Piqué")])
    with transaction(db):
        save_clubs(db, [club(name) for name in ("Barça", "Bayern", "Inter", "PSV")])
    save(db, *of_pique, strange)
    all_time = opened(path)
    (pique,) = all_time.players("Pique")
    assert (len(pique.goals), [scored.club for scored in pique.doubtful]) == (2, [club("Bayern")])
    assert all_time.top_scorers(club("Bayern"), NOW, 15).ranked == ()


TABLES = (
    *("played", "feats", "season_tallies", "season_records"),
    *("players", "player_goals", "player_keys", "player_keys_by_length", "player_sounds"),
)


def counted(db: Database) -> dict[str, list[object]]:
    return {table: sorted(db.execute(f"SELECT * FROM {table}").fetchall()) for table in TABLES}  # noqa: S608 - ours


def test_what_changed_is_worked_out_as_if_all_were_worked_out_anew(db: Database) -> None:
    save(db, THIRD)
    moved = replace(THIRD, date=THIRD.date, goals=(goal("Arsenal", 2, "Wellbeck"),))
    corrections = (
        replace(SECOND, full_time=Score(1, 1), goals=(goal("Milan", 40, "Suso"), goal("Ajax", 50, "Tadić"))),
        moved,
        replace(FIRST, goals=(goal("Ajax", 3, "Hakim Ziyech"), goal("Ajax", 9, "Zapata", kind="own"))),
    )
    for correction in corrections:
        save(db, correction)
    with transaction(db):
        db.execute("UPDATE matches SET season = 2019 WHERE home = 'arsenal'")
        db.execute("DELETE FROM matches WHERE home = 'milan'")
    changed = counted(db)
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - the names above
    with transaction(db):
        db.execute("UPDATE matches SET note = note")
    assert counted(db) == changed
    assert {row[0] for row in db.execute("SELECT surname FROM players")} == {"ziyech", "wellbeck"}


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


def test_a_copy_of_an_earlier_version_learns_its_players_when_it_is_opened(tmp_path: Path) -> None:
    older = Database(tmp_path / "older.db")
    MIGRATIONS.apply(older, stop_before="m010_players_and_records")
    with older.conn:
        save_clubs(older, [club("Ajax"), club("Milan")])
        save_matches(older, [FIRST, SECOND], CSV)
    older.close()

    open_to_write(tmp_path / "older.db").close()

    all_time = opened(tmp_path / "older.db")
    assert goals_of(all_time, "Ziyech") == [5]
    assert all_time.records(NOW).matches == 2
