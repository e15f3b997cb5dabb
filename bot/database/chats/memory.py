"""What the sources of one running bot keep over a restart: what was asked, and pages as last believed."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from bot.database.chats.connection import read, writing

RECALL = "SELECT day, asked, allowed FROM counts WHERE source = ?"
REMEMBER = "INSERT OR REPLACE INTO counts (source, day, asked, allowed) VALUES (?, ?, ?, ?)"
MOST_PAGES = 120
"""Of a source: the seasons that are asked about every day, and some that were asked about by hand."""
MOST_TARGETS = 5_000
LARGEST = 4 * 1024 * 1024
"""Bytes of a page, unpacked."""
PAGE = "SELECT revision, at, packed FROM pages WHERE source = ? AND title = ?"
KEEP = "INSERT OR REPLACE INTO pages (source, title, revision, at, packed) VALUES (?, ?, ?, ?, ?)"
# The rowid is that of the last time a page was kept.
FORGET_OLDEST = """
    DELETE FROM pages WHERE source = :source AND rowid NOT IN
    (SELECT rowid FROM pages WHERE source = :source ORDER BY rowid DESC LIMIT :most)
"""
TARGETS = "SELECT title, target FROM page_targets WHERE source = ?"
KEEP_TARGET = "INSERT OR REPLACE INTO page_targets (source, title, target) VALUES (?, ?, ?)"
FORGET_TARGETS = (
    "DELETE FROM page_targets WHERE source = :source AND "
    "(SELECT COUNT(*) FROM page_targets WHERE source = :source) > :most"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """The questions of a day to a source that counts them."""

    db: Database

    def recall(self, source: str) -> tuple[date, int, int] | None:
        """The day, the questions asked on it and those allowed."""
        for day, used, allowed in read(self.db, RECALL, source):
            return date.fromisoformat(day), used, allowed
        return None

    def remember(self, source: str, day: date, used: int, allowed: int) -> None:
        with writing(self.db):
            self.db.execute(REMEMBER, (source, day.isoformat(), used, allowed))


@dataclass(frozen=True, slots=True)
class StoredPages:
    """Pages, packed and bounded, and where titles lead."""

    db: Database

    def page(self, source: str, title: str) -> tuple[int, datetime, str] | None:
        """The revision, when it was written, and the text."""
        for revision, at, packed in read(self.db, PAGE, source, title):
            return revision, datetime.fromisoformat(at), zlib.decompress(packed).decode("utf-8")
        return None

    def keep(self, source: str, title: str, revision: int, at: datetime, text: str) -> None:
        written = text.encode("utf-8", "replace")
        if len(written) > LARGEST:
            return
        with writing(self.db):
            self.db.execute(KEEP, (source, title, revision, at.isoformat(), zlib.compress(written)))
            self.db.execute(FORGET_OLDEST, {"source": source, "most": MOST_PAGES})

    def targets(self, source: str) -> Mapping[str, str]:
        return dict(read(self.db, TARGETS, source))

    def keep_targets(self, source: str, targets: Mapping[str, str]) -> None:
        if not targets:
            return
        with writing(self.db):
            self.db.execute(FORGET_TARGETS, {"source": source, "most": MOST_TARGETS})
            rows = [(source, title, target) for title, target in targets.items()]
            self.db.conn.executemany(KEEP_TARGET, rows)
