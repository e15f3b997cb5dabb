"""How the bot speaks to the local Telegram: a token, a method and its parameters in, a response out."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.local.telegram import reach
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.methods import account, ephemeral, guests, messages, queries
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
    since: tuple[int, int] = (9, 0)
    """The version of the Bot API that brought it."""


_CHAT = {"chat_id": Form.CHAT}
_MESSAGE = {**_CHAT, "message_id": Form.INTEGER}
_MARKUP = {"reply_markup": Form.OBJECT}
_TEXT = {"text": Form.TEXT, "parse_mode": Form.TEXT}
_SENDING = {
    **_CHAT,
    **_MARKUP,
    "message_thread_id": Form.INTEGER,
    "direct_messages_topic_id": Form.INTEGER,
    "disable_notification": Form.BOOLEAN,
    "reply_parameters": Form.OBJECT,
    "ephemeral_message_parameters": Form.OBJECT,
}
_EPHEMERAL = {**_CHAT, "receiver_user_id": Form.INTEGER, "ephemeral_message_id": Form.INTEGER}
_PARAMETERS_SINCE = {"ephemeral_message_parameters": (10, 3)}
"""Those that are newer than their methods."""
METHODS = (
    _Method("getMe", account.get_me, {}),
    _Method(
        "setMyCommands",
        account.set_my_commands,
        {"scope": Form.OBJECT, "language_code": Form.TEXT, "commands": Form.ARRAY},
    ),
    _Method(
        "getUpdates",
        account.get_updates,
        {
            "offset": Form.INTEGER,
            "limit": Form.INTEGER,
            "timeout": Form.INTEGER,
            "allowed_updates": Form.ARRAY,
        },
    ),
    _Method(
        "setWebhook",
        account.set_webhook,
        {
            "url": Form.TEXT,
            "max_connections": Form.INTEGER,
            "allowed_updates": Form.ARRAY,
            "secret_token": Form.TEXT,
        },
    ),
    _Method("deleteWebhook", account.delete_webhook, {}),
    _Method("sendMessage", messages.send_message, {**_SENDING, **_TEXT}),
    _Method(
        "sendPhoto",
        messages.send_photo,
        {
            **_SENDING,
            "caption": Form.TEXT,
            "parse_mode": Form.TEXT,
            "photo": Form.FILE,
            "has_spoiler": Form.BOOLEAN,
        },
    ),
    _Method(
        "sendDocument",
        messages.send_document,
        {**_SENDING, "caption": Form.TEXT, "parse_mode": Form.TEXT, "document": Form.FILE},
    ),
    _Method(
        "editMessageText",
        messages.edit_message_text,
        {**_MESSAGE, **_TEXT, **_MARKUP, "inline_message_id": Form.TEXT},
    ),
    _Method("deleteMessage", messages.delete_message, _MESSAGE),
    _Method("getChatMember", reach.get_chat_member, {**_CHAT, "user_id": Form.INTEGER}),
    _Method(
        "answerCallbackQuery",
        queries.answer_callback_query,
        {"callback_query_id": Form.TEXT, "text": Form.TEXT},
    ),
    _Method(
        "answerGuestQuery",
        guests.answer_guest_query,
        {"guest_query_id": Form.TEXT, "result": Form.OBJECT},
        since=(10, 0),
    ),
    _Method(
        "editEphemeralMessageText",
        ephemeral.edit_ephemeral_message_text,
        {**_EPHEMERAL, **_TEXT, **_MARKUP},
        since=(10, 2),
    ),
    _Method("deleteEphemeralMessage", ephemeral.delete_ephemeral_message, _EPHEMERAL, since=(10, 2)),
    _Method(
        "answerInlineQuery",
        queries.answer_inline_query,
        {
            "inline_query_id": Form.TEXT,
            "results": Form.ARRAY,
            "cache_time": Form.INTEGER,
            "is_personal": Form.BOOLEAN,
        },
    ),
)
# Telegram takes the names of methods in any case.
_BY_NAME = {method.name.lower(): method for method in METHODS}


async def call(  # noqa: PLR0913, PLR0917 - everything that a request has
    telegram: LocalTelegram,
    token: str,
    method_name: str,
    given: dict[str, Any],
    files: dict[str, bytes] | None = None,
    file_names: dict[str, str] | None = None,
) -> LocalResponse:
    """Telegram's response; LocalTelegramError, remembered as a violation, where a test must fail."""
    if token != telegram.token:
        return refused(RefusalError(401, "Unauthorized"))
    method = _BY_NAME.get(method_name.lower())
    if method is None:
        raise telegram.violated(f"{method_name}: no such method, or the local Telegram does not play it")
    if method.since > telegram.version:
        return refused(RefusalError(404, "Not Found: method not found"))
    too_new = {name for name, since in _PARAMETERS_SINCE.items() if since > telegram.version}
    given = {name: value for name, value in given.items() if name not in too_new}
    telegram.calls.append((method.name, given))
    fault = None
    try:
        parameters = read(method.name, method.forms, given, files, file_names)
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
    """The first waiting fault that fits this request; each fault is used once."""
    for index, fault in enumerate(telegram.faults):
        if fault.method in (None, method) and fault.chat_id in (None, parameters.values.get("chat_id")):
            del telegram.faults[index]
            return fault
    return None
