"""UEFA's match API, which feeds uefa.com: every European match with scorers, red cards and shoot-outs.

- licence: none; unofficial, and uefa.com's terms forbid commercial use of its data. Off unless switched on.
- rate limit: none published; answers may be kept for a few seconds. One request a look, in pages of 200.
- time zone: moments in UTC; the days asked for are those of the place where a match is played.
- full time: `regular` is 90 minutes, `total` has the extra time too, `penalty` is the shoot-out alone. An
  extra time without goals that away goals decided (before 2021/22) can't be told from none.
- own goals: under the scorer's own club; turned round here.
- break before extra time: todo, because nobody has published what UEFA calls it; its phase is left open.
- half-time score: exempt, because it is not told.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

import httpx
from pydantic import BaseModel

from bot.football.events.observations import Observation
from bot.football.season.evening import evening_of_match
from bot.sources.errors import SourceError
from bot.sources.http import Fetch, HttpAddress, fetch, json_of
from bot.sources.live import Abilities, SourceDeclaration
from bot.sources.reading import ProblemLog, ReadResult
from bot.sources.uefa.reading import COMPETITIONS, NAME, read_uefa

PAGE = 200
"""Matches in one answer; UEFA gives 500 at the most."""
MOST_PAGES = 5
A_MONTH = timedelta(days=30)
PAUSE = 1.0
"""Seconds between two requests for days that nobody waits for."""
CAN = Abilities(live=True, scorers=True, seasons=True, delay=timedelta(minutes=1))


class UefaSettings(BaseModel):
    uefa_api_url: HttpAddress = "https://match.uefa.com/v5"


@dataclass(slots=True)
class Uefa:
    """A live source; `problems` are what its last look could not read."""

    client: httpx.AsyncClient
    url: str
    name: str = NAME
    can: Abilities = CAN
    pause: float = PAUSE
    problems: tuple[str, ...] = field(default=(), init=False)
    _log: ProblemLog = field(default_factory=partial(ProblemLog, NAME), init=False)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """An evening's matches; in the far east of Europe they may stand under the day after."""
        del now
        read = await self.between(day, day + timedelta(days=1))
        self._log.write(read.problems)
        self.problems = read.problems
        return tuple(observed for observed in read.matches if evening_of_match(observed.match) == day)

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        """Every match of these days, a month in each request, with a pause after it."""
        found: list[Observation] = []
        problems: list[str] = []
        while first <= last:
            until = min(first + A_MONTH, last)
            read = await self.between(first, until)
            found += read.matches
            problems += read.problems
            first = until + timedelta(days=1)
            await asyncio.sleep(self.pause)
        self._log.write(problems)
        return tuple(found)

    async def between(self, first: date, last: date) -> ReadResult[Observation]:
        """Every match of these days, by the calendar of the place where it is played."""
        read: ReadResult[Observation] = ReadResult()
        for page in range(MOST_PAGES):
            payload = await self._page(first, last, page)
            more = read_uefa(payload).or_refused(self._place)
            read = ReadResult((*read.matches, *more.matches), (*read.problems, *more.problems))
            if not isinstance(payload, list) or len(payload) < PAGE:
                return read
        raise SourceError(self._place, f"more than {MOST_PAGES * PAGE} matches: ask for fewer days at once")

    @property
    def _place(self) -> str:
        return f"{self.url}/matches"

    async def _page(self, first: date, last: date, page: int) -> object:
        params = {
            "competitionId": ",".join(COMPETITIONS),
            "fromDate": first.isoformat(),
            "toDate": last.isoformat(),
            "order": "ASC",
            "limit": str(PAGE),
            "offset": str(page * PAGE),
        }
        headers = {"Accept": "application/json"}
        response = await fetch(self.client, Fetch(self._place, "UEFA_API_URL", params, headers))
        return json_of(response, self._place)


SOURCE: SourceDeclaration[UefaSettings] = SourceDeclaration(
    NAME,
    CAN,
    lambda settings: settings.uefa_api_url,
    lambda settings, around: Uefa(around.client, settings.uefa_api_url, pause=PAUSE / around.pace),
    licence="none: unofficial, not for commercial use",
)
