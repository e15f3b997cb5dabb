"""ESPN's site API, which feeds espn.com: live matches with scorers, red cards and shoot-outs; no key.

- licence: none; undocumented and unsupported, its terms are those of espn.com. Off unless switched on.
- rate limit: none published. All competitions are listed once an hour, those that are played at each look, in
  one request each; a summary is asked for where the scoreboard leaves something open. Who is refused (403) is
  so by address or by User-Agent: ours says what we are, and pretends nothing.
- time zone: moments in UTC; the days asked for are New York's, by which an evening in Europe is one day too.
- full time: `score` has the extra time too, and `shootoutScore` the shoot-out, which a live score holds now
  and then as well: it is taken out. The 90 minutes follow from the goals, or from the periods of the summary.
- own goals: under the club that benefits, as we have them.
- countries of clubs: exempt, because it has none; clubs are looked up by their names.
- scorers: one match in six to ten has no timeline, as others found; its scorers are unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

import httpx
from pydantic import BaseModel

from bot.football.events.observations import Observation
from bot.football.model import Status
from bot.football.season.evening import evening_of_match
from bot.sources.errors import SourceError
from bot.sources.espn.reading import COMPETITIONS, NAME, read_espn
from bot.sources.espn.summary import EspnMatch, with_summary
from bot.sources.http import Fetch, HttpAddress, fetch, json_of
from bot.sources.live import Abilities, SourceDeclaration
from bot.sources.reading import ProblemLog

LONGEST = timedelta(hours=4)
"""From kick-off to the last kick of a shoot-out, with a delay."""
LIST_HOLDS = timedelta(hours=1)
"""How long the list of an evening is kept; a newer one tells of matches that are called off."""
MOST_MATCHES = 1000
CAN = Abilities(live=True, scorers=True, seasons=False, delay=timedelta(minutes=1))


class EspnSettings(BaseModel):
    espn_api_url: HttpAddress = "https://site.api.espn.com/apis/site/v2/sports/soccer"


@dataclass(slots=True)
class Espn:
    """A live source; `problems` are what its last look could not read."""

    client: httpx.AsyncClient
    url: str
    name: str = NAME
    can: Abilities = CAN
    problems: tuple[str, ...] = field(default=(), init=False)
    _day: date | None = field(default=None, init=False)
    _listed: datetime | None = field(default=None, init=False)
    _log: ProblemLog = field(default_factory=partial(ProblemLog, NAME), init=False)
    _matches: dict[str, EspnMatch] = field(default_factory=dict, init=False)
    """By the two clubs as they are written: a match that lost its number is still the same one."""
    _summarised: set[str] = field(default_factory=set, init=False)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """An evening's matches: all listed once an hour, between that those competitions that are played."""
        if day != self._day:
            self._day, self._listed, self._matches = day, None, {}
        list_is_due = self._listed is None or now - self._listed >= LIST_HOLDS
        played = {match.slug for match in self._matches.values() if _is_on(match, now)}
        problems: list[str] = []
        if list_is_due or played:
            await self._scoreboards(
                [slug for slug in COMPETITIONS if list_is_due or slug in played], day, problems
            )
            if list_is_due:
                self._listed = now
                self._summarised.clear()
            await self._summaries(problems)
            self._log.write(problems)
            self.problems = tuple(problems)
        return tuple(match.observation for match in self._matches.values())

    async def _scoreboards(self, slugs: list[str], day: date, problems: list[str]) -> None:
        """Read one scoreboard after the other; one that fails costs its own matches alone."""
        errors: list[SourceError] = []
        for slug in slugs:
            try:
                await self._scoreboard(slug, day, problems)
            except SourceError as error:
                errors.append(error)
                if error.wait is not None or len(errors) == len(slugs):
                    raise
                problems.append(str(error))

    async def _scoreboard(self, slug: str, day: date, problems: list[str]) -> None:
        place = f"{self.url}/{slug}/scoreboard"
        dates = f"{day:%Y%m%d}-{day + timedelta(days=1):%Y%m%d}"
        payload = await self._ask(place, {"dates": dates, "limit": str(MOST_MATCHES)})
        read = read_espn(payload, slug).or_refused(place)
        problems += read.problems
        self._keep(match for match in read.matches if evening_of_match(match.observation.match) == day)

    def _keep(self, matches: Iterable[EspnMatch]) -> None:
        for match in matches:
            key = _key(match)
            before = self._matches.get(key)
            self._matches[key] = match if before is None else match.with_facts_of(before)

    async def _summaries(self, problems: list[str]) -> None:
        """Ask for what scoreboards leave open: at every look while it goes on, once an hour after its end."""
        for key, match in self._matches.items():
            if not match.needs_summary or not match.id or key in self._summarised:
                continue
            place = f"{self.url}/{match.slug}/summary"
            try:
                payload = await self._ask(place, {"event": match.id})
            except SourceError as error:
                problems.append(str(error))
                continue
            self._matches[key], more = with_summary(match, payload)
            problems += more
            if match.observation.match.status is not Status.LIVE:
                self._summarised.add(key)

    async def _ask(self, place: str, params: dict[str, str]) -> object:
        headers = {"Accept": "application/json", "User-Agent": "uitslagbot"}
        return json_of(await fetch(self.client, Fetch(place, "ESPN_API_URL", params, headers)), place)


def _key(match: EspnMatch) -> str:
    return "|".join((match.slug, *(club.id for club in match.observation.match.clubs)))


def _is_on(match: EspnMatch, now: datetime) -> bool:
    """Whether the match is under way by the clock, and no look has said that it ended."""
    played = match.observation.match
    if played.status not in {Status.SCHEDULED, Status.LIVE}:
        return False
    return played.kick_off is None or played.kick_off <= now < played.kick_off + LONGEST


SOURCE: SourceDeclaration[EspnSettings] = SourceDeclaration(
    NAME,
    CAN,
    lambda settings: settings.espn_api_url,
    lambda settings, around: Espn(around.client, settings.espn_api_url),
    licence="none: undocumented, unsupported",
)
