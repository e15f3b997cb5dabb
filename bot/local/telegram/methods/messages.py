"""What the bot does with messages, texts, photos and documents: sending, editing and deleting them."""

from __future__ import annotations

import hashlib
import struct

from bot.local.telegram.chats import Chat, Json
from bot.local.telegram.comments import forward_post
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.keyboards import inline_keyboard
from bot.local.telegram.methods import ephemeral
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.reach import answered_message, joined_chat, thread, thread_of, writable_chat
from bot.local.telegram.refusals import LocalTelegramError, RefusalError, bad_request
from bot.local.telegram.text import CAPTION_LIMIT, TEXT_LIMIT, formatted, measured

_DELETABLE_FOR = 48 * 60 * 60
_LARGEST_PHOTO = 10 * 1024 * 1024
_LARGEST_DOCUMENT = 50 * 1024 * 1024
_PHOTOS_KEPT = 100


def send_message(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = writable_chat(telegram, parameters)
    return _post(telegram, chat, parameters, _text(parameters))


def send_photo(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = writable_chat(telegram, parameters)
    hidden: Json = {"has_media_spoiler": True} if parameters.boolean("has_spoiler") else {}
    photo: Json = {"photo": [_photo(telegram, parameters)]} | hidden
    return _post(telegram, chat, parameters, photo | _caption(parameters))


def send_document(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = writable_chat(telegram, parameters)
    document: Json = {"document": _document(telegram, parameters)}
    return _post(telegram, chat, parameters, document | _caption(parameters))


def _post(telegram: LocalTelegram, chat: Chat, parameters: Parameters, content: Json) -> Json:
    """Puts the bot's message into the chat."""
    receiver = ephemeral.receiver_of(telegram, chat, parameters)
    answered = answered_message(chat, parameters)
    thread_id = thread(chat, parameters, answered)
    markup = inline_keyboard(telegram, chat, parameters)
    message: Json = {"message_id": 0 if receiver else telegram.next_message_id(chat)}
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
    message |= content
    if markup:
        message["reply_markup"] = markup
    if receiver:
        return ephemeral.post(telegram, chat, message, receiver)
    chat.keep(message)
    chat.other_bot_spoke_last = False
    telegram.happened(Happening("sent", chat.id, message))
    forward_post(telegram, chat, message)
    return message


def edit_message_text(telegram: LocalTelegram, parameters: Parameters) -> Json | bool:
    """The message; True for one that was sent inline or as a guest, which the bot does not get to see."""
    chat, old = _own_message(telegram, parameters)
    if "text" not in old:
        raise bad_request("there is no text in the message to edit")
    markup = inline_keyboard(telegram, chat, parameters)
    kept = {key: value for key, value in old.items() if key not in {"text", "entities", "reply_markup"}}
    edited = _replace(telegram, chat, old, kept | _text(parameters) | _markup(markup))
    return True if parameters.has("inline_message_id") else edited


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


def _text(parameters: Parameters) -> Json:
    text, entities = formatted(parameters, "text")
    if not text:
        raise bad_request("message text is empty")
    measured(text, TEXT_LIMIT, "message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def _caption(parameters: Parameters) -> Json:
    text, entities = formatted(parameters, "caption")
    measured(text, CAPTION_LIMIT, "message caption is too long")
    content: Json = {"caption": text} if text else {}
    return content | ({"caption_entities": entities} if entities else {})


def _photo(telegram: LocalTelegram, parameters: Parameters) -> Json:
    """A photo sent along, or one that Telegram already has, by its file_id."""
    named = parameters.text("photo")
    content = parameters.files.get(named.removeprefix("attach://") or "photo")
    if content is None and named in telegram.photos:
        return telegram.photos[named][0]
    if content is None:
        raise bad_request(
            "wrong file identifier/HTTP URL specified" if named else "there is no photo in the request"
        )
    if len(content) > _LARGEST_PHOTO:
        raise bad_request("file is too big for a photo")
    width, height = _size(content)
    unique = hashlib.sha256(content).hexdigest()
    about: Json = {
        "file_id": f"local-{unique}",
        "file_unique_id": unique[:16],
        "width": width,
        "height": height,
        "file_size": len(content),
    }
    telegram.photos[about["file_id"]] = (about, content)
    if len(telegram.photos) > _PHOTOS_KEPT:
        del telegram.photos[next(iter(telegram.photos))]
    return about


def _document(telegram: LocalTelegram, parameters: Parameters) -> Json:
    """A file sent along, under its own name, or one that Telegram already has, by its file_id."""
    named = parameters.text("document")
    field = named.removeprefix("attach://") or "document"
    content = parameters.files.get(field)
    if content is None and named in telegram.documents:
        return telegram.documents[named][0]
    if content is None:
        raise bad_request(
            "wrong file identifier/HTTP URL specified" if named else "there is no document in the request"
        )
    if not content:
        raise bad_request("file must be non-empty")
    if len(content) > _LARGEST_DOCUMENT:
        raise RefusalError(413, "Request Entity Too Large")
    unique = hashlib.sha256(content).hexdigest()
    about: Json = {
        "file_id": f"local-document-{unique}",
        "file_unique_id": unique[:16],
        "file_name": parameters.file_names.get(field, "file"),
        "file_size": len(content),
    }
    telegram.documents[about["file_id"]] = (about, content)
    if len(telegram.documents) > _PHOTOS_KEPT:
        del telegram.documents[next(iter(telegram.documents))]
    return about


def _size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG; a JPEG is not measured, anything else is no picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        if not 0 < width + height <= 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return width, height
    if content.startswith(b"\xff\xd8\xff"):
        return 1280, 720
    raise bad_request("IMAGE_PROCESS_FAILED")


def _markup(markup: Json | None) -> Json:
    return {"reply_markup": markup} if markup else {}


def _own_message(telegram: LocalTelegram, parameters: Parameters) -> tuple[Chat, Json]:
    if parameters.has("inline_message_id"):
        return _inline_message(telegram, parameters)
    chat = joined_chat(telegram, parameters)
    if not parameters.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if chat.kind != "channel" and message["from"]["id"] != telegram.bot_id:
        raise bad_request("message can't be edited")
    return chat, message


def _inline_message(telegram: LocalTelegram, parameters: Parameters) -> tuple[Chat, Json]:
    if parameters.has("chat_id") or parameters.has("message_id"):
        raise LocalTelegramError("a message is named by its inline_message_id, or by its chat and number")
    chat, number = telegram.inline_messages.get(parameters.text("inline_message_id"), (None, 0))
    if chat is None or number not in chat.messages:
        raise bad_request("MESSAGE_ID_INVALID")
    return chat, chat.messages[number]


def _replace(telegram: LocalTelegram, chat: Chat, old: Json, new: Json) -> Json:
    """Keeps the edit as a new dictionary, so that earlier responses stay as they were."""
    if new == old:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    edited = new | {"edit_date": telegram.now()}
    chat.keep(edited)
    telegram.happened(Happening("edited", chat.id, edited))
    return edited
