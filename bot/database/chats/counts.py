"""What was asked of a source that counts, kept over a restart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from bot.database.chats.connection import read, writing

RECALL = "SELECT day, asked, allowed FROM counts WHERE source = ?"
REMEMBER = "INSERT OR REPLACE INTO counts (source, day, asked, allowed) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Counts:
    """In the database of chats: it is what one running bot did."""

    db: Database

    def recall(self, source: str) -> tuple[date, int, int] | None:
        """The day, the questions asked on it and those allowed."""
        for day, used, allowed in read(self.db, RECALL, source):
            return date.fromisoformat(day), used, allowed
        return None

    def remember(self, source: str, day: date, used: int, allowed: int) -> None:
        with writing(self.db):
            self.db.execute(REMEMBER, (source, day.isoformat(), used, allowed))
