"""Opening a results database, and saying clearly when that can't be done."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlite_utils import Database

from bot.database.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_WAIT_SECONDS = 5.0


class DatabaseTrouble(Exception):  # noqa: N818 - the house word for what is nobody's programming error
    """A database can't be used; the message says what to do."""


def open_to_read(path: Path) -> Database:
    """A read-only connection, one for the life of the program."""
    if not path.is_file():
        raise DatabaseTrouble(f"{path} is missing: build it with 'make data', or restore it with git.")
    with _explained(path):
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=LOCK_WAIT_SECONDS, check_same_thread=False
        )
        db = Database(connection, execute_plugins=False)
        _refuse_foreign(db, path)
    return db


def open_to_write(path: Path) -> Database:
    """A connection that writes; a file that isn't there yet is made, and steps not yet taken are taken."""
    if not path.parent.is_dir():
        raise DatabaseTrouble(f"{path} can't be made: the folder {path.parent} does not exist.")
    with _explained(path):
        db = Database(sqlite3.connect(path, timeout=LOCK_WAIT_SECONDS), execute_plugins=False)
        if db.table_names():
            _refuse_foreign(db, path, steps_may_be_pending=True)
        db.execute("PRAGMA foreign_keys = ON")
        MIGRATIONS.apply(db)
    return db


def finish_snapshot(db: Database) -> None:
    """Close a new database so that the same content is the same file: no date of building, no journal beside it."""
    db.execute("UPDATE _sqlite_migrations SET applied_at = ''")
    db.conn.commit()
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("VACUUM")
    db.close()


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that reading first and writing then can't fail."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as trouble:
        raise DatabaseTrouble(
            f"{path} can't be read as a results database ({trouble}): "
            "restore it with 'git checkout data/results.db', or build it with 'make data'."
        ) from trouble


def _refuse_foreign(db: Database, path: Path, *, steps_may_be_pending: bool = False) -> None:
    applied = {step.name for step in MIGRATIONS.applied(db)}
    pending = MIGRATIONS.pending(db)
    if not applied:
        raise DatabaseTrouble(
            f"{path} is not a results database: give another file, or build one with 'make data'."
        )
    if pending and not steps_may_be_pending:
        raise DatabaseTrouble(f"{path} is older than this program: build it anew with 'make data'.")
    known = {step.name for step in MIGRATIONS._migrations}  # noqa: SLF001 - the library offers no list of its steps
    if applied - known:
        raise DatabaseTrouble(f"{path} comes from a newer version: update this program.")
