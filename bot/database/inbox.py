"""The inbox: what Telegram told us is kept until it has been answered, and its number a while longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from bot.database.chats_connection import read, writing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlite_utils import Database

STORE = "INSERT OR IGNORE INTO inbox (number, at, content) VALUES (?, ?, ?)"
WAITING = "SELECT content FROM inbox WHERE content IS NOT NULL ORDER BY number"
DONE = "UPDATE inbox SET content = NULL WHERE number = ?"


@dataclass(frozen=True, slots=True)
class Inbox:
    """In the database of chats; what was said in a chat is emptied as soon as it has been answered."""

    db: Database

    def store(self, updates: Iterable[tuple[int, str]], now: datetime) -> set[int]:
        """Keep updates, each with its number, all or none; the numbers of those that are new."""
        at = _text(now)
        with writing(self.db):
            return {
                number
                for number, content in updates
                if self.db.conn.execute(STORE, (number, at, content)).rowcount
            }

    def waiting(self) -> list[str]:
        """What was not answered yet, the oldest first."""
        return [content for (content,) in read(self.db, WAITING)]

    def done(self, numbers: Iterable[int]) -> None:
        with writing(self.db):
            self.db.conn.executemany(DONE, [(number,) for number in numbers])


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
