"""English: the story of one match, in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from bot.football.model import Club, DecidedBy
from bot.football.story.course import Moment, course
from bot.football.story.match_story import MatchStory, Way, is_first_leg
from bot.words.en_story_parts import (
    NUMBERS,
    Parts,
    high_first,
    is_very_late,
    minutes,
    ordinal,
    seen_by,
)

EARLY = 15


class Matches(Parts):
    """A sentence for each kind of story."""

    def _one(self, one: MatchStory) -> str:
        told: dict[Way, Callable[[MatchStory], str]] = {
            Way.FINAL: self._final,
            Way.PENALTIES: self._penalties,
            Way.EXTRA_TIME: self._extra_time,
            Way.LATE: self._late,
            Way.AWAY_GOALS: self._away_goals,
            Way.TURNED: self._turned,
            Way.LOST: self._lost,
            Way.COMEBACK: self._comeback,
            Way.SINGLE: self._knocked_out,
            Way.AFTER_LEVEL: self._knocked_out,
            Way.LATE_WIN: self._late_win,
            Way.LATE_LEVEL: self._late_level,
            Way.OWN_GOAL: self._own_goal,
            Way.FINISHED: self._finished,
            Way.SETTLED: self._settled,
        }
        return told.get(one.way, self._plain)(one)

    def _final(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        match = one.match
        cup = self._the(self.words.competition(match.competition, match.season))
        place = f" in {self.words.city(one.city)}" if one.city else ""
        if match.penalties:
            shot = high_first(match.penalties)
            return f"{hero} won {cup}{place} on penalties ({shot}) after {match.score} against {loser}"
        after = " after extra time" if match.extra_time else ""
        return f"{hero} won {cup}{place}, beating {loser} {seen_by(one.hero, match)}{after}"

    def _penalties(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        shot = f" ({high_first(one.match.penalties)})" if one.match.penalties else ""
        forced = ""
        if one.turn and one.turn.goal.scorer:
            goal = one.turn.goal
            forced = f"; {self._who(goal)} had forced extra time {self._when(goal)}"
        return f"{hero} knocked out {loser} on penalties{shot}{forced}"

    def _extra_time(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        if one.turn and one.turn.goal.scorer:
            return (
                f"{hero} knocked out {loser} after extra time: {self._who(one.turn.goal)} settled it "
                f"{self._when(one.turn.goal)} (final score {one.match.score})"
            )
        return f"{hero} knocked out {loser} after extra time ({one.match.score})"

    def _late(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it late
        hero, loser = self._two(one)
        who, when, third = self._who(turn.goal), self._when(turn.goal), self._third(one, turn)
        how = " on away goals" if one.why is DecidedBy.AWAY_GOALS else ""
        to = f" {self.words.to_round(one.to)}" if one.to else ""
        through = f"{hero} through{how}{to}"
        after = "" if turn.after == one.match.score else f" (final score {one.match.score})"
        made = "equalised" if turn.after.is_level else f"made it {turn.after}"
        if one.deficit:
            led = seen_by(one.loser, one.match, one.deficit.after)
            early = "as early as " if (one.deficit.goal.minute or 0) <= EARLY else ""
            since = f"{early}after {minutes(one.deficit.goal)}"
            was = f" and seemed on their way {to.strip()}" if to and one.would_go == one.loser else ""
            return (
                f"{loser} led {led} {self._against_hero(one)} {since}{was}, "
                f"but {who} {made} {when}{third}{after}: {hero} through{how}{'' if was else to}"
            )
        late = [moment.goal for moment in course(one.match) if is_very_late(moment.goal, one.hero)]
        if one.first_leg and one.first_leg.home < one.first_leg.away:
            turned = f"{hero} overturned the {one.first_leg} of the first leg {self._against(one)}"
            if len(late) > 1:
                number = f"{NUMBERS[len(late)]} goals from the {ordinal(late[0].minute or 0)} minute on"
                return f"{turned} with {number}: {who} made it {turn.after} {when}{after}"
            return f"{turned}: {who} made it {turn.after} {when}{after}"
        return f"{who} made it {turn.after} {when}{third} {self._against_of(one, turn)}{after}: {through}"

    def _third(self, one: MatchStory, turn: Moment) -> str:
        for feat in one.feats:
            mine = [moment for moment in course(one.match) if moment.goal.scorer == feat.scorer]
            if turn.goal.scorer == feat.scorer and mine and mine[-1] == turn and feat.goals == 3:
                return " with his third"
        return ""

    def _away_goals(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        before = f"after {one.first_leg} in the first leg it ended " if one.first_leg else ""
        where = "" if one.match.neutral else " at home" if one.match.home == one.hero else " away"
        extra = " after extra time" if one.match.extra_time else ""
        return f"{hero} knocked out {loser} on away goals: {before}{one.match.score}{where}{extra}"

    def _turned(self, one: MatchStory) -> str:
        hero, _ = self._two(one)
        before = f" {one.first_leg}" if one.first_leg else ""
        score = f"{seen_by(one.hero, one.match)} {self._against(one)}{self._feats(one)}"
        return f"{hero} overturned the{before} defeat of the first leg: {score}"

    def _lost(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        score = one.match.score
        if one.quick and one.deficit:
            return (
                f"{hero} were {one.deficit.after} down {self._where(one)} to {loser} "
                f"after only {minutes(one.deficit.goal)}, lost {score} and still went through"
            )
        if one.match.away == one.hero:
            return f"{hero} could afford a {score} defeat at {loser}"
        return f"{loser} won {seen_by(one.loser, one.match)} at {hero} but are out"

    def _comeback(self, one: MatchStory) -> str:
        hero = self._club(one.hero)
        assert one.deficit  # noqa: S101 - what makes it one
        behind = seen_by(one.hero, one.match, one.deficit.after)
        score = seen_by(one.hero, one.match)
        loser = one.match.opponent_of(one.hero) if one.hero else None
        if loser and loser == one.dutch:
            lead, end = seen_by(loser, one.match, one.deficit.after), one.match.score_for(loser)
            did = "drew {}" if end and end.is_level else "lost {}"
            return (
                f"{self._club(loser)} gave away a {lead} lead {self._against_hero(one)} and {did.format(end)}"
            )
        if one.match.score and one.match.score.is_level:
            return f"{hero} came back from {behind} {self._against(one)}: {score}"
        return f"{hero} turned {behind} into a win {self._against(one)}: {score}"

    def _knocked_out(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        after = f" after {one.first_leg} in the first leg" if one.first_leg else ""
        return f"{hero} knocked out {loser} {seen_by(one.hero, one.match)}{after}{self._feats(one)}"

    def _two_knocked_out(self, one: MatchStory, other: MatchStory) -> str:
        def after(told: MatchStory) -> str:
            return f"({seen_by(told.hero, told.match)} after {told.first_leg})"

        return (
            f"after a level first leg {self._club(one.hero)} "
            f"knocked out {self._club(one.loser)} {after(one)} "
            f"and {self._club(other.hero)} dealt with {self._club(other.loser)} {after(other)}"
        )

    def _late_win(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it late
        who, when, hero = self._who(turn.goal), self._when(turn.goal), self._club(one.hero)
        score = seen_by(one.hero, one.match)
        if turn.after == one.match.score:
            return f"{who} won it for {hero} {when} {self._against(one)}: {score}"
        return f"{who} put {hero} ahead {when} {self._against(one)}; it ended {score}"

    def _late_level(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it late
        other = self._club(one.match.opponent_of(turn.goal.club))
        who, when, club = self._who(turn.goal), self._when(turn.goal), self._club(turn.goal.club)
        return f"{who} equalised for {club} {when} against {other}: {one.match.score}"

    def _own_goal(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it one
        return f"{self._who(turn.goal)} settled {self._pair(one)}: {one.match.score}"

    def _finished(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        score = one.match.score
        did = f"held out against {loser}" if score and score.is_level else f"finished it off against {loser}"
        return f"{hero} {did}: {seen_by(one.hero, one.match)} {self._where(one)}{self._feats(one)}"

    def _settled(self, one: MatchStory) -> str:
        return self.words.goes_through(self._club(one.hero), one.why or DecidedBy.AGGREGATE, one.to)

    def _plain(self, one: MatchStory) -> str:
        if one.hero is None:
            return f"{self._pair(one)} ended {one.match.score}{self._feats(one)}"
        return f"{self._result(one, one.hero)}{self._feats(one)}"

    def _result(self, one: MatchStory, club: Club) -> str:
        """The match from one club's side: won, lost or level, at home or away."""
        match, name = one.match, self._club(club)
        other = self._club(match.opponent_of(club))
        score = match.score_for(club)
        assert score  # noqa: S101 - an episode has a result
        first = " the first leg" if is_first_leg(match) else ""
        away = club == match.away and not match.neutral
        home = " at home" if club == match.home and not match.neutral else ""
        if score.is_level:
            return f"{name} drew{first} {score}{home} {'at' if away else 'with'} {other}"
        did = "won" if score.home > score.away else "lost"
        versus = "against" if did == "won" else "to"
        shown = score if did == "won" else match.score
        return f"{name} {did}{first} {shown}{home} {'at' if away else versus} {other}"
