"""The project's own facts: clubs and their names, matches, goals, draws, finals, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from bot.database.results.results import Results, StoredMatch
from bot.database.results.saving import Summary, save_matches
from bot.database.results.writing import (
    change_match,
    save_clubs,
    save_deductions,
    save_draws,
    save_elsewhere,
    save_finals,
    save_names,
    save_names_of_their_time,
    save_ordinary_words,
    save_pages,
    save_participants,
)
from bot.football.model import Goal, GoalKind, Match
from bot.football.names.spellings import Spellings
from bot.football.ties.ties import with_legs
from bot.importing.clubs import club_of, find_clubs, spellings_of
from bot.importing.finals import fill_finals
from bot.importing.origins import CORRECTIONS, FACTS, UNCONFIRMED
from bot.importing.protocol import ImportOptions
from bot.sources import facts
from bot.sources.csv_rows import read_text
from bot.sources.errors import SourceError
from bot.sources.goals_csv import UNMARKED
from bot.sources.names_of_their_time import read_names_of_their_time
from bot.sources.results_csv import GoalRow
from bot.sources.wikipedia.pages import read_pages


def import_facts(db: Database, paths: Sequence[Path], options: ImportOptions, /) -> Summary:
    """The project's own facts: a folder with clubs, names, matches, draws, finals and corrections."""
    summary = Summary()
    for folder in paths:
        _import_clubs(db, folder)
        _import_words(db, folder)
        spellings = spellings_of(db)
        for name, high in (("matches.csv", FACTS), ("corrections.csv", CORRECTIONS)):
            options.report(name, 1, 1)
            read = facts.read_fact_matches(read_text(folder / name), file=str(folder / name))
            found = find_clubs(db, [fact.match for fact in read], spellings, place=str(folder / name))
            # The legs of a tie may have different confidence.
            whole = list(zip(read, with_legs(found), strict=True))
            for confidence, origin in ((facts.Confidence.HIGH, high), (facts.Confidence.MEDIUM, UNCONFIRMED)):
                matches = [match for fact, match in whole if fact.confidence is confidence]
                summary += save_matches(db, matches, origin)
        _import_calendar(db, folder, spellings)
    fill_finals(db)
    return summary


def import_fact_goals(db: Database, paths: Sequence[Path], _options: ImportOptions, /) -> Summary:
    """goals.csv of the facts: the goals of matches that came from other sources."""
    summary = Summary()
    for path in paths:
        goals = facts.read_fact_goals(read_text(path), file=str(path))
        for confidence, origin in ((facts.Confidence.HIGH, FACTS), (facts.Confidence.MEDIUM, UNCONFIRMED)):
            chosen = [fact for fact in goals if fact.confidence is confidence]
            summary += save_matches(db, _with_fact_goals(db, chosen, str(path)), origin)
    return summary


def import_goal_kinds(db: Database, paths: Sequence[Path], _options: ImportOptions, /) -> Summary:
    """goal_kinds.csv of the facts: which of the goals that are known were own goals, which were penalties."""
    summary = Summary()
    for path in paths:
        spellings = spellings_of(db)
        for row in facts.read_goal_kinds(read_text(path), file=str(path)):
            stored = _stored_match(db, spellings, row, str(path))
            match = stored.match
            for kind, goals in row.marked.items():
                match = _marked(match, kind, goals, str(path), row.line)
            if match == stored.match:
                summary.unchanged += 1
            else:
                change_match(db, stored.id, match, stored.authority)
                summary.changed += 1
    return summary


def _marked(match: Match, kind: GoalKind, written: Sequence[str], place: str, line: int) -> Match:
    """The match with these goals, and no others, marked as of a kind."""
    left = list(written)
    goals = []
    for goal in match.goals:
        name = f"{goal.minute}{f'+{goal.stoppage}' if goal.stoppage else ''} {goal.scorer}"
        if name in left:
            left.remove(name)
            goals.append(replace(goal, kind=kind))
        elif goal.kind is kind:
            raise SourceError(place, f"{name} is marked as {kind}, and not listed", line)
        else:
            goals.append(goal)
    if left:
        raise SourceError(place, f"no goal {', '.join(left)} in {match.home.name} – {match.away.name}", line)
    return replace(match, goals=tuple(goals), unmarked=match.unmarked - {kind})


def _import_clubs(db: Database, folder: Path) -> None:
    file = folder / "clubs.csv"
    save_clubs(db, facts.read_clubs(read_text(file), file=str(file)))
    file = folder / "club_names.csv"
    names = facts.read_club_names(read_text(file), file=str(file))
    unknown = sorted({name.club for name in names} - set(Results(db).clubs()))
    if unknown:
        raise SourceError(str(file), f"no such club in clubs.csv: {', '.join(unknown)}")
    save_names(db, [(name.club, name.name, name.kind, name.country, name.shared) for name in names])
    file = folder / "club_names_of_their_time.csv"
    of_their_time = read_names_of_their_time(read_text(file), file=str(file))
    unknown = sorted({name.club for name in of_their_time} - set(Results(db).clubs()))
    if unknown:
        raise SourceError(str(file), f"no such club in clubs.csv: {', '.join(unknown)}")
    save_names_of_their_time(
        db, [(name.club, name.name, name.first, name.last, name.dutch_name) for name in of_their_time]
    )
    file = folder / "wikipedia_pages.csv"
    pages = read_pages(read_text(file), file=str(file))
    unknown = sorted({club for _, club in pages} - set(Results(db).clubs()))
    if unknown:
        raise SourceError(str(file), f"no such club in clubs.csv: {', '.join(unknown)}")
    save_pages(db, pages)
    file = folder / "elsewhere_clubs.csv"
    elsewhere = facts.read_elsewhere_clubs(read_text(file), file=str(file))
    save_elsewhere(db, [(club.name, club.country, "|".join(club.also)) for club in elsewhere])


def _import_words(db: Database, folder: Path) -> None:
    file = folder / "ordinary_words.csv"
    save_ordinary_words(db, facts.read_ordinary_words(read_text(file), file=str(file)))


def _import_calendar(db: Database, folder: Path, spellings: Spellings) -> None:
    file = folder / "draws.csv"
    save_draws(db, facts.read_draws(read_text(file), file=str(file)))
    file = folder / "finals.csv"
    save_finals(db, facts.read_finals(read_text(file), file=str(file)))
    file = folder / "participants.csv"
    participants = []
    for row in facts.read_participants(read_text(file), file=str(file)):
        club = club_of(spellings, row.club.name, row.club.country, str(file))
        participants.append((row.competition, row.season, club, row.source))
    save_participants(db, participants)
    file = folder / "deductions.csv"
    save_deductions(
        db,
        [
            (
                row.competition,
                row.season,
                club_of(spellings, row.club.name, row.club.country, str(file)),
                row.points,
                row.reason,
                row.source,
            )
            for row in facts.read_deductions(read_text(file), file=str(file))
        ],
    )


def _with_fact_goals(db: Database, goals: Sequence[facts.FactGoal], place: str) -> list[Match]:
    """The matches that the goals belong to, with these goals in the place of others."""
    spellings = spellings_of(db)
    by_match: dict[tuple[object, ...], list[facts.FactGoal]] = {}
    for fact in goals:
        row = fact.goal
        by_match.setdefault((row.competition, row.season, row.date, row.home, row.away), []).append(fact)
    matches = []
    for of_match in by_match.values():
        row = of_match[0].goal
        match = _stored_match(db, spellings, row, place).match
        sides = {row.home: match.home, row.away: match.away}
        scored = tuple(
            Goal(
                sides[fact.goal.club], fact.goal.scorer, fact.goal.minute, fact.goal.stoppage, fact.goal.kind
            )
            for fact in of_match
        )
        matches.append(replace(match, goals=scored, unmarked=UNMARKED, source=of_match[0].source))
    return matches


def _stored_match(
    db: Database, spellings: Spellings, row: GoalRow | facts.GoalKinds, place: str
) -> StoredMatch:
    """The one match that a fact belongs to; SourceError where there is none, or more."""
    clubs = tuple(club_of(spellings, name, "", place) for name in (row.home, row.away))
    found = [
        stored
        for stored in Results(db).stored_matches(row.competition, row.season)
        if stored.match.clubs == clubs and (row.date is None or stored.match.date == row.date)
    ]
    if len(found) != 1:
        raise SourceError(place, f"no match {row.home} – {row.away} on {row.date}", row.line)
    return found[0]
