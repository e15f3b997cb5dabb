"""API-Football v3: live matches with scorers and red cards, for whoever has a key.

- licence: a subscription; free plan without cost, 100 requests a day, only yesterday to tomorrow.
- rate limit: by the day, counted by us and by the headers of responses, across restarts too. Looks that come
  sooner than the quota can last repeat the look before; the last requests are kept for the final results.
- time zone: moments with their offset; the days asked for are Amsterdam's.
- full time: `fulltime` is 90 minutes, `extratime` is the extra time alone, `penalty` the shoot-out alone.
- own goals: under the club that benefits, as we have them.
- leg, aggregate, countries of clubs: exempt, because it has none; ours are computed and looked up.
- own goals and penalties of a day's list: done; scorers are asked for by number, 20 matches at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

import httpx
from pydantic import BaseModel, SecretStr

from bot.football.events.observations import Observation
from bot.football.model import AMSTERDAM, Club, Status
from bot.football.season.evening import evening_of_match
from bot.sources.api_football.quota import Budget, next_count
from bot.sources.api_football.reading import LEAGUES, NAME, Fixture, read_api_football
from bot.sources.errors import SourceError
from bot.sources.http import Fetch, HttpAddress, fetch, json_of
from bot.sources.live import Abilities, Count, SourceDeclaration
from bot.sources.payload import Node
from bot.sources.reading import ProblemLog

AT_ONCE = 20
"""Fixtures that may be asked for by number in one request."""
LONGEST = timedelta(hours=3)
"""From kick-off to the last kick of a shoot-out, with a delay."""
LIST_HOLDS = timedelta(hours=1)
"""How long the list of an evening is kept; a newer one tells of matches that are called off."""
ONE_MINUTE = 60.0
CAN = Abilities(live=True, scorers=True, seasons=False, delay=timedelta(minutes=1))


class ApiFootballSettings(BaseModel):
    api_football_url: HttpAddress = "https://v3.football.api-sports.io"
    api_football_key: SecretStr = SecretStr("")


@dataclass(slots=True)
class ApiFootball:
    """A live source; `problems` are what its last look could not read."""

    client: httpx.AsyncClient
    url: str
    key: SecretStr
    budget: Budget
    name: str = NAME
    can: Abilities = CAN
    problems: tuple[str, ...] = field(default=(), init=False)
    _day: date | None = field(default=None, init=False)
    _log: ProblemLog = field(default_factory=partial(ProblemLog, NAME), init=False)
    _fixtures: dict[tuple[Club, Club], Fixture] = field(default_factory=dict, init=False)
    _listed: datetime | None = field(default=None, init=False)
    _followed: datetime | None = field(default=None, init=False)
    _completed: set[tuple[Club, Club]] = field(default_factory=set, init=False)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """An evening's matches: listed once, then followed while they are on, in one request each time."""
        if day != self._day:
            self._day, self._fixtures, self._listed, self._followed = day, {}, None, None
        on = [fixture for fixture in self._fixtures.values() if _is_on(fixture, now)]
        problems: list[str] = []
        list_is_due = self._listed is None or now - self._listed >= LIST_HOLDS
        follow = bool(on) and self._may_follow(on, now)
        if not (list_is_due or follow):
            return self._observations()
        if list_is_due:
            await self._list(day, now, problems)
        if follow:
            await self._follow(on, now, problems)
        await self._ask_for_scorers(now, problems)
        self._log.write(problems)
        self.problems = tuple(problems)
        return self._observations()

    def _observations(self) -> tuple[Observation, ...]:
        return tuple(fixture.observation for fixture in self._fixtures.values())

    async def _list(self, day: date, now: datetime, problems: list[str]) -> None:
        listed = await self._ask({"date": day.isoformat(), "timezone": str(AMSTERDAM)}, now, problems)
        for fixture in listed:
            if evening_of_match(fixture.observation.match) == day:
                self._keep(fixture)
        self._listed = now

    def _keep(self, listed: Fixture) -> None:
        """A list has no scorers: those of an earlier look stay, as far as the score still has them."""
        before = self._fixtures.get(listed.clubs)
        self._fixtures[listed.clubs] = listed if before is None else listed.with_events_of(before)

    def _may_follow(self, on: Iterable[Fixture], now: datetime) -> bool:
        until = max((fixture.observation.match.kick_off or now) + LONGEST for fixture in on)
        pause = self.budget.pause(now, until)
        return pause is not None and (self._followed is None or now - self._followed >= pause)

    async def _follow(self, on: list[Fixture], now: datetime, problems: list[str]) -> None:
        """Reads the list of live matches; a match that left it has ended, and is asked for by its number."""
        self._followed = now
        live = await self._ask({"live": "-".join(map(str, LEAGUES))}, now, problems)
        tonight = (fixture for fixture in live if evening_of_match(fixture.observation.match) == self._day)
        self._replace(tonight)
        still_on = {fixture.clubs for fixture in live}
        were_on = (fixture for fixture in on if fixture.observation.match.status is Status.LIVE)
        left = [fixture for fixture in were_on if fixture.clubs not in still_on]
        await self._ask_by_number(left, now, problems)

    async def _ask_for_scorers(self, now: datetime, problems: list[str]) -> None:
        """Asks once for each match that needs them, as far as the quota goes."""
        wanting = [
            fixture
            for fixture in self._fixtures.values()
            if fixture.needs_scorers and fixture.clubs not in self._completed
        ]
        self._completed |= {fixture.clubs for fixture in wanting}
        await self._ask_by_number(wanting, now, problems)

    async def _ask_by_number(self, fixtures: list[Fixture], now: datetime, problems: list[str]) -> None:
        numbers = [fixture.id for fixture in fixtures if fixture.id.isdecimal()]
        for start in range(0, len(numbers), AT_ONCE):
            if not self.budget.count(now).left:
                return
            ids = "-".join(numbers[start : start + AT_ONCE])
            self._replace(await self._ask({"ids": ids}, now, problems))

    def _replace(self, fixtures: Iterable[Fixture]) -> None:
        """The fixtures as they are now; one that has lost its number is still asked for by it."""
        for fixture in fixtures:
            before = self._fixtures.get(fixture.clubs, fixture)
            self._fixtures[fixture.clubs] = replace(fixture, id=fixture.id or before.id)

    async def _ask(self, params: dict[str, str], now: datetime, problems: list[str]) -> tuple[Fixture, ...]:
        place = f"{self.url}/fixtures"
        key = self._key(place)
        if not self.budget.count(now).left:
            raise self._spent(place, now)
        self.budget.spend(now)
        wanted = Fetch(place, "API_FOOTBALL_URL", params, {"x-apisports-key": key})
        response = await fetch(self.client, wanted)
        self.budget.correct(response.headers, now)
        payload = json_of(response, place)
        self._refuse_errors(payload, place, now)
        found = read_api_football(payload).or_refused(place)
        problems.extend(found.problems)
        return found.matches

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
        value = node.value if node else None
        if not value:
            return
        errors = value if isinstance(value, dict) else {"": value}
        text = "; ".join(str(reason or name) for name, reason in errors.items())
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
        limit, again = self.budget.count(now).limit, next_count(now)
        clock = again.astimezone(AMSTERDAM).strftime("%H.%M")
        wait = (again - now).total_seconds()
        return SourceError(
            place,
            f"all {limit} questions of today are spent: it goes on at {clock}, or take a larger plan",
            wait=wait,
        )


def _is_on(fixture: Fixture, now: datetime) -> bool:
    """Whether the match is under way by the clock, and no look has said that it ended."""
    match = fixture.observation.match
    if match.status not in {Status.SCHEDULED, Status.LIVE} or match.kick_off is None:
        return False
    return match.kick_off <= now < match.kick_off + LONGEST


def _quota(settings: ApiFootballSettings, count: Callable[[], Count]) -> str:
    if not settings.api_football_key.get_secret_value():
        return "no key: set API_FOOTBALL_KEY in .env"
    today = count()
    if not today.used:
        return "key set, nothing asked today"
    return f"key set, {today.left} of {today.limit} questions left today"


SOURCE: SourceDeclaration[ApiFootballSettings] = SourceDeclaration(
    NAME,
    CAN,
    lambda settings: settings.api_football_url,
    lambda settings, around: ApiFootball(
        around.client, settings.api_football_url, settings.api_football_key, Budget(around.memory(NAME))
    ),
    _quota,
    licence="that of the subscription",
    key="API_FOOTBALL_KEY",
)
