"""The page of `/instellingen` about what a chat is told without asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage, QuietHours
from bot.football.events.following import is_close
from bot.football.events.promises import Promises
from bot.handlers.query import Rows, in_twos
from bot.handlers.request import Request
from bot.handlers.watching import Watching
from bot.views.alerts import NO_STORIES
from bot.views.answer import Answer, Button
from bot.views.preferences import alert_preferences_text
from bot.words import Words, first_upper

PREFERENCE = "i"
"""The first part of the data of every button of `/instellingen`."""
ON, OFF = "✅ ", "▫️ "
DELAYS = (0, 15, 30, 60, 120)
"""Seconds."""
QUIET = (None, QuietHours(22, 8), QuietHours(23, 8))
_CHOICES: dict[str, Mapping[str, Any]] = {
    "kind": {kind.value: kind for kind in AlertKind},
    "live": {live.value: live for live in LiveMessage},
    "every_match": {"0": False, "1": True},
    "delay": {str(delay): delay for delay in DELAYS},
    "quiet": {f"{hours.begin}-{hours.end}" if hours else "": hours for hours in QUIET},
}
"""The second part of the data of a button, the third, and what that chooses."""
_OLD_CHOICES: dict[str, Mapping[str, Any]] = {
    "kind": {
        "0": AlertKind.KICK_OFFS,
        "1": AlertKind.GOALS,
        "2": AlertKind.RED_CARDS,
        "3": AlertKind.BREAKS,
        "4": AlertKind.ENDS,
        "5": AlertKind.DRAWS,
        "6": AlertKind.STORY,
    },
    "live": {"0": LiveMessage.OFF, "1": LiveMessage.FOLLOWED},
}
"""What the buttons of older messages have."""


@dataclass(frozen=True, slots=True)
class AlertPreferences:
    chats: Chats
    alerts: Alerts
    watching: Watching

    def shown(self, chat: int, words: Words) -> Answer:
        settings, promises = self.alerts.settings(chat), self.watching.promises
        followed = self.chats.followed_by(chat)
        of_competition = promises.live and not all(map(is_close, followed))
        text = alert_preferences_text(
            settings, promises, words, follows=bool(followed), of_competition=of_competition
        )
        return Answer(text, _buttons(settings, promises, words, of_competition=of_competition))

    def pressed(self, data: str, chat: int, request: Request, words: Words) -> Answer | None:
        """Change one thing and show them all again; None for what can't be changed so."""
        if data == NO_STORIES:
            return self._without_stories(chat, request, words)
        _, what, written = (*data.split("|", 2), "", "")[:3]
        choices = {**_OLD_CHOICES.get(what, {}), **_CHOICES.get(what, {})}
        if written not in choices:
            return None
        settings, choice = self.alerts.settings(chat), choices[written]
        changes = {"kinds": settings.kinds ^ {choice}} if what == "kind" else {what: choice}
        self.chats.know(chat, request.now)
        self.alerts.save(chat, replace(settings, **changes))
        self.alerts.heard(chat, request.topic, words.code)
        return self.shown(chat, words)

    def _without_stories(self, chat: int, request: Request, words: Words) -> Answer:
        """Tell no more stories; the one above the button stays."""
        settings = self.alerts.settings(chat)
        self.chats.know(chat, request.now)
        self.alerts.save(chat, replace(settings, kinds=settings.kinds - {AlertKind.STORY}))
        return Answer("", notice=words.no_more_stories)


def _buttons(settings: AlertSettings, promises: Promises, words: Words, *, of_competition: bool) -> Rows:
    """A button that is on turns it off; of a row of choices one is marked. What is not promised has none."""
    back = (Button(words.button_back, f"{PREFERENCE}|back"),)
    if not promises.kinds:
        return (back,)
    is_live = settings.live is LiveMessage.FOLLOWED
    other = LiveMessage.OFF if is_live else LiveMessage.FOLLOWED
    kinds = [
        _button(first_upper(words.alert_kinds[kind]), "kind", kind, on=kind in settings.kinds)
        for kind in promises.kinds
    ]
    every = _button(
        words.button_every_match, "every_match", not settings.every_match, on=settings.every_match
    )
    while_it_happens = (
        *(((every,),) if of_competition else ()),
        (_button(words.button_live, "live", other, on=is_live),),
        tuple(_button(words.button_delay(each), "delay", each, on=each == settings.delay) for each in DELAYS),
    )
    return (
        *in_twos(kinds),
        *(while_it_happens if promises.live else ()),
        tuple(_button(words.button_quiet(each), "quiet", each, on=each == settings.quiet) for each in QUIET),
        back,
    )


def _button(label: str, what: str, choice: object, *, on: bool) -> Button:
    written = next(text for text, chosen in _CHOICES[what].items() if chosen == choice)
    return Button(f"{ON if on else OFF}{label}", f"{PREFERENCE}|{what}|{written}")
