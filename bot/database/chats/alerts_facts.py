"""Who is told what happens, and how."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.events.alerting import AlertSettings


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
