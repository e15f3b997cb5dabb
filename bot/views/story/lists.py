"""Several matches with the same kind of story, in one sentence."""

from __future__ import annotations

from bot.football.model import GoalKind
from bot.football.story.match_story import MatchStory, StoryKind, is_first_leg
from bot.football.story.story import Chapter
from bot.views.story.matches import MatchSentences
from bot.views.story.pieces import deepest_deficit_of, turning_goal
from bot.words import high_first

_OVER_TWO_LEGS = {StoryKind.TURNED, StoryKind.AFTER_LEVEL}


class ListSentences(MatchSentences):
    """A list of matches with the sentence around it, in the words of one language."""

    __slots__ = ()

    def several(self, chapter: Chapter) -> str:
        stories = chapter.stories
        in_full = {StoryKind.LOST: self.lost, StoryKind.FINAL: self.final, StoryKind.LATE: self.late}
        if sentence := in_full.get(chapter.kind):
            return "; ".join(sentence(story) for story in stories)
        if chapter.kind is StoryKind.AFTER_LEVEL and len(stories) == 2:
            first, other = stories
            knocked_out = self.say.after_level_knocked_out(*self.both(first), self._both_scores(first))
            dealt_with = self.say.dealt_with(*self.both(other), self._both_scores(other))
            return self.words.clubs_together([knocked_out, dealt_with])
        item = {
            StoryKind.LATE_WIN: self._late_win_item,
            StoryKind.LATE_LEVEL: self._late_level_item,
            StoryKind.COMEBACK: self._comeback_item,
            StoryKind.OWN_GOAL: self._pair_item,
            StoryKind.LEVEL: self._pair_item,
            StoryKind.PENALTIES: self._penalties_item,
            StoryKind.HAT_TRICK: self._hat_trick_item,
        }.get(chapter.kind, self._item)
        listed = self.words.clubs_together([item(story) for story in stories])
        listed = self.say.among_others(listed) if chapter.more else listed
        if chapter.kind is StoryKind.WON and all(is_first_leg(story.match) for story in stories):
            return self.say.first_leg_wins(listed)
        return self.say.lists[chapter.kind].format(listed)

    def _both_scores(self, story: MatchStory) -> str:
        return f"{self.heros_score(story)} {self.say.after(str(story.first_leg))}"

    def _item(self, story: MatchStory) -> str:
        score = story.score_of(story.hero)
        shown = story.match.score if score.home < score.away else score
        first = story.first_leg if story.kind in _OVER_TWO_LEGS else None
        pieces = (
            f"{shown} {self.heros_opponent(story)}",
            *([self.say.after(str(first))] if first else []),
            *(self.say.goals_by(self.times(trick), trick.scorer) for trick in story.hat_tricks),
        )
        return f"{self.club(story.hero)} ({', '.join(pieces)})"

    def _late_win_item(self, story: MatchStory) -> str:
        goal = turning_goal(story).goal
        scorer = f"{goal.scorer}, " if goal.scorer and goal.kind is not GoalKind.OWN_GOAL else ""
        score = f"{self.heros_score(story)} {self.heros_opponent(story)}"
        return f"{self.club(story.hero)} ({score}; {scorer}{self.say.minute(self.ordinal(goal))})"

    def _late_level_item(self, story: MatchStory) -> str:
        goal = turning_goal(story).goal
        against = self.say.against(self.club(story.match.opponent_of(goal.club)))
        minute = self.say.minute(self.ordinal(goal))
        return f"{self.club(goal.club)} ({story.match.score} {against}, {minute})"

    def _comeback_item(self, story: MatchStory) -> str:
        behind = story.score_of(story.hero, deepest_deficit_of(story).after)
        scores = self.say.from_to(str(behind), self.heros_score(story))
        return f"{self.club(story.hero)} ({self.heros_opponent(story)}, {scores})"

    def _penalties_item(self, story: MatchStory) -> str:
        shoot_out = f"{high_first(story.match.penalties)} " if story.match.penalties else ""
        return f"{self.club(story.hero)} ({shoot_out}{self.say.against(self.club(story.loser))})"

    def _hat_trick_item(self, story: MatchStory) -> str:
        trick = story.hat_tricks[0]
        goals = "" if trick.goals == 3 else f"{self.words.goals(trick.goals)}, "
        other = self.say.against(self.club(story.match.opponent_of(trick.club)))
        return f"{trick.scorer} ({goals}{self.club(trick.club)}, {story.score_of(trick.club)} {other})"

    def _pair_item(self, story: MatchStory) -> str:
        return f"{self.pair(story)} ({story.match.score})"
