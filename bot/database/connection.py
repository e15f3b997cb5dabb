"""Opening a database, that of results above all, and saying clearly when that can't be done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database, Migrations

from bot.database.copying import keep_before
from bot.database.errors import DatabaseBusyError, DatabaseError
from bot.database.results.migrations import MIGRATIONS
from bot.database.results.worked_out import work_out_changed

LOCK_WAIT_SECONDS = 1.0
"""Nobody is told anything, and nobody is answered, while the program waits for another one."""
CACHE = -512
"""As SQLite counts it: kibibytes. Who asked remembers what was read, and the system has the file at hand."""
WAIT_BESIDE_MILLISECONDS = 500
"""Answers wait as long; what can't be written then is told again by the next look."""
LEARN_NOTHING = "DELETE FROM matches WHERE FALSE"
RESTORE = (
    "the published one is restored with 'git checkout data/results.db' or 'make data', "
    "a copy under var/ with 'uitslagbot restore'; without a backup that copy may simply be removed"
)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a file that can't be opened."""

    busy: str
    """Where it is locked, full, or not ours to write to."""
    damaged: str = RESTORE


READ = Advice("see that it may be read, and that no other program is writing to it")
WRITE = Advice("see that no other program is writing to it, or give another file, where you may write")


def open_to_read(path: Path) -> Database:
    """A read-only connection, one for the life of the program."""
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder: give the file of a results database.")
    if not path.is_file():
        raise DatabaseError(f"{path} is missing: build it with 'make data', or restore it with git.")
    address = f"{path.resolve().as_uri()}?mode=ro"
    with opened(path, address, READ) as db:
        _refuse_foreign(db, path)
        db.execute(f"PRAGMA cache_size = {CACHE}")
    return db


def open_to_write(path: Path) -> Database:
    """A connection that writes; a file that isn't there yet is made, and steps not yet taken are taken."""
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder: give a file in it.")
    if not path.parent.is_dir():
        raise DatabaseError(f"{path} can't be made: the folder {path.parent} does not exist.")
    address = path.resolve().as_uri()
    with opened(path, address, WRITE) as db:
        if db.table_names():
            _refuse_foreign(db, path, steps_may_be_pending=True)
            if pending := MIGRATIONS.pending(db):
                keep_before(path, pending[0].name)
        db.execute("PRAGMA foreign_keys = ON")
        MIGRATIONS.apply(db)
        # What the steps left to do, or somebody who changed the file by hand.
        with db.conn:
            work_out_changed(db)
    return db


def open_to_keep(path: Path, wait: int = WAIT_BESIDE_MILLISECONDS) -> Database:
    """A connection that writes beside the one that answers; it waits so many milliseconds for others.

    Writing must not hold up who reads: the file keeps its journal beside it (WAL).
    """
    db = open_to_write(path)
    try:
        db.enable_wal()
        db.execute(f"PRAGMA busy_timeout = {wait:d}")
        # A power cut may cost the last moments, never the file.
        db.execute("PRAGMA synchronous = NORMAL")
        # Who can't write hears it now, not on a match night.
        with db.conn:
            db.execute(LEARN_NOTHING)
    except sqlite3.Error as error:
        db.close()
        if "locked" in str(error):
            raise DatabaseBusyError(
                f"{path} is being written by another program: try again later."
            ) from error
        raise DatabaseError(
            f"{path} can't be kept up to date ({error}): see that it may be written, "
            "or set LIVE_SOURCES=none in .env."
        ) from error
    return db


def finish_snapshot(db: Database) -> None:
    """Close a new database so that the same content is the same file, with no journal beside it."""
    db.execute("UPDATE _sqlite_migrations SET applied_at = ''")
    db.conn.commit()
    db.execute("PRAGMA journal_mode = DELETE")
    db.execute("VACUUM")
    db.close()


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing; takes the write lock at once, so that reading first and writing then can't fail."""
    try:
        db.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise DatabaseError(
            f"the results database can't be written now ({error}): wait until the other import is done, "
            "or give a file that you may write in."
        ) from error
    try:
        yield
        work_out_changed(db)
        db.commit()
    except sqlite3.OperationalError as error:
        db.rollback()
        raise DatabaseError(
            f"the results database can't be written now ({error}): see that the disk has room."
        ) from error
    except BaseException:
        db.rollback()
        raise


@contextmanager
def opened(
    path: Path,
    address: str,
    advice: Advice,
    *,
    what: str = "a results database",
    lock_wait: float = LOCK_WAIT_SECONDS,
) -> Iterator[Database]:
    """A connection that stays open, unless it turns out to be of no use."""
    db: Database | None = None
    try:
        connection = sqlite3.connect(address, uri=True, timeout=lock_wait, check_same_thread=False)
        db = Database(connection, execute_plugins=False)
        yield db
    except (sqlite3.Error, DatabaseError) as error:
        if db is not None:
            db.close()
        if isinstance(error, DatabaseError):
            raise
        what_to_do = advice.busy if isinstance(error, sqlite3.OperationalError) else advice.damaged
        kind = DatabaseBusyError if "locked" in str(error) else DatabaseError
        raise kind(f"{path} can't be used as {what} ({error}): {what_to_do}.") from error


def refuse_newer(db: Database, path: Path, migrations: Migrations) -> None:
    """A step that this program doesn't know was taken by a later one, which may keep facts elsewhere."""
    steps = {step.name for step in migrations._migrations}  # noqa: SLF001 - the library offers no list of its steps
    if {step.name for step in migrations.applied(db)} - steps:
        raise DatabaseError(f"{path} comes from a newer version: update this program.")


def _refuse_foreign(db: Database, path: Path, *, steps_may_be_pending: bool = False) -> None:
    if not MIGRATIONS.applied(db):
        raise DatabaseError(
            f"{path} is not a results database: give another file, or build one with 'make data'."
        )
    if MIGRATIONS.pending(db) and not steps_may_be_pending:
        raise DatabaseError(f"{path} is older than this program: build it anew with 'make data'.")
    refuse_newer(db, path, MIGRATIONS)
