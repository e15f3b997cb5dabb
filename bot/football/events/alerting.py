"""The kinds of alerts, and how a chat chooses among them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.football.events.events import (
    GoalDetailed,
    GoalDisallowed,
    GoalScored,
    KickedOff,
    KickTaken,
    MatchEvent,
    PhaseBegan,
    PlayerSentOff,
)


class AlertKind(StrEnum):
    """What a chat can hear of; the values are what is stored."""

    KICK_OFFS = "kick-offs"
    GOALS = "goals"
    """Goals taken back and the kicks of a shoot-out too."""
    RED_CARDS = "red cards"
    BREAKS = "breaks"
    """Half-time, extra time, a shoot-out."""
    ENDS = "ends"
    """With who goes through; matches moved, called off, awarded or corrected too."""
    DRAWS = "draws"
    STORY = "story"
    """The story of the night, once it is over."""
    REMINDERS = "reminders"
    """An hour before the kick-off of a followed club."""


WITH_SOUND = frozenset({AlertKind.GOALS, AlertKind.ENDS, AlertKind.DRAWS})
"""Alerts with a sound."""
BY_DEFAULT = WITH_SOUND | {AlertKind.STORY}
"""What a chat hears until it chooses otherwise, of the clubs that it follows."""


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one full hour to another on the clock of Amsterdam, past midnight too."""

    begin: int
    end: int

    def cover(self, hour: int) -> bool:
        if self.begin <= self.end:
            return self.begin <= hour < self.end
        return hour >= self.begin or hour < self.end


class LiveMessage(StrEnum):
    """Which matches the live message of an evening shows."""

    FOLLOWED = "followed"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class AlertSettings:
    kinds: frozenset[AlertKind] = BY_DEFAULT
    delay: int = 0
    """Seconds by which every alert waits, for those who watch a stream."""
    quiet: QuietHours | None = None
    live: LiveMessage = LiveMessage.FOLLOWED
    every_match: bool = False
    """Whether each match of a followed competition is told of as that of a followed club."""

    def tell_of_competition(self, kind: AlertKind) -> bool:
        """Whether a message of its own tells this of a match whose competition alone is followed.

        The live message has every result of the evening.
        """
        return self.every_match or (kind is AlertKind.ENDS and self.live is LiveMessage.OFF)


def kind_of(event: MatchEvent) -> AlertKind:
    match event:
        case KickedOff():
            return AlertKind.KICK_OFFS
        case GoalScored() | GoalDetailed() | GoalDisallowed() | KickTaken():
            return AlertKind.GOALS
        case PlayerSentOff():
            return AlertKind.RED_CARDS
        case PhaseBegan():
            return AlertKind.BREAKS
        case _:
            return AlertKind.ENDS
