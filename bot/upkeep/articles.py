"""Scorers, qualifying rounds and this season for the published snapshot, from Wikipedia's articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

import httpx
from sqlite_utils import Database

from bot.database.copying import undone_unless
from bot.database.results.results import Results
from bot.database.results.saving import Summary
from bot.football.competitions import competitions_of
from bot.football.dataset.sentences.seasons import whole_season
from bot.football.dataset.sentences.sentences import Strength, violations_in_season
from bot.football.model import EUROPEAN_COMPETITIONS, Competition, Season
from bot.football.seasons import season_of
from bot.importing.finals import fill_finals
from bot.importing.observations import LiveImport
from bot.importing.origins import WIKIPEDIA
from bot.importing.updating import Update
from bot.settings import Settings
from bot.sources.live import InMemory, Surroundings
from bot.sources.patience import patiently
from bot.sources.wikipedia.client import SOURCE, Wikipedia
from bot.upkeep.checking import coverage

FIRST_WITHOUT_SCORERS = 2024
"""The season from which on no other source of the snapshot has them."""
PATIENCE_SECONDS = 60.0


def seasons_to_ask(db: Database, now: datetime) -> list[tuple[Season, Competition]]:
    """The competitions since 2024, and older ones of which not every scorer is there; the oldest first."""
    lacking = {
        (row.season, row.competition)
        for row in coverage(Results(db))
        if row.scorers < row.results and row.competition in EUROPEAN_COMPETITIONS
    }
    latest = range(FIRST_WITHOUT_SCORERS, season_of(now).start_year + 1)
    recent = {(Season(year), held) for year in latest for held in competitions_of(Season(year))}
    return sorted(lacking | recent)


async def add_articles(
    db: Database,
    settings: Settings,
    now: datetime,
    report: Callable[[str, Summary], None],
    warn: Callable[[str], None],
) -> None:
    """Ask for the articles of every season that lacks something, and add what they tell.

    `report` is told what each season brought, `warn` what was not believed or not understood; a season with
    which the snapshot would not be sound is left out. Raises SourceError where Wikipedia doesn't answer:
    without it the scorers of these seasons would be missing.
    """
    live_import = LiveImport(db, Results(db))
    async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
        around = Surroundings(client, lambda _name: InMemory(), settings.pace, clock=lambda: now)
        source = SOURCE.make(settings, around)
        assert isinstance(source, Wikipedia)  # noqa: S101 - it declares what it makes
        for season, competition in seasons_to_ask(db, now):
            found = await patiently(partial(source.of_season, season, [competition]), settings.pace)
            name, work = f"wikipedia {competition} {season}", Update(live_import, now)

            def is_sound(name: str = name, season: Season = season, held: Competition = competition) -> bool:
                wrong = _wrong(db, held, season)
                _tell(warn, (f"{name} is left out: {violation}" for violation in wrong))
                return not wrong

            with undone_unless(db, is_sound):
                _tell(warn, (f"{name}: {problem}" for problem in source.problems))
                _tell(warn, (f"{name}: {problem}" for problem in work.take(found, WIKIPEDIA)))
                live_import.save_draws(source.draws)
            report(name, work.summary)
    fill_finals(db)


def _wrong(db: Database, competition: Competition, season: Season) -> list[str]:
    """What would keep the snapshot from being published."""
    results = Results(db)
    whole = whole_season(
        competition,
        season,
        results.season_matches(competition, season),
        results.draws(competition, season),
        results.final(competition, season),
    )
    return [str(found) for found in violations_in_season(whole) if found.strength is Strength.WRONG]


def _tell(warn: Callable[[str], None], lines: Iterable[str]) -> None:
    for line in lines:
        warn(line)
