"""What the bot keeps comes back from a backup, and nothing else comes out of one."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.opening import snapshot
from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.migrations import MIGRATIONS
from bot.database.connection import open_to_write
from bot.database.errors import DatabaseError
from bot.upkeep.backup import Kept, alone, back_up, kept, restore

NOW = datetime(2026, 11, 26, tzinfo=UTC)
FLEUR, DAAN = 7, 8


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a bot that ran keeps; each test has a copy of it."""
    folder = tmp_path_factory.mktemp("made")
    with closing(open_chats(folder / "chats.db")) as db:
        Chats(db).follow(FLEUR, "ned-psv", NOW)
    open_to_write(folder / "results.db").close()
    return folder


@pytest.fixture
def var(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "var")


def databases(folder: Path) -> tuple[Kept, ...]:
    return kept(folder / "chats.db", folder / "results.db")


def followed(folder: Path, chat: int) -> tuple[str, ...]:
    with closing(open_chats(folder / "chats.db")) as db:
        return Chats(db).followed_by(chat)


def test_what_is_kept_comes_back(var: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    assert back_up(file, databases(var)) == ["chats.db", "results.db"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with closing(open_chats(var / "chats.db")) as db:
        Chats(db).forget(FLEUR)
        Chats(db).follow(DAAN, "ned-psv", NOW)
    assert restore(file, databases(var)) == ["chats.db", "results.db"]
    assert followed(var, FLEUR) == ("ned-psv",)
    assert followed(var, DAAN) == ()
    with closing(sqlite3.connect(var / "chats-before-restore.db")) as before:
        assert before.execute("SELECT chat FROM followers").fetchall() == [(DAAN,)]


def test_a_backup_of_a_running_bot_holds_everything_that_was_saved(var: Path, tmp_path: Path) -> None:
    with alone(var / "chats.db"), closing(open_chats(var / "chats.db")) as db:
        Chats(db).follow(DAAN, "ned-psv", NOW)
        back_up(tmp_path / "backup.zip", databases(var))
    restore(tmp_path / "backup.zip", databases(tmp_path / "elsewhere"))
    assert followed(tmp_path / "elsewhere", DAAN) == ("ned-psv",)


def test_nothing_is_put_back_under_a_running_bot(var: Path) -> None:
    with (
        alone(var / "chats.db"),
        pytest.raises(DatabaseError, match="stop that one first"),
        alone(var / "chats.db"),
    ):
        pass


def test_a_backup_overwrites_nothing(var: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    file.write_text("somebody's")
    with pytest.raises(FileExistsError):
        back_up(file, databases(var))
    assert file.read_text() == "somebody's"


def test_where_no_bot_ran_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="nothing to back up"):
        back_up(tmp_path / "backup.zip", databases(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["../chats.db", "/etc/passwd", "chats.db/", "CHATS.DB", "other.db", "x/chats.db"]
)
def test_a_backup_with_strange_names_is_refused_and_nothing_is_written(
    name: str, var: Path, tmp_path: Path
) -> None:
    file = tmp_path / "evil.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "x")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with pytest.raises(DatabaseError, match="no backup of this bot"):
        restore(file, databases(var))
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    assert followed(var, FLEUR) == ("ned-psv",)


def test_a_backup_that_unpacks_to_more_than_any_database_is_refused(
    var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.upkeep.backup.LARGEST", 10_000_000)
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("chats.db", b"\0" * 20_000_000)
    assert file.stat().st_size < 100_000
    with pytest.raises(DatabaseError, match="larger than"):
        restore(file, databases(var))
    assert followed(var, FLEUR) == ("ned-psv",)


@pytest.mark.parametrize("lie", [False, True])
def test_a_backup_with_very_many_files_is_refused_before_they_are_listed(
    *, lie: bool, var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "many.zip"
    if lie:
        # Written in the longer format, as for more than 65,535 files.
        monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1_000)
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(2_000):
            archive.writestr(str(number), b"")
    if lie:
        # The short list is a small one; the one of the longer format is not.
        content = bytearray(file.read_bytes())
        content[-10:-6] = (100).to_bytes(4, "little")
        file.write_bytes(content)
    monkeypatch.setattr(zipfile, "ZipFile", None)
    with pytest.raises(DatabaseError, match="too many files"):
        restore(file, databases(var))
    assert followed(var, FLEUR) == ("ned-psv",)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_what_is_no_database_is_not_put_back(content: bytes, var: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("chats.db", content)
    with pytest.raises(DatabaseError):
        restore(file, databases(var))
    assert followed(var, FLEUR) == ("ned-psv",)


def test_the_databases_are_not_put_in_each_others_place(var: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(snapshot(), "chats.db")
    with pytest.raises(DatabaseError, match="no database of this bot"):
        restore(file, databases(var))


def test_a_database_of_a_later_version_is_not_put_back(var: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    with closing(open_chats(var / "chats.db")) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('chats', 'm999', '')"
        )
        db.conn.commit()
    back_up(file, databases(var))
    with pytest.raises(DatabaseError, match="newer version"):
        restore(file, databases(tmp_path / "elsewhere"))


def test_out_of_a_backup_come_tables_and_rows_and_nothing_that_runs(var: Path, tmp_path: Path) -> None:
    with closing(open_chats(var / "chats.db")) as db:
        db.execute("CREATE TRIGGER spy AFTER INSERT ON chats BEGIN DELETE FROM followers; END")
        db.execute('CREATE VIEW "od""d" AS SELECT * FROM chats')
        db.conn.commit()
    file, elsewhere = tmp_path / "backup.zip", tmp_path / "elsewhere"
    elsewhere.mkdir()
    back_up(file, databases(var))
    restore(file, databases(elsewhere))
    with closing(sqlite3.connect(elsewhere / "chats.db")) as db:
        foreign = db.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
        assert foreign == []
    with closing(sqlite3.connect(elsewhere / "results.db")) as db:
        triggers = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()
        assert triggers[0] > 0, "our own stay"
    with closing(open_chats(elsewhere / "chats.db")) as db:
        assert Chats(db).followed_by(FLEUR) == ("ned-psv",)


@pytest.mark.parametrize("kept_part", [0.3, 0.9])
def test_a_backup_that_was_cut_off_is_refused(kept_part: float, var: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    back_up(file, databases(var))
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * kept_part)])
    with pytest.raises(DatabaseError):
        restore(file, databases(var))


def test_an_update_keeps_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "chats.db"
    with closing(open_chats(path)) as db:
        Chats(db).follow(FLEUR, "ned-psv", NOW)
        db.execute("DROP TABLE inbox")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm008_inbox'")
        db.conn.commit()
    with closing(open_chats(path)) as db:
        assert not MIGRATIONS.pending(db)
    with closing(sqlite3.connect(tmp_path / "chats-before-m008_inbox.db")) as before:
        assert before.execute("SELECT chat FROM followers").fetchall() == [(FLEUR,)]
        assert not before.execute("SELECT 1 FROM sqlite_master WHERE name = 'inbox'").fetchall()
