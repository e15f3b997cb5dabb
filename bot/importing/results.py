"""Results and goals from files: the CSV format, Football.TXT and the goals files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.saving import Origin, Summary, save_matches
from bot.database.results.writing import change_match
from bot.football.competitions import ROWS
from bot.football.dataset.deriving.deriving import MatchReport, derive_season
from bot.football.dataset.deriving.formats import format_of
from bot.football.dataset.deriving.groups import with_group_names
from bot.football.dataset.own_goals import with_own_goals
from bot.football.dataset.pairing import with_legs_once
from bot.football.model import Competition, Match, Score, Season
from bot.importing.clubs import find_clubs, spellings_of
from bot.importing.finals import fill_finals
from bot.importing.origins import BY_HAND, GOALS, OPENFOOTBALL
from bot.importing.protocol import ImportOptions, each, place_of
from bot.sources.csv_rows import read_text
from bot.sources.errors import SourceError
from bot.sources.football_txt.reading import read_football_txt
from bot.sources.goals_csv import read_goals_csv
from bot.sources.results_csv import read_goals_of_results, read_results_csv, with_goals

GOALS_FILES = {row.goals_file: competition for competition, row in ROWS.items() if row.goals_file}


def import_csv(db: Database, paths: Sequence[Path], options: ImportOptions, /) -> Summary:
    """Results in the CSV format of `export matches`, with their goals where a file of them is given."""
    matches = [
        match
        for path in each(paths, "*.csv", options)
        for match in read_results_csv(read_text(path), file=str(path))
    ]
    if options.goals:
        goals = read_goals_of_results(read_text(options.goals), file=str(options.goals))
        matches = list(with_goals(matches, goals, file=str(options.goals)))
    return _save(db, matches, BY_HAND, place=place_of(paths), options=options)


def import_openfootball(db: Database, paths: Sequence[Path], options: ImportOptions, /) -> Summary:
    """Files in Football.TXT."""
    summary = Summary()
    before = len(Results(db).clubs())
    for path in each(paths, "*.txt", options):
        matches = read_football_txt(
            read_text(path),
            file=str(path),
            competition=options.competition,
            season=options.season,
            report=lambda problem: options.warn(str(problem)),
        )
        summary += save_in_groups(
            db, _resolved(db, with_legs_once(matches), str(path), options), OPENFOOTBALL
        )
    fill_finals(db)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def import_goals(db: Database, paths: Sequence[Path], options: ImportOptions, /) -> Summary:
    """Goals with scorers; seasons that no other source has are derived from them.

    The files mark no own goals; some follow from all files together.
    """
    summary = Summary()
    before = len(Results(db).clubs())
    found: list[Match] = []
    first_legs: list[Score | None] = []
    for path in each(paths, "*.csv", options):
        competition = GOALS_FILES.get(path.stem)
        if competition is None:
            raise SourceError(str(path), f"a file of goals is called {' or '.join(GOALS_FILES)}.csv")
        reports = read_goals_csv(read_text(path), file=str(path), competition=competition)
        found += _resolved(db, [report.match for report in reports], str(path), options)
        first_legs += [report.first_leg for report in reports]
    reported = map(MatchReport, with_own_goals(found), first_legs)
    for (competition, season), in_season in groupby(sorted(reported, key=_season_of), key=_season_of):
        summary += _save_reported_and_derived(db, competition, season, list(in_season))
    fill_finals(db)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def _save(
    db: Database, matches: Sequence[Match], origin: Origin, *, place: str, options: ImportOptions
) -> Summary:
    before = len(Results(db).clubs())
    summary = save_in_groups(db, _resolved(db, matches, place, options), origin)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def _resolved(db: Database, matches: Sequence[Match], place: str, options: ImportOptions) -> list[Match]:
    return find_clubs(db, matches, spellings_of(db), place=place, new_clubs=options.new_clubs)


def _competition_and_season(match: Match) -> tuple[Competition, Season]:
    return (match.competition, match.season)


def _season_of(report: MatchReport) -> tuple[Competition, Season]:
    return _competition_and_season(report.match)


def save_in_groups(db: Database, matches: Sequence[Match], origin: Origin) -> Summary:
    """Save matches; then name the groups that follow from them and from the matches stored before."""
    summary = save_matches(db, matches, origin)
    for competition, season in {_competition_and_season(match): None for match in matches}:
        stored = Results(db).stored_matches(competition, season)
        in_groups = with_group_names([row.match for row in stored])
        for row, match in zip(stored, in_groups, strict=True):
            if match != row.match:
                change_match(db, row.id, match, row.authority)
    return summary


def _save_reported_and_derived(
    db: Database, competition: Competition, season: Season, reports: list[MatchReport]
) -> Summary:
    """Save the reports of stored matches first, with their conflicts; then what the whole season tells."""
    reported = save_matches(db, [report.match for report in reports], GOALS)
    if not format_of(competition, season):
        return reported
    stored = Results(db).season_matches(competition, season)
    named = [replace(report, match=replace(report.match, source=GOALS.name)) for report in reports]
    derived = save_matches(db, derive_season(competition, season, named, stored), GOALS)
    already_changed = min(reported.changed, derived.unchanged)
    derived.changed += already_changed
    derived.unchanged -= already_changed
    derived.conflicts += reported.conflicts
    return derived
