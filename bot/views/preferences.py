"""How the settings of a chat look, and those of its alerts."""

from __future__ import annotations

from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage
from bot.views.answer import bold, escape, lines, paragraphs
from bot.words import Words


def preferences_text(
    language: str | None, words: Words, *, spoiler: bool, silent: bool, admins_follow: bool | None
) -> str:
    """What is set now; who may follow is set in groups only."""
    return lines(
        bold(words.preferences_title),
        escape(words.preference_language(language)),
        escape(words.preference_spoiler(spoiler)),
        escape(words.preference_silent(silent)),
        "" if admins_follow is None else escape(words.preference_admins_follow(admins_follow)),
    )


def alert_preferences_text(settings: AlertSettings, words: Words, *, follows: bool) -> str:
    """What a chat is told without asking."""
    kinds = [words.alert_kinds[kind] for kind in AlertKind if kind in settings.kinds]
    return paragraphs(
        lines(
            f"🔔 {bold(words.alerts_title)}",
            escape(words.alerts_told(kinds)),
            escape(words.alerts_live(settings.live is LiveMessage.FOLLOWED)),
            escape(words.alerts_delay(settings.delay)),
            escape(words.alerts_quiet(settings.quiet)),
        ),
        "" if follows else escape(words.alerts_need_clubs),
    )
