"""What a chat wants to be told without asking, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.football.alerting import WITH_SOUND, AlertKind, QuietHours


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
