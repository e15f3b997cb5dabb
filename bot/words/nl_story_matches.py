"""Nederlands: the story of one match, in a sentence."""

from __future__ import annotations

from collections.abc import Callable

from bot.football.model import Club, DecidedBy
from bot.football.story.course import Moment, course
from bot.football.story.match_story import MatchStory, Way, is_first_leg
from bot.words.nl_story_parts import (
    TIMES,
    Parts,
    high_first,
    is_very_late,
    minutes,
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
        cup = f"in {self.words.city(one.city)} {cup}" if one.city else cup
        if match.penalties:
            shot = high_first(match.penalties)
            return f"{hero} won {cup} na strafschoppen ({shot}): {match.score} tegen {loser}"
        after = "na verlenging " if match.extra_time else ""
        return f"{hero} won {cup} door {loser} {after}met {seen_by(one.hero, match)} te verslaan"

    def _penalties(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        shot = f" ({high_first(one.match.penalties)})" if one.match.penalties else ""
        forced = ""
        if one.turn and one.turn.goal.scorer:
            goal = one.turn.goal
            forced = f", nadat {self._who(goal)} {self._when(goal)} een verlenging had afgedwongen"
        return f"{hero} schakelde {loser} na strafschoppen uit{shot}{forced}"

    def _extra_time(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        if one.turn and one.turn.goal.scorer:
            return (
                f"{hero} schakelde {loser} na verlenging uit: {self._who(one.turn.goal)} besliste het "
                f"{self._when(one.turn.goal)} (eindstand {one.match.score})"
            )
        return f"{hero} schakelde {loser} na verlenging uit ({one.match.score})"

    def _late(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it late
        hero, loser = self._two(one)
        who, when, third = self._who(turn.goal), self._when(turn.goal), self._third(one, turn)
        how = " op uitdoelpunten" if one.why is DecidedBy.AWAY_GOALS else ""
        to = f" {self.words.to_round(one.to)}" if one.to else ""
        through = f"{hero}{how} door{to}"
        after = "" if turn.after == one.match.score else f" (eindstand {one.match.score})"
        made = "gelijk" if turn.after.is_level else str(turn.after)
        if one.deficit:
            led = seen_by(one.loser, one.match, one.deficit.after)
            early = "al " if (one.deficit.goal.minute or 0) <= EARLY else ""
            since = f"{early}na {minutes(one.deficit.goal)}"
            was = f" en leek op weg {to.strip()}" if to and one.would_go == one.loser else ""
            return (
                f"{loser} leidde {self._against_hero(one)} {since} met {led}{was}, "
                f"maar {who} maakte {when}{third} {made}{after}: {hero}{how} door{'' if was else to}"
            )
        late = [moment.goal for moment in course(one.match) if is_very_late(moment.goal, one.hero)]
        if one.first_leg and one.first_leg.home < one.first_leg.away:
            turned = f"{hero} zette de {one.first_leg} van het heenduel {self._against(one)} recht"
            if len(late) > 1:
                number = f"{TIMES[len(late)]} doelpunten vanaf de {late[0].minute}e minuut"
                return f"{turned} met {number}: {who} maakte {when} {turn.after}{after}"
            return f"{turned}: {who} maakte {when} {turn.after}{after}"
        return f"{who} maakte {when}{third} {turn.after} {self._against_of(one, turn)}{after}: {through}"

    def _third(self, one: MatchStory, turn: Moment) -> str:
        for feat in one.feats:
            mine = [moment for moment in course(one.match) if moment.goal.scorer == feat.scorer]
            if turn.goal.scorer == feat.scorer and mine and mine[-1] == turn and feat.goals == 3:
                return " met zijn derde treffer"
        return ""

    def _away_goals(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        before = f"na {one.first_leg} in het heenduel werd het " if one.first_leg else ""
        where = "" if one.match.neutral else "thuis " if one.match.home == one.hero else "uit "
        extra = " na verlenging" if one.match.extra_time else ""
        return f"{hero} schakelde {loser} op uitdoelpunten uit: {before}{where}{one.match.score}{extra}"

    def _turned(self, one: MatchStory) -> str:
        hero, _ = self._two(one)
        before = f" van {one.first_leg}" if one.first_leg else ""
        score = f"{seen_by(one.hero, one.match)} {self._against(one)}{self._feats(one)}"
        return f"{hero} zette de nederlaag{before} in het heenduel recht: {score}"

    def _lost(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        score = one.match.score
        if one.quick and one.deficit:
            return (
                f"{hero} stond {self._where(one)} tegen {loser} na {minutes(one.deficit.goal)} al "
                f"met {one.deficit.after} achter, verloor met {score} en ging toch door"
            )
        if one.match.away == one.hero:
            return f"{hero} kon zich een {score}-nederlaag bij {loser} veroorloven"
        return f"{loser} won met {seen_by(one.loser, one.match)} bij {hero}, maar is uitgeschakeld"

    def _comeback(self, one: MatchStory) -> str:
        hero = self._club(one.hero)
        assert one.deficit  # noqa: S101 - what makes it one
        behind = seen_by(one.hero, one.match, one.deficit.after)
        score = seen_by(one.hero, one.match)
        loser = one.match.opponent_of(one.hero) if one.hero else None
        if loser and loser == one.dutch:
            lead, end = seen_by(loser, one.match, one.deficit.after), one.match.score_for(loser)
            did = "speelde met {} gelijk" if end and end.is_level else "verloor met {}"
            return (
                f"{self._club(loser)} gaf {self._against_hero(one)} een {lead}-voorsprong uit handen "
                f"en {did.format(end)}"
            )
        if one.match.score and one.match.score.is_level:
            return f"{hero} kwam {self._against(one)} terug van {behind}: {score}"
        return f"{hero} boog {self._against(one)} een achterstand van {behind} om in een zege: {score}"

    def _knocked_out(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        after = f" na {one.first_leg} in het heenduel" if one.first_leg else ""
        return f"{hero} schakelde {loser}{after} met {seen_by(one.hero, one.match)} uit{self._feats(one)}"

    def _two_knocked_out(self, one: MatchStory, other: MatchStory) -> str:
        def after(told: MatchStory) -> str:
            return f"({seen_by(told.hero, told.match)} na {told.first_leg})"

        return (
            f"na een gelijk heenduel schakelde {self._club(one.hero)} "
            f"{self._club(one.loser)} uit {after(one)} "
            f"en rekende {self._club(other.hero)} af met {self._club(other.loser)} {after(other)}"
        )

    def _late_win(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it late
        who, when, hero = self._who(turn.goal), self._when(turn.goal), self._club(one.hero)
        score = seen_by(one.hero, one.match)
        if turn.after == one.match.score:
            return f"{who} bezorgde {hero} {when} de zege {self._against(one)}: {score}"
        return f"{who} zette {hero} {when} {self._against(one)} op voorsprong, het werd {score}"

    def _late_level(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it late
        other = self._club(one.match.opponent_of(turn.goal.club))
        who, when, club = self._who(turn.goal), self._when(turn.goal), self._club(turn.goal.club)
        return f"{who} maakte {when} voor {club} gelijk tegen {other}: {one.match.score}"

    def _own_goal(self, one: MatchStory) -> str:
        turn = one.turn
        assert turn  # noqa: S101 - what makes it one
        return f"{self._who(turn.goal)} besliste {self._pair(one)}: {one.match.score}"

    def _finished(self, one: MatchStory) -> str:
        hero, loser = self._two(one)
        score = one.match.score
        did = f"hield stand tegen {loser}" if score and score.is_level else f"maakte het af tegen {loser}"
        return f"{hero} {did}: {seen_by(one.hero, one.match)} {self._where(one)}{self._feats(one)}"

    def _settled(self, one: MatchStory) -> str:
        return self.words.goes_through(self._club(one.hero), one.why or DecidedBy.AGGREGATE, one.to)

    def _plain(self, one: MatchStory) -> str:
        if one.hero is None:
            return f"{self._pair(one)} eindigde in {one.match.score}{self._feats(one)}"
        return f"{self._result(one, one.hero)}{self._feats(one)}"

    def _result(self, one: MatchStory, club: Club) -> str:
        """The match from one club's side: won, lost or level, at home or away."""
        match, name = one.match, self._club(club)
        other = self._club(match.opponent_of(club))
        score = match.score_for(club)
        assert score  # noqa: S101 - an episode has a result
        first = " het heenduel" if is_first_leg(match) else ""
        away = club == match.away and not match.neutral
        home = "thuis " if club == match.home and not match.neutral else ""
        if score.is_level:
            where = f"bij {other} met {score} gelijk" if away else f"{home}met {score} gelijk tegen {other}"
            return f"{name} speelde{first} {where}"
        did = "won" if score.home > score.away else "verloor"
        shown = score if did == "won" else match.score
        return f"{name} {did}{first} {home}met {shown} {'bij' if away else 'van'} {other}"
