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
from telegram.constants import BotCommandScopeType
from telegram.error import TelegramError

from bot.database.chats.menus import StoredMenus
from bot.handlers.command import Changes, Command
from bot.handlers.commands import Commands
from bot.transport.application import TelegramApplication
from bot.words import LANGUAGES, Words

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
                menu = [
                    _line(command, words, in_group=scope.type != BotCommandScopeType.ALL_PRIVATE_CHATS)
                    for command in offered
                ]
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


def _line(command: Command, words: Words, *, in_group: bool) -> BotCommand:
    # The library knows no such field yet; nor do older servers, which leave it out.
    about = {"is_ephemeral": True} if in_group and command.for_asker else None
    return BotCommand(*command.line(words), api_kwargs=about)
