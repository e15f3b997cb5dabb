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
from bot.football.dataset.deriving.deriving import MatchReport, derive_season
from bot.football.dataset.deriving.formats import format_of
from bot.football.dataset.deriving.groups import with_group_names
from bot.football.dataset.own_goals import with_own_goals
from bot.football.model import CHAMPIONS_LEAGUE, EUROPA_LEAGUE, Competition, Match, Score, Season
from bot.football.ties.ties import with_legs
from bot.importing.clubs import find_clubs, spellings_of
from bot.importing.finals import fill_finals
from bot.importing.shape import BY_HAND, GOALS, OPENFOOTBALL, Wishes, each, place_of
from bot.sources.csv_rows import read_text
from bot.sources.errors import SourceError
from bot.sources.football_txt.reading import read_football_txt
from bot.sources.goals_csv import read_goals_csv
from bot.sources.results_csv import read_goals_of_results, read_results_csv, with_goals

GOALS_FILES = {"champions-league": CHAMPIONS_LEAGUE, "europa-league": EUROPA_LEAGUE}


def import_csv(db: Database, paths: Sequence[Path], wishes: Wishes, /) -> Summary:
    """Results in the CSV format of `export matches`, with their goals where a file of them is given."""
    matches = [
        match
        for path in each(paths, "*.csv", wishes)
        for match in read_results_csv(read_text(path), file=str(path))
    ]
    if wishes.goals:
        goals = read_goals_of_results(read_text(wishes.goals), file=str(wishes.goals))
        matches = list(with_goals(matches, goals, file=str(wishes.goals)))
    return _save(db, matches, BY_HAND, place=place_of(paths), wishes=wishes)


def import_openfootball(db: Database, paths: Sequence[Path], wishes: Wishes, /) -> Summary:
    """Files in Football.TXT."""
    summary = Summary()
    before = len(Results(db).clubs())
    for path in each(paths, "*.txt", wishes):
        told = with_legs(read_football_txt(read_text(path), file=str(path)))
        summary += _save_in_groups(db, _resolved(db, told, str(path), wishes), OPENFOOTBALL)
    fill_finals(db)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def import_goals(db: Database, paths: Sequence[Path], wishes: Wishes, /) -> Summary:
    """Goals with scorers; seasons that no other source knows are put together from them.

    The files mark no own goals; all of them together tell some.
    """
    summary = Summary()
    before = len(Results(db).clubs())
    found: list[Match] = []
    first_legs: list[Score | None] = []
    for path in each(paths, "*.csv", wishes):
        competition = GOALS_FILES.get(path.stem)
        if competition is None:
            raise SourceError(str(path), f"a file of goals is called {' or '.join(GOALS_FILES)}.csv")
        reports = read_goals_csv(read_text(path), file=str(path), competition=competition)
        found += _resolved(db, [report.match for report in reports], str(path), wishes)
        first_legs += [report.first_leg for report in reports]
    told = map(MatchReport, with_own_goals(found), first_legs)
    for (competition, season), in_season in groupby(sorted(told, key=_season_told), key=_season_told):
        summary += _save_told_and_derived(db, competition, season, list(in_season))
    fill_finals(db)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def _save(db: Database, matches: Sequence[Match], origin: Origin, *, place: str, wishes: Wishes) -> Summary:
    before = len(Results(db).clubs())
    summary = _save_in_groups(db, _resolved(db, matches, place, wishes), origin)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def _resolved(db: Database, matches: Sequence[Match], place: str, wishes: Wishes) -> list[Match]:
    return find_clubs(db, matches, spellings_of(db), place=place, new_clubs=wishes.new_clubs)


def _competition_and_season(match: Match) -> tuple[Competition, Season]:
    return (match.competition, match.season)


def _season_told(report: MatchReport) -> tuple[Competition, Season]:
    return _competition_and_season(report.match)


def _save_in_groups(db: Database, matches: Sequence[Match], origin: Origin) -> Summary:
    """Save them; then whoever met in groups without a name is put into one, with what was known before."""
    summary = save_matches(db, matches, origin)
    for competition, season in {_competition_and_season(match): None for match in matches}:
        stored = Results(db).stored_matches(competition, season)
        named = with_group_names([one.match for one in stored])
        for one, match in zip(stored, named, strict=True):
            if match != one.match:
                change_match(db, one.id, match, one.authority)
    return summary


def _save_told_and_derived(
    db: Database, competition: Competition, season: Season, reports: list[MatchReport]
) -> Summary:
    """First what is told of matches known already, with its conflicts; then what the whole season tells."""
    told = save_matches(db, [report.match for report in reports], GOALS)
    if not format_of(competition, season):
        return told
    known = Results(db).season_matches(competition, season)
    named = [replace(one, match=replace(one.match, source=GOALS.name)) for one in reports]
    derived = save_matches(db, derive_season(competition, season, named, known), GOALS)
    already_changed = min(told.changed, derived.unchanged)
    derived.changed += already_changed
    derived.unchanged -= already_changed
    derived.conflicts += told.conflicts
    return derived
