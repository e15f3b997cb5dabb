"""Why Telegram refuses something, told from its own words, and where it lets the bot write nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from telegram.error import BadRequest, Forbidden, TelegramError

log = logging.getLogger(__name__)
LEFT_ALONE = 12 * 60 * 60.0
"""Seconds; a group that was opened again without a word to the bot gets its messages the next evening."""
MOST_CHATS = 2_000
_ANYWHERE = "anywhere"
_SLOW_MODE = "slowmode_wait"


class Refusal(Enum):
    """What a refusal means for the chat that something was sent to."""

    GONE = auto()
    """The bot was blocked or sent away, or the chat is no more."""
    TOPIC_CLOSED = auto()
    """The topic was closed or deleted; the rest of the group may be open."""
    NO_RIGHT = auto()
    """The bot is in the chat, and may not write there."""
    MESSAGE_GONE = auto()
    """A message to edit or delete isn't there, or can't be changed any more."""
    NOT_MODIFIED = auto()
    """An edit that changes nothing: two people pressed the same button."""
    UNEXPECTED = auto()
    """A request that we should not have made."""


_DESCRIPTIONS = (
    (Refusal.NOT_MODIFIED, ("message is not modified",)),
    (Refusal.TOPIC_CLOSED, ("thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")),
    (
        Refusal.MESSAGE_GONE,
        (
            *("message to edit not found", "message can't be edited", "message_id_invalid"),
            *("message to delete not found", "message can't be deleted", "message_delete_forbidden"),
        ),
    ),
    (
        Refusal.NO_RIGHT,
        (
            *("not enough rights", "have no rights", "need administrator rights", "_forbidden"),
            *("chat_restricted", "user_banned_in_channel", "chat_admin_required", _SLOW_MODE),
        ),
    ),
    (
        Refusal.GONE,
        ("chat not found", "peer_id_invalid", "channel_private", "deactivated", "chat was deleted"),
    ),
)


def refusal_of(error: TelegramError) -> Refusal | None:
    """None when Telegram refused nothing: it was busy, or was not reached."""
    if not isinstance(error, BadRequest | Forbidden):
        return None
    description = error.message.lower()
    for refusal, phrases in _DESCRIPTIONS:
        if any(phrase in description for phrase in phrases):
            return refusal
    return Refusal.GONE if isinstance(error, Forbidden) else Refusal.UNEXPECTED


@dataclass(slots=True)
class ClosedPlaces:
    """Where Telegram let the bot write nothing at the last try, so that the outbox leaves it alone.

    Topics of chats, and whole chats; a message that arrives opens its place, and so do other rights.
    """

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
            case Refusal.NO_RIGHT if _SLOW_MODE not in error.message.lower():
                place: object = _ANYWHERE
            case Refusal.TOPIC_CLOSED if topic is None:
                place = None
            case _:
                # Instead of a closed topic there is the main part of the group; slow mode passes.
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
