"""English: the sentences of the story of the night."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

from bot.football.story.match_story import Ground, StoryKind
from bot.words.protocol import StoryWords


@final
class EnglishStory(StoryWords):
    """The story in English."""

    title = "The story of the night"
    a_goal = "a goal"
    own_goal = "own goal"
    somebody = "somebody unknown"
    the_first_leg = "the first leg"
    with_his_third = "with his third"
    draw_expected = "(expected)"
    grounds: Mapping[Ground, str] = {
        Ground.HOME: "at home",
        Ground.AWAY: "away",
        Ground.NEUTRAL: "on neutral ground",
    }
    lists: Mapping[StoryKind, str] = {
        StoryKind.WON: "there were wins for {}",
        StoryKind.LATE_WIN: "there were late wins for {}",
        StoryKind.LATE_LEVEL: "late equalisers came from {}",
        StoryKind.COMEBACK: "{} came back from two goals down or more",
        StoryKind.OWN_GOAL: "an own goal settled {}",
        StoryKind.PENALTIES: "{} went through on penalties",
        StoryKind.HAT_TRICK: "there were hat-tricks for {}",
        StoryKind.LEVEL: "there were draws in {}",
        StoryKind.EXTRA_TIME: "{} went through after extra time",
        StoryKind.AWAY_GOALS: "{} went through on away goals",
        StoryKind.TURNED: "{} overturned a defeat in the first leg",
        StoryKind.AFTER_LEVEL: "after a level first leg {} went through",
        StoryKind.SINGLE: "{} went through too",
        StoryKind.ROUT: "there were big wins for {}",
        StoryKind.FINISHED: "{} finished off what they had begun in the first leg",
        StoryKind.SETTLED: "also through: {}",
    }

    # Pieces

    at = "at {}".format
    against = "against {}".format
    for_club = "for {}".format
    in_place = "in {}".format
    own_goal_by = "an own goal by {}".format
    minute = "{} minute".format
    in_minute = "in the {} minute".format
    in_stoppage_time = "in stoppage time ({})".format
    as_early_as = "as early as {}".format
    after = "after {}".format
    after_first_leg = "after {} in the first leg".format
    final_score = "(final score {})".format

    def minutes(self, number: int, /) -> str:
        return "one minute" if number == 1 else f"{number} minutes"

    def goals_by(self, number: str, scorer: str, /) -> str:
        return f"{number} by {scorer}"

    def with_goals_by(self, number: str, scorer: str, /) -> str:
        return f"with {number} by {scorer}"

    def with_goals_from(self, number: str, minute: str, /) -> str:
        return f"with {number} goals from the {minute} minute on"

    def from_to(self, behind: str, score: str, /) -> str:
        return f"from {behind} to {score}"

    def but(self, first: str, then: str, /) -> str:
        return f"{first}, but {then}"

    # Several matches

    first_leg_wins = "there were first-leg wins for {}".format
    among_others = "among others {}".format

    def after_level_knocked_out(self, hero: str, loser: str, scores: str, /) -> str:
        return f"after a level first leg {hero} knocked out {loser} ({scores})"

    def dealt_with(self, hero: str, loser: str, scores: str, /) -> str:
        return f"{hero} dealt with {loser} ({scores})"

    # A final

    def cup_in(self, cup: str, city: str, /) -> str:
        return f"{cup} in {city}"

    def won_final(self, hero: str, cup: str, loser: str, extra_time: str, score: str, /) -> str:
        return f"{hero} won {cup}, beating {loser} {score} {extra_time}"

    def won_final_on_penalties(self, hero: str, cup: str, loser: str, score: str, kicks: str, /) -> str:
        return f"{hero} won {cup} on penalties ({kicks}) after {score} against {loser}"

    def road_to_final(self, hero: str, beaten: str, /) -> str:
        return f"on the way to the final {hero} knocked out {beaten}"

    # The end of a tie

    it_ended = "{} it ended".format
    lost_but_through = "lost {} and still went through".format
    on_their_way = "and seemed on their way {}".format

    def knocked_out(self, hero: str, loser: str, score: str, first_leg: str, /) -> str:
        return f"{hero} knocked out {loser} {score} {first_leg}"

    def knocked_out_how(self, hero: str, loser: str, how: str, /) -> str:
        return f"{hero} knocked out {loser} {how}"

    def forced_extra_time(self, who: str, when: str, /) -> str:
        return f"; {who} had forced extra time {when}"

    def settled_it(self, who: str, when: str, /) -> str:
        return f"{who} settled it {when}"

    def score_there(self, score: str, ground: str, extra_time: str, /) -> str:
        return f"{score} {ground} {extra_time}"

    def overturned(self, hero: str, first_leg: str, against: str, /) -> str:
        return f"{hero} overturned the {first_leg} first-leg defeat {against}"

    def quickly_down(self, hero: str, loser: str, ground: str, minutes: str, behind: str, /) -> str:
        return f"{hero} were {behind} down {ground} to {loser} after only {minutes}"

    def could_afford(self, hero: str, score: str, loser: str, /) -> str:
        return f"{hero} could afford a {score} defeat at {loser}"

    def won_but_out(self, loser: str, score: str, hero: str, /) -> str:
        return f"{loser} won {score} at {hero} but are out"

    def saw_it_through(self, hero: str, loser: str, level: bool, /) -> str:
        return f"{hero} {'held out' if level else 'finished it off'} against {loser}"

    def hero_through(self, hero: str, how: str, to: str, /) -> str:
        return f"{hero} through {how} {to}"

    # What a result means for a club

    as_placed = "({})".format
    is_out = "went out {}".format

    def is_through(self, place: str, to: str, /) -> str:
        return f"went through {to} {place}"

    def goes_on(self, place: str, cup: str, /) -> str:
        return f"went on to the {cup} {place}"

    # A match

    def led(self, club: str, against: str, since: str, score: str, /) -> str:
        return f"{club} led {score} {against} {since}"

    def made_it(self, who: str, when: str, third: str, score: str, /) -> str:
        return f"{who} made it {score} {when} {third}"

    def made_it_level(self, who: str, when: str, third: str, /) -> str:
        return f"{who} equalised {when} {third}"

    def gave_away(self, club: str, against: str, lead: str, score: str, level: bool, /) -> str:
        return f"{club} gave away a {lead} lead {against} and {'drew' if level else 'lost'} {score}"

    def came_back(self, hero: str, against: str, behind: str, /) -> str:
        return f"{hero} came back from {behind} {against}"

    def turned_into_win(self, hero: str, against: str, behind: str, /) -> str:
        return f"{hero} turned {behind} into a win {against}"

    def won_it(self, who: str, hero: str, when: str, against: str, score: str, /) -> str:
        return f"{who} won it for {hero} {when} {against}: {score}"

    def put_ahead(self, who: str, hero: str, when: str, against: str, score: str, /) -> str:
        return f"{who} put {hero} ahead {when} {against}; it ended {score}"

    def equalised(self, who: str, club: str, when: str, against: str, score: str, /) -> str:
        return f"{who} equalised for {club} {when} {against}: {score}"

    def settled(self, who: str, pair: str, score: str, /) -> str:
        return f"{who} settled {pair}: {score}"

    def ended(self, pair: str, score: str, /) -> str:
        return f"{pair} ended {score}"

    def won(self, club: str, what: str, ground: str, score: str, other: str, /) -> str:
        return f"{club} won {what} {score} {ground} against {other}"

    def won_away(self, club: str, what: str, score: str, other: str, /) -> str:
        return f"{club} won {what} {score} at {other}"

    def lost(self, club: str, what: str, ground: str, score: str, other: str, /) -> str:
        return f"{club} lost {what} {score} {ground} to {other}"

    def lost_away(self, club: str, what: str, score: str, other: str, /) -> str:
        return f"{club} lost {what} {score} at {other}"

    def drew(self, club: str, what: str, ground: str, score: str, other: str, /) -> str:
        return f"{club} drew {what} {score} {ground} with {other}"

    def drew_away(self, club: str, what: str, score: str, other: str, /) -> str:
        return f"{club} drew {what} {score} at {other}"

    # How it went

    half_time_level = "it was {} at half-time".format

    def only_goal(self, scorer: str, when: str, /) -> str:
        return f"{scorer} scored the only goal {when}"

    def answered(self, led: str, scorers: str, goals: int, /) -> str:
        return f"{led}, then {scorers} answered"

    def scored(self, club: str, scorers: str, number: int, /) -> str:
        return f"{scorers} scored for {club}"

    def half_time_lead(self, club: str, score: str, /) -> str:
        return f"at half-time {club} led {score}"

    # What lies ahead

    and_what_follows = "{} and what follows".format

    def draw_ahead(self, rounds: str, day: str, place: str, expected: str, /) -> str:
        return f"the draw for the {rounds} is on {day} {place} {expected}"

    def final_ahead(self, day: str, place: str, after_draw: bool, /) -> str:
        return f"the final {'' if after_draw else 'is'} on {day} {place}"

    def reached(self, clubs: str, number: int, to: str, directly: bool, /) -> str:
        return f"{clubs} went {'straight' if directly else ''} through {to}"
