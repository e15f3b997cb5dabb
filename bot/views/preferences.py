"""How the settings of a chat look, and those of its alerts."""

from __future__ import annotations

from collections.abc import Iterable

from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage
from bot.football.events.promises import Promises
from bot.views.answer import bold, escape, filled, lines, paragraphs
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


def alerts_line(label: str, kinds: Iterable[AlertKind], words: Words) -> str:
    """Meldingen: doelpunten · uitslagen."""
    names = " · ".join(words.alert_kinds[kind] for kind in kinds)
    return (
        filled(escape(f"{label}: {names}").split(" · "), " · ") if names else f"🔕 {escape(words.alerts_off)}"
    )


def alert_preferences_text(
    settings: AlertSettings, promises: Promises, words: Words, *, follows: bool, of_competition: bool
) -> str:
    """What a chat is told without asking, of all that is promised."""
    if not promises.kinds:
        return lines(f"🔔 {bold(words.alerts_title)}", escape(words.alerts_none))
    kinds = [kind for kind in promises.kinds if kind in settings.kinds]
    live = settings.live is LiveMessage.FOLLOWED
    return paragraphs(
        lines(
            f"🔔 {bold(words.alerts_title)}",
            alerts_line(words.alerts_on, kinds, words),
            escape(words.alerts_live(live)) if promises.live else "",
            escape(words.alerts_of_competition(settings.every_match, live)) if of_competition else "",
            escape(words.alerts_delay(settings.delay)) if promises.live else "",
            escape(words.alerts_quiet(settings.quiet)),
        ),
        "" if promises.live else escape(words.alerts_need_live),
        "" if follows else escape(words.alerts_need_clubs),
    )
