"""The inbox: what Telegram told us is kept until it has been answered, and its number a while longer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.database.chats.chats import Chats
from bot.database.chats.connection import read
from bot.database.moments import text_of

STORE = "INSERT OR IGNORE INTO inbox (number, at, content) VALUES (?, ?, ?)"
CONTENT = "SELECT content FROM inbox WHERE number = ?"
WAITING = "SELECT number, content FROM inbox WHERE content IS NOT NULL ORDER BY number"
DONE = "UPDATE inbox SET content = NULL WHERE number = ?"


@dataclass(frozen=True, slots=True)
class Inbox:
    """In the database of chats; what was said in a chat is emptied as soon as it has been answered."""

    chats: Chats
    clock: Callable[[], datetime]

    def exchange(self, answered: Sequence[int], brought: Sequence[tuple[int, str]]) -> set[int]:
        """Note what was answered and keep updates, each with its number, all or none; which of them are new.

        Raises DatabaseError.
        """
        at, db = text_of(self.clock()), self.chats.db
        with self.chats.writing():
            db.conn.executemany(DONE, [(number,) for number in answered])
            return {
                number
                for number, content in brought
                if db.conn.execute(STORE, (number, at, content)).rowcount
            }

    def waiting(self) -> list[tuple[int, str]]:
        """What was not answered yet, with its number, the oldest first."""
        return [(number, content) for number, content in read(self.chats.db, WAITING)]

    def content(self, number: int) -> str | None:
        """An update that waits; None where it was answered or forgotten. Raises DatabaseError."""
        rows = read(self.chats.db, CONTENT, number)
        return rows[0][0] if rows else None
