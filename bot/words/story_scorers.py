"""Who scored, counted for a sentence: the same in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bot.football.model import Club, Goal, GoalKind, Match, Status


def scorers_of(match: Match, club: Club) -> tuple[tuple[str, int], ...]:
    """The club's scorers with how often, in the order of their first goal; empty where one is unknown."""
    goals = match.goals_of(club)
    score = match.score_for(club)
    all_known = score is not None and len(goals) == score.home and all(goal.scorer for goal in goals)
    return _counted(goals) if all_known and match.status is Status.PLAYED else ()


def own_goals_for(match: Match, club: Club) -> tuple[str, ...]:
    """Players of the other club who scored for this one."""
    return tuple(
        goal.scorer for goal in match.goals_of(club) if goal.scorer and goal.kind is GoalKind.OWN_GOAL
    )


def _counted(goals: Iterable[Goal]) -> tuple[tuple[str, int], ...]:
    counted = Counter(goal.scorer for goal in goals if goal.scorer and goal.kind is not GoalKind.OWN_GOAL)
    return tuple(counted.items())
