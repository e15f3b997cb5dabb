"""What the bot promises to tell unasked: no more than its sources can."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.events.alerting import AlertKind

WITHOUT_LIVE = (AlertKind.ENDS, AlertKind.DRAWS, AlertKind.STORY, AlertKind.REMINDERS)
"""What can be told without a source of live scores: before it begins, or once it is over."""


@dataclass(frozen=True, slots=True)
class Promises:
    """Made of what the sources of newer results can; without such sources nothing is promised."""

    results: bool = False
    """Results and draws, when they come in."""
    live: bool = False
    """What happens on the pitch, while it happens."""

    @property
    def kinds(self) -> tuple[AlertKind, ...]:
        """The kinds of alerts that a chat may count on."""
        if self.live:
            return tuple(AlertKind)
        return WITHOUT_LIVE if self.results else ()
