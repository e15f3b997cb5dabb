"""The sentences of a story: of its chapters, of who is through and of what lies ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.football.model import Club, GoalKind
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.story.match_story import MatchStory, StoryKind
from bot.football.story.scored_goals import own_goals_for, scored_goals, scorers_of
from bot.football.story.story import Chapter, Part, Through, final_ahead, next_draw
from bot.football.tables.advancing import Drops, GoesOn, Out
from bot.views.story.lists import ListSentences
from bot.words import Words, first_upper, tidy

_PLAIN = {StoryKind.WON, StoryKind.LEVEL, StoryKind.ROUT, StoryKind.HAT_TRICK, StoryKind.FINISHED}
_ABOUT_BOTH_CLUBS = {
    *(StoryKind.FINAL, StoryKind.PENALTIES, StoryKind.EXTRA_TIME, StoryKind.LATE, StoryKind.LATE_WIN),
    *(StoryKind.LATE_LEVEL, StoryKind.COMEBACK, StoryKind.OWN_GOAL, StoryKind.SETTLED),
}
"""Kinds of story whose sentence suits the club that lost too."""
_NAMES_THE_SCORER = {StoryKind.LATE_WIN, StoryKind.LATE_LEVEL, StoryKind.OWN_GOAL, StoryKind.LATE}
_ENDS_WITHOUT_SAYING_WHO_IS_THROUGH = {
    *(StoryKind.FINISHED, StoryKind.TURNED, StoryKind.LOST),
    *(StoryKind.AFTER_LEVEL, StoryKind.AWAY_GOALS, StoryKind.SINGLE),
}


def chapter_sentence(chapter: Chapter, words: Words) -> str:
    """A chapter in one sentence, with its capital and its full stop."""
    return _finished(_ChapterSentences(words).chapter(chapter))


def through_sentence(through: Through, words: Words) -> str:
    clubs = words.clubs_together([words.club(club) for club in through.clubs])
    to = words.to_round(through.to)
    return _finished(words.story.reached(clubs, len(through.clubs), to, through.direct))


def ahead_sentence(seasons: Sequence[SeasonAsOf], words: Words) -> str:
    """The draw and the final to come of each competition, in one sentence."""
    each = [_ahead(season, words, named=len(seasons) > 1) for season in seasons]
    return _finished("; ".join(filter(None, each)))


def _ahead(season: SeasonAsOf, words: Words, *, named: bool) -> str:
    say, clauses = words.story, []
    draw, final = next_draw(season), final_ahead(season)
    if draw and draw.date:
        names = [words.round(round_) for round_ in draw.rounds]
        rounds = words.clubs_together(names) if len(names) <= 2 else say.and_what_follows(names[0])
        place = say.in_place(draw.place) if draw.place else ""
        expected = "" if draw.confirmed else say.draw_expected
        clauses.append(say.draw_ahead(rounds, _day(draw.date, season, words), place, expected))
    if final:
        day, place = _day(final.date, season, words), say.in_place(words.city(final.city))
        clauses.append(say.final_ahead(day, place, bool(clauses)))
    cup = f"{words.competition(season.competition, season.season)}: " if named else ""
    return f"{cup}{words.clubs_together(clauses)}" if clauses else ""


def _day(day: date, season: SeasonAsOf, words: Words) -> str:
    return words.full_day_this_year(day) if day.year == season.now.year else words.full_day(day)


def _finished(text: str) -> str:
    return f"{first_upper(tidy(text))}." if text else ""


class _ChapterSentences(ListSentences):
    __slots__ = ()

    def chapter(self, chapter: Chapter) -> str:
        story = chapter.stories[0]
        match chapter.part:
            case Part.COURSE:
                return self._course(story)
            case Part.ROAD:
                beaten = self.words.clubs_together([self.club(club) for club in story.road])
                return self.say.road_to_final(self.club(story.hero), beaten)
            case Part.HALF_TIME:
                return self._half_time(story)
            case Part.WHOLE | Part.END:
                if story.dutch and chapter.is_dutch:
                    return self._of_club(story, story.dutch, with_scorers=chapter.part is Part.WHOLE)
                alone = len(chapter.stories) == 1 and not chapter.more
                return self.match(story) if alone else self.several(chapter)

    # A Dutch club, with its scorers and what the match means

    def _of_club(self, story: MatchStory, club: Club, *, with_scorers: bool) -> str:
        general = story.kind not in _PLAIN and (story.hero == club or story.kind in _ABOUT_BOTH_CLUBS)
        text, name = self.match(story) if general else self.result(story, club), self.club(club)
        if meaning := self._meaning(story, club):
            subject = "" if text.startswith(name) else f"{name} "
            text = self.words.clubs_together([text, f"{subject}{meaning}"])
        scorers = self._scorers(story, club) if with_scorers else ""
        return f"{text}; {scorers}" if scorers else text

    def _meaning(self, story: MatchStory, club: Club) -> str:
        """What the match means for the club: its place in a finished table, or the end of a tie."""
        place = self.say.as_placed(self.words.ordinal(story.place)) if story.place else ""
        match story.fate:
            case GoesOn(reached):
                return self.say.is_through(place, self.words.to_round(reached))
            case Drops(competition):
                return self.say.goes_on(place, self.words.competition(competition, story.match.season))
            case Out():
                return self.say.is_out(place)
            case None:
                if story.kind not in _ENDS_WITHOUT_SAYING_WHO_IS_THROUGH:
                    return ""
                return (
                    self.say.is_through("", self.to(story.to)) if story.hero == club else self.say.is_out("")
                )

    def _scorers(self, story: MatchStory, club: Club) -> str:
        names = [f"{name} ({goals})" if goals > 1 else name for name, goals in scorers_of(story.match, club)]
        names += [f"{name} ({self.say.own_goal})" for name in own_goals_for(story.match, club)]
        is_named = len(names) == 1 and story.kind in _NAMES_THE_SCORER
        if not names or (is_named and story.turn and story.turn.goal.club == club):
            return ""
        return self.scored(club, names)

    # How a match went

    def _course(self, story: MatchStory) -> str:
        goals = [scored.goal for scored in scored_goals(story.match)]
        only, club = goals[0], story.hero or story.match.home
        if len(goals) == 1 and only.kind is not GoalKind.OWN_GOAL and only.scorer:
            return self.say.only_goal(only.scorer, self.when(only))
        other = story.match.opponent_of(club)
        if story.comeback and story.kind is not StoryKind.LATE:
            deepest, *answers = story.comeback
            since = self.say.after(self.say.minutes(deepest.minute))
            led = self.say.led(self.club(other), "", since, str(story.score_of(other, deepest.after)))
            scorers = self.with_minutes([answer.goal for answer in answers])
            return self.say.answered(led, self.words.clubs_together(scorers), len(answers))
        sides = ((side, self.with_minutes(story.match.goals_of(side))) for side in (club, other))
        return ", ".join(self.scored(side, scorers) for side, scorers in sides if scorers)

    def _half_time(self, story: MatchStory) -> str:
        score = story.match.half_time
        assert score  # noqa: S101 - the chapter is there only with it
        if score.is_level:
            return self.say.half_time_level(str(score))
        ahead = story.match.home if score.home > score.away else story.match.away
        return self.say.half_time_lead(self.club(ahead), str(story.score_of(ahead, score)))
