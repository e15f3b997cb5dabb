"""The description of the Bot API tells good requests from bad ones, and every request is held against it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.local.telegram import calls
from tests.bot_api import DESCRIPTION, METHODS, TYPES, faults_of

HELLO = {"chat_id": 7, "text": "Arsenal"}
BUTTON = {"text": "Seizoen", "callback_data": "r|1"}


def _keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("getMe", {}),
        ("sendMessage", HELLO),
        ("sendMessage", {"chat_id": "7", "text": "7", "disable_notification": "true"}),
        ("sendMessage", HELLO | {"chat_id": "@europees"}),
        ("sendMessage", HELLO | {"text": "<b>" + 4096 * "x" + "</b>"}),
        ("sendMessage", HELLO | {"reply_markup": _keyboard(BUTTON)}),
        ("sendMessage", HELLO | {"reply_markup": '{"inline_keyboard": []}'}),
        ("sendMessage", HELLO | {"reply_parameters": None}),
        ("answerCallbackQuery", {"callback_query_id": "7"}),
        ("setMyCommands", {"commands": [{"command": "uitslag", "description": "Uitslag"}]}),
    ],
)
def test_a_good_request_has_no_fault(method: str, given: dict[str, Any]) -> None:
    assert faults_of(method, given) == []


@pytest.mark.parametrize(
    ("method", "given", "fault"),
    [
        ("sendGoal", {}, "sendGoal: no such method is described"),
        ("sendMessage", {"text": "Arsenal"}, "sendMessage: chat_id is missing"),
        ("sendMessage", {"chat_id": 7, "text": ""}, "sendMessage: text is missing"),
        ("sendMessage", HELLO | {"score": 1}, "sendMessage: score is not described"),
        ("sendMessage", HELLO | {"text": 4097 * "x"}, "sendMessage: text: 4097 is more than 4096"),
        ("sendMessage", HELLO | {"text": "<b></b>"}, "sendMessage: text: 0 is less than 1"),
        (
            "sendMessage",
            HELLO | {"disable_notification": "ja"},
            "sendMessage: disable_notification: 'ja' is no JSON",
        ),
        (
            "sendMessage",
            HELLO | {"reply_markup": _keyboard(BUTTON | {"callback_data": 65 * "x"})},
            "sendMessage: reply_markup: inline_keyboard: 0: 0: callback_data: 65 is more than 64",
        ),
        (
            "sendMessage",
            HELLO | {"reply_markup": _keyboard(*9 * [BUTTON])},
            "sendMessage: reply_markup: inline_keyboard: 0: 9 is more than 8",
        ),
        ("getUpdates", {"limit": 101}, "getUpdates: limit: 101 is more than 100"),
        ("getUpdates", {"allowed_updates": '"message"'}, "getUpdates: allowed_updates: 'message' is no list"),
        (
            "deleteMessage",
            {"chat_id": 7, "message_id": True},
            "deleteMessage: message_id: True is no integer",
        ),
    ],
)
def test_a_bad_request_has_the_fault(method: str, given: dict[str, Any], fault: str) -> None:
    assert faults_of(method, given) == [fault]


def test_the_description_names_no_type_that_it_does_not_describe() -> None:
    forms = [form for kind in DESCRIPTION.values() for fields in kind.values() for form in fields.values()]
    named = {name for form in forms for name in re.findall(r"[A-Z]\w+", form)}
    assert named == {*TYPES}


def test_every_method_that_the_local_telegram_plays_is_described() -> None:
    assert {method.name for method in calls.METHODS} <= {*METHODS}
