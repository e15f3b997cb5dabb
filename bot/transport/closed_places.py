"""Where Telegram let the bot write nothing at the last try, so that the outbox leaves that place alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram.error import TelegramError

from bot.transport.refusals import Refusal, refusal_of

log = logging.getLogger(__name__)
LEFT_ALONE = 12 * 60 * 60.0
"""Seconds; a group that was opened again without a word to the bot gets its messages the next evening."""
MOST_CHATS = 2_000
_ANYWHERE = "anywhere"


@dataclass(slots=True)
class ClosedPlaces:
    """Topics of chats, and whole chats; a message that arrives opens its place, and so do other rights."""

    left_alone: float = LEFT_ALONE
    _until: dict[object, dict[object, float]] = field(default_factory=dict)

    def is_closed(self, chat: object, topic: Callable[[], object], now: float) -> bool:
        """Whether nothing may be written there; only of a chat that has a closed place the topic is asked."""
        places = self._until.get(chat)
        if not places:
            return False
        return max(places.get(_ANYWHERE, 0.0), places.get(topic(), 0.0)) > now

    def refused(self, chat: object, topic: object, error: TelegramError, now: float) -> None:
        """Close the place if it was the place that Telegram refused; the log has each chat once."""
        match refusal_of(error):
            case Refusal.NO_RIGHT:
                place: object = _ANYWHERE
            case Refusal.TOPIC_CLOSED if topic is None:
                place = None
            case _:
                # Instead of a closed topic there is the main part of the group.
                return
        if chat not in self._until:
            if len(self._until) >= MOST_CHATS:
                self._until.clear()
            log.warning("the bot may not write in one of its chats, and says nothing there")
        self._until.setdefault(chat, {})[place] = now + self.left_alone

    def written(self, chat: object, topic: object) -> None:
        """A message arrived there."""
        if places := self._until.get(chat):
            places.pop(topic, None)
            places.pop(_ANYWHERE, None)

    def open(self, chat: object) -> None:
        """The bot has other rights there."""
        self._until.pop(chat, None)
