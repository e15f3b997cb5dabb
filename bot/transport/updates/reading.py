"""Updates as Telegram writes them in JSON, read into the few facts that this bot uses.

One reader for polling and webhook. It reads no more of an update than it needs, so that a part which Telegram
adds or leaves out tomorrow is no trouble today; the library's own objects are all or nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from telegram.constants import ChatType, MessageEntityType, UpdateType
from telegram.ext import ExtBot

from bot.errors import BotError
from bot.football.names.plain_text import plain
from bot.transport.updates.incoming import (
    ButtonPress,
    ChatRef,
    GuestQuestion,
    Incoming,
    IncomingMessage,
    InlineQuery,
    Membership,
    Migration,
)
from bot.transport.updates.untrusted_json import Json, part, text_of, whole_number

_MESSAGES = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CHANNEL_POST,
    UpdateType.EDITED_CHANNEL_POST,
)
WANTED = (*_MESSAGES, UpdateType.CALLBACK_QUERY, UpdateType.INLINE_QUERY, UpdateType.MY_CHAT_MEMBER)
"""What Telegram is asked for, as `allowed_updates`, of every bot."""
_EDITED = {UpdateType.EDITED_MESSAGE, UpdateType.EDITED_CHANNEL_POST}
_CHAT_TYPES = {kind.value: kind for kind in ChatType}
_LAST_DATE = 253_402_300_799
"""The end of the year 9999, in Unix time."""


class UnreadableUpdateError(BotError):
    """An update of a kind that we answer lacks what it must have; the message names the kind alone."""


def wanted_from(bot: ExtBot[Any]) -> tuple[str, ...]:
    """What Telegram is asked for: mentions in other people's chats where the bot's owner allows them."""
    return (*WANTED, UpdateType.GUEST_MESSAGE) if bot.bot.supports_guest_queries else WANTED


def update_id_of(update: Json) -> int | None:
    """The number of an update; None where it has none that Telegram could have given it."""
    number = whole_number(update, "update_id")
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
    if UpdateType.GUEST_MESSAGE in update:
        return _guest_question(number, update[UpdateType.GUEST_MESSAGE])
    if UpdateType.MY_CHAT_MEMBER in update:
        return _membership(number, update[UpdateType.MY_CHAT_MEMBER])
    return None


def _message(update_id: int, message: Json, kind: UpdateType) -> IncomingMessage | Migration | None:
    text, entities = text_of(message, "text"), "entities"
    if text is None and _begins_with_command(message, "caption_entities"):
        # What is no command under a photo, a video or a document is about that.
        text, entities = text_of(message, "caption"), "caption_entities"
    if text is None:
        return _migration(update_id, message)
    chat, number, date = _chat(message), whole_number(message, "message_id"), whole_number(message, "date")
    if chat is None or number is None or date is None or not 0 <= date <= _LAST_DATE:
        raise UnreadableUpdateError(kind.value)
    # What a channel says is answered there, not once more in the comments under it.
    if message.get("is_automatic_forward"):
        return None
    person, as_chat = part(message, "from"), whole_number(part(message, "sender_chat"), "id")
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
        whole_number(person, "id") if as_chat is None else as_chat,
        as_chat is not None,
        text_of(person, "language_code"),
        whole_number(message, "message_thread_id"),
        whole_number(message, "ephemeral_message_id"),
    )


def _migration(update_id: int, message: Json) -> Migration | None:
    """Both groups tell it; the old one is enough. None for what there is nothing to answer to."""
    to, chat = whole_number(message, "migrate_to_chat_id"), whole_number(part(message, "chat"), "id")
    return None if to is None or chat is None else Migration(update_id, chat, to)


def _button_press(update_id: int, query: Json) -> ButtonPress:
    query_id, user_id = text_of(query, "id"), whole_number(part(query, "from"), "id")
    if not query_id or user_id is None:
        raise UnreadableUpdateError("callback_query")
    message = part(query, "message")
    number = whole_number(message, "message_id")
    # Telegram gives date 0 to a message that is too old to be shown to the bot.
    is_there = number is not None and bool(message.get("date"))
    return ButtonPress(
        update_id,
        query_id,
        user_id,
        text_of(part(query, "from"), "language_code"),
        text_of(query, "data") or "",
        _chat(message) if is_there else None,
        number or 0,
        whole_number(message, "message_thread_id"),
        text_of(query, "inline_message_id"),
        whole_number(message, "ephemeral_message_id"),
        whole_number(part(message, "reply_to_message"), "message_id"),
    )


def _inline_query(update_id: int, query: Json) -> InlineQuery:
    query_id, person, text = text_of(query, "id"), part(query, "from"), text_of(query, "query")
    user_id = whole_number(person, "id")
    if not query_id or user_id is None or text is None:
        raise UnreadableUpdateError("inline_query")
    return InlineQuery(update_id, query_id, user_id, text_of(person, "language_code"), plain(text))


def _guest_question(update_id: int, message: Json) -> GuestQuestion | None:
    query_id, person = text_of(message, "guest_query_id"), part(message, "from")
    as_chat = whole_number(part(message, "sender_chat"), "id")
    user_id = whole_number(person, "id") if as_chat is None else as_chat
    if not query_id or user_id is None:
        raise UnreadableUpdateError(UpdateType.GUEST_MESSAGE.value)
    if person.get("is_bot") is True and as_chat is None:
        return None
    text = text_of(message, "text") or text_of(message, "caption") or ""
    return GuestQuestion(update_id, query_id, user_id, text_of(person, "language_code"), plain(text))


def _membership(update_id: int, change: Json) -> Membership:
    chat, status = _chat(change), text_of(part(change, "new_chat_member"), "status")
    if chat is None or status is None:
        raise UnreadableUpdateError("my_chat_member")
    before = text_of(part(change, "old_chat_member"), "status")
    return Membership(update_id, chat, status, before, text_of(part(change, "from"), "language_code"))


def _chat(message: Json) -> ChatRef | None:
    chat = part(message, "chat")
    number, kind = whole_number(chat, "id"), _CHAT_TYPES.get(text_of(chat, "type") or "")
    if number is None or kind is None:
        return None
    topic = whole_number(message, "message_thread_id") if message.get("is_topic_message") else None
    return ChatRef(number, kind, topic, whole_number(part(message, "direct_messages_topic"), "topic_id"))


def _begins_with_command(message: Json, name: str) -> bool:
    entities = message.get(name) if isinstance(message, dict) else None
    first = entities[0] if isinstance(entities, list) and entities else None
    return text_of(first, "type") == MessageEntityType.BOT_COMMAND and whole_number(first, "offset") == 0
