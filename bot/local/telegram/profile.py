"""The bot's own page: its menu of commands per scope and language, its name and descriptions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from bot.local.telegram.chats import Json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, bad_request

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_MOST_COMMANDS = 100
# What each scope must name besides its type.
_SCOPES: dict[str, set[str]] = {
    "default": set(),
    "all_private_chats": set(),
    "all_group_chats": set(),
    "all_chat_administrators": set(),
    "chat": {"chat_id"},
    "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}
TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(telegram: LocalTelegram, _: Parameters) -> Json:
    return telegram.bot_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not telegram.privacy_mode,
        "supports_inline_queries": telegram.inline_mode,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(telegram: LocalTelegram, parameters: Parameters) -> bool:
    commands = parameters.array("commands")
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or command.keys() != {"command", "description"}:
            raise LocalTelegramError(f"no BotCommand: {command!r}")
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    telegram.commands[_place(telegram, parameters)] = commands
    return True


def get_my_commands(telegram: LocalTelegram, parameters: Parameters) -> list[Json]:
    return telegram.commands.get(_place(telegram, parameters), [])


def delete_my_commands(telegram: LocalTelegram, parameters: Parameters) -> bool:
    telegram.commands.pop(_place(telegram, parameters), None)
    return True


def text_setter(name: str) -> Callable[[LocalTelegram, Parameters], bool]:
    def set_text(telegram: LocalTelegram, parameters: Parameters) -> bool:
        text = parameters.text(name)
        if len(text) > TEXT_LIMITS[name]:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        telegram.texts[name, _language(parameters)] = text
        return True

    return set_text


def text_getter(name: str) -> Callable[[LocalTelegram, Parameters], Json]:
    def get_text(telegram: LocalTelegram, parameters: Parameters) -> Json:
        """In the language asked for, else in the one for everybody."""
        texts = telegram.texts
        everybody = texts.get((name, ""), telegram.bot_name if name == "name" else "")
        return {name: texts.get((name, _language(parameters))) or everybody}

    return get_text


def _place(telegram: LocalTelegram, parameters: Parameters) -> tuple[str, str]:
    scope = parameters.object("scope") or {"type": "default"}
    named = _SCOPES.get(scope.get("type", ""))
    if named is None or scope.keys() != {"type", *named}:
        raise LocalTelegramError(f"no BotCommandScope: {scope!r}")
    if "chat_id" in named and scope["chat_id"] not in telegram.chats:
        raise bad_request("chat not found")
    return json.dumps(scope, sort_keys=True), _language(parameters)


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language
