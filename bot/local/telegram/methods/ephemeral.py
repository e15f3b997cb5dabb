"""Ephemeral messages: in a group, for one member and the bot alone."""

from __future__ import annotations

from bot.local.telegram.chats import Chat, Json
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.keyboards import inline_keyboard
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.reach import joined_chat
from bot.local.telegram.refusals import LocalTelegramError, bad_request
from bot.local.telegram.text import TEXT_LIMIT, formatted, measured

REPLY_OPEN_FOR = 15
"""Seconds in which an ephemeral message of a member, or a press, can be answered."""
_KEYS = {"receiver_user_id", "callback_query_id", "replace_callback_query_message"}


def receiver_of(telegram: LocalTelegram, chat: Chat, parameters: Parameters) -> int | None:
    """The one member that a message is for; None for a message to all."""
    wanted = parameters.object("ephemeral_message_parameters")
    if wanted is None:
        return None
    if wanted.keys() - _KEYS or not isinstance(wanted.get("receiver_user_id"), int):
        raise LocalTelegramError(f"no EphemeralMessageParameters: {wanted!r}")
    receiver = int(wanted["receiver_user_id"])
    if chat.kind not in {"group", "supergroup"}:
        raise bad_request("ephemeral messages can be sent only to groups and supergroups")
    if chat.members.get(receiver, "left") in {"left", "kicked"}:
        raise bad_request("USER_NOT_PARTICIPANT")
    if not (
        chat.bot_status == "administrator"
        or _answers_press(telegram, chat, wanted.get("callback_query_id"))
        or _answers_message(telegram, chat, receiver, parameters.object("reply_parameters"))
    ):
        raise bad_request("not enough rights to send ephemeral messages to the chat")
    return receiver


def post(telegram: LocalTelegram, chat: Chat, message: Json, receiver: int) -> Json:
    """Shows a message to one member; it has a number of its own kind."""
    number = telegram.ephemeral_number()
    about = {"ephemeral_message_id": number, "receiver_user": telegram.users[receiver].json()}
    sent = chat.ephemeral[number] = message | about
    telegram.happened(Happening("sent", chat.id, sent))
    return sent


def edit_ephemeral_message_text(telegram: LocalTelegram, parameters: Parameters) -> bool:
    chat, old = _own(telegram, parameters)
    text, entities = formatted(parameters, "text")
    if not text:
        raise bad_request("message text is empty")
    measured(text, TEXT_LIMIT, "message is too long")
    markup = inline_keyboard(telegram, chat, parameters)
    kept = {key: value for key, value in old.items() if key not in {"text", "entities", "reply_markup"}}
    new = kept | {"text": text} | ({"entities": entities} if entities else {})
    new |= {"reply_markup": markup} if markup else {}
    if new == old:
        raise bad_request("message is not modified")
    chat.ephemeral[old["ephemeral_message_id"]] = new | {"edit_date": telegram.now()}
    telegram.happened(Happening("edited", chat.id, chat.ephemeral[old["ephemeral_message_id"]]))
    return True


def delete_ephemeral_message(telegram: LocalTelegram, parameters: Parameters) -> bool:
    chat, old = _own(telegram, parameters)
    del chat.ephemeral[old["ephemeral_message_id"]]
    telegram.happened(Happening("deleted", chat.id, old))
    return True


def _own(telegram: LocalTelegram, parameters: Parameters) -> tuple[Chat, Json]:
    chat = joined_chat(telegram, parameters)
    message = chat.ephemeral.get(parameters.integer("ephemeral_message_id"))
    receiver = parameters.integer("receiver_user_id")
    if message is None or message.get("receiver_user", {}).get("id") != receiver:
        raise bad_request("message to edit not found")
    return chat, message


def _answers_press(telegram: LocalTelegram, chat: Chat, query_id: str | None) -> bool:
    query = telegram.callback_queries.get(query_id or "")
    if query is None or query.chat_id != chat.id:
        return False
    return telegram.now() - query.pressed_at <= REPLY_OPEN_FOR


def _answers_message(telegram: LocalTelegram, chat: Chat, receiver: int, reply: Json | None) -> bool:
    question = chat.ephemeral.get((reply or {}).get("ephemeral_message_id", 0))
    return (
        question is not None
        and question.get("from", {}).get("id") == receiver
        and telegram.now() - question["date"] <= REPLY_OPEN_FOR
    )
