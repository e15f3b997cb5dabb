"""The first look at the sources after a start, for which answers about this season wait a moment."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.football.model import Season
from bot.football.seasons import season_of, season_on

if TYPE_CHECKING:
    import asyncio

PATIENCE = 2.0
"""Seconds that an answer waits at most."""


@dataclass(slots=True)
class FirstLook:
    """Nothing is waited for until it begins, nor once it is over or has failed."""

    _over: asyncio.Event | None = field(default=None, init=False)

    @property
    def is_under_way(self) -> bool:
        return self._over is not None and not self._over.is_set()

    def begin(self) -> None:
        import asyncio  # noqa: PLC0415 - a single question is answered without it

        self._over = asyncio.Event()

    def end(self) -> None:
        if self._over:
            self._over.set()

    async def awaited(self) -> bool:
        """Wait a moment for it; whether it is over by then."""
        import asyncio  # noqa: PLC0415 - as above

        if self._over is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await self._over.wait()
        return not self.is_under_way


def concerns_now(season: Season | None, day: date | None, now: datetime) -> bool:
    """Whether a question about a season, a day or neither is about the running season."""
    about = season or (season_on(day) if day else None)
    return about is None or about >= season_of(now)
