"""Whether the bot can reach a chat, a topic, a message or a member, and how Telegram says that it cannot."""

from __future__ import annotations

from bot.local.telegram.chats import Chat, Json, member_json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, RefusalError, bad_request, forbidden

_REPLY_KEYS = {"message_id", "ephemeral_message_id", "chat_id", "allow_sending_without_reply"}


def joined_chat(telegram: LocalTelegram, parameters: Parameters) -> Chat:
    chat = _chat(telegram, parameters)
    if chat.kind == "private":
        if chat.bot_status == "kicked":
            raise forbidden("bot was blocked by the user")
        if chat.bot_status == "left":
            raise forbidden("bot can't initiate conversation with a user")
    elif chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")
    elif chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


def writable_chat(telegram: LocalTelegram, parameters: Parameters) -> Chat:
    chat = joined_chat(telegram, parameters)
    if chat.kind == "channel" and chat.bot_status != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    if not chat.bot_may_write:
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def answered_message(chat: Chat, parameters: Parameters) -> Json | None:
    """The message that a reply hangs under; None when it is gone and the bot said that it may be."""
    wanted = parameters.object("reply_parameters")
    if wanted is None:
        return None
    unknown = wanted.keys() - _REPLY_KEYS
    named = {key for key in ("message_id", "ephemeral_message_id") if isinstance(wanted.get(key), int)}
    if unknown or len(named) != 1:
        raise LocalTelegramError(f"the local Telegram does not play these reply_parameters: {wanted!r}")
    if wanted.get("chat_id", chat.id) != chat.id:
        raise LocalTelegramError("the local Telegram does not play replies to another chat")
    found = (
        chat.messages.get(wanted["message_id"])
        if "message_id" in named
        else chat.ephemeral.get(wanted["ephemeral_message_id"])
    )
    if found is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


def thread(chat: Chat, parameters: Parameters, answered: Json | None) -> int | None:
    """The topic that a message goes to: the one named, else that of the message it answers, else General."""
    if parameters.has("message_thread_id"):
        wanted = parameters.integer("message_thread_id")
    elif answered is not None and answered.get("is_topic_message"):
        wanted = answered["message_thread_id"]
    else:
        if chat.general_is_closed and chat.bot_status != "administrator":
            raise bad_request("TOPIC_CLOSED")
        return None
    topic = (chat.topics or {}).get(wanted)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and chat.bot_status != "administrator":
        raise bad_request("TOPIC_CLOSED")
    return wanted


def thread_of(chat: Chat, answered: Json) -> Json:
    """A reply belongs to its topic; without topics Telegram numbers the thread all the same."""
    if answered.get("is_topic_message"):
        return {"message_thread_id": answered["message_thread_id"], "is_topic_message": True}
    if chat.topics is not None:
        return {}
    return {"message_thread_id": answered.get("message_thread_id", answered["message_id"])}


def get_chat_member(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = joined_chat(telegram, parameters)
    user_id = parameters.integer("user_id")
    if user_id == telegram.bot_id:
        user, status = telegram.bot_json(), chat.bot_status
    elif user_id in telegram.users:
        user, status = telegram.users[user_id].json(), chat.members.get(user_id, "left")
    else:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_json(user, "member" if chat.kind == "private" else status)


def _chat(telegram: LocalTelegram, parameters: Parameters) -> Chat:
    """The chat that was meant, whether or not the bot may still be in it."""
    wanted = parameters.values.get("chat_id")
    if wanted is None:
        raise bad_request("chat_id is empty")
    if isinstance(wanted, str):
        names = {
            f"@{chat.username}".lower(): chat for chat in telegram.chats.values() if chat.kind != "private"
        }
        chat = names.get(wanted.lower())
    else:
        chat = telegram.chats.get(wanted)
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise RefusalError(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    return chat
