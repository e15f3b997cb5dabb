"""Opening a results database, or saying what to do instead."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.database.connection import finish_snapshot, open_to_read, open_to_write, transaction
from bot.database.errors import DatabaseError
from bot.database.results.migrations import MIGRATIONS
from bot.database.results.results import Results
from bot.database.results.writing import save_clubs
from bot.football.model import Club

AJAX = Club("ned-ajax", "Ajax", "NED")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A results database with one club."""
    path = tmp_path / "results.db"
    db = open_to_write(path)
    with transaction(db):
        save_clubs(db, [AJAX])
    finish_snapshot(db)
    return path


def refusal(open_: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(DatabaseError) as refused:
        open_(path)
    return str(refused.value)


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE chats (id INTEGER)")
    connection.close()


def execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_empty_file_becomes_a_results_database_with_every_step(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    db = open_to_write(path)
    assert not MIGRATIONS.pending(db)
    db.close()
    again = open_to_write(path)
    assert Results(again).clubs() == {}
    again.close()


def test_reading_leaves_no_file_beside_it(file: Path) -> None:
    db = open_to_read(file)
    assert Results(db).clubs() == {"ned-ajax": AJAX}
    assert [beside.name for beside in file.parent.iterdir()] == ["results.db"]
    db.close()
    assert [beside.name for beside in file.parent.iterdir()] == ["results.db"]


def test_reading_changes_nothing(file: Path) -> None:
    db = open_to_read(file)
    with pytest.raises(sqlite3.OperationalError):
        save_clubs(db, [Club("ita-roma", "Roma", "ITA")])
    db.close()


def test_the_same_content_is_the_same_file(tmp_path: Path) -> None:
    for name in ("one.db", "other.db"):
        db = open_to_write(tmp_path / name)
        with transaction(db):
            save_clubs(db, [AJAX])
        finish_snapshot(db)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "other.db").read_bytes()


def test_a_missing_file_says_how_to_build_it(tmp_path: Path) -> None:
    assert "make data" in refusal(open_to_read, tmp_path / "none.db")


@pytest.mark.parametrize("open_", [open_to_read, open_to_write])
def test_a_folder_is_no_database(open_: Callable[[Path], object], tmp_path: Path) -> None:
    assert "is a folder" in refusal(open_, tmp_path)


@pytest.mark.parametrize("open_", [open_to_read, open_to_write])
@pytest.mark.parametrize("text", ["competition,season\nCL,2017\n", "x" * 5000])
def test_a_text_file_is_no_database(open_: Callable[[Path], object], text: str, tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    path.write_text(text)
    assert "can't be used as a results database" in refusal(open_, path)
    assert path.read_text() == text


@pytest.mark.parametrize("open_", [open_to_read, open_to_write])
def test_another_programs_database_is_refused_and_left_alone(
    open_: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "chats.db"
    foreign(path)
    before = path.read_bytes()
    assert "is not a results database" in refusal(open_, path)
    assert path.read_bytes() == before


def test_an_empty_file_can_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    assert "is not a results database" in refusal(open_to_read, path)


@pytest.mark.parametrize("open_", [open_to_read, open_to_write])
@pytest.mark.parametrize("kept", [0.9, 0.5, 0.02])
def test_a_truncated_file_is_refused(open_: Callable[[Path], object], kept: float, file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept)])
    assert "can't be used as a results database" in refusal(open_, file)


@pytest.mark.parametrize("open_", [open_to_read, open_to_write])
def test_a_file_of_a_newer_version_says_to_update(open_: Callable[[Path], object], file: Path) -> None:
    execute(
        file,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('results', 'm999_var', '')",
    )
    assert "update this program" in refusal(open_, file)


def test_a_file_of_an_older_version_is_brought_up_to_date_only_to_write(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    connection.close()
    db = open_to_write(path)
    db.close()
    execute(path, "DELETE FROM _sqlite_migrations WHERE name = 'm003_conflicts'")
    execute(path, "DROP TABLE conflicts")
    assert "older than this program" in refusal(open_to_read, path)
    open_to_write(path).close()
    read = open_to_read(path)
    assert Results(read).conflicts() == ()
    read.close()


def test_a_folder_that_is_not_there_or_takes_no_files_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "none" / "results.db"
    assert f"the folder {missing.parent} does not exist" in refusal(open_to_write, missing)
    # Where the system has such a folder nobody may make a file in it, not even its owner.
    refused = refusal(open_to_write, type(tmp_path)("/proc/self/results.db"))
    assert "/proc/self" in refused


def test_names_that_mean_something_in_an_address_are_names_of_files(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20.db"
    open_to_write(path).close()
    open_to_read(path).close()
    assert [made.name for made in tmp_path.iterdir()] == ["a?b#c%20.db"]


def test_all_or_nothing(file: Path) -> None:
    db = open_to_write(file)

    def interrupted() -> None:
        with transaction(db):
            save_clubs(db, [Club("ita-roma", "Roma", "ITA")])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert set(Results(db).clubs()) == {"ned-ajax"}
    db.close()


def test_a_second_import_waits_and_then_says_why_it_can_not_begin(file: Path) -> None:
    first, other = open_to_write(file), open_to_write(file)
    other.execute("PRAGMA busy_timeout = 0")
    with (
        transaction(first),
        pytest.raises(DatabaseError, match="wait until the other import is done"),
        transaction(other),
    ):
        pass
    first.close()
    other.close()
