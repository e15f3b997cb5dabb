"""API-Football v3: live matches with scorers and red cards, for whoever has a key.

- licence: a subscription; free plan without cost, 100 questions a day, only yesterday to tomorrow.
- rate limit: by the day, counted by us and by the answers' headers, across restarts too. Looks that come
  sooner than the quota can last repeat the look before; the last questions are kept for the final results.
- time zone: moments with their offset; the days asked for are Amsterdam's.
- full time: `fulltime` is 90 minutes, `extratime` is the extra time alone, `penalty` the shoot-out alone.
- own goals: under the club that benefits, as we have them.
- leg, aggregate, countries of clubs: exempt, because it has none; ours are computed and looked up.
- own goals and penalties of a day's list: done; scorers are asked for by number, 20 matches at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import httpx
from pydantic import SecretStr

from bot.football.events.observations import Observation
from bot.football.model import AMSTERDAM, Status
from bot.football.season.evening import evening_of_match
from bot.sources.api_football_quota import Budget, next_count
from bot.sources.api_football_reading import LEAGUES, NAME, Fixture, read_api_football
from bot.sources.asking import Question, ask, json_of
from bot.sources.live import Quota
from bot.sources.payload import Node
from bot.sources.seen import tell_new
from bot.sources.shape import SourceError

AT_ONCE = 20
"""Fixtures that may be asked for by number in one question."""
LONGEST = timedelta(hours=3)
"""From kick-off to the last kick of a shoot-out, with a delay."""
LIST_HOLDS = timedelta(hours=1)
"""For so long the list of an evening is not asked for again; it tells of matches that are called off."""
ONE_MINUTE = 60.0


@dataclass(slots=True)
class ApiFootball:
    """A live source; `problems` are what its last look could not read."""

    client: httpx.AsyncClient
    url: str
    key: SecretStr
    budget: Budget
    name: str = NAME
    is_live: bool = True
    problems: tuple[str, ...] = field(default=(), init=False)
    _day: date | None = field(default=None, init=False)
    _known: dict[str, Fixture] = field(default_factory=dict, init=False)
    _listed: datetime | None = field(default=None, init=False)
    _followed: datetime | None = field(default=None, init=False)
    _asked_for_scorers: set[str] = field(default_factory=set, init=False)

    @property
    def quota(self) -> Quota | None:
        return self.budget.quota()

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """An evening's matches: listed once, then followed while they are on, in one question each time."""
        if day != self._day:
            self._day, self._known, self._listed, self._followed = day, {}, None, None
        on = [one for one in self._known.values() if _is_on(one, now)]
        problems: list[str] = []
        list_is_due = self._listed is None or now - self._listed >= LIST_HOLDS
        follow = bool(on) and self._may_follow(on, now)
        if not (list_is_due or follow):
            return self._sightings()
        if list_is_due:
            await self._list(day, now, problems)
        if follow:
            await self._follow(on, now, problems)
        await self._ask_for_scorers(now, problems)
        tell_new(self.name, self.problems, problems)
        self.problems = tuple(problems)
        return self._sightings()

    def _sightings(self) -> tuple[Observation, ...]:
        return tuple(one.sighting for one in self._known.values())

    async def _list(self, day: date, now: datetime, problems: list[str]) -> None:
        listed = await self._ask({"date": day.isoformat(), "timezone": str(AMSTERDAM)}, now, problems)
        for one in listed:
            if evening_of_match(one.sighting.match) == day:
                self._keep(one)
        self._listed = now

    def _keep(self, listed: Fixture) -> None:
        """A list names nobody: who is known to have scored, and the score still has, scored."""
        before = self._known.get(listed.id)
        self._known[listed.id] = listed if before is None else listed.with_events_of(before)

    def _may_follow(self, on: Iterable[Fixture], now: datetime) -> bool:
        until = max((one.sighting.match.kick_off or now) + LONGEST for one in on)
        pause = self.budget.pause(now, until)
        return pause is not None and (self._followed is None or now - self._followed >= pause)

    async def _follow(self, on: list[Fixture], now: datetime, problems: list[str]) -> None:
        """What is live; a match that has left that list has ended, and is asked for by its number."""
        self._followed = now
        live = await self._ask({"live": "-".join(map(str, LEAGUES))}, now, problems)
        self._known |= {one.id: one for one in live if evening_of_match(one.sighting.match) == self._day}
        still_on = {one.id for one in live}
        left = [one for one in on if one.id not in still_on and one.sighting.match.status is Status.LIVE]
        await self._ask_by_number(left, now, problems)

    async def _ask_for_scorers(self, now: datetime, problems: list[str]) -> None:
        """Once for each match that needs them, as far as the quota goes."""
        wanting = [
            one for one in self._known.values() if one.needs_scorers and one.id not in self._asked_for_scorers
        ]
        self._asked_for_scorers |= {one.id for one in wanting}
        await self._ask_by_number(wanting, now, problems)

    async def _ask_by_number(self, fixtures: list[Fixture], now: datetime, problems: list[str]) -> None:
        for start in range(0, len(fixtures), AT_ONCE):
            if not self.budget.count(now).left:
                return
            ids = "-".join(one.id for one in fixtures[start : start + AT_ONCE])
            self._known |= {one.id: one for one in await self._ask({"ids": ids}, now, problems)}

    async def _ask(self, params: dict[str, str], now: datetime, problems: list[str]) -> tuple[Fixture, ...]:
        place = f"{self.url}/fixtures"
        key = self._key(place)
        if not self.budget.count(now).left:
            raise self._spent(place, now)
        self.budget.spend(now)
        answer = await ask(self.client, Question(place, "API_FOOTBALL_URL", params, {"x-apisports-key": key}))
        self.budget.correct(answer.headers, now)
        payload = json_of(answer, place)
        self._refuse_errors(payload, place, now)
        found = read_api_football(payload).or_refused(place)
        problems.extend(found.problems)
        return found.fixtures

    def _key(self, place: str) -> str:
        key = self.key.get_secret_value().strip()
        if not key:
            raise SourceError(place, "no key: put one from api-football.com in API_FOOTBALL_KEY")
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise SourceError(place, "API_FOOTBALL_KEY holds more than a key: copy it anew")
        return key

    def _refuse_errors(self, payload: object, place: str, now: datetime) -> None:
        """Errors come with HTTP 200, as a list or as an object: {"requests": "You have reached …"}."""
        node = Node(payload).find("errors")
        told = node.value if node else None
        if not told:
            return
        errors = told if isinstance(told, dict) else {"": told}
        text = "; ".join(str(value or name) for name, value in errors.items())
        text = text.replace(self._key(place), "…")[:200]
        if "requests" in errors:
            self.budget.exhaust(now)
            raise self._spent(place, now)
        if "rateLimit" in errors:
            raise SourceError(place, f"asked too often ({text}): ask again in a minute", wait=ONE_MINUTE)
        if not errors.keys().isdisjoint({"token", "key", "access"}):
            raise SourceError(place, f"the key is refused ({text}): check API_FOOTBALL_KEY and the account")
        if "plan" in errors:
            raise SourceError(place, f"the plan does not cover this ({text}): free ones know three days")
        raise SourceError(place, f"it answers with an error ({text})")

    def _spent(self, place: str, now: datetime) -> SourceError:
        of, again = self.budget.count(now).of, next_count(now)
        clock = again.astimezone(AMSTERDAM).strftime("%H.%M")
        wait = (again - now).total_seconds()
        return SourceError(
            place,
            f"all {of} questions of today are spent: it goes on at {clock}, or take a larger plan",
            wait=wait,
        )


def _is_on(fixture: Fixture, now: datetime) -> bool:
    """By the clock, until it is seen to have ended."""
    match = fixture.sighting.match
    if match.status not in {Status.SCHEDULED, Status.LIVE} or match.kick_off is None:
        return False
    return match.kick_off <= now < match.kick_off + LONGEST
