"""Why Telegram refuses something, told from the description that it gives, in Telegram's own words."""

from __future__ import annotations

from enum import Enum, auto

from telegram.error import BadRequest, Forbidden, TelegramError


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
            *("chat_restricted", "user_banned_in_channel", "chat_admin_required", "slowmode_wait"),
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
