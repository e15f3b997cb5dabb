"""The scorers that a source lists, as far as they can be true beside the score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.football.model import Goal, Match

TWICE = 2
"""Minutes: two goals of a player no further apart may be one goal, listed again with another minute."""


def with_plausible_goals(match: Match) -> Match:
    """The match without goals listed twice; a club that still lists more than it scored names nobody.

    Some sources list a goal before it is in the score, so that nobody is named without a score either.
    """
    score = match.score
    if score is None:
        return replace(match, goals=())
    plausible = [
        *_plausible(match.goals_of(match.home), score.home),
        *_plausible(match.goals_of(match.away), score.away),
    ]
    goals = []
    for goal in match.goals:
        if goal in plausible:
            plausible.remove(goal)
            goals.append(goal)
    return replace(match, goals=tuple(goals))


def _plausible(goals: Sequence[Goal], scored: int) -> Sequence[Goal]:
    surplus = len(goals) - scored
    if surplus <= 0:
        return goals
    first = [goal for place, goal in enumerate(goals) if not _is_listed_before(goal, goals[:place])]
    return first if len(goals) - len(first) == surplus else ()


def _is_listed_before(goal: Goal, earlier: Sequence[Goal]) -> bool:
    return any(_are_near(goal, other) for other in earlier)


def _are_near(goal: Goal, other: Goal) -> bool:
    if goal.scorer is None or goal.scorer != other.scorer or goal.minute is None or other.minute is None:
        return False
    apart = goal.minute + (goal.stoppage or 0) - other.minute - (other.stoppage or 0)
    return abs(apart) <= TWICE
