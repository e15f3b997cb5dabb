"""What people say, read from an update as Telegram tells it; all other updates are the library's.

Nearly every update is a line of text, of which a few fields matter. The library makes objects of all of them,
and that takes as long as finding the answer: so this kind is read here, and handed on as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from telegram import Update
from telegram.constants import ChatType, MessageEntityType

if TYPE_CHECKING:
    from telegram import Bot

_KINDS = (Update.MESSAGE, Update.EDITED_MESSAGE, Update.CHANNEL_POST, Update.EDITED_CHANNEL_POST)
_EDITED = {Update.EDITED_MESSAGE, Update.EDITED_CHANNEL_POST}
_KIND = {kind.value: kind for kind in ChatType}
_LARGEST = 2**63
_LAST_DATE = 253_402_300_799
"""The end of the year 9999, in Unix time."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where something is said, and where an answer goes."""

    chat: int
    kind: ChatType
    topic: int | None = None
    """Of a forum."""

    @property
    def is_private(self) -> bool:
        return self.kind is ChatType.PRIVATE

    @property
    def is_channel(self) -> bool:
        return self.kind is ChatType.CHANNEL


@dataclass(frozen=True, slots=True)
class Said:
    """A text in a chat, new or edited."""

    update: int
    room: Room
    message: int
    at: datetime
    text: str
    is_command: bool
    """Whether Telegram shows its beginning as a command."""
    edited: bool
    speaker: int | None
    """A person; or the channel or group that somebody speaks as."""
    speaks_as_chat: bool
    language: str | None
    """Of the person, as IETF language tag."""
    thread: int | None
    """The topic, or the first of the messages that it is a reply to."""


def read(told: dict[str, Any], bot: Bot) -> Said | Update | None:
    """An update as Telegram tells it, parsed from JSON.

    Raises whatever the library does when it can't be read.
    """
    for kind in _KINDS:
        if kind in told:
            said = _said(told, told[kind], edited=kind in _EDITED)
            if said:
                return said
    return Update.de_json(told, bot)


def _said(told: dict[str, Any], message: Any, *, edited: bool) -> Said | None:  # noqa: ANN401 - as it came
    """None when it is something else than a line of text, or not as it should be."""
    chat = _part(message, "chat")
    number, date, text = _number(message, "message_id"), _number(message, "date"), _text(message, "text")
    where, kind = _number(chat, "id"), _KIND.get(_text(chat, "type") or "")
    if number is None or date is None or text is None or where is None or kind is None:
        return None
    if not 0 <= date <= _LAST_DATE:
        return None
    # What a channel says is answered there, not once more in the comments under it.
    if message.get("is_automatic_forward"):
        return None
    person, as_chat = _part(message, "from"), _number(_part(message, "sender_chat"), "id")
    thread = _number(message, "message_thread_id")
    return Said(
        told["update_id"],
        Room(where, kind, thread if message.get("is_topic_message") else None),
        number,
        datetime.fromtimestamp(date, UTC),
        text,
        _begins_with_command(message.get("entities")),
        edited,
        _number(person, "id") if as_chat is None else as_chat,
        as_chat is not None,
        _text(person, "language_code"),
        thread,
    )


def _part(told: Any, name: str) -> dict[str, Any]:  # noqa: ANN401 - as it came
    part = told.get(name) if isinstance(told, dict) else None
    return part if isinstance(part, dict) else {}


def _number(told: Any, name: str) -> int | None:  # noqa: ANN401 - as it came
    """As Telegram has them, and as the database holds them."""
    number = told.get(name) if isinstance(told, dict) else None
    return number if isinstance(number, int) and -_LARGEST < number < _LARGEST else None


def _text(told: Any, name: str) -> str | None:  # noqa: ANN401 - as it came
    text = told.get(name) if isinstance(told, dict) else None
    return text if isinstance(text, str) else None


def _begins_with_command(entities: Any) -> bool:  # noqa: ANN401 - as it came
    first = entities[0] if isinstance(entities, list) and entities else None
    return _text(first, "type") == MessageEntityType.BOT_COMMAND and _number(first, "offset") == 0
