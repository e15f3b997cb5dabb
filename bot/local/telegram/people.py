"""What people do on the local Telegram, and what the bot gets to see of it."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from bot.local.telegram.chats import (
    ANONYMOUS_ADMINISTRATOR,
    SPEAKS_AS_CHANNEL,
    Chat,
    Json,
    MemberStatus,
    User,
    member_json,
)
from bot.local.telegram.comments import edit_forwarded, forward_post
from bot.local.telegram.engine import CallbackQuery, LocalTelegram, remember
from bot.local.telegram.html import utf16_length
from bot.local.telegram.reach import thread_of
from bot.local.telegram.text import CAPTION_LIMIT, TEXT_LIMIT, cleaned, trimmed, with_found

Attachment: TypeAlias = Literal["photo", "video", "document"]
_WRITTEN = {"text", "entities", "caption", "caption_entities"}


def say(  # noqa: PLR0913 - a reply and a topic are rare, and named
    telegram: LocalTelegram,
    chat: Chat,
    author: User | Chat,
    text: str,
    *,
    reply_to: int | None = None,
    topic: int | None = None,
    attached: Attachment | None = None,
) -> Json:
    """A message in the chat; its author may be a channel, or the chat itself: an anonymous administrator.

    With something attached the text is its caption.
    """
    message = written(telegram, chat, author, text, reply_to=reply_to, topic=topic, attached=attached)
    if chat.kind == "private" and chat.bot_status == "left":
        chat.bot_status = "member"
    telegram.show("channel_post" if chat.kind == "channel" else "message", chat, message)
    forward_post(telegram, chat, message)
    return message


def written(  # noqa: PLR0913 - as above
    telegram: LocalTelegram,
    chat: Chat,
    author: User | Chat,
    text: str,
    *,
    reply_to: int | None = None,
    topic: int | None = None,
    attached: Attachment | None = None,
) -> Json:
    """The message as the chat keeps it; no bot has seen it yet."""
    message: Json = {"message_id": telegram.next_message_id(chat)} | _authored(chat, author)
    message |= {"chat": chat.json(), "date": telegram.now()}
    answered = chat.messages.get(reply_to) if reply_to is not None else None
    if topic is not None:
        message |= {"message_thread_id": topic, "is_topic_message": True}
    elif answered is not None and chat.kind == "supergroup":
        message |= thread_of(chat, answered)
    if answered is not None:
        message["reply_to_message"] = {
            key: value for key, value in answered.items() if key != "reply_to_message"
        }
    message |= _content(text, attached)
    if not isinstance(author, Chat):
        chat.members.setdefault(author.id, "member")
    chat.keep(message)
    return message


def whisper(telegram: LocalTelegram, chat: Chat, author: User, text: str) -> Json:
    """A command that only its author and the bot see, as the bot's menu says of it."""
    number = telegram.ephemeral_number()
    message = _authored(chat, author) | {"message_id": 0, "ephemeral_message_id": number}
    message |= {"chat": chat.json(), "date": telegram.now()} | _content(text, None)
    chat.members.setdefault(author.id, "member")
    chat.ephemeral[number] = message
    telegram.show("message", chat, message)
    return message


def edit(telegram: LocalTelegram, chat: Chat, message_id: int, text: str) -> Json:
    old = chat.messages[message_id]
    attached = next((kind for kind in get_args(Attachment) if kind in old), None)
    content = _content(text, attached)
    kept = {key: value for key, value in old.items() if key not in _WRITTEN}
    message = kept | content | {"edit_date": telegram.now()}
    chat.keep(message)
    telegram.show("edited_channel_post" if chat.kind == "channel" else "edited_message", chat, message)
    edit_forwarded(telegram, chat, message)
    return message


def press(telegram: LocalTelegram, chat: Chat, user: User, message_id: int, data: str) -> Json:
    """The callback query; KeyError when the message has no button with this data."""
    check_button(_pressable(chat, message_id), data)
    return press_forged(telegram, chat, user, message_id, data)


def press_forged(telegram: LocalTelegram, chat: Chat, user: User, message_id: int, data: str) -> Json:
    """The callback query of a button that the message no longer has, or never had: programs can send any."""
    return press_of(telegram, chat, user, {"message": _pressable(chat, message_id)}, data)


def check_button(message: Json, data: str) -> None:
    """KeyError when the message has no button with this data."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if not any(button.get("callback_data") == data for row in rows for button in row):
        raise KeyError(data)


def press_of(telegram: LocalTelegram, chat: Chat, user: User, about: Json, data: str) -> Json:
    """The callback query of a message that the bot is told these fields of."""
    query: Json = {
        "id": str(4_300_000_000_000_000 + telegram.number()),
        "from": user.json(),
        **about,
        "chat_instance": str(-7_000_000_000 + chat.id),
        "data": data,
    }
    remember(telegram.callback_queries, query["id"], CallbackQuery(telegram.now(), chat.id))
    telegram.updates.add("callback_query", query)
    return query


def _pressable(chat: Chat, number: int) -> Json:
    """A message to all, or to one member alone: their numbers are never the same."""
    return chat.messages[number] if number in chat.messages else chat.ephemeral[number]


def ask_inline(telegram: LocalTelegram, user: User, text: str, offset: str = "") -> Json:
    """An inline query, or the cached answer to the same one, which the bot does not hear of again."""
    for whose in ("", str(user.id)):
        answer = telegram.inline_answers.get(f"{whose}\n{text}\n{offset}")
        if answer and answer["until"] > telegram.now():
            return answer
    query: Json = {
        "id": str(5_600_000_000_000_000 + telegram.number()),
        "from": user.json(),
        "chat_type": "sender",
        "query": text[:256],
        "offset": offset,
    }
    remember(telegram.inline_queries, query["id"], query)
    telegram.updates.add("inline_query", query)
    return query


def change_bot(telegram: LocalTelegram, chat: Chat, user: User, status: MemberStatus) -> None:
    """Somebody adds the bot, promotes it or throws it out; in private: blocks it or lets it back."""
    old, chat.bot_status = chat.bot_status, status
    telegram.updates.add(
        "my_chat_member",
        {
            "chat": chat.json(),
            "from": user.json(),
            "date": telegram.now(),
            "old_chat_member": member_json(telegram.bot_json(), old),
            "new_chat_member": member_json(telegram.bot_json(), status),
        },
    )


def migrate(telegram: LocalTelegram, group: Chat) -> Chat:
    """The group becomes a supergroup with another id; Telegram tells so in both chats."""
    supergroup = telegram.add_supergroup(group.title)
    supergroup.members, supergroup.bot_status = group.members, group.bot_status
    _service(telegram, group, {"migrate_to_chat_id": supergroup.id})
    group.migrated_to = supergroup.id
    _service(telegram, supergroup, {"migrate_from_chat_id": group.id})
    return supergroup


def other_bot_speaks(chat: Chat) -> None:
    """Another bot speaks: a plain /command is not ours until our bot speaks again."""
    chat.other_bot_spoke_last = True


def _authored(chat: Chat, author: User | Chat) -> Json:
    if not isinstance(author, Chat):
        return {"from": author.json()}
    if chat.kind == "channel":
        return {"sender_chat": chat.json()}
    speaks_as = ANONYMOUS_ADMINISTRATOR if author.id == chat.id else SPEAKS_AS_CHANNEL
    return {"from": speaks_as, "sender_chat": author.json()}


def _content(text: str, attached: Attachment | None) -> Json:
    text, _ = trimmed(cleaned(text), [])
    if not 1 <= utf16_length(text) <= (CAPTION_LIMIT if attached else TEXT_LIMIT):
        raise ValueError(f"nobody can send a message of {utf16_length(text)} characters")
    entities = with_found(text, [])
    if attached is None:
        return {"text": text, "entities": entities} if entities else {"text": text}
    file: Json = {"file_id": f"local-{attached}", "file_unique_id": attached}
    caption: Json = {"caption": text, "caption_entities": entities} if entities else {"caption": text}
    return {attached: [file] if attached == "photo" else file} | caption


def _service(telegram: LocalTelegram, chat: Chat, content: Json) -> None:
    message = {
        "message_id": telegram.next_message_id(chat),
        "from": ANONYMOUS_ADMINISTRATOR,
        "sender_chat": chat.json(),
        "chat": chat.json(),
        "date": telegram.now(),
    } | content
    chat.keep(message)
    telegram.updates.add("message", message)
