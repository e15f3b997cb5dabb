"""The one error that a source raises."""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import BotError


@dataclass
class SourceError(BotError):
    """A source can't be read; says where, and what to do about it. The only error a source raises."""

    place: str
    """A file or an address."""
    reason: str
    line: int | None = None
    wait: float | None = None
    """Seconds that the source asks to be left alone."""

    def __str__(self) -> str:
        where = self.place if self.line is None else f"{self.place}, line {self.line}"
        return f"{where}: {self.reason}"
