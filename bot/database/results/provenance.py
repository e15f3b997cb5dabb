"""Which published snapshot a working copy was made from, as a number that the copy itself holds."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

_WHERE = "user_version"
_SIGNED = 2**31


def fingerprint(snapshot: Path) -> int:
    """Another number for every content, never 0; it fits SQLite's own small place for such a number."""
    return (zlib.crc32(snapshot.read_bytes()) % _SIGNED) or 1


def made_from(path: Path) -> int:
    """0 where nobody knows."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.1)) as db:
            return int(db.execute(f"PRAGMA {_WHERE}").fetchone()[0])
    except sqlite3.Error:
        return 0


def mark(db: Database, number: int) -> None:
    db.execute(f"PRAGMA {_WHERE} = {number:d}")


def clubs_and_names(db: Database) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """As they are stored."""
    clubs = db.execute("SELECT id, name, country, dutch_name FROM clubs").fetchall()
    names = db.execute("SELECT club, name, kind, country, shared FROM club_names").fetchall()
    return clubs, names


def add_missing_clubs(db: Database, clubs: list[tuple[str, ...]], names: list[tuple[str, ...]]) -> None:
    """Those of another database that this one lacks."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO clubs (id, name, country, dutch_name) VALUES (?, ?, ?, ?)", clubs
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO club_names (club, name, kind, country, shared) VALUES (?, ?, ?, ?, ?)", names
    )
