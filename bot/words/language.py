"""What all languages do alike: days, numbers, joins, and which sentence a fact asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.football.competitions import ROWS, name_of, short_name_of
from bot.football.dataset.gaps import Lack, MissingSpan
from bot.football.events.alerting import AlertKind
from bot.football.events.observations import Phase
from bot.football.model import (
    AMSTERDAM,
    Club,
    Competition,
    DecidedBy,
    GoalKind,
    Leg,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.football.tables.standing import Standing
from bot.football.ties.needs import Band, NeedKind, Needs, Verdict
from bot.football.ties.tie import Then
from bot.words.countries import country_name

_GAP = re.compile(r" +(?=[ ,.;:)]|$)")
MOST_SPANS = 4
"""More than these are not named one by one."""


class Language(Protocol):
    """The base of `Words`, which every language shares; what has no body here, each language fills in."""

    code: str
    locale: str
    and_: str
    or_: str
    group_word: str
    the_group: str
    after_extra: str
    a_draw: str
    numbers: tuple[str, ...]
    """In letters, from nought on; numbers beyond these are written in digits."""
    ordinals: tuple[str, ...]
    """In letters, from the first on."""
    match_nouns: tuple[str, str]
    """The noun for one match and for several."""
    point_nouns: tuple[str, str]
    goal_nouns: tuple[str, str]
    rounds: Mapping[RoundKind, str]
    rounds_of_a_tie: Mapping[RoundKind, str]
    """The singular of the rounds that are called after their ties."""
    reasons: Mapping[DecidedBy, str]
    legs: Mapping[Leg, str]
    goal_kinds: Mapping[GoalKind, str]
    statuses: Mapping[Status, str]
    follow_ups: Mapping[Then, str]
    phases: Mapping[Phase, str]
    alert_kinds: Mapping[AlertKind, str]
    commands: Mapping[str, str]
    cities: Mapping[str, str] = {}
    """What the language calls the cities that it names in its own way."""
    countries: Mapping[str, str] = {}
    """The same of countries, by the three letters in which results write them."""

    # Names

    def the(self, competition: str, /) -> str: ...
    def to_the(self, round_: str, /) -> str: ...
    def ordinal(self, number: int, /) -> str: ...

    def club(self, club: Club, /) -> str:
        return club.name

    def competition(self, competition: Competition, season: Season, /) -> str:
        return name_of(competition, season, self.code)

    def cup_and_season(self, competition: Competition, season: Season, /) -> str:
        """What stands between brackets: CL 21/22."""
        return f"{self.cup(competition, season)} {str(season)[2:]}"

    def cup(self, competition: Competition, season: Season, /) -> str:
        return short_name_of(competition, season, self.code)

    def transcribed(self, player: str, _countries: Collection[str], /) -> str:
        """A name out of another script as the language writes it; the countries are those of the clubs."""
        return player

    def round(self, round_: Round, /) -> str:
        if round_.kind is RoundKind.OTHER:
            return round_.label
        name = self.rounds[round_.kind]
        # A number is how groups are kept apart whose letter is unknown.
        if not round_.label or round_.label.isdigit():
            return name
        group = f"{self.group_word} {round_.label}"
        return f"{name}, {group}" if round_.kind is RoundKind.SECOND_GROUP else group

    def tie_round(self, round_: Round, /) -> str:
        """The round above a tie by itself: halve finale."""
        return self.rounds_of_a_tie.get(round_.kind) or self.round(round_)

    def reached(self, round_: Round, /) -> str:
        """How far a club came, whichever group that was."""
        return round_.label if round_.kind is RoundKind.OTHER else self.tie_round(Round(round_.kind))

    def to_round(self, round_: Round, /) -> str:
        return self.to_the(self.rounds.get(round_.kind, round_.label))

    def city(self, city: str, /) -> str:
        return self.cities.get(city, city)

    def country(self, code: str, /) -> str:
        return self.countries.get(code) or country_name(code, self.locale)

    def clubs_together(self, names: Sequence[str], /) -> str:
        return _joined(names, self.and_)

    def one_of(self, names: Sequence[str], /) -> str:
        return _joined(names, self.or_)

    # Days and numbers

    def weekday_and_day(self, day: date, /) -> str:
        return _written_day(day, "EEE d MMMM", self.locale)

    def weekday_and_date(self, day: date, /) -> str:
        return _written_day(day, "EEE d MMMM y", self.locale)

    def short_day(self, day: date, /) -> str:
        return _written_day(day, "EEE d MMM", self.locale)

    def full_day(self, day: date, /) -> str:
        return _written_day(day, "EEEE d MMMM y", self.locale)

    def full_day_this_year(self, day: date, /) -> str:
        return _written_day(day, "EEEE d MMMM", self.locale)

    def day(self, day: date, /) -> str:
        return _written_day(day, "d MMMM y", self.locale)

    def day_this_year(self, day: date, /) -> str:
        return _written_day(day, "d MMMM", self.locale)

    def number(self, number: int, /) -> str:
        return _written_number(number, self.locale)

    def seconds(self, seconds: float, /) -> str:
        return f"{_written_number(seconds, self.locale)} s"

    def in_letters(self, number: int, /) -> str:
        return self.numbers[number] if number < len(self.numbers) else str(number)

    def matches(self, number: int, /) -> str:
        return f"{number} {plural(number, *self.match_nouns)}"

    def goals(self, number: int, /) -> str:
        return f"{self.in_letters(number)} {plural(number, *self.goal_nouns)}"

    # A match

    def half_time(self, score: Score, /) -> str: ...
    def after_ninety(self, score: Score, /) -> str: ...
    def wins_shoot_out(self, winner: str, score: str, /) -> str: ...

    def after_extra_time(self, ninety: Score | None, half: Score | None, /) -> str:
        earlier = (self.after_ninety(ninety) if ninety else "", self.half_time(half) if half else "")
        scores = ", ".join(filter(None, earlier))
        return f"{self.after_extra} ({scores})" if scores else self.after_extra

    def shoot_out(self, winner: str, score: Score, /) -> str:
        return self.wins_shoot_out(winner, high_first(score))

    def leg(self, leg: Leg | None, /) -> str:
        return self.legs[leg] if leg else ""

    def phase_began(self, phase: Phase, /) -> str:
        return first_upper(self.phases[phase])

    # A tie

    def through(self, club: str, how: str, to: str, /) -> str: ...
    def out(self, club: str, how: str, /) -> str: ...
    def wins(self, club: str, competition: str, how: str, /) -> str: ...
    def went_on(self, club: str, to: str, /) -> str: ...

    def goes_through(self, club: str, why: DecidedBy, to: Round | None, /) -> str:
        return tidy(self.through(club, self.reasons[why], self.to_round(to) if to else ""))

    def is_out(self, club: str, why: DecidedBy, /) -> str:
        return tidy(self.out(club, self.reasons[why]))

    def wins_final(self, club: str, competition: str, why: DecidedBy, /) -> str:
        return tidy(self.wins(club, self.the(competition), self.reasons[why]))

    def out_unknown_how(self, club: str, /) -> str:
        return tidy(self.out(club, ""))

    def played_on(self, club: str, to: Round | None, /) -> str:
        return tidy(self.went_on(club, self.to_round(to) if to else ""))

    # What a club needs

    def may_lose_by(self, club: str, goals: str, /) -> str: ...

    any_win: str

    def a_win_with(self, goals: str, /) -> str: ...
    def through_except(self, club: str, how: str, score: Score, then: str, /) -> str: ...
    def needs_a_draw(self, club: str, /) -> str: ...
    def must_win(self, club: str, /) -> str: ...
    def must_win_by(self, club: str, goals: str, /) -> str: ...
    def a_win_by(self, goals: str, /) -> str: ...
    def a_defeat_by(self, goals: str, /) -> str: ...
    def or_higher(self, score: Score, /) -> str: ...
    def up_to(self, lowest: Score, highest: Score, /) -> str: ...
    def enough_too(self, scores: str, /) -> str: ...
    def means(self, scores: str, then: str, /) -> str: ...

    def need(self, club: str, needs: Needs, /) -> str:
        ahead = needs.margin - 1
        match needs.bands:
            case (Band(Verdict.LEVEL, lowest, highest), Band(Verdict.THROUGH, _, None)) if (
                lowest == highest and ahead > 0
            ):
                how = self.any_win if ahead == 1 else self.a_win_with(self.goals(ahead))
                return self.through_except(club, how, lowest, self.follow_ups[needs.then])
        goals = self.goals(abs(needs.margin))
        match needs.kind:
            case NeedKind.MAY_LOSE:
                enough = self.may_lose_by(club, goals)
            case NeedKind.LEVEL:
                enough = self.needs_a_draw(club)
            case NeedKind.WIN:
                enough = self.must_win(club)
            case NeedKind.WIN_BY:
                enough = self.must_win_by(club, goals)
        bands = [self._band(needs, band) for band in needs.bands if band.verdict is not Verdict.OUT]
        return "; ".join((enough, *bands))

    def _band(self, needs: Needs, band: Band) -> str:
        scores = self._scores(needs, band)
        if band.verdict is Verdict.THROUGH:
            return self.enough_too(scores)
        return self.means(scores, self.follow_ups[needs.then])

    def _scores(self, needs: Needs, band: Band) -> str:
        if band.highest is None and len(needs.bands) == 1:
            ahead = needs.margin - 1
            ahead_by = self.a_win_by if ahead > 0 else self.a_defeat_by
            return ahead_by(self.goals(abs(ahead))) if ahead else self.a_draw
        if band.highest is None:
            return self.or_higher(band.lowest)
        if band.highest == band.lowest:
            return str(band.lowest)
        if band.highest == band.lowest + Score(1, 1):
            return self.one_of([str(band.lowest), str(band.highest)])
        return self.up_to(band.lowest, band.highest)

    # A table

    def behind(self, clubs: str, /) -> str: ...
    def came(self, club: str, competition: str, place: str, group: str, behind: str, /) -> str: ...
    def shared_place(self, place: str, /) -> str: ...
    def points_from(self, points: str, matches: str, /) -> str: ...
    def as_far_as_known(self, points: str, /) -> str: ...

    def came_from(
        self, club: str, competition: str, place: int, group: Round, ahead: Sequence[str], /
    ) -> str:
        where = self.round(group) if group.label and not group.label.isdigit() else self.the_group
        behind = self.behind(self.clubs_together(ahead)) if ahead else ""
        return tidy(self.came(club, competition, self.ordinals[place - 1], where, behind))

    def place(self, standing: Standing, club: str, /) -> str:
        place = self.ordinal(standing.place)
        return f"{club} {self.shared_place(place) if standing.shared else place}, {self._points(standing)}"

    def points_as_known(self, standing: Standing, club: str, /) -> str:
        return self.as_far_as_known(f"{club} {self._points(standing)}")

    def _points(self, standing: Standing) -> str:
        points = f"{standing.points} {plural(standing.points, *self.point_nouns)}"
        return self.points_from(points, self.matches(standing.played))

    def advances(self, club: str, to: Round, /) -> str:
        return tidy(self.through(club, "", self.to_round(to)))

    def place_goes_on(self, places: str, to: Round, /) -> str:
        return f"{places} {self.to_round(to)}"

    # What isn't known

    lacking: str
    more_is_missing: str

    def qualifying(self, competition: str, seasons: str, /) -> str: ...
    def later_than(self, season: str, day: str, /) -> str: ...

    def missing(self, spans: Sequence[MissingSpan], /) -> tuple[str, ...]:
        """Missing here: Intertoto Cup 1995–2008 and qualifying rounds 2019/20–2023/24; in pieces."""
        names = [self._missing_span(span) for span in spans[:MOST_SPANS]]
        *others, last = [*names, self.more_is_missing] if len(spans) > MOST_SPANS else names
        before = [f"{name}," for name in others[:-1]] + others[-1:]
        return (self.lacking, *before, f"{self.and_} {last}." if others else f"{last}.")

    def _missing_span(self, span: MissingSpan) -> str:
        is_whole = span.lack is Lack.EVERYTHING
        name = self.competition if is_whole else self.cup
        cups = ", ".join(name(cup, span.last) for cup in span.competitions)
        seasons = [str(span.first), str(span.last)]
        if span.competitions and all(ROWS[cup].within_one_year for cup in span.competitions):
            seasons = [str(span.first.start_year), str(span.last.start_year)]
        written = "–".join(dict.fromkeys(seasons))
        if span.lack is Lack.QUALIFYING:
            return tidy(self.qualifying(cups, written))
        named = " ".join(filter(None, (cups, written)))
        return self.later_than(named, self.day_this_year(span.until)) if span.until else named

    # Draws, buttons, alerts and commands

    def draw(self, rounds: Sequence[Round], /) -> str: ...
    def held_on(self, day: str, /) -> str: ...

    def button_tie(self, round_: Round, opponent: str, /) -> str:
        return f"{first_upper(self.tie_round(round_))}: {opponent}"

    def button_back_to_evening(self, day: date, /) -> str:
        return f"← {self.weekday_and_day(day)}"


def tidy(sentence: str) -> str:
    """A sentence without the spaces that its empty pieces left."""
    return _GAP.sub("", sentence).lstrip()


def first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def plural(number: int, singular: str, several: str) -> str:
    return singular if number == 1 else several


def high_first(score: Score) -> str:
    """The score of a shoot-out, the winner's first."""
    return f"{max(score.home, score.away)}-{min(score.home, score.away)}"


def amsterdam_clock(moment: datetime, separator: str) -> str:
    """The hour in Amsterdam: 20.45."""
    local = moment.astimezone(AMSTERDAM)
    return f"{local.hour}{separator}{local.minute:02d}"


def _joined(names: Sequence[str], before_last: str) -> str:
    return f" {before_last} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


@lru_cache(maxsize=4096)
def _written_day(day: date, pattern: str, locale: str) -> str:
    """A day by a CLDR pattern; cached, for a match night asks for the same few days."""
    return format_date(day, format=pattern, locale=locale)


@lru_cache(maxsize=1024)
def _written_number(number: float, locale: str) -> str:
    """8.746 in Dutch, 8,746 in English."""
    written: str = format_decimal(number, locale=locale)
    return written
