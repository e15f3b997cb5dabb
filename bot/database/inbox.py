"""The inbox: what Telegram told us is kept until it has been answered, and its number a while longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from bot.database.chats_connection import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.database.chats import Chats

STORE = "INSERT OR IGNORE INTO inbox (number, at, content) VALUES (?, ?, ?)"
WAITING = "SELECT number, content FROM inbox WHERE content IS NOT NULL ORDER BY number"
DONE = "UPDATE inbox SET content = NULL WHERE number = ?"


@dataclass(frozen=True, slots=True)
class Inbox:
    """In the database of chats; what was said in a chat is emptied as soon as it has been answered."""

    chats: Chats

    def exchange(
        self, answered: Iterable[int], brought: Iterable[tuple[int, str]], now: datetime
    ) -> set[int]:
        """Note what was answered and keep updates, each with its number, all or none; which of them are new.

        Raises DatabaseTrouble.
        """
        at, db = _text(now), self.chats.db
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


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
