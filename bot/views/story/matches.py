"""The story of one match: a sentence for each kind."""

from __future__ import annotations

from bot.football.model import Club, DecidedBy
from bot.football.story.match_story import Ground, MatchStory, StoryKind, is_first_leg
from bot.football.story.scored_goals import ScoredGoal
from bot.views.story.pieces import Pieces, deepest_deficit_of, turning_goal
from bot.words import high_first

EARLY = 15
"""A lead by this minute is an early one."""


class MatchSentences(Pieces):
    """The sentence of each kind of story, in the words of one language."""

    __slots__ = ()

    def match(self, story: MatchStory) -> str:
        sentences = {
            StoryKind.FINAL: self.final,
            StoryKind.PENALTIES: self._penalties,
            StoryKind.EXTRA_TIME: self._extra_time,
            StoryKind.LATE: self.late,
            StoryKind.AWAY_GOALS: self._away_goals,
            StoryKind.TURNED: self._turned,
            StoryKind.LOST: self.lost,
            StoryKind.COMEBACK: self._comeback,
            StoryKind.SINGLE: self._knocked_out,
            StoryKind.AFTER_LEVEL: self._knocked_out,
            StoryKind.LATE_WIN: self._late_win,
            StoryKind.LATE_LEVEL: self._late_level,
            StoryKind.OWN_GOAL: self._own_goal,
            StoryKind.FINISHED: self._finished,
            StoryKind.SETTLED: self._settled,
        }
        return sentences.get(story.kind, self._plain)(story)

    # The end of a tie

    def final(self, story: MatchStory) -> str:
        (hero, loser), match = self.both(story), story.match
        cup = self.words.the(self.words.competition(match.competition, match.season))
        if story.city:
            cup = self.say.cup_in(cup, self.words.city(story.city))
        if match.penalties:
            shoot_out = high_first(match.penalties)
            return self.say.won_final_on_penalties(hero, cup, loser, str(match.score), shoot_out)
        return self.say.won_final(hero, cup, loser, self.extra_time(story), self.heros_score(story))

    def _knocked_out_how(self, story: MatchStory) -> str:
        return self.say.knocked_out_how(*self.both(story), self._how(story))

    def _how(self, story: MatchStory) -> str:
        return self.words.reasons[story.why] if story.why else ""

    def _penalties(self, story: MatchStory) -> str:
        text, shoot_out = self._knocked_out_how(story), story.match.penalties
        goal = story.turn.goal if story.turn and story.turn.goal.scorer else None
        forced = self.say.forced_extra_time(self.who(goal), self.when(goal)) if goal else ""
        return f"{text} {f'({high_first(shoot_out)})' if shoot_out else ''}{forced}"

    def _extra_time(self, story: MatchStory) -> str:
        text, score = self._knocked_out_how(story), str(story.match.score)
        goal = story.turn.goal if story.turn and story.turn.goal.scorer else None
        if goal is None:
            return f"{text} ({score})"
        return f"{text}: {self.say.settled_it(self.who(goal), self.when(goal))} {self.say.final_score(score)}"

    def late(self, story: MatchStory) -> str:
        say, turn, (hero, loser) = self.say, turning_goal(story), self.both(story)
        who, when, made = self.who(turn.goal), self.when(turn.goal), str(turn.after)
        third = say.with_his_third if story.turn_makes_hat_trick else ""
        how, to = self._how(story), self.to(story.to)
        end = "" if turn.after == story.match.score else say.final_score(str(story.match.score))
        if story.deficit:
            led = say.led(
                loser,
                self.losers_opponent(story),
                self._since(story.deficit),
                str(story.score_of(story.loser, story.deficit.after)),
            )
            on_their_way = say.on_their_way(to) if to and story.would_go == story.loser else ""
            scored = say.made_it(who, when, third, made)
            if turn.after.is_level:
                scored = say.made_it_level(who, when, third)
            through = say.hero_through(hero, how, "" if on_their_way else to)
            return f"{say.but(f'{led} {on_their_way}', f'{scored} {end}')}: {through}"
        if story.first_leg and story.first_leg.home < story.first_leg.away:
            text = say.overturned(hero, high_first(story.first_leg), self.heros_opponent(story))
            if len(goals := story.late_goals) > 1:
                number = self.words.in_letters(len(goals))
                text = f"{text} {say.with_goals_from(number, self.ordinal(goals[0].goal))}"
            return f"{text}: {say.made_it(who, when, '', made)} {end}"
        against = f"{say.for_club(self.club(turn.goal.club))} {self.against(story, turn.goal.club)}"
        scored = say.made_it(who, when, third, made)
        return f"{scored} {against} {end}: {say.hero_through(hero, how, to)}"

    def _since(self, lead: ScoredGoal) -> str:
        after = self.say.after(self.say.minutes(lead.minute))
        return self.say.as_early_as(after) if lead.minute <= EARLY else after

    def _away_goals(self, story: MatchStory) -> str:
        text = self._knocked_out_how(story)
        first = self.say.after_first_leg(str(story.first_leg)) if story.first_leg else ""
        ended = self.say.it_ended(first) if first else ""
        ground = "" if story.match.neutral else self.ground(story)
        score = self.say.score_there(str(story.match.score), ground, self.extra_time(story))
        return f"{text}: {ended} {score}"

    def _turned(self, story: MatchStory) -> str:
        first_leg = high_first(story.first_leg) if story.first_leg else ""
        text = self.say.overturned(self.club(story.hero), first_leg, "")
        return f"{text}: {self.heros_score(story)} {self.heros_opponent(story)}{self.hat_tricks(story)}"

    def lost(self, story: MatchStory) -> str:
        (hero, loser), score = self.both(story), str(story.match.score)
        if story.quick and story.deficit:
            minutes = self.say.minutes(story.deficit.minute)
            behind = str(story.deficit.after)
            down = self.say.quickly_down(hero, loser, self.ground(story), minutes, behind)
            return f"{down}, {self.say.lost_but_through(score)}"
        if story.match.away == story.hero:
            return self.say.could_afford(hero, score, loser)
        return self.say.won_but_out(loser, str(story.score_of(story.loser)), hero)

    def _knocked_out(self, story: MatchStory) -> str:
        first = self.say.after_first_leg(str(story.first_leg)) if story.first_leg else ""
        text = self.say.knocked_out(*self.both(story), self.heros_score(story), first)
        return f"{text}{self.hat_tricks(story)}"

    def _finished(self, story: MatchStory) -> str:
        text = self.say.saw_it_through(*self.both(story), story.score_of(story.hero).is_level)
        return f"{text}: {self.heros_score(story)} {self.ground(story)}{self.hat_tricks(story)}"

    def _settled(self, story: MatchStory) -> str:
        return self.words.goes_through(self.club(story.hero), story.why or DecidedBy.AGGREGATE, story.to)

    # A match by itself

    def _comeback(self, story: MatchStory) -> str:
        deficit = deepest_deficit_of(story)
        if story.loser and story.loser == story.dutch:
            lead, end = story.score_of(story.loser, deficit.after), story.score_of(story.loser)
            loser, against = self.club(story.loser), self.losers_opponent(story)
            return self.say.gave_away(loser, against, str(lead), str(end), end.is_level)
        behind, score = story.score_of(story.hero, deficit.after), story.score_of(story.hero)
        came_back = self.say.came_back if score.is_level else self.say.turned_into_win
        return f"{came_back(self.club(story.hero), self.heros_opponent(story), str(behind))}: {score}"

    def _late_win(self, story: MatchStory) -> str:
        turn = turning_goal(story)
        sentence = self.say.won_it if turn.after == story.match.score else self.say.put_ahead
        return sentence(
            self.who(turn.goal),
            self.club(story.hero),
            self.when(turn.goal),
            self.heros_opponent(story),
            self.heros_score(story),
        )

    def _late_level(self, story: MatchStory) -> str:
        goal = turning_goal(story).goal
        against = self.say.against(self.club(story.match.opponent_of(goal.club)))
        who, club = self.who(goal), self.club(goal.club)
        return self.say.equalised(who, club, self.when(goal), against, str(story.match.score))

    def _own_goal(self, story: MatchStory) -> str:
        return self.say.settled(self.who(turning_goal(story).goal), self.pair(story), str(story.match.score))

    def _plain(self, story: MatchStory) -> str:
        if story.hero:
            return f"{self.result(story, story.hero)}{self.hat_tricks(story)}"
        return f"{self.say.ended(self.pair(story), str(story.match.score))}{self.hat_tricks(story)}"

    def result(self, story: MatchStory, club: Club) -> str:
        """The match of a club: won, lost or level, at home or away."""
        say, score = self.say, story.score_of(club)
        name, other = self.club(club), self.club(story.match.opponent_of(club))
        what = say.the_first_leg if is_first_leg(story.match) else ""
        is_lost = score.home < score.away
        shown = str(story.match.score if is_lost else score)
        ground = story.ground_of(club)
        if ground is Ground.AWAY:
            away = say.drew_away if score.is_level else say.lost_away if is_lost else say.won_away
            return away(name, what, shown, other)
        here = say.drew if score.is_level else say.lost if is_lost else say.won
        return here(name, what, say.grounds[ground] if ground is Ground.HOME else "", shown, other)
