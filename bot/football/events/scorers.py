"""The scorers that a source lists, as far as they can be true beside the score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.football.model import Goal, Match

TWICE = 2
"""Minutes: two goals of a player no further apart may be one goal, listed again with another minute."""


def with_plausible_goals(match: Match) -> Match:
    """The match without goals listed twice; a club that still lists more than it scored names nobody."""
    score = match.score
    if score is None:
        return match
    scored = {match.home: score.home, match.away: score.away}
    kept = [goal for club in match.clubs for goal in _plausible(match.goals_of(club), scored[club])]
    goals = tuple(goal for place, goal in enumerate(match.goals) if any(goal is other for other in kept))
    return match if len(goals) == len(match.goals) else replace(match, goals=goals)


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
