"""Inline keyboards as Telegram takes them, checked button by button."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from bot.local.telegram.chats import Chat, Json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, bad_request

_ACTIONS = {"callback_data", "url", "switch_inline_query"}
_MOST_BUTTONS = 100
_STYLES = {"primary", "success", "danger"}


def inline_keyboard(telegram: LocalTelegram, chat: Chat, parameters: Parameters) -> Json | None:
    """The message's reply_markup; None without buttons."""
    markup = parameters.object("reply_markup")
    if not markup:
        return None
    given = markup.get("inline_keyboard")
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise LocalTelegramError(f"inline_keyboard must be rows of buttons: {given!r}")
    rows = [[_button(telegram, chat, button) for button in row] for row in given if row]
    if sum(map(len, rows)) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _button(telegram: LocalTelegram, chat: Chat, button: Any) -> Json:  # noqa: ANN401 - whatever the bot sent
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise LocalTelegramError(f"no inline button: {button!r}")
    unknown = button.keys() - _ACTIONS - {"text", "style"}
    if unknown:
        raise LocalTelegramError(f"the local Telegram does not play {sorted(unknown)} of a button")
    if button.get("style", "primary") not in _STYLES:
        raise bad_request("BUTTON_STYLE_INVALID")
    if not button["text"].strip():
        raise bad_request("text of an inline keyboard button must be non-empty")
    actions = button.keys() & _ACTIONS
    if not actions:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise LocalTelegramError(f"a button does one thing: {button!r}")
    _check(telegram, chat, button, *actions)
    return button


def _check(telegram: LocalTelegram, chat: Chat, button: Json, action: str) -> None:
    value = button[action]
    if action == "callback_data":
        if not isinstance(value, str) or not 1 <= len(value.encode("utf-8", "surrogatepass")) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "url":
        _check_url(value)
    elif not telegram.inline_mode or chat.kind == "channel":
        # Needs inline mode at BotFather, and does not exist in channels.
        raise bad_request("BUTTON_TYPE_INVALID")


def _check_url(url: object) -> None:
    if not isinstance(url, str):
        raise LocalTelegramError(f"the url of a button must be text: {url!r}")
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        good = parts.scheme == "tg" or (parts.scheme in ("http", "https") and "." in (parts.hostname or ""))
    except ValueError:
        good = False
    if not good or " " in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
