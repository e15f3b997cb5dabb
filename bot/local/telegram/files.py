"""Files on the local Telegram: where a photo lies, and what is in it."""

from __future__ import annotations

from bot.local.telegram.chats import Json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import bad_request


def get_file(telegram: LocalTelegram, parameters: Parameters) -> Json:
    kept = telegram.photos.get(parameters.text("file_id"))
    if kept is None:
        raise bad_request("invalid file_id")
    about, _ = kept
    named = {name: about[name] for name in ("file_id", "file_unique_id", "file_size")}
    return named | {"file_path": _path(about)}


def file_at(telegram: LocalTelegram, path: str) -> bytes | None:
    """What lies at the file_path that getFile gave."""
    return next((content for about, content in telegram.photos.values() if _path(about) == path), None)


def _path(about: Json) -> str:
    return f"photos/{about['file_unique_id']}"
