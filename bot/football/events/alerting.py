"""Which kind of alert a happening is: what a chat can ask for, or not."""

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
    """What there is to tell; the values are what is stored."""

    KICK_OFFS = "kick-offs"
    GOALS = "goals"
    """Those taken back and the kicks of a shoot-out too."""
    RED_CARDS = "red cards"
    BREAKS = "breaks"
    """Half-time, extra time, a shoot-out."""
    ENDS = "ends"
    """With who goes through; what is moved, called off, awarded or corrected too."""
    DRAWS = "draws"
    STORY = "story"
    """Of the night, once it is over."""


WITH_SOUND = frozenset({AlertKind.GOALS, AlertKind.ENDS, AlertKind.DRAWS})
"""What deserves a sound, and what a chat is told until it chooses otherwise."""


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
    """What the one message of an evening, edited as things happen, is about."""

    FOLLOWED = "followed"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class AlertSettings:
    kinds: frozenset[AlertKind] = WITH_SOUND
    delay: int = 0
    """Seconds to wait with everything, for those who watch a stream."""
    quiet: QuietHours | None = None
    live: LiveMessage = LiveMessage.FOLLOWED


def kind_of(change: MatchEvent) -> AlertKind:
    match change:
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
