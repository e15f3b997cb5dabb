"""What a chat wants to be told without asking, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AlertKind(StrEnum):
    """What there is to tell; the values are what is stored."""

    KICK_OFFS = "kick-offs"
    GOALS = "goals"
    """Those taken back and the kicks of a shoot-out too."""
    RED_CARDS = "red cards"
    BREAKS = "breaks"
    """Half-time, extra time, a shoot-out."""
    ENDS = "ends"
    """With who goes through; what is called off, awarded or corrected too."""
    DRAWS = "draws"


WITH_SOUND = frozenset({AlertKind.GOALS, AlertKind.ENDS, AlertKind.DRAWS})
"""What deserves a sound, and what a chat is told until it chooses otherwise."""


class LiveMessage(StrEnum):
    """What the one message of an evening, edited as things happen, is about."""

    FOLLOWED = "followed"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one full hour to another on the clock of Amsterdam, past midnight too."""

    begin: int
    end: int

    def cover(self, hour: int) -> bool:
        if self.begin <= self.end:
            return self.begin <= hour < self.end
        return hour >= self.begin or hour < self.end


@dataclass(frozen=True, slots=True)
class AlertSettings:
    kinds: frozenset[AlertKind] = WITH_SOUND
    delay: int = 0
    """Seconds to wait with everything, for those who watch a stream."""
    quiet: QuietHours | None = None
    live: LiveMessage = LiveMessage.FOLLOWED


@dataclass(frozen=True, slots=True)
class Follower:
    """A chat to be told something, and how it wants to be told."""

    chat: int
    language: str | None
    spoiler: bool
    silent: bool
    alerts: AlertSettings
    clubs: frozenset[str]
    """The ids of those followed among the clubs asked about."""
    topic: int | None = None
    """The topic of a forum in which it chose to follow."""
