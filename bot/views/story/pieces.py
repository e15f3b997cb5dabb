"""The pieces of a story's sentences: names, grounds, goals and minutes, in the words of one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.football.model import Club, Goal, GoalKind, Round
from bot.football.story.match_story import Ground, MatchStory
from bot.football.story.scored_goals import NINETY, HatTrick, ScoredGoal
from bot.words import StoryWords, Words


@dataclass(frozen=True, slots=True)
class Pieces:
    words: Words

    @property
    def say(self) -> StoryWords:
        return self.words.story

    def club(self, club: Club | None) -> str:
        return self.words.club(club) if club else ""

    def both(self, story: MatchStory) -> tuple[str, str]:
        """The hero and the loser."""
        return self.club(story.hero), self.club(story.loser)

    def pair(self, story: MatchStory) -> str:
        return " – ".join(self.words.club(club) for club in story.match.clubs)

    def against(self, story: MatchStory, club: Club) -> str:
        """The opponent of this club: `bij Milan` away, `tegen Milan` at home and on neutral ground."""
        opponent = self.words.club(story.match.opponent_of(club))
        return self.say.at(opponent) if story.ground_of(club) is Ground.AWAY else self.say.against(opponent)

    def heros_opponent(self, story: MatchStory) -> str:
        return self.against(story, story.hero) if story.hero else ""

    def losers_opponent(self, story: MatchStory) -> str:
        return self.against(story, story.loser) if story.loser else ""

    def ground(self, story: MatchStory) -> str:
        """Where the hero played."""
        return self.say.grounds[story.ground_of(story.hero)]

    def heros_score(self, story: MatchStory) -> str:
        return str(story.score_of(story.hero))

    def to(self, round_: Round | None) -> str:
        return self.words.to_round(round_) if round_ else ""

    def extra_time(self, story: MatchStory) -> str:
        return self.words.after_extra_time(None, None) if story.match.extra_time else ""

    def who(self, goal: Goal) -> str:
        if goal.scorer is None:
            return self.say.a_goal
        return self.say.own_goal_by(goal.scorer) if goal.kind is GoalKind.OWN_GOAL else goal.scorer

    def when(self, goal: Goal) -> str:
        if goal.stoppage and goal.minute and goal.minute >= NINETY:
            return self.say.in_stoppage_time(_clock(goal))
        return self.say.in_minute(self.ordinal(goal))

    def ordinal(self, goal: Goal) -> str:
        return self.words.ordinal(goal.minute or 0)

    def with_minutes(self, goals: Sequence[Goal]) -> list[str]:
        """Thomas Müller (25, 82), Arjen Robben (73)."""
        minutes: dict[str, list[str]] = {}
        for goal in goals:
            own = f", {self.say.own_goal}" if goal.kind is GoalKind.OWN_GOAL else ""
            minutes.setdefault(goal.scorer or self.say.somebody, []).append(f"{_clock(goal)}{own}")
        return [f"{scorer} ({', '.join(each)})" for scorer, each in minutes.items()]

    def scored(self, club: Club, scorers: Sequence[str]) -> str:
        return self.say.scored(self.words.club(club), self.words.clubs_together(scorers), len(scorers))

    def times(self, trick: HatTrick) -> str:
        return self.words.in_letters(trick.goals)

    def hat_tricks(self, story: MatchStory) -> str:
        return "".join(
            f", {self.say.with_goals_by(self.times(trick), trick.scorer)}" for trick in story.hat_tricks
        )


def _clock(goal: Goal) -> str:
    return f"{goal.minute}+{goal.stoppage}" if goal.stoppage else f"{goal.minute}"


def turning_goal(story: MatchStory) -> ScoredGoal:
    assert story.turn  # noqa: S101 - what makes it the story of a late goal, or of an own goal
    return story.turn


def deepest_deficit_of(story: MatchStory) -> ScoredGoal:
    assert story.deficit  # noqa: S101 - what makes it a comeback
    return story.deficit
