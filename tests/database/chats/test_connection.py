"""Opening the database of chats, or saying what to do instead."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats, writing
from bot.database.chats.edits import Edits
from bot.database.chats.facts import Followed
from bot.database.chats.menus import StoredMenus
from bot.database.chats.migrations import MIGRATIONS
from bot.database.chats.outbox import Outbox
from bot.database.chats.outgoing import MessageKind
from bot.database.connection import open_to_read, open_to_write
from bot.database.errors import DatabaseError
from bot.database.moments import text_of

NOW = datetime(2018, 2, 22, 20, 5, tzinfo=UTC)
PEOPLE = 1001


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database in which one chat follows Ajax."""
    path = tmp_path / "var" / "chats.db"
    with closing(open_chats(path)) as db:
        Chats(db).follow(PEOPLE, "ned-ajax", NOW)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(DatabaseError) as refused:
        open_chats(path)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_first_start_makes_the_folder_and_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "home" / "var" / "chats.db"
    open_chats(path).close()
    assert path.stat().st_mode & 0o077 == 0


def test_an_empty_file_becomes_a_database_of_chats_with_every_step(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    path.touch()
    with closing(open_chats(path)) as db:
        assert [step.name for step in MIGRATIONS.applied(db)] == [
            "m001_chats_and_followers",
            "m002_answers",
            "m003_menus",
            "m004_alerts",
            "m005_outbox",
            "m006_counts",
            "m007_entries",
            "m008_inbox",
            "m009_admins_follow",
            "m010_edits",
            "m011_source_states",
            "m012_pages",
            "m013_countries_and_competitions",
            "m014_keyboards",
        ]
        assert not MIGRATIONS.pending(db)


def test_steps_not_yet_taken_are_taken_and_lose_nothing(file: Path) -> None:
    execute(file, "DELETE FROM _sqlite_migrations WHERE name = 'm003_menus'")
    execute(file, "DROP TABLE menus")
    with closing(open_chats(file)) as db:
        chats = Chats(db)
        assert StoredMenus(chats).menu_of("groups", "nl") is None
        assert chats.followed_by(PEOPLE) == ("ned-ajax",)


def test_clubs_followed_before_countries_could_be_are_followed_still() -> None:
    db = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(db, stop_before="m013_countries_and_competitions")
    db.execute("INSERT INTO chats (id, since) VALUES (?, '2018-02-22T20:05:00+00:00')", (PEOPLE,))
    db.execute("INSERT INTO followers (chat, club, since) VALUES (?, 'ned-ajax', '')", (PEOPLE,))
    db.execute(
        "INSERT INTO changes (chat, club, question, followed, at) VALUES (?, 'ned-ajax', 7, 1, '')", (PEOPLE,)
    )
    db.conn.commit()
    MIGRATIONS.apply(db)
    chats = Chats(db)
    assert chats.followed_by(PEOPLE) == ("ned-ajax",)
    assert Edits(chats).changed_clubs(PEOPLE, 7)
    assert chats.follow(PEOPLE, "country NED", NOW) == Followed()
    db.close()


def test_an_alert_that_was_on_its_way_before_alerts_had_buttons_goes_out_without_any() -> None:
    db = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(db, stop_before="m014_keyboards")
    db.execute("INSERT INTO chats (id, since) VALUES (?, '2018-02-22T20:05:00+00:00')", (PEOPLE,))
    db.execute(
        "INSERT INTO outbox (chat, event, kind, priority, html, silent, due) VALUES (?, ?, ?, 1, ?, 0, ?)",
        (PEOPLE, "goal", MessageKind.GOAL, "1-0", text_of(NOW)),
    )
    db.conn.commit()
    MIGRATIONS.apply(db)
    (waiting,) = Outbox(db).next(NOW, (), 1)
    assert (waiting.message.html, waiting.message.keyboard) == ("1-0", "")
    db.close()


def test_every_table_of_ours_is_strict_and_refers_to_its_chat(file: Path) -> None:
    with closing(open_chats(file)) as db:
        tables = [name for name in db.table_names() if not name.startswith("_")]
        assert sorted(tables) == [
            *("answers", "changes", "chats", "counts", "digests", "entries", "followers", "inbox"),
            *("live_messages", "menus", "outbox", "page_targets", "pages", "source_states", "watched"),
        ]
        strict = dict(db.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
        assert all(strict[table] for table in tables)
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("INSERT INTO followers (chat, what, since) VALUES (404, 'ned-ajax', '')")


def test_what_was_saved_is_there_after_a_restart(file: Path) -> None:
    with closing(open_chats(file)) as db:
        assert Chats(db).followed_by(PEOPLE) == ("ned-ajax",)


def test_closing_leaves_one_file(file: Path) -> None:
    with closing(open_chats(file)) as db:
        Chats(db).follow(PEOPLE, "ita-roma", NOW)
        assert (file.parent / "chats.db-wal").exists()
    assert [beside.name for beside in file.parent.iterdir()] == ["chats.db"]


def test_reading_goes_on_while_another_program_writes(file: Path) -> None:
    with closing(open_chats(file)) as db, closing(open_chats(file)) as other, writing(other):
        other.execute("DELETE FROM chats")
        assert Chats(db).followed_by(PEOPLE) == ("ned-ajax",)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_a_folder_that_takes_no_files_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    assert f"{taken}/chats.db can't be made" in refusal(taken / "chats.db")
    # Where the system has such a folder nobody may make a file in it, not even its owner.
    assert "/proc/self/chats.db can't be" in refusal(type(tmp_path)("/proc/self/chats.db"))


@pytest.mark.parametrize("text", ["club\nAjax\n", "x" * 5000])
def test_a_text_file_is_no_database(text: str, tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    path.write_text(text)
    assert "can't be used as the database of chats" in refusal(path)
    assert path.read_text() == text


def test_a_results_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "results.db"
    open_to_write(path).close()
    before = path.read_bytes()
    assert "is not a database of chats: move it away" in refusal(path)
    assert path.read_bytes() == before


def test_chats_are_no_results(file: Path) -> None:
    for open_ in (open_to_read, open_to_write):
        with pytest.raises(DatabaseError, match="is not a results database"):
            open_(file)


def test_a_file_of_a_newer_version_says_to_update_and_is_left_alone(file: Path) -> None:
    execute(
        file,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('chats', 'm999_polls', '')",
    )
    before = file.read_bytes()
    assert "update this program" in refusal(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("kept", [0.9, 0.5, 0.02])
def test_a_truncated_file_is_refused(kept: float, file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept)])
    assert "can't be used as the database of chats" in refusal(file)


def test_a_damaged_page_is_told_and_its_chats_are_not_taken_for_new_ones(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'chats'")
        ((size,),) = connection.execute("PRAGMA page_size")
    whole = bytearray(file.read_bytes())
    whole[(page - 1) * size : page * size] = b"\xff" * size
    file.write_bytes(whole)
    with closing(open_chats(file)) as db:
        with pytest.raises(DatabaseError, match=r"can't be read now \(.*malformed.*restore a backup"):
            Chats(db).settings(PEOPLE)
        with pytest.raises(DatabaseError, match=r"can't be written now \(.*malformed"):
            Chats(db).set_language(PEOPLE, "nl", NOW)


def test_a_file_that_another_program_is_writing_to_says_so(file: Path) -> None:
    with closing(open_chats(file)) as db, closing(open_chats(file)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        chats = Chats(other)
        with writing(db), pytest.raises(DatabaseError, match=r"database is locked.*no other program"):
            chats.follow(PEOPLE, "ita-roma", NOW)
        assert chats.follow(PEOPLE, "ita-roma", NOW) == Followed()


@pytest.mark.skipif(os.geteuid() == 0, reason="to the superuser no file is read-only")
def test_a_read_only_file_is_told_at_the_start(file: Path) -> None:
    file.chmod(0o400)
    assert f"{file} can't be used as the database of chats (attempt to write a readonly" in refusal(file)


def test_a_file_that_is_being_written_to_is_told_at_the_start(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.database.chats.connection.LOCK_WAIT_SECONDS", 0)
    with closing(open_chats(file)) as db, writing(db):
        assert f"{file} can't be used as the database of chats (database is locked)" in refusal(file)


def test_a_file_that_can_not_be_written_is_still_read(file: Path) -> None:
    with closing(open_chats(file)) as db:
        db.execute("PRAGMA query_only = ON")
        with pytest.raises(DatabaseError, match=r"readonly.*it may be written"):
            Chats(db).unfollow(PEOPLE, "ned-ajax", NOW)
        assert Chats(db).followed_by(PEOPLE) == ("ned-ajax",)


def test_a_full_disk_is_told_and_changes_nothing(file: Path) -> None:
    with closing(open_chats(file)) as db:
        chats = Chats(db)
        db.execute("PRAGMA max_page_count = 1")
        answers = tuple(range(5000))
        with pytest.raises(DatabaseError, match=r"full.*the disk has room"):
            chats.remember_answer(PEOPLE, 1, answers, NOW)
        assert chats.answer_to(PEOPLE, 1) == ()
        assert chats.unfollow(PEOPLE, "ned-ajax", NOW)


def test_all_or_nothing(file: Path) -> None:
    with closing(open_chats(file)) as db:

        def interrupted() -> None:
            with writing(db):
                db.execute("DELETE FROM chats")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert Chats(db).followed_by(PEOPLE) == ("ned-ajax",)


def test_what_was_forgotten_can_not_be_read_from_the_file(file: Path) -> None:
    assert b"ned-ajax" in file.read_bytes()
    with closing(open_chats(file)) as db:
        Chats(db).forget(PEOPLE)
    assert b"ned-ajax" not in file.read_bytes()
