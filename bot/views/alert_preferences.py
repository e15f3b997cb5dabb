"""How it looks what a chat is told without asking, with a button for each change."""

from __future__ import annotations

from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage, QuietHours
from bot.views.answer import Answer, Button, bold, escape, lines, paragraphs
from bot.words import Words, first_upper

DELAYS = (0, 15, 30, 60, 120)
"""Seconds."""
QUIET = (None, QuietHours(22, 8), QuietHours(23, 8))
ON, OFF = "✅ ", "▫️ "


def alert_preferences_text(settings: AlertSettings, words: Words, *, follows: bool) -> Answer:
    """What is told now; a button that is on turns it off, of a row of choices one is marked."""
    live = settings.live is LiveMessage.FOLLOWED
    kinds = [words.alert_kind(kind) for kind in AlertKind if kind in settings.kinds]
    return Answer(
        paragraphs(
            lines(
                f"🔔 {bold(words.alerts_title)}",
                escape(words.alerts_told(kinds)),
                escape(words.alerts_live(live)),
                escape(words.alerts_delay(settings.delay)),
                escape(words.alerts_quiet(settings.quiet)),
            ),
            "" if follows else escape(words.alerts_need_clubs),
        ),
        (
            *_kinds(settings, words),
            (_button(words.button_live, f"i|live|{int(not live)}", on=live),),
            tuple(
                _button(words.button_delay(delay), f"i|delay|{delay}", on=settings.delay == delay)
                for delay in DELAYS
            ),
            tuple(
                _button(words.button_quiet(hours), f"i|quiet|{_stored(hours)}", on=settings.quiet == hours)
                for hours in QUIET
            ),
            (Button(words.button_back, "i|back"),),
        ),
    )


def _kinds(settings: AlertSettings, words: Words) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        _button(first_upper(words.alert_kind(kind)), f"i|kind|{place}", on=kind in settings.kinds)
        for place, kind in enumerate(AlertKind)
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _button(label: str, data: str, *, on: bool) -> Button:
    return Button(f"{ON if on else OFF}{label}", data)


def _stored(hours: QuietHours | None) -> str:
    return f"{hours.begin}-{hours.end}" if hours else ""
