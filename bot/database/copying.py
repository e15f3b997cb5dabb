"""Whole databases copied while they are in use, and looked over before they are trusted."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from bot.database.errors import DatabaseError

PROGRAMS = "SELECT sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
NAMED_PROGRAMS = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')"
KEPT = 3
"""Copies made before an update; older ones go."""


def copy_database(source: Path, target: Path) -> None:
    """Everything that is saved by now, also while another program writes. The copy is one file."""
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as there,
            closing(sqlite3.connect(target)) as here,
        ):
            there.backup(here)
            here.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        raise DatabaseError(f"{source} can't be copied ({error}): see that the disk has room.") from error
    except sqlite3.Error as error:
        raise DatabaseError(f"{source} can't be copied ({error}): restore a backup.") from error


@contextmanager
def undone_unless(db: Database, is_sound: Callable[[], bool]) -> Iterator[None]:
    """What is saved meanwhile stays if the database is sound afterwards; else all is as it was before.

    The copy is kept in memory: for a database that nobody else uses.
    """
    with closing(sqlite3.connect(":memory:")) as before:
        db.conn.backup(before)
        yield
        if not is_sound():
            before.backup(db.conn)


def look_over(path: Path, migrations: Migrations) -> None:
    """Raises DatabaseError when the file is damaged, another program's, or a later version's."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            rows = db.execute(
                "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (migrations.name,)
            ).fetchall()
    except sqlite3.Error as error:
        raise DatabaseError(f"{path.name} is no database of this bot ({error}).") from error
    if not sound:
        raise DatabaseError(f"{path.name} is damaged: take another backup.")
    steps = {step.name for step in migrations._migrations}  # noqa: SLF001 - the library offers no list of its steps
    if not rows:
        raise DatabaseError(f"{path.name} is no database of this bot.")
    if {name for (name,) in rows} - steps:
        raise DatabaseError(f"{path.name} comes from a newer version: update this program.")


def keep_only_ours(path: Path, migrations: Migrations) -> None:
    """Take out every trigger and view of somebody else's: they would run whenever the bot writes or reads."""
    ours = Database(memory=True)
    migrations.apply(ours)
    programs = {row for (row,) in ours.execute(PROGRAMS).fetchall()}
    ours.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA trusted_schema = OFF")
        for kind, name, written in db.execute(NAMED_PROGRAMS).fetchall():
            if written not in programs:
                quoted = name.replace('"', '""')
                db.execute(f'DROP {kind} IF EXISTS "{quoted}"')
        db.commit()


def keep_before(path: Path, step: str) -> None:
    """A copy beside the file, before a step changes it for good."""
    copy_database(path, path.with_name(f"{path.stem}-before-{step}.db"))
    kept = sorted(path.parent.glob(f"{path.stem}-before-*.db"), key=lambda copy: copy.stat().st_mtime)
    for old in kept[:-KEPT]:
        old.unlink()
