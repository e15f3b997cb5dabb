"""How a season's regulations order clubs that are level on points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.football.model import (
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    EUROPEAN_COMPETITIONS,
    Competition,
    Round,
    RoundKind,
    Season,
)


class Criterion(StrEnum):
    """What is compared, more being better; in all matches of the table, or in those among the level clubs."""

    POINTS = "points"
    GOAL_DIFFERENCE = "goal difference"
    GOALS = "goals"
    AWAY_GOALS = "away goals"
    WINS = "wins"
    AWAY_WINS = "away wins"
    OPPONENTS_POINTS = "opponents' points"
    OPPONENTS_GOAL_DIFFERENCE = "opponents' goal difference"
    OPPONENTS_GOALS = "opponents' goals"


@dataclass(frozen=True, slots=True)
class TableRules:
    """The order of clubs: points, then head to head, then over all matches."""

    points_for_a_win: int
    overall: tuple[Criterion, ...]
    head_to_head: tuple[Criterion, ...] = ()
    """Compared first, in the matches among the level clubs; empty where the regulations had none."""
    reapplied: bool = False
    """Whether head to head starts anew among clubs that it left level."""
    once_complete: tuple[Criterion, ...] = ()
    """Compared last, and only when every match has been played."""
    matches_each: int | None = None
    """How many matches each club plays; None where nobody said."""


_C = Criterion
_SINCE_2015 = (_C.GOAL_DIFFERENCE, _C.GOALS, _C.AWAY_GOALS, _C.WINS, _C.AWAY_WINS)
_OPPONENTS = (_C.OPPONENTS_POINTS, _C.OPPONENTS_GOAL_DIFFERENCE, _C.OPPONENTS_GOALS)


def rules_for(competition: Competition, season: Season, round_: Round, clubs: int) -> TableRules:
    """The regulations for a table of so many clubs.

    UEFA gave two points for a win until 1994/95. Groups went by head to head: points, goal difference and
    away goals until 2008/09; from 2009/10 goals before away goals, and anew among clubs still level; without
    away goals from 2021/22. Over all matches goal difference and goals followed; from 2015/16 away goals,
    wins and away wins too. The UEFA Cup's groups of five (2004/05 to 2008/09) and the league phase (from
    2024/25) know no head to head. Beyond what results tell (cards, coefficients) places are shared. Other
    competitions, of which nothing is known here, go by goal difference and goals.
    """
    year = season.start_year
    win = 2 if year < 1995 else 3
    if competition not in EUROPEAN_COMPETITIONS:
        return TableRules(win, overall=_SINCE_2015[:2])
    if round_.kind is RoundKind.LEAGUE:
        each = 6 if competition == CONFERENCE_LEAGUE else 8
        return TableRules(win, overall=_SINCE_2015, once_complete=_OPPONENTS, matches_each=each)
    if competition == EUROPA_LEAGUE and year <= 2008:
        # Wins were added in 2006/07.
        return TableRules(win, overall=_SINCE_2015[: 5 if year >= 2006 else 3], matches_each=clubs - 1)
    return TableRules(
        win,
        overall=_SINCE_2015[: 5 if year >= 2015 else 2],
        head_to_head=_head_to_head(year),
        reapplied=year >= 2009,
        matches_each=2 * (clubs - 1),
    )


def _head_to_head(year: int) -> tuple[Criterion, ...]:
    if year <= 2008:
        return (_C.POINTS, _C.GOAL_DIFFERENCE, _C.AWAY_GOALS)
    if year <= 2020:
        return (_C.POINTS, _C.GOAL_DIFFERENCE, _C.GOALS, _C.AWAY_GOALS)
    return (_C.POINTS, _C.GOAL_DIFFERENCE, _C.GOALS)
