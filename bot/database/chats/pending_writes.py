"""What every answer leads to in the database of chats, gathered for one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.database.chats.facts import ChatKind


@dataclass(frozen=True, slots=True)
class PendingWrites:
    """Known already, and saved with the next transaction; a crash before that forgets it."""

    active: dict[int, tuple[ChatKind, datetime]] = field(default_factory=dict)
    """Chats in which somebody spoke, and when."""
    answers: dict[tuple[int, int], tuple[tuple[int, ...], datetime]] = field(default_factory=dict)
    """For a chat and a question: the messages that answer it, and when."""

    digests: dict[tuple[int, int], tuple[str, datetime]] = field(default_factory=dict)
    """For a chat and a question: the digest of its text, and when."""

    def clear(self) -> None:
        self.active.clear()
        self.answers.clear()
        self.digests.clear()
