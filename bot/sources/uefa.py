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

import httpx

from bot.football.events.observations import Observation
from bot.football.season.evening import evening_of_match
from bot.sources.asking import Question, ask, json_of
from bot.sources.live import Quota
from bot.sources.seen import Seen, tell_new
from bot.sources.shape import SourceError
from bot.sources.uefa_reading import COMPETITIONS, NAME, read_uefa

PAGE = 200
"""Matches in one answer; UEFA gives 500 at the most."""
MOST_PAGES = 5
A_MONTH = timedelta(days=30)
PAUSE = 1.0
"""Seconds between two requests for days that nobody waits for."""


@dataclass(slots=True)
class Uefa:
    """A live source; `problems` are what its last look could not read."""

    client: httpx.AsyncClient
    url: str
    name: str = NAME
    quota: Quota | None = None
    is_live: bool = True
    pause: float = PAUSE
    problems: tuple[str, ...] = field(default=(), init=False)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """An evening's matches; in the far east of Europe they may stand under the day after."""
        del now
        seen = await self.between(day, day + timedelta(days=1))
        tell_new(self.name, self.problems, seen.problems)
        self.problems = seen.problems
        return tuple(one for one in seen.sightings if evening_of_match(one.match) == day)

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        """A month a request, with a pause after each."""
        found: list[Observation] = []
        problems: list[str] = []
        while first <= last:
            until = min(first + A_MONTH, last)
            seen = await self.between(first, until)
            found += seen.sightings
            problems += seen.problems
            first = until + timedelta(days=1)
            await asyncio.sleep(self.pause)
        tell_new(self.name, self.problems, problems)
        return tuple(found)

    async def between(self, first: date, last: date) -> Seen:
        """Every match of these days, by the calendar of the place; for filling holes of the past too."""
        seen = Seen()
        for page in range(MOST_PAGES):
            payload = await self._page(first, last, page)
            found = read_uefa(payload).or_refused(self._place)
            seen = Seen((*seen.sightings, *found.sightings), (*seen.problems, *found.problems))
            if not isinstance(payload, list) or len(payload) < PAGE:
                return seen
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
        answer = await ask(self.client, Question(self._place, "UEFA_API_URL", params, headers))
        return json_of(answer, self._place)
