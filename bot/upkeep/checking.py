"""Whether the results database is sound, and how much of each season it knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from bot.database.results.results import Results
from bot.football.dataset.sentences.seasons import (
    WholeSeason,
    ties_of_unknown_outcome,
    undecided_ties,
    whole_season,
)
from bot.football.dataset.sentences.sentences import (
    Strength,
    Violation,
    violations_across,
    violations_in_season,
)
from bot.football.model import Competition, Derived, GoalKind, Match, Season
from bot.football.season.as_of import result_unknown

_CONCLUDED = frozenset({Derived.MATCH, Derived.ROUND})
_HEADINGS = (
    *("", "season", "matches", "results", "scorers", "own goals", "penalties", "qualifying"),
    *("derived", "conflicts", "undecided", "unknown"),
)
_ALWAYS = 6
"""The numbers that are shown when they are zero too."""
_MILDEST_FIRST = (Strength.MISSING, Strength.ODD, Strength.WRONG)
_GAP = "  "


@dataclass(frozen=True, slots=True)
class SeasonCoverage:
    """How much is known of a competition's season; the numbers are matches, but for conflicts and ties."""

    competition: Competition
    season: Season
    matches: int
    results: int
    scorers: int
    """With every goal of the score; a goalless match has them all."""
    own_goals: int
    """Of those, with every own goal known as one; likewise the penalties."""
    penalties: int
    qualifying: int
    """Matches of the qualifying rounds."""
    derived: int
    """The match itself or its round was concluded, not read."""
    conflicts: int
    """Facts on which sources disagreed."""
    undecided: int
    """Ties that were played out, or left behind by their season, without a winner."""
    unknown: int
    """Must be over, but nothing is known of the result."""


def violations(results: Results, now: datetime | None = None) -> tuple[Violation, ...]:
    """Every violated data sentence; without `now` it is not asked which matches must be over by now."""
    seasons = tuple(_seasons(results))
    found = [violation for season in seasons for violation in violations_in_season(season, now)]
    found += violations_across(match for season in seasons for match in season.matches)
    return tuple(found)


def in_short(found: Iterable[Violation]) -> tuple[tuple[Strength, str], ...]:
    """One line for each sentence in a season: the first that contradicts it, and how many more.

    What is missing comes first, what is wrong last.
    """
    alike: dict[tuple[Competition, Season, str], list[Violation]] = {}
    for violation in found:
        alike.setdefault((violation.competition, violation.season, violation.sentence), []).append(violation)
    return tuple(
        (strength, f"{first}, and {len(others)} more" if others else str(first))
        for strength in _MILDEST_FIRST
        for first, *others in alike.values()
        if first.strength is strength
    )


def in_one_sentence(found: Iterable[Violation]) -> str:
    """What the whole check comes to, for whoever just installed the bot."""
    missing, odd, wrong = map(Counter(violation.strength for violation in found).get, _MILDEST_FIRST)
    if wrong:
        return f"Wrong: {wrong}, listed last. Build the results anew with 'make data'."
    parts = [
        "The results are sound and ready to use; nothing is wrong.",
        f"Not known yet: {missing}, which the bot says where it matters." if missing else "",
        f"Odd, and left as the sources have it: {odd}." if odd else "",
    ]
    return " ".join(filter(None, parts))


def coverage(results: Results, now: datetime | None = None) -> tuple[SeasonCoverage, ...]:
    """Per competition and season, the oldest first; without `now` no result counts as unknown."""
    conflicts = Counter((conflict.competition, conflict.season) for conflict in results.conflicts())
    covered = [
        _covered(season, conflicts[season.competition, season.season], now) for season in _seasons(results)
    ]
    return tuple(sorted(covered, key=lambda row: (row.competition, row.season)))


def format_coverage(rows: Sequence[SeasonCoverage]) -> str:
    """A table for the terminal with a line of totals; zeros are left empty where they are good news."""
    lines = [_HEADINGS, *(_cells(row) for row in rows), _totals(rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(cells, widths) for cells in lines)


def _seasons(results: Results) -> Iterator[WholeSeason]:
    for competition, season in results.seasons():
        yield whole_season(
            competition,
            season,
            results.season_matches(competition, season),
            results.draws(competition, season),
            results.final(competition, season),
        )


def _covered(season: WholeSeason, conflicts: int, now: datetime | None) -> SeasonCoverage:
    matches = season.matches
    return SeasonCoverage(
        season.competition,
        season.season,
        matches=len(matches),
        results=sum(match.has_result for match in matches),
        scorers=sum(match.has_result and match.scorers_known for match in matches),
        own_goals=_that_know(GoalKind.OWN_GOAL, matches),
        penalties=_that_know(GoalKind.PENALTY, matches),
        qualifying=sum(match.round.kind.is_qualifying for match in matches),
        derived=sum(not _CONCLUDED.isdisjoint(match.derived) for match in matches),
        conflicts=conflicts,
        undecided=sum(1 for _ in (*undecided_ties(season), *ties_of_unknown_outcome(season))),
        unknown=0 if now is None else sum(result_unknown(match, now) for match in matches),
    )


def _that_know(kind: GoalKind, matches: Iterable[Match]) -> int:
    return sum(match.has_result and match.knows_every(kind) for match in matches)


def _cells(row: SeasonCoverage) -> tuple[str, ...]:
    return (str(row.competition), str(row.season), *_written(_numbers(row)))


def _totals(rows: Sequence[SeasonCoverage]) -> tuple[str, ...]:
    columns = zip(*map(_numbers, rows), strict=True) if rows else [()] * (len(_HEADINGS) - 2)
    return ("all", "", *_written(tuple(map(sum, columns))))


def _numbers(row: SeasonCoverage) -> tuple[int, ...]:
    return tuple(getattr(row, field.name) for field in fields(row)[2:])


def _written(numbers: tuple[int, ...]) -> tuple[str, ...]:
    """What is covered always; what is derived or wrong only where there is any."""
    return tuple(str(number) if number or place < _ALWAYS else "" for place, number in enumerate(numbers))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    named, numbers = zip(cells[:2], widths[:2], strict=True), zip(cells[2:], widths[2:], strict=True)
    columns = [cell.ljust(width) for cell, width in named] + [cell.rjust(width) for cell, width in numbers]
    return _GAP.join(columns).rstrip()
