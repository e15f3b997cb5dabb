"""The names of clubs, worked out when they change and looked up in tables."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.app.opening import snapshot
from bot.database.connection import open_to_read, open_to_write, transaction
from bot.database.results.names import MOST_REMEMBERED, StoredNames
from bot.database.results.results import Results
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import save_clubs, save_elsewhere, save_names, save_ordinary_words
from bot.football.model import Club
from bot.football.names.finder import ClubFinder, NoClub, OneClub
from bot.football.names.found import Renown
from bot.football.names.index import By
from tests.football.builders import match
from tests.shared import empty_results

TABLES = ("club_keys", "keys_by_length", "elsewhere_keys", "folded_words", "club_renown")
MILAN = Club("ita-ac-milan", "AC Milan", "ITA", "Milaan")
GRONINGEN = Club("ned-fc-groningen", "FC Groningen", "NED")


@pytest.fixture
def finder(tmp_path: Path) -> ClubFinder:
    db = open_to_write(tmp_path / "results.db")
    with transaction(db):
        save_clubs(db, [MILAN])
    db.close()
    return ClubFinder(StoredNames(Results(open_to_read(tmp_path / "results.db"))))


def _change(finder: ClubFinder, tmp_path: Path) -> Results:
    names = finder.names
    assert isinstance(names, StoredNames)
    with closing(open_to_write(tmp_path / "results.db")) as db, transaction(db):
        save_clubs(db, [GRONINGEN])
        save_names(db, [(GRONINGEN.id, "Trots van het Noorden", "nickname", "", False)])
        save_elsewhere(db, [("Veendam", "NED", "Langeleegte")])
        save_ordinary_words(db, ["Bal"])
    return names.results


def test_a_club_of_which_only_the_name_is_known_is_found(finder: ClubFinder) -> None:
    assert finder.find("milaan") == OneClub(MILAN)
    assert finder.find("groningen") == NoClub()


def test_a_new_club_is_found_from_the_next_refresh_on(finder: ClubFinder, tmp_path: Path) -> None:
    results = _change(finder, tmp_path)
    results.refresh()
    assert finder.find("Groningn") == OneClub(GRONINGEN)
    assert finder.find("trots van het noorden") == OneClub(GRONINGEN)
    assert finder.find("Langeleegte") == NoClub("Veendam")
    assert finder.find("bal") == NoClub()


def test_what_was_looked_up_is_not_remembered_without_end(finder: ClubFinder) -> None:
    for number in range(MOST_REMEMBERED + 10):
        finder.names.clubs(By.WHOLE, f"club {number}")
    assert finder.find("milaan") == OneClub(MILAN)


def test_how_known_a_club_is_follows_from_its_matches() -> None:
    with empty_results() as db:
        played = match("Arsenal", "Milan", "2-0", season=2017), match("Milan", "Arsenal", "0-2", season=2018)
        with transaction(db):
            save_clubs(db, {club for each in played for club in each.clubs})
            save_matches(db, played, Origin("csv", 1))
        names = StoredNames(Results(db))
        assert names.renown(played[0].home) == Renown(2, 2018)
        assert (names.most_matches(), names.latest_season()) == (2, 2018)
        with transaction(db):
            db.execute("DELETE FROM matches WHERE season = 2018")
        later = StoredNames(Results(db))
        assert later.renown(played[0].home) == Renown(1, 2017)
        assert later.renown(GRONINGEN) == Renown()


def _tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 - names above


def _as_of_an_older_version(path: Path) -> None:
    shutil.copyfile(snapshot(), path)
    with closing(sqlite3.connect(path)) as db:
        triggers = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%stale'")
        for (name,) in triggers.fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for table in (*TABLES, "stale"):
            db.execute(f"DROP TABLE {table}")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm006_names_worked_out'")
        db.commit()


def test_a_working_copy_of_an_older_version_is_filled_at_its_first_start(tmp_path: Path) -> None:
    copy = tmp_path / "results.db"
    _as_of_an_older_version(copy)
    open_to_write(copy).close()
    assert _tables(copy) == _tables(snapshot())


def test_a_changed_club_is_worked_out_alone_and_as_it_would_be_with_all_others(tmp_path: Path) -> None:
    copy = tmp_path / "results.db"
    shutil.copyfile(snapshot(), copy)
    for change in (
        "DELETE FROM club_names WHERE club = 'ned-afc-ajax'",
        "UPDATE clubs SET name = 'Sturm uit Graz' WHERE id = (SELECT club FROM club_names LIMIT 1)",
        "DELETE FROM elsewhere_clubs WHERE name < 'F'",
    ):
        with closing(open_to_write(copy)) as db, transaction(db):
            db.execute(change)
    alone = _tables(copy)
    with closing(Database(copy)) as db:
        db.execute("INSERT INTO stale SELECT 'names', id FROM clubs UNION SELECT 'elsewhere', ''")
        db.execute("INSERT INTO stale SELECT 'renown', id FROM clubs")
        db.conn.commit()
    open_to_write(copy).close()
    assert alone == _tables(copy)
