"""The goals of a match with the score that each made: who was behind and came back, who scored three."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.football.model import Club, Goal, GoalKind, Match, Score, Status
from bot.football.season.as_of import minutes_can_be_trusted

LATE = 80
"""From this minute on a match is in its closing phase."""
NINETY = 90


@dataclass(frozen=True, slots=True)
class ScoredGoal:
    """A goal with the score before and after it, the home club's goals first."""

    goal: Goal
    before: Score
    after: Score

    @property
    def minute(self) -> int:
        return self.goal.minute or 0


@dataclass(frozen=True, slots=True)
class HatTrick:
    """A player who scored three times or more in one match."""

    scorer: str
    club: Club
    goals: int


def scored_goals(match: Match) -> tuple[ScoredGoal, ...]:
    """Every goal with the score before and after; empty where the order of some goal is not known."""
    if match.status is not Status.PLAYED or not minutes_can_be_trusted(match):
        return ()
    goals: list[ScoredGoal] = []
    running = Score(0, 0)
    for goal in match.goals:
        after = running + (Score(1, 0) if goal.club == match.home else Score(0, 1))
        goals.append(ScoredGoal(goal, running, after))
        running = after
    minutes = [(scored.minute, scored.goal.stoppage or 0) for scored in goals]
    return tuple(goals) if minutes == sorted(minutes) and running == match.score else ()


def in_ninety(goals: tuple[ScoredGoal, ...]) -> tuple[ScoredGoal, ...]:
    return tuple(scored for scored in goals if scored.minute <= NINETY)


def deepest_deficit(goals: tuple[ScoredGoal, ...], club: Club, match: Match) -> ScoredGoal | None:
    """The goal that brought the club furthest behind, the first where it was equally far behind twice."""
    behind = [scored for scored in goals if _lead(scored.after, club, match) < 0]
    return min(behind, key=lambda scored: _lead(scored.after, club, match), default=None)


def decisive(goals: tuple[ScoredGoal, ...], match: Match) -> ScoredGoal | None:
    """The goal that made the last change in who was ahead, or made it level."""
    changes = [scored for scored in goals if _sign(scored.before) != _sign(scored.after)]
    return changes[-1] if changes and _sign(changes[-1].after) == _sign(match.score) else None


def hat_tricks(match: Match) -> tuple[HatTrick, ...]:
    """The players who scored three or more, most goals first; own goals do not count."""
    if match.status is not Status.PLAYED:
        return ()
    counted = Counter((goal.scorer, goal.club) for goal in match.goals if goal.kind is not GoalKind.OWN_GOAL)
    return tuple(
        HatTrick(scorer, club, goals)
        for (scorer, club), goals in counted.most_common()
        if scorer and goals >= 3
    )


def scorers_of(match: Match, club: Club) -> tuple[tuple[str, int], ...]:
    """The club's scorers with their goals, in the order of their first goal; empty where one is unknown."""
    goals = match.goals_of(club)
    score = match.score_for(club)
    if match.status is not Status.PLAYED or score is None or len(goals) != score.home:
        return ()
    if not all(goal.scorer for goal in goals):
        return ()
    return tuple(Counter(goal.scorer or "" for goal in goals if goal.kind is not GoalKind.OWN_GOAL).items())


def own_goals_for(match: Match, club: Club) -> tuple[str, ...]:
    """The players of the other club who scored for this club."""
    return tuple(
        goal.scorer for goal in match.goals_of(club) if goal.scorer and goal.kind is GoalKind.OWN_GOAL
    )


def _lead(score: Score, club: Club, match: Match) -> int:
    ahead = score.home - score.away
    return ahead if club == match.home else -ahead


def _sign(score: Score | None) -> int:
    return 0 if score is None else (score.home > score.away) - (score.home < score.away)
