"""`/instellingen`: language, spoiler mode, silent; in groups for administrators only."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.chats import Chats
from bot.database.chats.facts import ChatSettings
from bot.handlers.alert_preferences import PREFERENCE, AlertPreferences
from bot.handlers.command import Changes, Command, Names
from bot.handlers.query import Rows
from bot.handlers.request import Request
from bot.views.answer import Answer, Button
from bot.views.finding import sentence
from bot.views.preferences import preferences_text
from bot.words import LANGUAGES, Words

SWITCHES = {"spoiler": Chats.set_spoiler, "silent": Chats.set_silent, "follow": Chats.set_admins_follow}
"""What is on or off, by the second part of the data of its button; 1 or 0 is the third."""


@dataclass(frozen=True, slots=True)
class PreferencesCommand(Command):
    names = Names("instellingen", "settings")
    for_asker = True
    button = PREFERENCE
    changes = Changes.CHAT
    chats: Chats
    alerts: AlertPreferences

    def answer(self, request: Request, words: Words) -> Answer:
        if request.chat is None:
            return sentence(words.only_in_a_chat)
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
        match data.split("|"):
            case [_, "language", code] if code in {*LANGUAGES, ""}:
                self.chats.set_language(chat, code or None, request.now)
                # The choice is confirmed in the language that was chosen.
                words = LANGUAGES.get(code, words)
            case [_, name, ("0" | "1") as value] if name in SWITCHES:
                SWITCHES[name](self.chats, chat, request.now, on=value == "1")
            case [_, "alerts"]:
                return self.alerts.shown(chat, words)
            case [_, "back"]:
                pass
            case _:
                return self.alerts.pressed(data, chat, request, words)
        return self.answer(request, words)


def _buttons(settings: ChatSettings, words: Words, *, in_group: bool) -> Rows:
    """Every button says what it will do."""
    languages = (("nl", "Nederlands"), ("en", "English"), ("", words.button_language_of_asker))
    switches = [
        ("spoiler", words.button_spoiler, settings.spoiler),
        ("silent", words.button_silent, settings.silent),
        *([("follow", words.button_admins_follow, settings.admins_follow)] if in_group else []),
    ]
    return (
        tuple(Button(label, f"{PREFERENCE}|language|{code}") for code, label in languages),
        *(
            (Button(label(not is_on), f"{PREFERENCE}|{name}|{int(not is_on)}"),)
            for name, label, is_on in switches
        ),
        (Button(words.button_alerts, f"{PREFERENCE}|alerts"),),
    )
