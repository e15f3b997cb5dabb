"""Which command menus Telegram was last given."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.chats import Chats
from bot.database.chats.connection import read

MENU = "SELECT hash FROM menus WHERE scope = ? AND language = ?"
REMEMBER_MENU = "INSERT OR REPLACE INTO menus (scope, language, hash) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class StoredMenus:
    chats: Chats

    def menu_of(self, scope: str, language: str) -> str | None:
        """The hash of the command menu that Telegram was last given for a scope and language."""
        for (menu,) in read(self.chats.db, MENU, scope, language):
            return str(menu)
        return None

    def remember_menu(self, scope: str, language: str, menu: str) -> None:
        with self.chats.writing():
            self.chats.db.execute(REMEMBER_MENU, (scope, language, menu))
