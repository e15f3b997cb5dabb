"""Guest mode: people mention the bot in chats that it is no member of, and it answers each of them once."""

from __future__ import annotations

from bot.local.telegram.chats import Chat, Json, User
from bot.local.telegram.engine import Happening, LocalTelegram, remember
from bot.local.telegram.keyboards import inline_keyboard
from bot.local.telegram.methods.queries import check_article
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.people import check_button, press_of, written
from bot.local.telegram.refusals import bad_request


def mention(
    telegram: LocalTelegram, chat: Chat, user: User, text: str, *, reply_to: int | None = None
) -> Json:
    """A message with the name of the bot, in a chat that it is no member of."""
    query_id = str(6_700_000_000_000_000 + telegram.number())
    message = written(telegram, chat, user, text, reply_to=reply_to)
    remember(telegram.guest_queries, query_id, {"chat": chat, "question": message})
    telegram.updates.add("guest_message", message | {"guest_query_id": query_id})
    return message


def answer_guest_query(telegram: LocalTelegram, parameters: Parameters) -> Json:
    """Puts the answer into the chat; what it is named by there, and no number of a message."""
    query = telegram.guest_queries.pop(parameters.text("guest_query_id"), None)
    if query is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    chat, question = query["chat"], query["question"]
    result = parameters.object("result") or {}
    content = check_article(result, more={"reply_markup"})
    markup = inline_keyboard(telegram, chat, Parameters({"reply_markup": result.get("reply_markup")}))
    number = telegram.next_message_id(chat)
    inline_message_id = f"inline-{chat.id}-{number}"
    message: Json = {
        "message_id": number,
        "from": telegram.bot_json(),
        "chat": chat.json(),
        "date": telegram.now(),
        "guest_bot_caller_user": question["from"],
        "reply_to_message": {key: value for key, value in question.items() if key != "reply_to_message"},
    } | content
    if markup:
        message["reply_markup"] = markup
    chat.keep(message)
    remember(telegram.inline_messages, inline_message_id, (chat, number))
    telegram.happened(Happening("sent", chat.id, message))
    return {"inline_message_id": inline_message_id}


def press(telegram: LocalTelegram, user: User, inline_message_id: str, data: str) -> Json:
    """The callback query of a button under a message that was sent as a guest; the bot sees no message."""
    chat, number = telegram.inline_messages[inline_message_id]
    check_button(chat.messages[number], data)
    return press_of(telegram, chat, user, {"inline_message_id": inline_message_id}, data)
