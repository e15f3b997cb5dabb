"""`/instellingen`: language, spoiler mode, silent; in groups for administrators only."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.chats import Chats
from bot.handlers.alert_preferences import AlertPreferences
from bot.handlers.request import Request
from bot.views.answer import Answer
from bot.views.finding import sentence
from bot.views.preferences import preferences_text
from bot.words import LANGUAGES, Words

PREFERENCE = "i"
"""The first part of the data of its buttons; then which one, and its new value."""


@dataclass(frozen=True, slots=True)
class PreferencesCommand:
    chats: Chats
    alerts: AlertPreferences

    def answer(self, asked: Request, words: Words) -> Answer:
        if asked.chat is None:
            return sentence(words.only_in_a_chat)
        settings = self.chats.settings(asked.chat)
        return preferences_text(
            settings.language,
            words,
            spoiler=settings.spoiler,
            silent=settings.silent,
            admins_follow=settings.admins_follow,
            in_group=asked.in_group,
        )

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """Change one thing and show them all again; None for what can't be changed so."""
        chat = asked.chat
        if chat is None:
            return None
        match data.split("|"):
            case [_, "language", code] if code in LANGUAGES or not code:
                self.chats.set_language(chat, code or None, asked.now)
                # The choice is confirmed in the language that was chosen.
                words = LANGUAGES.get(code, words)
            case [_, "spoiler", ("0" | "1") as on]:
                self.chats.set_spoiler(chat, asked.now, on=on == "1")
            case [_, "silent", ("0" | "1") as on]:
                self.chats.set_silent(chat, asked.now, on=on == "1")
            case [_, "follow", ("0" | "1") as on]:
                self.chats.set_admins_follow(chat, asked.now, on=on == "1")
            case [_, "alerts"]:
                return self.alerts.shown(chat, words)
            case [_, "back"]:
                pass
            case [_, what, value]:
                return self.alerts.pressed(what, value, chat, asked, words)
            case _:
                return None
        return self.answer(asked, words)
