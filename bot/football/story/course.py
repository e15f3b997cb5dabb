"""How a match went, goal by goal: who was behind and came back, what fell late, who scored three."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.football.model import Club, Goal, GoalKind, Match, Score, Status
from bot.football.season.as_of import minutes_can_be_trusted

LATE = 80
"""From this minute on a match is in its closing phase."""
NINETY = 90


@dataclass(frozen=True, slots=True)
class Moment:
    """A goal with the score that it made, seen from the home club."""

    goal: Goal
    before: Score
    after: Score


@dataclass(frozen=True, slots=True)
class Feat:
    """Somebody who scored three times or more in one match."""

    scorer: str
    club: Club
    goals: int


def course(match: Match) -> tuple[Moment, ...]:
    """Every goal with the score before and after; empty where the order of some goal is not known."""
    if match.status is not Status.PLAYED or not minutes_can_be_trusted(match):
        return ()
    told: list[Moment] = []
    running = Score(0, 0)
    for goal in match.goals:
        after = running + (Score(1, 0) if goal.club == match.home else Score(0, 1))
        told.append(Moment(goal, running, after))
        running = after
    minutes = [(one.goal.minute or 0, one.goal.stoppage or 0) for one in told]
    return tuple(told) if minutes == sorted(minutes) and running == match.score else ()


def in_ninety(told: tuple[Moment, ...]) -> tuple[Moment, ...]:
    return tuple(one for one in told if (one.goal.minute or 0) <= NINETY)


def deepest_deficit(told: tuple[Moment, ...], club: Club, match: Match) -> Moment | None:
    """The goal that brought the club furthest behind, the first where it was equally far behind twice."""
    behind = [one for one in told if _lead(one.after, club, match) < 0]
    return min(behind, key=lambda one: _lead(one.after, club, match), default=None)


def decisive(told: tuple[Moment, ...], match: Match) -> Moment | None:
    """The goal that made the last change in who was ahead, or made it level."""
    changes = [one for one in told if _sign(one.before) != _sign(one.after)]
    return changes[-1] if changes and _sign(changes[-1].after) == _sign(match.score) else None


def feats(match: Match) -> tuple[Feat, ...]:
    """Who scored three or more, most goals first; own goals are nobody's."""
    if match.status is not Status.PLAYED:
        return ()
    scored = Counter(
        (goal.scorer, goal.club) for goal in match.goals if goal.scorer and goal.kind is not GoalKind.OWN_GOAL
    )
    return tuple(
        Feat(scorer, club, goals) for (scorer, club), goals in scored.most_common() if scorer and goals >= 3
    )


def _lead(score: Score, club: Club, match: Match) -> int:
    ahead = score.home - score.away
    return ahead if club == match.home else -ahead


def _sign(score: Score | None) -> int:
    return 0 if score is None else (score.home > score.away) - (score.home < score.away)
