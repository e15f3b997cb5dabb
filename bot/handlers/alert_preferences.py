"""The page of `/instellingen` about what a chat is told without asking."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage, QuietHours
from bot.handlers.request import Request
from bot.views.alert_preferences import DELAYS, QUIET, alert_preferences_text
from bot.views.answer import Answer
from bot.words import Words

_KINDS = {str(place): kind for place, kind in enumerate(AlertKind)}
_DELAYS = {str(delay): delay for delay in DELAYS}
_QUIET: dict[str, QuietHours | None] = {f"{one.begin}-{one.end}" if one else "": one for one in QUIET}
_LIVE = {"0": LiveMessage.OFF, "1": LiveMessage.FOLLOWED}


@dataclass(frozen=True, slots=True)
class AlertPreferences:
    chats: Chats
    alerts: Alerts

    def shown(self, chat: int, words: Words) -> Answer:
        settings = self.alerts.settings(chat)
        return alert_preferences_text(settings, words, follows=bool(self.chats.followed_by(chat)))

    def pressed(self, what: str, value: str, chat: int, asked: Request, words: Words) -> Answer | None:
        """Change one thing and show them all again; None for what can't be changed so."""
        changed = _changed(self.alerts.settings(chat), what, value)
        if changed is None:
            return None
        self.chats.know(chat, asked.now)
        self.alerts.save(chat, changed)
        self.alerts.heard(chat, asked.topic, words.code)
        return self.shown(chat, words)


def _changed(settings: AlertSettings, what: str, value: str) -> AlertSettings | None:
    match what:
        case "kind" if value in _KINDS:
            return replace(settings, kinds=settings.kinds ^ {_KINDS[value]})
        case "delay" if value in _DELAYS:
            return replace(settings, delay=_DELAYS[value])
        case "quiet" if value in _QUIET:
            return replace(settings, quiet=_QUIET[value])
        case "live" if value in _LIVE:
            return replace(settings, live=_LIVE[value])
        case _:
            return None
