"""The bot's own account: who it is, its menu of commands, and how its updates leave for it."""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from bot.local.telegram.chats import Json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, bad_request
from bot.local.telegram.updates import UPDATE_TYPES

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
_LONGEST_POLL = 50
_MOST_UPDATES = 100
_PORTS = {None, 443, 80, 88, 8443}
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def get_me(telegram: LocalTelegram, _: Parameters) -> Json:
    return telegram.bot_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not telegram.privacy_mode,
        "supports_inline_queries": telegram.inline_mode,
        "supports_guest_queries": telegram.guest_mode and telegram.version >= (10, 0),
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(telegram: LocalTelegram, parameters: Parameters) -> bool:
    commands = parameters.array("commands")
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or command.keys() - {"is_ephemeral"} != {"command", "description"}:
            raise LocalTelegramError(f"no BotCommand: {command!r}")
        if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    telegram.commands[_place(telegram, parameters)] = commands
    return True


async def get_updates(telegram: LocalTelegram, parameters: Parameters) -> list[Json]:
    _allow(telegram, parameters)
    return await telegram.updates.poll(
        parameters.integer("offset"),
        min(max(parameters.integer("limit", _MOST_UPDATES), 1), _MOST_UPDATES),
        min(max(parameters.integer("timeout"), 0), _LONGEST_POLL),
    )


def set_webhook(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """Keeps the webhook; the HTTP door delivers to it."""
    url = parameters.text("url")
    parts = urlsplit(url)
    if not url:
        return delete_webhook(telegram, parameters)
    if parts.scheme != "https" and not telegram.local_mode:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in _PORTS and not telegram.local_mode:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = parameters.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = parameters.integer("max_connections", 40)
    if not 1 <= connections <= 100:
        raise LocalTelegramError(f"max_connections must be 1-100, not {connections}")
    _allow(telegram, parameters)
    telegram.updates.set_webhook({"url": url, "secret_token": secret, "max_connections": connections})
    return True


def delete_webhook(telegram: LocalTelegram, _: Parameters) -> bool:
    telegram.updates.set_webhook({})
    return True


def _allow(telegram: LocalTelegram, parameters: Parameters) -> None:
    if not parameters.has("allowed_updates"):
        return
    kinds = parameters.array("allowed_updates")
    unknown = set(kinds) - UPDATE_TYPES
    if unknown:
        raise LocalTelegramError(f"there are no updates of the kind {sorted(unknown)}")
    telegram.updates.allow(kinds)


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
