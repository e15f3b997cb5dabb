"""What the bot does with messages: sending, editing and deleting them."""

from __future__ import annotations

from bot.local.telegram.chats import Chat, Json
from bot.local.telegram.comments import forward_post
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.keyboards import inline_keyboard
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.reach import answered_message, joined_chat, thread, thread_of, writable_chat
from bot.local.telegram.refusals import LocalTelegramError, bad_request
from bot.local.telegram.text import CAPTION_LIMIT, TEXT_LIMIT, formatted, measured

_DELETABLE_FOR = 48 * 60 * 60
_PREVIEW_KEYS = {"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"}


def send_message(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = writable_chat(telegram, parameters)
    return post(telegram, chat, parameters, _text(parameters))


def post(telegram: LocalTelegram, chat: Chat, parameters: Parameters, content: Json) -> Json:
    """Puts the bot's message into the chat."""
    answered = answered_message(chat, parameters)
    thread_id = thread(chat, parameters, answered)
    markup = inline_keyboard(telegram, chat, parameters)
    message: Json = {"message_id": telegram.next_message_id(chat)}
    if chat.kind == "channel":
        message["sender_chat"] = chat.json()
    else:
        message["from"] = telegram.bot_json()
    message["chat"] = chat.json()
    message["date"] = telegram.now()
    if parameters.has("direct_messages_topic_id"):
        message["direct_messages_topic"] = {"topic_id": parameters.integer("direct_messages_topic_id")}
    if thread_id is not None:
        message["message_thread_id"] = thread_id
        message["is_topic_message"] = True
    elif answered is not None and chat.kind == "supergroup":
        message |= thread_of(chat, answered)
    if answered is not None:
        message["reply_to_message"] = {
            key: value for key, value in answered.items() if key != "reply_to_message"
        }
    if parameters.boolean("protect_content"):
        message["has_protected_content"] = True
    message |= content
    if markup:
        message["reply_markup"] = markup
    chat.keep(message)
    chat.other_bot_spoke_last = False
    telegram.happened(Happening("sent", chat.id, message))
    forward_post(telegram, chat, message)
    return message


def edit_message_text(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat, old = _own_message(telegram, parameters)
    if "text" not in old:
        raise bad_request("there is no text in the message to edit")
    markup = inline_keyboard(telegram, chat, parameters)
    kept = {key: value for key, value in old.items() if key not in _CONTENT}
    return _replace(telegram, chat, old, kept | _text(parameters) | _markup(markup))


def edit_message_caption(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat, old = _own_message(telegram, parameters)
    if "photo" not in old:
        raise bad_request("there is no caption in the message to edit")
    markup = inline_keyboard(telegram, chat, parameters)
    kept = {key: value for key, value in old.items() if key not in _CONTENT}
    return _replace(telegram, chat, old, kept | caption(parameters) | _markup(markup))


def edit_message_reply_markup(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat, old = _own_message(telegram, parameters)
    markup = inline_keyboard(telegram, chat, parameters)
    kept = {key: value for key, value in old.items() if key != "reply_markup"}
    return _replace(telegram, chat, old, kept | _markup(markup))


def delete_message(telegram: LocalTelegram, parameters: Parameters) -> bool:
    chat = joined_chat(telegram, parameters)
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    administrator = chat.bot_status == "administrator"
    own = message.get("from", {}).get("id") == telegram.bot_id
    if not (own or administrator or chat.kind == "private"):
        raise bad_request("message can't be deleted")
    if message["date"] < telegram.now() - _DELETABLE_FOR and not administrator:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    telegram.happened(Happening("deleted", chat.id, message))
    return True


def caption(parameters: Parameters) -> Json:
    text, entities = formatted(parameters, "caption", "caption_entities")
    measured(text, CAPTION_LIMIT, "message caption is too long")
    content: Json = {"caption": text} if text else {}
    return content | ({"caption_entities": entities} if entities else {})


_CONTENT = {"text", "entities", "caption", "caption_entities", "link_preview_options", "reply_markup"}


def _text(parameters: Parameters) -> Json:
    text, entities = formatted(parameters, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    measured(text, TEXT_LIMIT, "message is too long")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    preview = parameters.object("link_preview_options")
    if preview:
        if preview.keys() - _PREVIEW_KEYS:
            raise LocalTelegramError(f"link_preview_options has no {sorted(preview.keys() - _PREVIEW_KEYS)}")
        content["link_preview_options"] = preview
    return content


def _markup(markup: Json | None) -> Json:
    return {"reply_markup": markup} if markup else {}


def _own_message(telegram: LocalTelegram, parameters: Parameters) -> tuple[Chat, Json]:
    chat = joined_chat(telegram, parameters)
    if not parameters.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if chat.kind != "channel" and message["from"]["id"] != telegram.bot_id:
        raise bad_request("message can't be edited")
    return chat, message


def _replace(telegram: LocalTelegram, chat: Chat, old: Json, new: Json) -> Json:
    """A new dictionary each time, so that what was answered earlier keeps saying what was so then."""
    if new == old:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    edited = new | {"edit_date": telegram.now()}
    chat.keep(edited)
    telegram.happened(Happening("edited", chat.id, edited))
    return edited
