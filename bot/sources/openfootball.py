"""openfootball's files of the season, fetched anew when they have changed: results a day late, without a key.

- licence: public domain (CC0 1.0).
- rate limit: none published; six files, once a day, each with the ETag of the last time (304: nothing new).
- time zone: Amsterdam's, as `football_txt` reads it.
- full time: after 90 minutes; extra time and shoot-out are told apart from it.
- own goals, scorers, red cards: exempt, because these files hold results only.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

import httpx
from pydantic import BaseModel

from bot.football.competitions import ROWS
from bot.football.events.observations import Observation
from bot.football.model import Match, Season
from bot.football.season.evening import on_evening
from bot.football.seasons import season_on
from bot.sources.errors import SourceError
from bot.sources.football_txt.reading import read_football_txt
from bot.sources.http import Fetch, HttpAddress, fetch
from bot.sources.live import Abilities, SourceDeclaration
from bot.sources.reading import ProblemLog

NAME = "openfootball"
FILES = {
    f"{row.football_txt}{qualifying}": competition
    for competition, row in ROWS.items()
    if row.football_txt
    for qualifying in ("", "q")
}
"""Champions, Europa and Conference League; q is qualifying. Not every season has them all."""
CAN = Abilities(live=False, scorers=False, seasons=True, delay=timedelta(days=1))


class OpenfootballSettings(BaseModel):
    openfootball_url: HttpAddress = "https://raw.githubusercontent.com/openfootball/champions-league/master"


@dataclass(frozen=True, slots=True)
class _File:
    etag: str
    matches: tuple[Match, ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class Openfootball:
    """A source for once a day; `problems` are the files and lines that its last look could not read."""

    client: httpx.AsyncClient
    url: str
    name: str = NAME
    can: Abilities = CAN
    problems: tuple[str, ...] = field(default=(), init=False)
    _log: ProblemLog = field(default_factory=partial(ProblemLog, NAME), init=False)
    _files: dict[str, _File] = field(default_factory=dict, init=False)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """An evening's matches. `season` gives the whole season, which costs the same."""
        del now
        return tuple(Observation(match) for match in on_evening(await self.season(season_on(day)), day))

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        """The matches of the season in which the last day falls."""
        played = await self.season(season_on(last))
        return tuple(Observation(match) for match in played if match.date and first <= match.date <= last)

    async def season(self, season: Season) -> tuple[Match, ...]:
        """Every match of the season's files; what can't be read does not hold up the others."""
        found: list[Match] = []
        problems: list[str] = []
        missing = 0
        for file in FILES:
            address = f"{self.url}/{str(season).replace('/', '-')}/{file}.txt"
            try:
                read = await self._read(address, file, season)
            except SourceError as error:
                if error.wait is not None:
                    raise
                problems.append(str(error))
                continue
            missing += read is None
            found += read.matches if read else ()
            problems += read.problems if read else ()
        if not found and problems:
            raise SourceError(self.url, f"none of the files of {season} can be read ({problems[0]})")
        if missing == len(FILES):
            raise SourceError(self.url, f"no file of {season} there (yet): check OPENFOOTBALL_URL")
        self._log.write(problems)
        self.problems = tuple(problems)
        return tuple(found)

    async def _read(self, address: str, file: str, season: Season) -> _File | None:
        """One file; None where the season has no such file."""
        before = self._files.get(address)
        headers = {"If-None-Match": before.etag} if before and before.etag else {}
        wanted = Fetch(address, "OPENFOOTBALL_URL", {}, headers, may_be_missing=True)
        response = await fetch(self.client, wanted)
        if response.missing:
            return None
        if response.unchanged and before:
            return before
        read = _read(response.body, address, file, season, response.headers.get("etag", ""))
        self._files[address] = read
        return read


def _read(body: bytes, address: str, file: str, season: Season, etag: str) -> _File:
    if body.lstrip().startswith(b"<"):
        raise SourceError(address, "a web page instead of a file: check OPENFOOTBALL_URL")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(address, "is no text in UTF-8: it is asked for again at the next look") from error
    problems: list[SourceError] = []
    read = read_football_txt(text, file=address, report=problems.append, skips_unreadable=True)
    wrong = [match for match in read if (match.competition, match.season) != (FILES[file], season)]
    if wrong:
        found = f"{wrong[0].competition} {wrong[0].season}"
        raise SourceError(address, f"holds {found} instead of {FILES[file]} {season}: check OPENFOOTBALL_URL")
    matches = tuple(replace(match, source=NAME) for match in read)
    return _File(etag, matches, tuple(map(str, problems)))


SOURCE: SourceDeclaration[OpenfootballSettings] = SourceDeclaration(
    NAME,
    CAN,
    lambda settings: settings.openfootball_url,
    lambda settings, around: Openfootball(around.client, settings.openfootball_url),
    licence="CC0 1.0",
)
