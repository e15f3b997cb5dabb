"""`update`: the sources asked once about whole seasons, outside the bot or beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial

import httpx

from bot.app.learning import results_to_keep
from bot.app.opening import now, open_results
from bot.database.chats.connection import open_chats
from bot.database.chats.memory import Counts, StoredPages
from bot.database.chats.source_states import SourceStates
from bot.database.connection import open_to_keep
from bot.errors import BotError
from bot.football.competitions import competitions_of
from bot.football.events.observations import Observation
from bot.football.model import Competition, Season
from bot.football.season.evening import evening_of
from bot.football.seasons import season_of
from bot.importing.observations import LiveImport
from bot.importing.origins import origin_of
from bot.importing.updating import SeasonChanges, Update
from bot.live.memory import CountOfTheDay, PagesOfSource
from bot.settings import Settings
from bot.sources.errors import SourceError
from bot.sources.live import CompetitionSource, DrawSource, LiveSource, SeasonSource, Surroundings
from bot.sources.patience import patiently
from bot.sources.registry import live_sources

PATIENCE = 20.0
"""Seconds for one answer of a source."""
LOCK_WAIT = 10_000
"""Milliseconds: a bot that runs beside saves what it learned in a moment."""

log = logging.getLogger(__name__)


class NoSourceError(BotError):
    """No source could be asked; the message says why."""


@dataclass(frozen=True, slots=True)
class UpdateOptions:
    season: Season | None = None
    competition: Competition | None = None
    source: str | None = None
    """One alone, in the place of those that are set."""


@dataclass(frozen=True, slots=True)
class Updated:
    changes: Sequence[SeasonChanges]
    draws: int
    failures: Sequence[SourceError]


@dataclass(frozen=True, slots=True)
class Step:
    """What a source is asked in one step."""

    source: LiveSource
    place: int
    season: Season
    competitions: tuple[Competition, ...]

    def __str__(self) -> str:
        return f"{self.source.name}: {', '.join(map(str, self.competitions))} {self.season}"


async def update(
    settings: Settings, options: UpdateOptions, progress: Callable[[Sequence[Step]], Iterator[Step]]
) -> Updated:
    """Ask each source about the season; `progress` shows how far it is, step by step.

    Raises DatabaseError, and NoSourceError where no source answers.
    """
    names = (options.source,) if options.source else settings.live_sources
    if not names:
        raise NoSourceError("LIVE_SOURCES names no source: set it in .env, or say --from wikipedia.")
    order = settings.live_sources or names
    settings = settings.model_copy(update={"live_sources": names})
    async with AsyncExitStack() as stack:
        path = results_to_keep(settings)
        writer = open_to_keep(path, LOCK_WAIT)
        stack.callback(writer.close)
        chats = open_chats(settings.chats_db)
        stack.callback(chats.close)
        client = await stack.enter_async_context(httpx.AsyncClient(timeout=PATIENCE))
        around = Surroundings(
            client,
            partial(CountOfTheDay, Counts(chats)),
            settings.pace,
            partial(PagesOfSource, StoredPages(chats)),
            now,
        )
        sources = live_sources(names, settings, around)
        results = open_results(path)
        stack.callback(results.db.close)
        work = Update(LiveImport(writer, results), now())
        states, failures = SourceStates(chats), dict[str, SourceError]()
        draws, answered = 0, False
        for step in progress(_steps(sources, order, options)):
            name = step.source.name
            if name in failures:
                continue
            try:
                found = await patiently(partial(_ask, step), settings.pace)
            except SourceError as error:
                failures[name] = error
                states.failed(name, str(error), now())
                continue
            answered = True
            states.answered(name, now())
            for competition in step.competitions:
                work.watch(competition, step.season)
            for problem in work.take(_of(step, found), origin_of(name, step.place)):
                log.info("%s: %s", name, problem)
            if isinstance(step.source, DrawSource):
                draws += work.live_import.save_draws(step.source.draws)
        if not answered:
            raise NoSourceError("; ".join(map(str, failures.values())) or "no source tells of that season.")
        return Updated(work.changes(), draws, tuple(failures.values()))


def _steps(sources: Sequence[LiveSource], order: Sequence[str], options: UpdateOptions) -> list[Step]:
    """One for each source, or for each competition where a source can be asked about it alone."""
    season = options.season or season_of(now())
    held = competitions_of(season)
    wanted = tuple(held if options.competition is None else {options.competition} & {*held})
    if not wanted:
        raise NoSourceError(f"there was no {options.competition} in {season}.")
    found: list[Step] = []
    for source in sources:
        place = order.index(source.name) if source.name in order else len(order)
        portions = [(each,) for each in wanted] if isinstance(source, CompetitionSource) else [wanted]
        if isinstance(source, (SeasonSource, CompetitionSource)) or season == season_of(now()):
            found += (Step(source, place, season, portion) for portion in portions)
    return found


async def _ask(step: Step) -> tuple[Observation, ...]:
    source, season = step.source, step.season
    if isinstance(source, CompetitionSource):
        return await source.of_season(season, step.competitions)
    if isinstance(source, SeasonSource):
        year = season.start_year
        return await source.of_days(date(year, 6, 20), date(year + 1, 6, 19))
    return await source.look(evening_of(now()), now())


def _of(step: Step, found: Sequence[Observation]) -> list[Observation]:
    """What belongs to the step: a source may tell of other competitions too."""
    return [
        shown
        for shown in found
        if shown.match.competition in step.competitions and shown.match.season == step.season
    ]
