"""Updates as Telegram writes them in JSON, read into the few facts that this bot uses.

One reader for polling and webhook. It reads no more of an update than it needs, so that a part which Telegram
adds or leaves out tomorrow is no trouble today; the library's own objects are all or nothing. What people say
has no representation, so that no log can hold it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from telegram.constants import ChatType, MessageEntityType, UpdateType

from bot.errors import BotError
from bot.football.names.plain_text import plain

_EDITED = (UpdateType.EDITED_MESSAGE, UpdateType.EDITED_CHANNEL_POST)
_MESSAGES = (UpdateType.MESSAGE, UpdateType.CHANNEL_POST, *_EDITED)
WANTED = (*_MESSAGES, UpdateType.CALLBACK_QUERY, UpdateType.INLINE_QUERY, UpdateType.MY_CHAT_MEMBER)
"""What Telegram is asked for, as `allowed_updates`."""
_CHAT_TYPES = {kind.value: kind for kind in ChatType}
_LARGEST = 2**63
_LAST_DATE = 253_402_300_799
"""The end of the year 9999, in Unix time."""
_LONGEST_NUMBER = 400
"""Digits; what has more is no number of Telegram's, and takes long to read."""

Json: TypeAlias = Any


class UnreadableUpdateError(BotError):
    """An update of a kind that we answer lacks what it must have; the message names the kind alone."""


@dataclass(frozen=True, slots=True)
class ChatRef:
    """Where something was said, and where an answer goes."""

    id: int
    kind: ChatType
    topic: int | None = None
    """Of a forum."""
    direct_topic: int | None = None
    """Of the direct messages of a channel: one for each person who writes to it."""

    @property
    def is_private(self) -> bool:
        return self.kind is ChatType.PRIVATE

    @property
    def is_channel(self) -> bool:
        return self.kind is ChatType.CHANNEL


@dataclass(frozen=True, slots=True, repr=False)
class IncomingMessage:
    """A text in a chat, or a command under a picture; new or edited."""

    update_id: int
    chat: ChatRef
    message_id: int
    date: datetime
    text: str
    is_command: bool
    """Whether Telegram shows its beginning as a command."""
    edited: bool
    sender_id: int | None
    """A person; or the channel or group that somebody speaks as."""
    speaks_as_chat: bool
    language: str | None
    """Of the person, as IETF language tag."""
    thread_id: int | None
    """The topic, or the first of the messages that it is a reply to."""

    @property
    def queue(self) -> int:
        return self.chat.id


@dataclass(frozen=True, slots=True, repr=False)
class ButtonPress:
    """A button under one of the bot's messages was pressed; Telegram calls it a callback query."""

    update_id: int
    query_id: str
    user_id: int
    language: str | None
    data: str
    chat: ChatRef | None
    """None for a message that was sent inline, or that Telegram no longer shows to the bot."""
    message_id: int
    thread_id: int | None
    is_superseded: bool = False
    """A newer press on the same message came before this one had its turn."""

    @property
    def queue(self) -> int:
        return self.chat.id if self.chat else self.user_id


@dataclass(frozen=True, slots=True, repr=False)
class InlineQuery:
    """Somebody types the bot's name and a question in any chat; which one we are not told."""

    update_id: int
    query_id: str
    user_id: int
    language: str | None
    text: str

    @property
    def queue(self) -> int:
        # A person's private chat has the person's number.
        return self.user_id


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot was added to a chat, sent away, or given other rights."""

    update_id: int
    chat: ChatRef
    status: str
    """As in `telegram.constants.ChatMemberStatus`."""
    before: str | None = None
    """The status until now."""
    language: str | None = None
    """That of whoever did it."""

    @property
    def queue(self) -> int:
        return self.chat.id


@dataclass(frozen=True, slots=True)
class Migration:
    """A group became a supergroup, which has another id."""

    update_id: int
    chat_id: int
    to: int

    @property
    def queue(self) -> int:
        return self.chat_id


Incoming: TypeAlias = IncomingMessage | ButtonPress | InlineQuery | Membership | Migration
"""`queue` is the same for updates that are answered one after the other."""


def parsed(text: str) -> Json:
    """JSON of somebody else's. Raises ValueError for whatever is none, or can't be read."""
    try:
        try:
            return json.loads(text)
        except ValueError:
            # Python refuses a number of thousands of digits; where that is all, only the number is lost.
            return json.loads(text, parse_int=_number)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def update_id_of(update: Json) -> int | None:
    """The number of an update; None where it has none that Telegram could have given it."""
    number = _whole_number(update, "update_id")
    return number if number is not None and number >= 0 else None


def read(update: Json) -> Incoming | None:
    """An update, parsed from JSON; None for one that leads to nothing.

    Raises UnreadableUpdateError for one that should lead to something, and nothing else.
    """
    number = update_id_of(update)
    if number is None:
        raise UnreadableUpdateError("an update without a number")
    for kind in _MESSAGES:
        if kind in update:
            return _message(number, update[kind], kind)
    if UpdateType.CALLBACK_QUERY in update:
        return _button_press(number, update[UpdateType.CALLBACK_QUERY])
    if UpdateType.INLINE_QUERY in update:
        return _inline_query(number, update[UpdateType.INLINE_QUERY])
    if UpdateType.MY_CHAT_MEMBER in update:
        return _membership(number, update[UpdateType.MY_CHAT_MEMBER])
    return None


def _message(update_id: int, message: Json, kind: UpdateType) -> IncomingMessage | Migration | None:
    text, entities = _text(message, "text"), "entities"
    if text is None and _begins_with_command(message, "caption_entities"):
        # What is no command under a photo, a video or a document is about that.
        text, entities = _text(message, "caption"), "caption_entities"
    if text is None:
        return _migration(update_id, message)
    chat, number, date = _chat(message), _whole_number(message, "message_id"), _whole_number(message, "date")
    if chat is None or number is None or date is None or not 0 <= date <= _LAST_DATE:
        raise UnreadableUpdateError(kind.value)
    # What a channel says is answered there, not once more in the comments under it.
    if message.get("is_automatic_forward"):
        return None
    person, as_chat = _part(message, "from"), _whole_number(_part(message, "sender_chat"), "id")
    if person.get("is_bot") is True and as_chat is None:
        # Two bots that answer each other would never end.
        return None
    return IncomingMessage(
        update_id,
        chat,
        number,
        datetime.fromtimestamp(date, UTC),
        plain(text),
        _begins_with_command(message, entities),
        kind in _EDITED,
        _whole_number(person, "id") if as_chat is None else as_chat,
        as_chat is not None,
        _text(person, "language_code"),
        _whole_number(message, "message_thread_id"),
    )


def _migration(update_id: int, message: Json) -> Migration | None:
    """Both groups tell it; the old one is enough. None for what there is nothing to answer to."""
    to, chat = _whole_number(message, "migrate_to_chat_id"), _whole_number(_part(message, "chat"), "id")
    return None if to is None or chat is None else Migration(update_id, chat, to)


def _button_press(update_id: int, query: Json) -> ButtonPress:
    query_id, user_id = _text(query, "id"), _whole_number(_part(query, "from"), "id")
    if query_id is None or user_id is None:
        raise UnreadableUpdateError("callback_query")
    message = _part(query, "message")
    number = _whole_number(message, "message_id")
    # Telegram gives date 0 to a message that is too old to be shown to the bot.
    is_there = number is not None and bool(message.get("date"))
    return ButtonPress(
        update_id,
        query_id,
        user_id,
        _text(_part(query, "from"), "language_code"),
        _text(query, "data") or "",
        _chat(message) if is_there else None,
        number or 0,
        _whole_number(message, "message_thread_id"),
    )


def _inline_query(update_id: int, query: Json) -> InlineQuery:
    query_id, person, text = _text(query, "id"), _part(query, "from"), _text(query, "query")
    user_id = _whole_number(person, "id")
    if query_id is None or user_id is None or text is None:
        raise UnreadableUpdateError("inline_query")
    return InlineQuery(update_id, query_id, user_id, _text(person, "language_code"), plain(text))


def _membership(update_id: int, change: Json) -> Membership:
    chat, status = _chat(change), _text(_part(change, "new_chat_member"), "status")
    if chat is None or status is None:
        raise UnreadableUpdateError("my_chat_member")
    before = _text(_part(change, "old_chat_member"), "status")
    return Membership(update_id, chat, status, before, _text(_part(change, "from"), "language_code"))


def _chat(message: Json) -> ChatRef | None:
    chat = _part(message, "chat")
    number, kind = _whole_number(chat, "id"), _CHAT_TYPES.get(_text(chat, "type") or "")
    if number is None or kind is None:
        return None
    topic = _whole_number(message, "message_thread_id") if message.get("is_topic_message") else None
    return ChatRef(number, kind, topic, _whole_number(_part(message, "direct_messages_topic"), "topic_id"))


def _part(whole: Json, name: str) -> dict[str, Any]:
    part = whole.get(name) if isinstance(whole, dict) else None
    return part if isinstance(part, dict) else {}


def _whole_number(whole: Json, name: str) -> int | None:
    """As Telegram has them, and as the database holds them."""
    number = whole.get(name) if isinstance(whole, dict) else None
    is_number = isinstance(number, int) and not isinstance(number, bool) and -_LARGEST < number < _LARGEST
    return number if is_number else None


def _text(whole: Json, name: str) -> str | None:
    text = whole.get(name) if isinstance(whole, dict) else None
    return text if isinstance(text, str) else None


def _begins_with_command(message: Json, name: str) -> bool:
    entities = message.get(name) if isinstance(message, dict) else None
    first = entities[0] if isinstance(entities, list) and entities else None
    return _text(first, "type") == MessageEntityType.BOT_COMMAND and _whole_number(first, "offset") == 0


def _number(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None
