"""The records of many matches: the biggest wins, hat-tricks, the fastest goals, own goals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.football.model import Club, Goal, GoalKind, Match, Status
from bot.football.players.top_scorers import Coverage, coverage
from bot.football.story.scored_goals import HatTrick, hat_tricks

MOST = 5
"""Of each kind."""
FASTEST = 2
"""Minutes: a goal later than this is no fast one."""


@dataclass(frozen=True, slots=True)
class Records:
    matches: int
    coverage: Coverage
    biggest_wins: tuple[Match, ...]
    most_goals: tuple[Match, ...]
    most_by_one: tuple[tuple[Match, HatTrick], ...]
    hat_tricks: int
    """How often somebody scored three or more."""
    fastest: tuple[tuple[Match, Goal], ...]
    in_first_minute: int
    own_goals: int
    most_own_goals: tuple[Match, ...]


def records(matches: Iterable[Match], club: Club | None = None) -> Records:
    """The records of these matches; of a club only what it or its players did. The newest of equals first."""
    played = sorted(
        (match for match in matches if match.has_result and match.status is Status.PLAYED),
        key=_day,
        reverse=True,
    )
    scored = [(match, trick) for match in played for trick in hat_tricks(match) if club in {None, trick.club}]
    fast = [(match, goal) for match in played if (goal := _first_goal(match, club)) is not None]
    own = {id(match): number for match in played if (number := _own_goals(match, club))}
    with_own = [match for match in played if id(match) in own]
    return Records(
        len(played),
        coverage(played),
        _most(played, [_margin(match, club) for match in played], least=1),
        _most(played, [_total(match) for match in played], least=1),
        tuple(sorted(scored, key=lambda pair: -pair[1].goals)[:MOST]),
        len(scored),
        tuple(sorted(fast, key=lambda pair: pair[1].minute or 0)[:MOST]),
        sum(goal.minute == 1 for _, goal in fast),
        sum(own.values()),
        _most(with_own, [own[id(match)] for match in with_own], least=1),
    )


def records_together(parts: Iterable[Records]) -> Records:
    """The records of several seasons from those of each."""
    each = tuple(parts)
    return Records(
        sum(of_season.matches for of_season in each),
        sum((of_season.coverage for of_season in each), Coverage(0, 0)),
        _best(
            (match for of_season in each for match in of_season.biggest_wins),
            lambda match: _margin(match, None),
        ),
        _best((match for of_season in each for match in of_season.most_goals), _total),
        tuple(
            sorted(
                (found for of_season in each for found in of_season.most_by_one),
                key=lambda found: (-found[1].goals, -_day(found[0])),
            )[:MOST]
        ),
        sum(of_season.hat_tricks for of_season in each),
        tuple(
            sorted(
                (found for of_season in each for found in of_season.fastest),
                key=lambda found: (found[1].minute or 0, -_day(found[0])),
            )[:MOST]
        ),
        sum(of_season.in_first_minute for of_season in each),
        sum(of_season.own_goals for of_season in each),
        _best(
            (match for of_season in each for match in of_season.most_own_goals),
            lambda match: _own_goals(match, None),
        ),
    )


def _best(matches: Iterable[Match], by: Callable[[Match], int]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda match: (-by(match), -_day(match)))[:MOST])


def _day(match: Match) -> int:
    return match.date.toordinal() if match.date else 0


def _most(matches: Sequence[Match], by: Sequence[int], least: int) -> tuple[Match, ...]:
    ordered = sorted(zip(matches, by, strict=True), key=lambda pair: -pair[1])
    return tuple(match for match, number in ordered[:MOST] if number >= least)


def _margin(match: Match, club: Club | None) -> int:
    """Goals of difference; of a club's match those that it won by."""
    home, away = (match.score.home, match.score.away) if match.score else (0, 0)
    return abs(home - away) if club is None else home - away if club == match.home else away - home


def _total(match: Match) -> int:
    return match.score.home + match.score.away if match.score else 0


def _first_goal(match: Match, club: Club | None) -> Goal | None:
    """The first goal of the match, when it fell in the first minutes and for this club."""
    first = next(iter(match.goals), None)
    if first is None or first.minute is None or first.minute > FASTEST or first.kind is GoalKind.OWN_GOAL:
        return None
    return first if club in {None, first.club} else None


def _own_goals(match: Match, club: Club | None) -> int:
    """Own goals in the match; of a club those of its own players."""
    return sum(
        goal.kind is GoalKind.OWN_GOAL and club in {None, match.opponent_of(goal.club)}
        for goal in match.goals
    )
