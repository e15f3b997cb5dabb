"""The options of an evening that is played again, and the error when it can't be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.errors import BotError
from bot.local.sources.faults import FaultKind


class ReplayError(BotError):
    """An evening can't be played again; the message says why."""


@dataclass(frozen=True, slots=True)
class ReplayOptions:
    day: date
    speed: float = 60.0
    sources: tuple[str, ...] = ("uefa",)
    faults: tuple[FaultKind, ...] = ()
    follow: tuple[str, ...] = ()
    """Clubs, as somebody would type them, for the chat in the terminal."""
    in_telegram: bool = False
