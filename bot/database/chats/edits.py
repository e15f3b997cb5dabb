"""What an edited message is judged by: whether its text is new, and what it made a chat follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from bot.database.chats.chats import Chats
from bot.database.chats.connection import read

DIGEST = "SELECT digest FROM digests WHERE chat = ? AND question = ?"
CHANGES = "SELECT what, followed FROM changes WHERE chat = ? AND question = ? ORDER BY at, what"


@dataclass(frozen=True, slots=True)
class Edits:
    """In the database of chats; of a text no more is stored than a digest."""

    chats: Chats

    def note(self, chat: int, question: int, text: str, now: datetime) -> None:
        """A message was answered, or passed over, as it stands now."""
        self.chats.remember_digest(chat, question, _digest(chat, question, text), now)

    def is_unchanged(self, chat: int, question: int, text: str) -> bool:
        """Whether a message says what it did: Telegram sends some as edited of which nothing changed."""
        if newest := self.chats.pending.digests.get((chat, question)):
            return newest[0] == _digest(chat, question, text)
        return (_digest(chat, question, text),) in read(self.chats.db, DIGEST, chat, question)

    def changed_clubs(self, chat: int, question: int) -> bool:
        """Whether what a chat follows is still as a message made it."""
        return bool(read(self.chats.db, CHANGES, chat, question))

    def take_back(self, chat: int, question: int, now: datetime) -> None:
        """Undo what a message changed, as far as nobody changed it since."""
        for key, followed in read(self.chats.db, CHANGES, chat, question):
            if followed:
                self.chats.unfollow(chat, key, now)
            else:
                self.chats.follow(chat, key, now)


def _digest(chat: int, question: int, text: str) -> str:
    """Of the same text in another message it is another one."""
    return blake2b(f"{chat} {question} {text}".encode(), digest_size=16).hexdigest()
