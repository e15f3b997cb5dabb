"""Nederlands: the sentences of the story of the night."""

from __future__ import annotations

from collections.abc import Mapping
from typing import final

from bot.football.story.match_story import Ground, StoryKind
from bot.words.language import plural
from bot.words.protocol import StoryWords


@final
class DutchStory(StoryWords):
    """The story in Dutch."""

    title = "Het verhaal van de avond"
    a_goal = "een doelpunt"
    own_goal = "eigen doelpunt"
    somebody = "een onbekende"
    the_first_leg = "het heenduel"
    with_his_third = "met zijn derde treffer"
    draw_expected = "(verwacht)"
    grounds: Mapping[Ground, str] = {
        Ground.HOME: "thuis",
        Ground.AWAY: "uit",
        Ground.NEUTRAL: "op neutraal terrein",
    }
    lists: Mapping[StoryKind, str] = {
        StoryKind.WON: "winst was er voor {}",
        StoryKind.LATE_WIN: "late winst was er voor {}",
        StoryKind.LATE_LEVEL: "laat gelijk maakten {}",
        StoryKind.COMEBACK: "een achterstand van twee doelpunten of meer haalden {} op",
        StoryKind.OWN_GOAL: "een eigen doelpunt besliste {}",
        StoryKind.PENALTIES: "na strafschoppen gingen {} door",
        StoryKind.HAT_TRICK: "hattricks waren er voor {}",
        StoryKind.LEVEL: "gelijk werd het bij {}",
        StoryKind.EXTRA_TIME: "na verlenging gingen {} door",
        StoryKind.AWAY_GOALS: "op uitdoelpunten gingen {} door",
        StoryKind.TURNED: "een nederlaag in het heenduel maakten {} goed",
        StoryKind.AFTER_LEVEL: "na een gelijkspel in het heenduel gingen {} door",
        StoryKind.SINGLE: "ook {} gingen door",
        StoryKind.ROUT: "groot waren de zeges van {}",
        StoryKind.FINISHED: "{} maakten het na winst in het heenduel af",
        StoryKind.SETTLED: "ook door: {}",
    }

    # Pieces

    at = "bij {}".format
    against = "tegen {}".format
    for_club = "voor {}".format
    in_place = "in {}".format
    own_goal_by = "een eigen doelpunt van {}".format
    minute = "{} minuut".format
    in_minute = "in de {} minuut".format
    in_stoppage_time = "in de blessuretijd ({})".format
    as_early_as = "al {}".format
    after = "na {}".format
    after_first_leg = "na {} in het heenduel".format
    final_score = "(eindstand {})".format

    def minutes(self, number: int, /) -> str:
        return "één minuut" if number == 1 else f"{number} minuten"

    def goals_by(self, number: str, scorer: str, /) -> str:
        return f"{number} keer {scorer}"

    def with_goals_by(self, number: str, scorer: str, /) -> str:
        return f"met {number} treffers van {scorer}"

    def with_goals_from(self, number: str, minute: str, /) -> str:
        return f"met {number} doelpunten vanaf de {minute} minuut"

    def from_to(self, behind: str, score: str, /) -> str:
        return f"van {behind} naar {score}"

    def but(self, first: str, then: str, /) -> str:
        return f"{first}, maar {then}"

    # Several matches

    first_leg_wins = "winst was er in de heenduels voor {}".format
    among_others = "onder meer {}".format

    def after_level_knocked_out(self, hero: str, loser: str, scores: str, /) -> str:
        return f"na een gelijkspel in het heenduel schakelde {hero} {loser} uit ({scores})"

    def dealt_with(self, hero: str, loser: str, scores: str, /) -> str:
        return f"rekende {hero} af met {loser} ({scores})"

    # A final

    def cup_in(self, cup: str, city: str, /) -> str:
        return f"in {city} {cup}"

    def won_final(self, hero: str, cup: str, loser: str, extra_time: str, score: str, /) -> str:
        return f"{hero} won {cup} door {loser} {extra_time} met {score} te verslaan"

    def won_final_on_penalties(self, hero: str, cup: str, loser: str, score: str, kicks: str, /) -> str:
        return f"{hero} won {cup} na strafschoppen ({kicks}): {score} tegen {loser}"

    def road_to_final(self, hero: str, beaten: str, /) -> str:
        return f"op weg naar de finale schakelde {hero} {beaten} uit"

    # The end of a tie

    it_ended = "{} werd het".format
    lost_but_through = "verloor met {} en ging toch door".format
    on_their_way = "en leek op weg {}".format

    def knocked_out(self, hero: str, loser: str, score: str, first_leg: str, /) -> str:
        return f"{hero} schakelde {loser} {first_leg} met {score} uit"

    def knocked_out_how(self, hero: str, loser: str, how: str, /) -> str:
        return f"{hero} schakelde {loser} {how} uit"

    def forced_extra_time(self, who: str, when: str, /) -> str:
        return f", nadat {who} {when} een verlenging had afgedwongen"

    def settled_it(self, who: str, when: str, /) -> str:
        return f"{who} besliste het {when}"

    def score_there(self, score: str, ground: str, extra_time: str, /) -> str:
        return f"{ground} {score} {extra_time}"

    def overturned(self, hero: str, first_leg: str, against: str, /) -> str:
        return f"{hero} maakte de {first_leg}-nederlaag uit het heenduel {against} goed"

    def quickly_down(self, hero: str, loser: str, ground: str, minutes: str, behind: str, /) -> str:
        return f"{hero} stond {ground} tegen {loser} na {minutes} al met {behind} achter"

    def could_afford(self, hero: str, score: str, loser: str, /) -> str:
        return f"{hero} kon zich een {score}-nederlaag bij {loser} veroorloven"

    def won_but_out(self, loser: str, score: str, hero: str, /) -> str:
        return f"{loser} won met {score} bij {hero}, maar is uitgeschakeld"

    def saw_it_through(self, hero: str, loser: str, level: bool, /) -> str:
        return f"{hero} {'hield stand' if level else 'maakte het af'} tegen {loser}"

    def hero_through(self, hero: str, how: str, to: str, /) -> str:
        return f"{hero} {how} door {to}"

    # What a result means for a club

    as_placed = "als {}".format
    is_out = "is {} uitgeschakeld".format

    def is_through(self, place: str, to: str, /) -> str:
        return f"is {place} door {to}"

    def goes_on(self, place: str, cup: str, /) -> str:
        return f"gaat {place} verder in de {cup}"

    # A match

    def led(self, club: str, against: str, since: str, score: str, /) -> str:
        return f"{club} leidde {against} {since} met {score}"

    def made_it(self, who: str, when: str, third: str, score: str, /) -> str:
        return f"{who} maakte {when} {third} {score}"

    def made_it_level(self, who: str, when: str, third: str, /) -> str:
        return f"{who} maakte {when} {third} gelijk"

    def gave_away(self, club: str, against: str, lead: str, score: str, level: bool, /) -> str:
        return (
            f"{club} gaf {against} een {lead}-voorsprong uit handen en "
            f"{'speelde' if level else 'verloor'} met {score} {'gelijk' if level else ''}"
        )

    def came_back(self, hero: str, against: str, behind: str, /) -> str:
        return f"{hero} kwam {against} terug van {behind}"

    def turned_into_win(self, hero: str, against: str, behind: str, /) -> str:
        return f"{hero} boog {against} een achterstand van {behind} om in een zege"

    def won_it(self, who: str, hero: str, when: str, against: str, score: str, /) -> str:
        return f"{who} bezorgde {hero} {when} de zege {against}: {score}"

    def put_ahead(self, who: str, hero: str, when: str, against: str, score: str, /) -> str:
        return f"{who} zette {hero} {when} {against} op voorsprong, het werd {score}"

    def equalised(self, who: str, club: str, when: str, against: str, score: str, /) -> str:
        return f"{who} maakte {when} voor {club} gelijk {against}: {score}"

    def settled(self, who: str, pair: str, score: str, /) -> str:
        return f"{who} besliste {pair}: {score}"

    def ended(self, pair: str, score: str, /) -> str:
        return f"{pair} eindigde in {score}"

    def won(self, club: str, what: str, ground: str, score: str, other: str, /) -> str:
        return f"{club} won {what} {ground} met {score} van {other}"

    def won_away(self, club: str, what: str, score: str, other: str, /) -> str:
        return f"{club} won {what} met {score} bij {other}"

    def lost(self, club: str, what: str, ground: str, score: str, other: str, /) -> str:
        return f"{club} verloor {what} {ground} met {score} van {other}"

    def lost_away(self, club: str, what: str, score: str, other: str, /) -> str:
        return f"{club} verloor {what} met {score} bij {other}"

    def drew(self, club: str, what: str, ground: str, score: str, other: str, /) -> str:
        return f"{club} speelde {what} {ground} met {score} gelijk tegen {other}"

    def drew_away(self, club: str, what: str, score: str, other: str, /) -> str:
        return f"{club} speelde {what} bij {other} met {score} gelijk"

    # How it went

    half_time_level = "bij rust stond het {}".format

    def only_goal(self, scorer: str, when: str, /) -> str:
        return f"{scorer} maakte {when} het enige doelpunt"

    def answered(self, led: str, scorers: str, goals: int, /) -> str:
        return f"{led}, daarop {plural(goals, 'antwoordde', 'antwoordden')} {scorers}"

    def scored(self, club: str, scorers: str, number: int, /) -> str:
        return f"voor {club} {plural(number, 'scoorde', 'scoorden')} {scorers}"

    def half_time_lead(self, club: str, score: str, /) -> str:
        return f"bij rust leidde {club} met {score}"

    # What lies ahead

    and_what_follows = "{} en wat daarop volgt".format

    def draw_ahead(self, rounds: str, day: str, place: str, expected: str, /) -> str:
        return f"de loting voor de {rounds} is op {day} {place} {expected}"

    def final_ahead(self, day: str, place: str, after_draw: bool, /) -> str:
        return f"de finale {'' if after_draw else 'is'} op {day} {place}"

    def reached(self, clubs: str, number: int, to: str, directly: bool, /) -> str:
        return f"{'rechtstreeks' if directly else ''} {to} {plural(number, 'gaat', 'gaan')} {clubs}"
