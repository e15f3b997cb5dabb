"""English: the story of the night, a sentence for each chapter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.football.model import Club, GoalKind
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.story.course import course, deepest_deficit
from bot.football.story.match_story import MatchStory, Way, is_first_leg
from bot.football.story.story import Chapter, Part, Through, final_ahead, next_draw
from bot.football.tables.advancing import Drops, GoesOn, Out
from bot.words.calendar import written_day
from bot.words.en_story_matches import Matches
from bot.words.en_story_parts import (
    NUMBERS,
    high_first,
    minutes,
    not_beaten,
    ordinal,
    seen_by,
    with_minutes,
)
from bot.words.shape import Words
from bot.words.story_scorers import own_goals_for, scorers_of

_PLAIN = {Way.WON, Way.LEVEL, Way.ROUT, Way.HAT_TRICK, Way.FINISHED}
_TOLD_FROM_BOTH_SIDES = {
    *(Way.FINAL, Way.PENALTIES, Way.EXTRA_TIME, Way.LATE, Way.LATE_WIN, Way.LATE_LEVEL),
    *(Way.COMEBACK, Way.OWN_GOAL, Way.SETTLED),
}


def sentence(chapter: Chapter, words: Words) -> str:
    """One sentence, with its capital and its full stop."""
    teller = _Teller(words)
    told = teller.chapter(chapter)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def ahead(seasons: Sequence[SeasonAsOf], words: Words) -> str:
    """The draw and the final to come of each competition, in one sentence."""
    told = [_ahead(known, words, named=len(seasons) > 1) for known in seasons]
    joined = "; ".join(filter(None, told))
    return f"{joined[:1].upper()}{joined[1:]}." if joined else ""


def _ahead(known: SeasonAsOf, words: Words, *, named: bool) -> str:
    cup = f"{words.competition(known.competition, known.season)}: " if named else ""
    draw, final = next_draw(known), final_ahead(known)
    parts = []
    if draw and draw.date:
        names = [words.round(one) for one in draw.rounds]
        rounds = words.clubs_together(names) if len(names) <= 2 else f"{names[0]} and what follows"
        expected = "" if draw.confirmed else " (expected)"
        place = f" in {draw.place}" if draw.place else ""
        parts.append(f"the draw for the {rounds} is on {_day(draw.date, known)}{place}{expected}")
    if final:
        verb = "" if parts else "is "
        parts.append(f"the final {verb}on {_day(final.date, known)} in {words.city(final.city)}")
    return f"{cup}{words.clubs_together(parts)}" if parts else ""


def _day(day: date, known: SeasonAsOf) -> str:
    return written_day(day, "EEEE d MMMM" if day.year == known.now.year else "EEEE d MMMM y", "en_GB")


def through(told: Through, words: Words) -> str:
    names = words.clubs_together([words.club(club) for club in told.clubs])
    straight = "straight " if told.direct else ""
    return f"{names[:1].upper()}{names[1:]} went {straight}through {words.to_round(told.to)}."


class _Teller(Matches):
    def chapter(self, chapter: Chapter) -> str:
        one = chapter.episodes[0]
        if chapter.part is Part.COURSE:
            return self._course(one)
        if chapter.part is Part.ROAD:
            return self._road(one)
        if chapter.part is Part.HALF_TIME:
            return self._half_time(one)
        if chapter.is_dutch:
            return self._dutch(one, with_scorers=chapter.part is Part.WHOLE)
        if len(chapter.episodes) == 1 and not chapter.more:
            return self._one(one)
        return self._some(chapter)

    # A Dutch club, with its scorers and what it means

    def _dutch(self, one: MatchStory, *, with_scorers: bool) -> str:
        club = one.dutch
        assert club  # noqa: S101 - what makes it Dutch
        general = one.hero == club or one.way in _TOLD_FROM_BOTH_SIDES
        told = self._one(one) if general and one.way not in _PLAIN else self._result(one, club)
        told = f"{told}{self._meaning(one, club, told)}"
        return f"{told}{self._scored(one, club)}" if with_scorers else told

    def _scored(self, one: MatchStory, club: Club) -> str:
        names = [f"{name} ({number})" if number > 1 else name for name, number in scorers_of(one.match, club)]
        names += [f"{name} (own goal)" for name in own_goals_for(one.match, club)]
        named = one.way in {Way.LATE_WIN, Way.LATE_LEVEL, Way.OWN_GOAL, Way.LATE} and len(names) == 1
        if not names or (named and one.turn and one.turn.goal.club == club):
            return ""
        return f"; {self.words.clubs_together(names)} scored for {self._club(club)}"

    def _meaning(self, one: MatchStory, club: Club, told: str) -> str:
        """What it means for the club: its place in a finished table, or the end of a tie."""
        name = self._club(club)
        subject = "" if told.startswith(name) else f"{name} "
        place = ordinal(one.place or 0)
        match one.fate:
            case GoesOn(reached):
                return f" and {subject}went through {self.words.to_round(reached)} ({place})"
            case Drops(competition):
                cup = self.words.competition(competition, one.match.season)
                return f" and {subject}went on to the {cup} ({place})"
            case Out():
                return f" and {subject}went out ({place})"
            case None:
                pass
        if one.way not in {Way.FINISHED, Way.TURNED, Way.LOST, Way.AFTER_LEVEL, Way.AWAY_GOALS, Way.SINGLE}:
            return ""
        if one.hero != club:
            return f" and {subject}went out"
        to = f" {self.words.to_round(one.to)}" if one.to else ""
        return f" and {subject}went through{to}"

    # Several matches with the same story

    def _some(self, chapter: Chapter) -> str:
        each = chapter.episodes
        in_full = {Way.LOST: self._lost, Way.FINAL: self._final, Way.LATE: self._late}
        if tell := in_full.get(chapter.way):
            return "; ".join(tell(one) for one in each)
        if chapter.way is Way.AFTER_LEVEL and len(each) == 2:
            return self._two_knocked_out(*each)
        item, frame = self._frames().get(chapter.way, (self._item, f"{self._stage(each)} for {{}}"))
        return frame.format(self._together(each, item, chapter))

    def _frames(self) -> dict[Way, tuple[Callable[[MatchStory], str], str]]:
        """How each match is listed, and the sentence around the list."""
        return {
            Way.LATE_WIN: (self._late_item, "there were late wins for {}"),
            Way.LATE_LEVEL: (self._late_level_item, "late equalisers came from {}"),
            Way.COMEBACK: (self._comeback_item, "{} came back from two goals down or more"),
            Way.OWN_GOAL: (self._pair_item, "an own goal settled {}"),
            Way.PENALTIES: (self._penalties_item, "{} went through on penalties"),
            Way.HAT_TRICK: (self._hat_trick_item, "there were hat-tricks for {}"),
            Way.LEVEL: (self._pair_item, "there were draws in {}"),
            Way.EXTRA_TIME: (self._item, "{} went through after extra time"),
            Way.AWAY_GOALS: (self._item, "{} went through on away goals"),
            Way.TURNED: (self._item, "{} overturned a defeat in the first leg"),
            Way.AFTER_LEVEL: (self._item, "after a level first leg {} went through"),
            Way.SINGLE: (self._item, "{} went through too"),
            Way.ROUT: (self._item, "there were big wins for {}"),
            Way.FINISHED: (self._item, "{} finished off what they had begun in the first leg"),
            Way.SETTLED: (self._item, "also through: {}"),
        }

    def _together(
        self, each: Sequence[MatchStory], item: Callable[[MatchStory], str], chapter: Chapter
    ) -> str:
        listed = self.words.clubs_together([item(one) for one in each])
        return f"among others {listed}" if chapter.more else listed

    def _item(self, one: MatchStory) -> str:
        feats = "".join(f", {NUMBERS[feat.goals]} by {feat.scorer}" for feat in one.feats)
        before = (
            f", after {one.first_leg}" if one.way in {Way.TURNED, Way.AFTER_LEVEL} and one.first_leg else ""
        )
        lost = one.match.score_for(one.hero) if one.hero else None
        score = one.match.score if lost and lost.home < lost.away else seen_by(one.hero, one.match)
        return f"{self._club(one.hero)} ({score} {self._against(one)}{before}{feats})"

    def _late_item(self, one: MatchStory) -> str:
        assert one.turn  # noqa: S101 - what makes it late
        score = f"{seen_by(one.hero, one.match)} {self._against(one)}"
        scorer = (
            f"{one.turn.goal.scorer}, "
            if one.turn.goal.scorer and one.turn.goal.kind is not GoalKind.OWN_GOAL
            else ""
        )
        return f"{self._club(one.hero)} ({score}; {scorer}{ordinal(one.turn.goal.minute or 0)} minute)"

    def _late_level_item(self, one: MatchStory) -> str:
        assert one.turn  # noqa: S101 - what makes it late
        goal = one.turn.goal
        other = self._club(one.match.opponent_of(goal.club))
        return (
            f"{self._club(goal.club)} ({one.match.score} against {other}, {ordinal(goal.minute or 0)} minute)"
        )

    def _comeback_item(self, one: MatchStory) -> str:
        assert one.deficit  # noqa: S101 - what makes it one
        behind = seen_by(one.hero, one.match, one.deficit.after)
        return (
            f"{self._club(one.hero)} ({self._against(one)}, from {behind} to {seen_by(one.hero, one.match)})"
        )

    def _penalties_item(self, one: MatchStory) -> str:
        shot = f"{high_first(one.match.penalties)} " if one.match.penalties else ""
        return f"{self._club(one.hero)} ({shot}against {self._club(one.loser)})"

    def _hat_trick_item(self, one: MatchStory) -> str:
        feat = one.feats[0]
        times = "" if feat.goals == 3 else f"{NUMBERS[feat.goals]} goals, "
        score, other = seen_by(feat.club, one.match), self._club(one.match.opponent_of(feat.club))
        return f"{feat.scorer} ({times}{self._club(feat.club)}, {score} against {other})"

    def _pair_item(self, one: MatchStory) -> str:
        return f"{self._pair(one)} ({one.match.score})"

    @staticmethod
    def _stage(each: Sequence[MatchStory]) -> str:
        return (
            "there were first-leg wins" if all(is_first_leg(one.match) for one in each) else "there were wins"
        )

    # How a match went

    def _course(self, one: MatchStory) -> str:
        told = course(one.match)
        only = told[0].goal
        if len(told) == 1 and only.kind is not GoalKind.OWN_GOAL and only.scorer:
            return f"{only.scorer} scored the only goal {self._when(only)}"
        club = one.hero or one.match.home
        deepest = deepest_deficit(told, club, one.match)
        after = told[told.index(deepest) + 1 :] if deepest else ()
        answers = [moment.goal for moment in after if moment.goal.club == club]
        if (
            deepest
            and answers
            and len(answers) == len(after)
            and one.way is not Way.LATE
            and not_beaten(club, one.match)
        ):
            other = one.match.opponent_of(club)
            behind = seen_by(other, one.match, deepest.after)
            scorers = self.words.clubs_together(with_minutes(answers))
            return f"{self._club(other)} led {behind} after {minutes(deepest.goal)}, then {scorers} answered"
        each = [
            f"{self.words.clubs_together(names)} scored for {self._club(side)}"
            for side in (club, one.match.opponent_of(club))
            if (names := with_minutes(one.match.goals_of(side)))
        ]
        return ", ".join(each)

    def _road(self, one: MatchStory) -> str:
        beaten = self.words.clubs_together([self._club(club) for club in one.road])
        return f"on the way to the final {self._club(one.hero)} knocked out {beaten}"

    def _half_time(self, one: MatchStory) -> str:
        score = one.match.half_time
        assert score  # noqa: S101 - the chapter is told only with it
        if score.is_level:
            return f"it was {score} at half-time"
        ahead = one.match.home if score.home > score.away else one.match.away
        return f"at half-time {self._club(ahead)} led {seen_by(ahead, one.match, score)}"
