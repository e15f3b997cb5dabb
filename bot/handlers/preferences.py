"""`/instellingen`: language, spoiler mode, silent; in groups for administrators only."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.chats import Chats
from bot.database.chats.facts import ChatSettings
from bot.handlers.alert_preferences import BACK, PREFERENCE, AlertPreferences
from bot.handlers.command import Changes, Command, Names
from bot.handlers.query import Row, Rows
from bot.handlers.request import Request
from bot.views.answer import Answer, Button
from bot.views.finding import sentence
from bot.views.preferences import preferences_text
from bot.words import LANGUAGES, Words

LANGUAGE, ALERTS = f"{PREFERENCE}|language|", f"{PREFERENCE}|alerts"
SWITCHES = {
    f"{PREFERENCE}|spoiler|": Chats.set_spoiler,
    f"{PREFERENCE}|silent|": Chats.set_silent,
    f"{PREFERENCE}|follow|": Chats.set_admins_follow,
}
"""What a button sets, by its data without the last part: 1 is on, 0 is off."""


@dataclass(frozen=True, slots=True)
class PreferencesCommand(Command):
    names = Names("instellingen", "settings")
    button = PREFERENCE
    changes = Changes.CHAT
    chats: Chats
    alerts: AlertPreferences

    def answer(self, request: Request, words: Words) -> Answer:
        if request.chat is None:
            return sentence(words.only_in_a_chat())
        settings = self.chats.settings(request.chat)
        text = preferences_text(
            settings.language,
            words,
            spoiler=settings.spoiler,
            silent=settings.silent,
            admins_follow=settings.admins_follow if request.in_group else None,
        )
        return Answer(text, _buttons(settings, words, in_group=request.in_group))

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        """Change one thing and show them all again; None for what can't be changed so."""
        chat = request.chat
        if chat is None:
            return None
        if data == ALERTS:
            return self.alerts.shown(chat, words)
        if data.startswith(LANGUAGE) and (code := data.removeprefix(LANGUAGE)) in {*LANGUAGES, ""}:
            self.chats.set_language(chat, code or None, request.now)
            # The choice is confirmed in the language that was chosen.
            words = LANGUAGES.get(code, words)
        elif data[:-1] in SWITCHES and data[-1] in "01":
            SWITCHES[data[:-1]](self.chats, chat, request.now, on=data[-1] == "1")
        elif data != BACK:
            return self.alerts.pressed(data, chat, request, words)
        return self.answer(request, words)


def _buttons(settings: ChatSettings, words: Words, *, in_group: bool) -> Rows:
    """Every button says what it will do."""
    spoiler, silent, follow = SWITCHES
    return (
        (
            Button("Nederlands", f"{LANGUAGE}nl"),
            Button("English", f"{LANGUAGE}en"),
            Button(words.button_language_of_asker(), LANGUAGE),
        ),
        _switch(words.button_spoiler(not settings.spoiler), spoiler, on=not settings.spoiler),
        _switch(words.button_silent(not settings.silent), silent, on=not settings.silent),
        *(
            [
                _switch(
                    words.button_admins_follow(not settings.admins_follow),
                    follow,
                    on=not settings.admins_follow,
                )
            ]
            if in_group
            else []
        ),
        (Button(words.button_alerts(), ALERTS),),
    )


def _switch(label: str, data: str, *, on: bool) -> Row:
    return (Button(label, f"{data}{int(on)}"),)
