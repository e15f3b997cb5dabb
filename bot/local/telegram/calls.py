"""How the bot speaks to the local Telegram: a token, a method and its parameters in, a response out."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.local.telegram import files as files_kept
from bot.local.telegram import intake, messages, profile, queries, rooms
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.parameters import Form, Parameters, read
from bot.local.telegram.refusals import (
    Fault,
    LocalResponse,
    LocalTelegramError,
    RefusalError,
    refused,
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Method:
    name: str
    act: Callable[[LocalTelegram, Parameters], object | Awaitable[object]]
    forms: dict[str, Form]


_CHAT = {"chat_id": Form.CHAT}
_MESSAGE = {**_CHAT, "message_id": Form.INTEGER}
_MARKUP = {"reply_markup": Form.OBJECT}
_TEXT = {
    "text": Form.TEXT,
    "parse_mode": Form.TEXT,
    "entities": Form.ARRAY,
    "link_preview_options": Form.OBJECT,
}
_CAPTION = {"caption": Form.TEXT, "parse_mode": Form.TEXT, "caption_entities": Form.ARRAY}
_SENDING = {
    **_CHAT,
    **_MARKUP,
    "message_thread_id": Form.INTEGER,
    "direct_messages_topic_id": Form.INTEGER,
    "disable_notification": Form.BOOLEAN,
    "protect_content": Form.BOOLEAN,
    "reply_parameters": Form.OBJECT,
}
_COMMANDS = {"scope": Form.OBJECT, "language_code": Form.TEXT}
_METHODS = (
    _Method("getMe", profile.get_me, {}),
    _Method(
        "getUpdates",
        intake.get_updates,
        {
            "offset": Form.INTEGER,
            "limit": Form.INTEGER,
            "timeout": Form.INTEGER,
            "allowed_updates": Form.ARRAY,
        },
    ),
    _Method(
        "setWebhook",
        intake.set_webhook,
        {
            "url": Form.TEXT,
            "max_connections": Form.INTEGER,
            "allowed_updates": Form.ARRAY,
            "drop_pending_updates": Form.BOOLEAN,
            "secret_token": Form.TEXT,
        },
    ),
    _Method("deleteWebhook", intake.delete_webhook, {"drop_pending_updates": Form.BOOLEAN}),
    _Method("getWebhookInfo", intake.get_webhook_info, {}),
    _Method("sendMessage", messages.send_message, {**_SENDING, **_TEXT}),
    _Method(
        "sendPhoto",
        rooms.send_photo,
        {**_SENDING, **_CAPTION, "photo": Form.FILE, "has_spoiler": Form.BOOLEAN},
    ),
    _Method("editMessageText", messages.edit_message_text, {**_MESSAGE, **_TEXT, **_MARKUP}),
    _Method("editMessageCaption", messages.edit_message_caption, {**_MESSAGE, **_CAPTION, **_MARKUP}),
    _Method("editMessageReplyMarkup", messages.edit_message_reply_markup, {**_MESSAGE, **_MARKUP}),
    _Method("deleteMessage", messages.delete_message, _MESSAGE),
    _Method(
        "answerCallbackQuery",
        queries.answer_callback_query,
        {
            "callback_query_id": Form.TEXT,
            "text": Form.TEXT,
            "show_alert": Form.BOOLEAN,
            "url": Form.TEXT,
            "cache_time": Form.INTEGER,
        },
    ),
    _Method(
        "answerInlineQuery",
        queries.answer_inline_query,
        {
            "inline_query_id": Form.TEXT,
            "results": Form.ARRAY,
            "cache_time": Form.INTEGER,
            "is_personal": Form.BOOLEAN,
            "next_offset": Form.TEXT,
            "button": Form.OBJECT,
        },
    ),
    _Method(
        "sendChatAction",
        rooms.send_chat_action,
        {**_CHAT, "action": Form.TEXT, "message_thread_id": Form.INTEGER},
    ),
    _Method("getFile", files_kept.get_file, {"file_id": Form.TEXT}),
    _Method("getChat", rooms.get_chat, _CHAT),
    _Method("getChatMember", rooms.get_chat_member, {**_CHAT, "user_id": Form.INTEGER}),
    _Method("getChatAdministrators", rooms.get_chat_administrators, _CHAT),
    _Method("leaveChat", rooms.leave_chat, _CHAT),
    _Method("setMyCommands", profile.set_my_commands, {**_COMMANDS, "commands": Form.ARRAY}),
    _Method("getMyCommands", profile.get_my_commands, _COMMANDS),
    _Method("deleteMyCommands", profile.delete_my_commands, _COMMANDS),
    *(
        _Method(f"setMy{title}", profile.text_setter(name), {name: Form.TEXT, "language_code": Form.TEXT})
        for name, title in (
            ("name", "Name"),
            ("description", "Description"),
            ("short_description", "ShortDescription"),
        )
    ),
    *(
        _Method(f"getMy{title}", profile.text_getter(name), {"language_code": Form.TEXT})
        for name, title in (
            ("name", "Name"),
            ("description", "Description"),
            ("short_description", "ShortDescription"),
        )
    ),
)
# Telegram takes the names of methods in any case.
_BY_NAME = {method.name.lower(): method for method in _METHODS}


async def call(
    telegram: LocalTelegram,
    token: str,
    method_name: str,
    given: dict[str, Any],
    files: dict[str, bytes] | None = None,
) -> LocalResponse:
    """What Telegram answers; LocalTelegramError, remembered as a violation, where a test must fail."""
    if token != telegram.token:
        return refused(RefusalError(401, "Unauthorized"))
    method = _BY_NAME.get(method_name.lower())
    if method is None:
        raise telegram.violated(f"{method_name}: no such method, or the local Telegram does not play it")
    telegram.calls.append((method.name, given))
    fault = None
    try:
        parameters = read(method.name, method.forms, given, files)
        fault = _fault(telegram, method.name, parameters) if telegram.faults else None
        if fault and fault.refusal:
            raise fault.refusal
        result = method.act(telegram, parameters)
        if inspect.isawaitable(result):
            result = await result
    except RefusalError as refusal:
        telegram.refusals.append((method.name, refusal.description))
        response = refused(refusal)
    except LocalTelegramError as error:
        _log.error("%s: %s", method.name, error)
        raise telegram.violated(f"{method.name}: {error}") from None
    else:
        response = LocalResponse(200, {"ok": True, "result": result})
    return replace(response, delay=fault.delay, lost=fault.lost, html=fault.html) if fault else response


def _fault(telegram: LocalTelegram, method: str, parameters: Parameters) -> Fault | None:
    """The first of the faults in waiting that fits this request; it befalls one request only."""
    for index, fault in enumerate(telegram.faults):
        if fault.method in (None, method) and fault.chat_id in (None, parameters.values.get("chat_id")):
            del telegram.faults[index]
            return fault
    return None
