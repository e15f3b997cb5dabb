"""Telegram's command menus, from the one list of commands: set only when they changed."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from bot.database.chats.menus import StoredMenus
from bot.handlers.command import Changes, Command
from bot.handlers.commands import Commands
from bot.transport.application import TelegramApplication
from bot.words import LANGUAGES

log = logging.getLogger(__name__)
DEFAULT = ""
"""Telegram's name for the menu of everybody whose language has none."""


@dataclass(frozen=True, slots=True)
class Menus:
    commands: Commands
    stored: StoredMenus

    async def set_changed(self, application: TelegramApplication) -> None:
        """Set the menus that changed since the last time; a refusal is no reason not to start."""
        for scope, offered in self._scopes():
            for language in (DEFAULT, *LANGUAGES):
                words = LANGUAGES[language or "nl"]
                menu = [BotCommand(*command.line(words)) for command in offered]
                written = hashlib.sha256(json.dumps([line.to_dict() for line in menu]).encode()).hexdigest()
                if self.stored.menu_of(scope.type, language) == written:
                    continue
                try:
                    await application.bot.set_my_commands(menu, scope, language or None)
                except TelegramError as refusal:
                    log.warning("the menu of commands could not be set: %s", type(refusal).__name__)
                    return
                self.stored.remember_menu(scope.type, language, written)

    def _scopes(self) -> Iterator[tuple[BotCommandScope, list[Command]]]:
        shown = [command for command in self.commands.listed if not command.is_hidden]
        yield BotCommandScopeAllPrivateChats(), shown
        yield (
            BotCommandScopeAllGroupChats(),
            [command for command in shown if command.changes is not Changes.CHAT],
        )
        yield BotCommandScopeAllChatAdministrators(), shown
