"""One football box into one match."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode

from bot.football.model import (
    Club,
    DecidedBy,
    Derived,
    Goal,
    Match,
    RoundKind,
    Score,
    Status,
)
from bot.football.rules import extra_time_comes_first, is_single_match
from bot.sources.payload import PayloadError
from bot.sources.wikipedia.reading.clubs import club_in
from bot.sources.wikipedia.reading.days import day_in, kick_off_in
from bot.sources.wikipedia.reading.goals import goals_in
from bot.sources.wikipedia.reading.places import Place
from bot.sources.wikipedia.reading.scores import ScoreRead, score_in
from bot.sources.wikipedia.reading.wikitext import fields_of, name_of, plain

_NAME = re.compile(r"(?:#invoke:)?football(?:box|match)(?:[_-]?collapsible)?")
_LONGEST = 120
_LEFT_OUT = "the score is kept, the goals are left out"


def is_box(template: Template) -> bool:
    return _NAME.fullmatch(name_of(template)) is not None


def name_of_match(template: Template) -> str:
    """Both sides as the box shows them, for whoever reads of a problem."""
    fields = fields_of(template)
    sides = (
        " ".join(plain(_first(fields, *names)).split())[:60] or "?"
        for names in (("team1", "home"), ("team2", "away"))
    )
    return " – ".join(sides)


def match_in(template: Template, place: Place) -> tuple[Match | None, tuple[str, ...]]:
    """The match of a box, and what of it could not be believed; None while its clubs are not known.

    Raises PayloadError where it can't be read.
    """
    fields = fields_of(template)
    home = club_in(_first(fields, "team1", "home", "hometeam"), _country(fields, "1"))
    away = club_in(_first(fields, "team2", "away", "awayteam"), _country(fields, "2"))
    if home is None or away is None:
        return None, ()
    if home == away:
        raise PayloadError("a club plays against itself")
    day = day_in(fields.get("date"), place.competition, place.season)
    read = score_in(fields)
    kick_off = kick_off_in(fields.get("time"), day)
    city_and_venue = _ground(fields)
    match = Match(
        competition=place.competition,
        season=place.season,
        round=place.round,
        home=home,
        away=away,
        status=read.status,
        date=day,
        kick_off=kick_off,
        leg=place.leg,
        matchday=place.matchday if place.round.kind.is_table else None,
        venue=city_and_venue[0],
        city=city_and_venue[1],
        neutral=_is_neutral(place, fields),
    )
    return _with_result(match, read, fields)


def _with_result(
    match: Match, read: ScoreRead, fields: Mapping[str, Wikicode]
) -> tuple[Match, tuple[str, ...]]:
    if match.status is Status.WALKOVER:
        match = _walked_over(match, fields)
    if read.score is None:
        return match, ()
    after_shoot_out = read.penalties is not None and extra_time_comes_first(match.competition, match.season)
    extra_time = read.after_extra_time or after_shoot_out
    columns = ((match.home, fields.get("goals1")), (match.away, fields.get("goals2")))
    problems: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    if match.status in {Status.PLAYED, Status.ABANDONED}:
        try:
            goals = goals_in(columns, read.score, extra_time=extra_time)
        except PayloadError as error:
            problems = (f"{_LEFT_OUT}: {error}",)
    full_time, derived = (
        _after_90(match, goals, read.score) if extra_time else (read.score, frozenset[Derived]())
    )
    single = is_single_match(match.competition, match.season, match.round, match.date)
    if single and extra_time and full_time is not None and not full_time.is_level:
        problems = (f"{_LEFT_OUT}: they make {full_time} after 90 minutes, and there was extra time",)
        full_time, derived, goals = None, frozenset(), ()
    match = replace(
        match,
        full_time=full_time,
        extra_time=read.score if extra_time else None,
        penalties=read.penalties,
        goals=goals,
        derived=derived,
    )
    return _with_half_time(match), problems


def _after_90(match: Match, goals: tuple[Goal, ...], score: Score) -> tuple[Score | None, frozenset[Derived]]:
    """The score after 90 minutes, from the goals; None where they don't tell."""
    if score == Score(0, 0):
        return score, frozenset()
    if not goals or any(goal.minute is None for goal in goals):
        return None, frozenset()
    return _counted(match, goals, 90), frozenset({Derived.FULL_TIME})


def _with_half_time(match: Match) -> Match:
    """The score at half-time where it follows from the minutes of all goals."""
    if match.status is not Status.PLAYED or not match.scorers_known:
        return match
    if any(goal.minute is None for goal in match.goals):
        return match
    half_time = _counted(match, match.goals, 45)
    return replace(match, half_time=half_time, derived=match.derived | {Derived.HALF_TIME})


def _counted(match: Match, goals: tuple[Goal, ...], until: int) -> Score:
    early = [goal.club for goal in goals if goal.minute is not None and goal.minute <= until]
    return Score(early.count(match.home), early.count(match.away))


def _walked_over(match: Match, fields: Mapping[str, Wikicode]) -> Match:
    """The winner of a walkover is the one in bold, if only one is."""
    bold = [
        club
        for club, name in ((match.home, "team1"), (match.away, "team2"))
        if "'''" in str(fields.get(name, ""))
    ]
    winner: Club | None = bold[0] if len(bold) == 1 else None
    return replace(match, winner=winner, decided_by=DecidedBy.WALKOVER if winner else None)


def _is_neutral(place: Place, fields: Mapping[str, Wikicode]) -> bool:
    final = place.round.kind is RoundKind.FINAL
    marked = plain(fields.get("neutral")).lower() in {"y", "yes", "1", "true"}
    return marked or (final and is_single_match(place.competition, place.season, place.round))


def _ground(fields: Mapping[str, Wikicode]) -> tuple[str, str]:
    """Stadium and city: `stadium = [[Agia Sophia Stadium]], [[Athens]]`, or the city by itself."""
    stadium = " ".join(plain(_first(fields, "stadium", "venue", "ground")).split())
    city = " ".join(plain(_first(fields, "location", "city")).split())
    stadium, _, behind = stadium.partition(", ")
    city = city or behind
    return _short(stadium), _short(city.partition(", ")[0])


def _short(text: str) -> str:
    text = re.sub(r"\s*\([^()]*\)$", "", text).strip(" ,")
    return text if len(text) <= _LONGEST and any(letter.isalpha() for letter in text) else ""


def _first(fields: Mapping[str, Wikicode], *names: str) -> Wikicode | None:
    return next((fields[name] for name in names if name in fields), None)


def _country(fields: Mapping[str, Wikicode], side: str) -> str:
    from_field = _first(fields, f"country{side}", f"flag{side}")
    return plain(from_field).upper()[:3] if from_field is not None else ""
