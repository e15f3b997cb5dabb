"""The page of `/instellingen` about what a chat is told without asking."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage, QuietHours
from bot.handlers.query import Rows
from bot.handlers.request import Request
from bot.views.answer import Answer, Button
from bot.views.preferences import alert_preferences_text
from bot.words import Words

PREFERENCE = "i"
"""The first part of the data of every button of `/instellingen`."""
BACK = f"{PREFERENCE}|back"
ON, OFF = "✅ ", "▫️ "
Choice = AlertKind | LiveMessage | QuietHours | int | None
"""A kind to turn on or off, the live message, hours without alerts or none, or the seconds to wait."""
DELAYS = (0, 15, 30, 60, 120)
QUIET = (None, QuietHours(22, 8), QuietHours(23, 8))


def _data(choice: Choice) -> str:
    match choice:
        case AlertKind():
            return f"{PREFERENCE}|kind|{choice}"
        case LiveMessage():
            return f"{PREFERENCE}|live|{choice}"
        case QuietHours(begin, end):
            return f"{PREFERENCE}|quiet|{begin}-{end}"
        case None:
            return f"{PREFERENCE}|quiet|"
        case seconds:
            return f"{PREFERENCE}|delay|{seconds}"


_CHOICES: dict[str, Choice] = {
    **{_data(choice): choice for choice in (*AlertKind, *LiveMessage, *QUIET, *DELAYS)},
    # As buttons of older messages have it.
    "i|kind|0": AlertKind.KICK_OFFS,
    "i|kind|1": AlertKind.GOALS,
    "i|kind|2": AlertKind.RED_CARDS,
    "i|kind|3": AlertKind.BREAKS,
    "i|kind|4": AlertKind.ENDS,
    "i|kind|5": AlertKind.DRAWS,
    "i|kind|6": AlertKind.STORY,
    "i|live|0": LiveMessage.OFF,
    "i|live|1": LiveMessage.FOLLOWED,
}


@dataclass(frozen=True, slots=True)
class AlertPreferences:
    chats: Chats
    alerts: Alerts

    def shown(self, chat: int, words: Words) -> Answer:
        settings, follows = self.alerts.settings(chat), bool(self.chats.followed_by(chat))
        return Answer(alert_preferences_text(settings, words, follows=follows), _buttons(settings, words))

    def pressed(self, data: str, chat: int, request: Request, words: Words) -> Answer | None:
        """Change one thing and show them all again; None for what can't be changed so."""
        if data not in _CHOICES:
            return None
        changed = _changed(self.alerts.settings(chat), _CHOICES[data])
        self.chats.know(chat, request.now)
        self.alerts.save(chat, changed)
        self.alerts.heard(chat, request.topic, words.code)
        return self.shown(chat, words)


def _changed(settings: AlertSettings, choice: Choice) -> AlertSettings:
    match choice:
        case AlertKind():
            return replace(settings, kinds=settings.kinds ^ {choice})
        case LiveMessage():
            return replace(settings, live=choice)
        case QuietHours() | None:
            return replace(settings, quiet=choice)
        case seconds:
            return replace(settings, delay=seconds)


def _buttons(settings: AlertSettings, words: Words) -> Rows:
    """A button that is on turns it off; of a row of choices one is marked."""
    kinds = [
        _button(_first_upper(words.alert_kind(kind)), kind, on=kind in settings.kinds) for kind in AlertKind
    ]
    is_live = settings.live is LiveMessage.FOLLOWED
    other = LiveMessage.OFF if is_live else LiveMessage.FOLLOWED
    return (
        *(tuple(kinds[at : at + 2]) for at in range(0, len(kinds), 2)),
        (_button(words.button_live(), other, on=is_live),),
        tuple(_button(words.button_delay(delay), delay, on=delay == settings.delay) for delay in DELAYS),
        tuple(_button(words.button_quiet(hours), hours, on=hours == settings.quiet) for hours in QUIET),
        (Button(words.button_back(), BACK),),
    )


def _button(label: str, choice: Choice, *, on: bool) -> Button:
    return Button(f"{ON if on else OFF}{label}", _data(choice))


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
