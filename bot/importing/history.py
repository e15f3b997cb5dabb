"""The results of every European season from 1955 to 2019, put beside what other sources told before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.saving import Summary, save_matches
from bot.football.dataset.deriving.history import derive_history
from bot.football.model import Competition, Match, Season
from bot.importing.clubs import find_clubs, spellings_of
from bot.importing.finals import fill_finals
from bot.importing.origins import HISTORY
from bot.importing.protocol import ImportOptions, each
from bot.sources.csv_rows import read_text
from bot.sources.history_csv import FILES, read_history_csv


def import_history(db: Database, paths: Sequence[Path], options: ImportOptions, /) -> Summary:
    """Files of results without rounds; other files of their folder are left alone."""
    summary = Summary()
    before = len(Results(db).clubs())
    found: list[Match] = []
    spellings = spellings_of(db)
    for path in each(paths, "uefa-*.csv", options):
        if path.stem in FILES:
            written = read_history_csv(read_text(path), file=str(path), stem=path.stem)
            found += find_clubs(db, written, spellings, place=str(path), new_clubs=options.new_clubs)
    for (competition, season), matches in groupby(sorted(found, key=_season_of), key=_season_of):
        stored = Results(db).season_matches(competition, season)
        summary += save_matches(db, derive_history(competition, season, list(matches), stored), HISTORY)
    fill_finals(db)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def _season_of(match: Match) -> tuple[Competition, Season]:
    return (match.competition, match.season)
