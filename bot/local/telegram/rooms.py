"""What the bot does in a chat besides talking: who is there, being busy, leaving, photos."""

from __future__ import annotations

import hashlib
import struct

from bot.local.telegram.chats import Chat, Json, member_json
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.messages import caption, post
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.reach import joined_chat, known_chat, thread, writable_chat
from bot.local.telegram.refusals import bad_request

_ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    }
)  # fmt: skip
_LARGEST_PHOTO = 10 * 1024 * 1024
_PHOTOS_KEPT = 100


def send_chat_action(telegram: LocalTelegram, parameters: Parameters) -> bool:
    chat = writable_chat(telegram, parameters)
    thread(chat, parameters, None)
    action = parameters.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    telegram.happened(Happening("action", chat.id, {"action": action}))
    return True


def get_chat(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = joined_chat(telegram, parameters)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


def get_chat_member(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = joined_chat(telegram, parameters)
    user_id = parameters.integer("user_id")
    if user_id != telegram.bot_id and user_id not in telegram.users:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return _member(telegram, chat, user_id)


def get_chat_administrators(telegram: LocalTelegram, parameters: Parameters) -> list[Json]:
    chat = joined_chat(telegram, parameters)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    leading = [user for user, status in chat.members.items() if status in ("creator", "administrator")]
    own = [telegram.bot_id] if chat.bot_status == "administrator" else []
    return [_member(telegram, chat, user_id) for user_id in leading + own]


def leave_chat(telegram: LocalTelegram, parameters: Parameters) -> bool:
    chat = known_chat(telegram, parameters)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    joined_chat(telegram, parameters).bot_status = "left"
    return True


def send_photo(telegram: LocalTelegram, parameters: Parameters) -> Json:
    chat = writable_chat(telegram, parameters)
    hidden: Json = {"has_media_spoiler": True} if parameters.boolean("has_spoiler") else {}
    photo: Json = {"photo": [_photo(telegram, parameters)]} | hidden
    return post(telegram, chat, parameters, photo | caption(parameters))


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


def _size(content: bytes) -> tuple[int, int]:
    """Of a PNG; a JPEG is taken at its word, anything else is no picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        if not 0 < width + height <= 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return width, height
    if content.startswith(b"\xff\xd8\xff"):
        return 1280, 720
    raise bad_request("IMAGE_PROCESS_FAILED")


def _member(telegram: LocalTelegram, chat: Chat, user_id: int) -> Json:
    own = user_id == telegram.bot_id
    status = chat.bot_status if own else chat.members.get(user_id, "left")
    user = telegram.bot_json() if own else telegram.users[user_id].json()
    return member_json(user, "member" if chat.kind == "private" else status)
