"""Opening the database of chats, reading it and writing to it, and saying clearly when that can't be done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bot.database.chats.migrations import MIGRATIONS
from bot.database.connection import CACHE, Advice, opened, refuse_newer
from bot.database.copying import keep_before
from bot.database.errors import DatabaseError

# Nobody is answered while the program waits for another one to be done writing.
LOCK_WAIT_SECONDS = 1.0
OPENING = Advice(
    "see that it may be written and that no other program is writing to it",
    "restore a backup with 'uitslagbot restore', or move it away, and a new one is made",
)
FORGET_NOTHING = "DELETE FROM chats WHERE FALSE"
WRITING = "see that no other program is writing to it, that it may be written, and that the disk has room"


def open_chats(path: Path) -> Database:
    """One for the life of the program; a missing file is made, and steps not yet taken are taken."""
    _make(path)
    address = path.resolve().as_uri()
    with opened(path, address, OPENING, what="the database of chats", lock_wait=LOCK_WAIT_SECONDS) as db:
        if db.table_names() and not MIGRATIONS.applied(db):
            raise DatabaseError(f"{path} is not a database of chats: move it away, and a new one is made.")
        refuse_newer(db, path, MIGRATIONS)
        pending = [step.name for step in MIGRATIONS.pending(db)]
        if pending and db.table_names():
            keep_before(path, pending[0])
        db.enable_wal()
        # A power cut may cost the last moments, never the file; a commit is twenty times cheaper.
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute(f"PRAGMA cache_size = {CACHE}")
        db.execute("PRAGMA foreign_keys = ON")
        # What a chat asks to forget does not stay readable in the free pages.
        db.execute("PRAGMA secure_delete = ON")
        db.execute("BEGIN IMMEDIATE")
        MIGRATIONS.apply(db)
        # Who can't write hears it now, not on a match night: a transaction begins in a read-only file too.
        db.execute(FORGET_NOTHING)
        db.commit()
    return db


def open_chats_in_memory() -> Database:
    """For a chat in a terminal or a single question, of which nothing is to be kept."""
    db = Database(memory=True, execute_plugins=False)
    db.execute("PRAGMA foreign_keys = ON")
    MIGRATIONS.apply(db)
    return db


def read(db: Database, question: str, *values: object) -> list[tuple[Any, ...]]:
    """All rows at once: a cursor left half-read would hold on to an old state of the file."""
    try:
        return db.conn.execute(question, values).fetchall()
    except sqlite3.Error as error:
        raise DatabaseError(
            f"the database of chats can't be read now ({error}): if the file is damaged, restore a backup."
        ) from error


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that reading first and writing then can't fail."""
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.commit()
    except sqlite3.Error as error:
        db.rollback()
        raise DatabaseError(f"the database of chats can't be written now ({error}): {WRITING}.") from error
    except BaseException:
        db.rollback()
        raise


def _make(path: Path) -> None:
    """An empty file where there is none, for its owner alone: who follows what is personal."""
    try:
        if path.is_dir():
            raise DatabaseError(f"{path} is a folder: give a file in it.")
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
    except OSError as error:
        raise DatabaseError(
            f"{path} can't be made ({error.strerror}): give a file in a folder that you may write in."
        ) from error
