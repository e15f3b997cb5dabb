"""The weekly files of dcaribou/transfermarkt-datasets: results and scorers of European seasons since 2012.

- licence: CC0, as the data set says; it is read off transfermarkt.co.uk, whose terms are its own. Asked only
  where somebody names it: `uitslagbot update --from transfermarkt`.
- rate limit: none; large files that change once a week. They are read line by line from a temporary file.
- time zone: days alone, without hours.
- full time: the score includes extra time and the shoot-out; the shoot-out is taken out by its kicks, the 90
  minutes follow from the minutes of the goals. A match whose goals leave it open is left out, and reported.
- own goals: under the club that benefits, as we have them; where that does not make the score, turned round.
- stoppage time: exempt, because it is capped: a goal in 90+3 stands at 90. Whoever knows better is believed.
- countries of clubs: exempt; clubs are looked up by their names in events, which are shorter than in `games`.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import BinaryIO

import httpx
from pydantic import BaseModel

from bot.football.events.observations import Observation
from bot.football.model import Competition, Season
from bot.sources.http import Fetch, HttpAddress, download
from bot.sources.live import Abilities, SourceDeclaration
from bot.sources.payload import PayloadError
from bot.sources.reading import ProblemLog
from bot.sources.transfermarkt.reading import (
    COMPETITIONS,
    EVENT_COLUMNS,
    GAME_COLUMNS,
    GOALS,
    NAME,
    PLAYER_COLUMNS,
    SHOOT_OUT,
    EventRow,
    GameRow,
    match_of,
)
from bot.sources.transfermarkt.rows import rows_of

LARGEST_FILE = 500_000_000
"""In bytes, packed."""
PATIENCE = 1800.0
"""Seconds for one file."""
CAN = Abilities(live=False, scorers=True, seasons=True, delay=timedelta(days=7))


class TransfermarktSettings(BaseModel):
    transfermarkt_url: HttpAddress = "https://pub-e682421888d945d684bcae8890b0ec20.r2.dev/data"


@dataclass(slots=True)
class Transfermarkt:
    """A source of whole seasons; `problems` are what its last season could not tell."""

    client: httpx.AsyncClient
    url: str
    name: str = NAME
    can: Abilities = CAN
    problems: tuple[str, ...] = field(default=(), init=False)
    _log: ProblemLog = field(default_factory=partial(ProblemLog, NAME), init=False)
    _season: Season | None = field(default=None, init=False)
    _observations: tuple[Observation, ...] = field(default=(), init=False)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """Nothing: a file of last week knows no evening."""
        del day, now
        return ()

    async def of_season(self, season: Season, competitions: Iterable[Competition]) -> tuple[Observation, ...]:
        """The matches of these competitions; the files are read once for all that are asked of a season."""
        if self._season != season:
            self._observations = await self._read(season)
            self._season = season
        wanted = set(competitions)
        return tuple(found for found in self._observations if found.match.competition in wanted)

    async def _read(self, season: Season) -> tuple[Observation, ...]:
        with self._file() as games, self._file() as events, self._file() as players:
            for name, file in (("games", games), ("game_events", events), ("players", players)):
                await self._download(name, file)
            found, problems = await asyncio.to_thread(self._matches, season, games, events, players)
        self.problems = tuple(problems)
        self._log.write(problems)
        return found

    @staticmethod
    def _file() -> BinaryIO:
        return tempfile.TemporaryFile()

    def _place(self, name: str) -> str:
        return f"{self.url}/{name}.csv.gz"

    async def _download(self, name: str, file: BinaryIO) -> None:
        headers = {"Accept-Encoding": "identity", "User-Agent": "uitslagbot"}
        wanted = Fetch(self._place(name), "TRANSFERMARKT_URL", {}, headers, patience=PATIENCE)
        await download(self.client, wanted, file, LARGEST_FILE)
        file.seek(0)

    def _matches(
        self, season: Season, games: BinaryIO, events: BinaryIO, players: BinaryIO
    ) -> tuple[tuple[Observation, ...], list[str]]:
        of_season = self._games(season, games)
        events_of, names = self._events(of_season, events)
        scorers = {event.player_id for of_game in events_of.values() for event in of_game}
        player_names = {
            number: name
            for number, name in rows_of(players, self._place("players"), PLAYER_COLUMNS)
            if number in scorers and name
        }
        found: list[Observation] = []
        problems: list[str] = []
        for game in of_season.values():
            try:
                found.append(Observation(match_of(game, events_of[game.id], names, player_names)))
            except PayloadError as error:
                problems.append(f"{game.home_name} – {game.away_name} ({game.date}, {game.id}): {error}")
        return tuple(found), problems

    def _games(self, season: Season, file: BinaryIO) -> Mapping[str, GameRow]:
        rows = (GameRow(*row) for row in rows_of(file, self._place("games"), GAME_COLUMNS))
        year = str(season.start_year)
        return {row.id: row for row in rows if row.competition_id in COMPETITIONS and row.season == year}

    def _events(
        self, games: Mapping[str, GameRow], file: BinaryIO
    ) -> tuple[Mapping[str, list[EventRow]], Mapping[str, str]]:
        """The goals and kicks of these games, and the name that events give to each of their clubs."""
        clubs = {number for game in games.values() for number in (game.home_id, game.away_id)}
        names: dict[str, str] = {}
        events_of: dict[str, list[EventRow]] = defaultdict(list)
        for game, kind, minute, club, name, player, description in rows_of(
            file, self._place("game_events"), EVENT_COLUMNS
        ):
            if name and club in clubs:
                names[club] = name
            if game in games and kind in {GOALS, SHOOT_OUT}:
                events_of[game].append(EventRow(kind, minute, club, player, description))
        return events_of, names


SOURCE: SourceDeclaration[TransfermarktSettings] = SourceDeclaration(
    NAME,
    CAN,
    lambda settings: settings.transfermarkt_url,
    lambda settings, around: Transfermarkt(around.client, settings.transfermarkt_url),
    licence="CC0 1.0",
)
