"""The first look at the sources after a start, for which answers about this season wait a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.football.model import Season
from bot.football.seasons import season_of, season_on

PATIENCE = 2.0
"""Seconds that an answer waits at most."""


async def within_patience(done: asyncio.Event) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            await done.wait()


@dataclass(slots=True)
class FirstLook:
    """Nothing is waited for until it begins, nor once it is over or has failed."""

    wait: Callable[[asyncio.Event], Awaitable[None]] = within_patience
    """Returns when it happened, or when nobody would wait any longer."""
    _over: asyncio.Event | None = field(default=None, init=False)

    @property
    def is_under_way(self) -> bool:
        return self._over is not None and not self._over.is_set()

    def begin(self) -> None:
        self._over = asyncio.Event()

    def end(self) -> None:
        if self._over:
            self._over.set()

    async def awaited(self) -> bool:
        """Wait a moment for it; whether it is over by then."""
        if self._over is not None and not self._over.is_set():
            await self.wait(self._over)
        return not self.is_under_way


def concerns_now(season: Season | None, day: date | None, now: datetime) -> bool:
    """Whether a question about a season, a day or neither is about the running season."""
    about = season or (season_on(day) if day else None)
    return about is None or about >= season_of(now)
