"""The table of a group or a league phase, as its regulations order it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import assert_never

from bot.football.model import Club, Match, Status
from bot.football.tables.rules import Criterion, TableRules, rules_for
from bot.football.tables.standing import Standing, Table


@dataclass(slots=True)
class _Record:
    """What one club did in some matches."""

    club: Club
    points: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    away_goals: int = 0
    away_wins: int = 0
    opponents: list[_Record] = field(default_factory=list)


def table(matches: Sequence[Match], deductions: Mapping[Club, int] | None = None) -> Table:
    """The table of one group or league phase, partly unplayed perhaps. ValueError without matches.

    Awarded scores count. A match under way doesn't (see `if_it_stays`), nor does a cancelled one. Clubs that
    results alone cannot part share a place and stand in alphabetical order. Head to head is compared as far
    as it has been played, as UEFA's own tables did between matchdays (28 November 2008: Lyon above Bayern).
    Deductions are points that a verdict took away, from whatever clubs; those of other groups don't matter.
    """
    if not matches:
        raise ValueError("a table needs the matches of a group or a league phase")
    of = matches[0]
    clubs = {club: None for match in matches for club in match.clubs}
    rules = rules_for(of.competition, of.season, of.round, len(clubs))
    records = _records(clubs, matches, rules)
    for club, points in (deductions or {}).items():
        if club in records:
            records[club].points -= points
    complete = _is_complete(matches, clubs, rules)
    standings: list[Standing] = []
    for level in _in_order(list(records.values()), matches, rules, complete=complete):
        place = len(standings) + 1
        standings.extend(_standing(place, record, shared=len(level) > 1) for record in level)
    return Table(of.competition, of.season, of.round, tuple(standings), complete)


def _records(clubs: Collection[Club], matches: Iterable[Match], rules: TableRules) -> dict[Club, _Record]:
    records = {club: _Record(club) for club in clubs}
    for match in matches:
        score = match.score
        if score is None or not match.has_result:
            continue
        home, away = records.get(match.home), records.get(match.away)
        if home is None or away is None:
            continue
        home.goals_for += score.home
        home.goals_against += score.away
        away.goals_for += score.away
        away.goals_against += score.home
        away.away_goals += score.away
        home.opponents.append(away)
        away.opponents.append(home)
        if score.is_level:
            for record in (home, away):
                record.drawn += 1
                record.points += 1
            continue
        winner, loser = (home, away) if score.home > score.away else (away, home)
        winner.won += 1
        winner.points += rules.points_for_a_win
        winner.away_wins += winner is away
        loser.lost += 1
    return records


def _in_order(
    records: list[_Record], matches: Sequence[Match], rules: TableRules, *, complete: bool
) -> list[list[_Record]]:
    """Clubs in their places, best first; more than one where results cannot part them."""
    overall = (*rules.overall, *rules.once_complete) if complete else rules.overall
    ordered: list[list[_Record]] = []
    for level in _parted(records, (Criterion.POINTS,)):
        for still_level in _head_to_head(level, matches, rules):
            ordered.extend(_parted(still_level, overall))
    return [sorted(level, key=_alphabet) for level in ordered]


def _head_to_head(level: list[_Record], matches: Sequence[Match], rules: TableRules) -> list[list[_Record]]:
    """Part clubs level on points by their matches among each other."""
    if len(level) == 1 or not rules.head_to_head:
        return [level]
    among = _records([record.club for record in level], matches, rules)
    whole = {record.club: record for record in level}
    parted = [
        [whole[record.club] for record in block]
        for block in _parted(list(among.values()), rules.head_to_head)
    ]
    if len(parted) == 1 or not rules.reapplied:
        return parted
    return [still_level for block in parted for still_level in _head_to_head(block, matches, rules)]


def _parted(records: list[_Record], criteria: tuple[Criterion, ...]) -> list[list[_Record]]:
    """Records in blocks that are level on all criteria, best first."""
    if len(records) == 1:
        return [records]

    worths = {record.club: tuple(_worth(record, criterion) for criterion in criteria) for record in records}

    def worth(record: _Record) -> tuple[int, ...]:
        return worths[record.club]

    best_first = sorted(records, key=worth, reverse=True)
    return [list(block) for _, block in groupby(best_first, key=worth)]


def _worth(record: _Record, criterion: Criterion) -> int:  # noqa: PLR0911 - one answer to each criterion
    match criterion:
        case Criterion.POINTS:
            return record.points
        case Criterion.GOAL_DIFFERENCE:
            return record.goals_for - record.goals_against
        case Criterion.GOALS:
            return record.goals_for
        case Criterion.AWAY_GOALS:
            return record.away_goals
        case Criterion.WINS:
            return record.won
        case Criterion.AWAY_WINS:
            return record.away_wins
        case Criterion.OPPONENTS_POINTS:
            return sum(_worth(opponent, Criterion.POINTS) for opponent in record.opponents)
        case Criterion.OPPONENTS_GOAL_DIFFERENCE:
            return sum(_worth(opponent, Criterion.GOAL_DIFFERENCE) for opponent in record.opponents)
        case Criterion.OPPONENTS_GOALS:
            return sum(_worth(opponent, Criterion.GOALS) for opponent in record.opponents)
        case _:
            assert_never(criterion)


def _is_complete(matches: Sequence[Match], clubs: Collection[Club], rules: TableRules) -> bool:
    """Whether nothing is left to play; a match abandoned and played again is not waited for."""
    over = {match.clubs for match in matches if match.has_result}
    if not all(match.clubs in over or match.status is Status.CANCELLED for match in matches):
        return False
    if rules.matches_each is None:
        return True
    games = len({match.clubs for match in matches})
    return 2 * games >= rules.matches_each * len(clubs)


def _standing(place: int, record: _Record, *, shared: bool) -> Standing:
    return Standing(
        place=place,
        shared=shared,
        club=record.club,
        played=record.won + record.drawn + record.lost,
        won=record.won,
        drawn=record.drawn,
        lost=record.lost,
        goals_for=record.goals_for,
        goals_against=record.goals_against,
        points=record.points,
    )


def _alphabet(record: _Record) -> str:
    return record.club.name.casefold()
