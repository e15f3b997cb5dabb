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
    match message:
        case {
            "message_id": int(number),
            "date": int(date),
            "chat": {"id": int(chat), "type": str(chat_type)},
            "text": str(text),
        } if _fits(number) and _fits(chat) and 0 <= date <= _LAST_DATE:
            pass
        case _:
            return None
    # What a channel says is answered there, not once more in the comments under it.
    if message.get("is_automatic_forward"):
        return None
    try:
        kind = ChatType(chat_type)
    except ValueError:
        return None
    speaker, language, as_chat = _speaker(message)
    thread = message.get("message_thread_id")
    thread = thread if _fits(thread) else None
    return Said(
        told["update_id"],
        Room(chat, kind, thread if message.get("is_topic_message") else None),
        number,
        datetime.fromtimestamp(date, UTC),
        text,
        _begins_with_command(message.get("entities")),
        edited,
        speaker,
        as_chat,
        language,
        thread,
    )


def _speaker(message: dict[str, Any]) -> tuple[int | None, str | None, bool]:
    """Who speaks, in which language, and whether as a chat."""
    speaker: int | None = None
    language: str | None = None
    person = message.get("from")
    match person:
        case {"id": int(number)} if _fits(number):
            speaker = number
    match person:
        case {"language_code": str(code)}:
            language = code
    match message.get("sender_chat"):
        case {"id": int(chat)} if _fits(chat):
            return chat, language, True
    return speaker, language, False


def _fits(number: object) -> bool:
    """Whether it is a number as Telegram has them, which the database holds too."""
    return isinstance(number, int) and abs(number) < _LARGEST


def _begins_with_command(entities: object) -> bool:
    match entities:
        case [{"type": MessageEntityType.BOT_COMMAND, "offset": 0}, *_]:
            return True
    return False
