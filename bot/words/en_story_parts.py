"""English: the parts of sentences of the story of the night."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import Club, Goal, GoalKind, Match, Score
from bot.football.story.course import NINETY, Moment
from bot.football.story.match_story import VERY_LATE, MatchStory
from bot.words.shape import Words

NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Parts:
    """What the sentences are made of, in the names of one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def _two(self, one: MatchStory) -> tuple[str, str]:
        return self._club(one.hero), self._club(one.loser)

    def _club(self, club: Club | None) -> str:
        return self.words.club(club) if club else ""

    @staticmethod
    def _the(cup: str) -> str:
        return f"the {cup}"

    def _pair(self, one: MatchStory) -> str:
        return " – ".join(self._club(club) for club in one.match.clubs)

    def _against(self, one: MatchStory) -> str:
        """`against` at home and on neutral ground, `at` away, from the hero's side."""
        away = one.match.away == one.hero and not one.match.neutral
        return f"{'at' if away else 'against'} {self._club(one.loser)}"

    @staticmethod
    def _where(one: MatchStory) -> str:
        if one.match.neutral:
            return "on neutral ground"
        return "at home" if one.match.home == one.hero else "away"

    def _against_hero(self, one: MatchStory) -> str:
        away = one.match.home == one.hero and not one.match.neutral
        return f"{'at' if away else 'against'} {self._club(one.hero)}"

    def _against_of(self, one: MatchStory, turn: Moment) -> str:
        away = turn.goal.club == one.match.away and not one.match.neutral
        club, other = turn.goal.club, one.match.opponent_of(turn.goal.club)
        return f"for {self._club(club)} {'at' if away else 'against'} {self._club(other)}"

    @staticmethod
    def _who(goal: Goal) -> str:
        if goal.scorer is None:
            return "a goal"
        return f"an own goal by {goal.scorer}" if goal.kind is GoalKind.OWN_GOAL else goal.scorer

    @staticmethod
    def _when(goal: Goal) -> str:
        if goal.stoppage and goal.minute and goal.minute >= NINETY:
            return f"in stoppage time ({clock(goal)})"
        return f"in the {ordinal(goal.minute or 0)} minute"

    @staticmethod
    def _feats(one: MatchStory) -> str:
        return "".join(f", with {NUMBERS[feat.goals]} by {feat.scorer}" for feat in one.feats)


def not_beaten(club: Club, match: Match) -> bool:
    score = match.score_for(club)
    return score is not None and score.home >= score.away


def is_very_late(goal: Goal, club: Club | None) -> bool:
    return goal.club == club and VERY_LATE <= (goal.minute or 0) <= NINETY


def with_minutes(goals: Sequence[Goal]) -> list[str]:
    """Thomas Müller (25, 82), Arjen Robben (73)."""
    minutes: dict[str, list[str]] = {}
    for goal in goals:
        own = ", own goal" if goal.kind is GoalKind.OWN_GOAL else ""
        minutes.setdefault(goal.scorer or "somebody unknown", []).append(f"{clock(goal)}{own}")
    return [f"{scorer} ({', '.join(scored)})" for scorer, scored in minutes.items()]


def clock(goal: Goal) -> str:
    return f"{goal.minute}+{goal.stoppage}" if goal.stoppage else f"{goal.minute}"


def minutes(goal: Goal) -> str:
    return "one minute" if goal.minute == 1 else f"{goal.minute} minutes"


def seen_by(club: Club | None, match: Match, score: Score | None = None) -> Score | None:
    """A score with this club's goals first."""
    shown = score or match.score
    return shown.turned if shown is not None and club == match.away else shown


def high_first(score: Score | None) -> str:
    return f"{max(score.home, score.away)}-{min(score.home, score.away)}" if score else ""


def ordinal(number: int) -> str:
    """1st, 2nd, 83rd, 111th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
