"""A Wikipedia on this machine, and a season that is played while it is edited."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from zlib import crc32

import httpx
from aiohttp import web

from bot.football.events.observations import Observation
from bot.football.model import Goal, GoalKind, Match, Score, Status
from bot.local.sources.faults import FaultKind, SourceFault
from bot.local.sources.server import LocalSources, settings_at
from bot.local.under_way import observation_at
from bot.sources.live import InMemory, Pages, PagesInMemory, Surroundings
from bot.sources.wikipedia.client import SOURCE, Wikipedia

FAST = 1_000.0


@dataclass
class Wiki:
    """The local server, its clock, and what goes wrong with every request for now."""

    matches: Sequence[Match]
    now: datetime
    fault: FaultKind | None = None
    seconds: float = 0.0
    trouble_for: int | None = None
    """Requests; for ever where it is None."""
    pages: Pages = field(default_factory=PagesInMemory)
    server: LocalSources = field(init=False)
    address: str = ""
    client: httpx.AsyncClient = field(default_factory=lambda: httpx.AsyncClient(timeout=300))

    def __post_init__(self) -> None:
        self.server = LocalSources(self._at, lambda: self.now, self._fault)

    def _at(self, moment: datetime) -> list[Observation]:
        return [observation_at(match, moment) for match in self.matches]

    def _fault(self, number: int) -> SourceFault | None:
        if self.trouble_for is not None and number > self.trouble_for:
            return None
        return SourceFault(self.fault, self.seconds) if self.fault else None

    @property
    def requests(self) -> int:
        return self.server.requests["wikipedia"]

    def source(self) -> Wikipedia:
        """A bot's source that was just started; its pages are those of the one before."""
        around = Surroundings(
            self.client, lambda _name: InMemory(), FAST, lambda _name: self.pages, lambda: self.now
        )
        made = SOURCE.make(settings_at(self.address), around)
        assert isinstance(made, Wikipedia)
        return made


@asynccontextmanager
async def wiki(matches: Sequence[Match], now: datetime) -> AsyncIterator[Wiki]:
    found = Wiki(matches, now)
    runner = web.AppRunner(found.server.application(), shutdown_timeout=0, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        async with found.client:
            yield found
    finally:
        await runner.cleanup()


def played(match: Match) -> Match:
    """The match with a result and goals of our own making, the same every time."""
    lot = crc32(f"{match.home.id} {match.away.id}".encode())
    score = Score(lot % 4, lot // 4 % 4)
    sides = [match.home] * score.home + [match.away] * score.away
    goals = tuple(
        Goal(
            club,
            f"Player {(lot >> 4) + place % 2}",
            minute := 3 + place * 14,
            stoppage=2 if minute == 45 else None,
            kind=tuple(GoalKind)[(lot + place) % 3],
        )
        for place, club in enumerate(sides)
    )
    kick_off = match.kick_off or datetime.combine(match.date or date.max, time(19), UTC)
    return replace(
        match,
        status=Status.PLAYED,
        kick_off=kick_off,
        full_time=score,
        half_time=None,
        goals=goals,
        unmarked=frozenset(),
    )


def next_morning(moment: datetime) -> datetime:
    """Ten o'clock of the next day, when the seasons are asked about."""
    return (moment + timedelta(days=1)).replace(hour=8, minute=0)
