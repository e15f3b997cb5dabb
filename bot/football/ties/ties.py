"""Ties put together from the matches of a competition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.football.model import (
    EUROPEAN_COMPETITIONS,
    Competition,
    Leg,
    Match,
    Round,
    Season,
    Status,
    Tie,
)
from bot.football.rules import is_single_match
from bot.football.ties.legs import leg_of_each

_Pairing = tuple[Competition, Season, Round, frozenset[str]]
_ORDER = {None: 0, Leg.FIRST: 0, Leg.SECOND: 1, Leg.REPLAY: 2}


def ties_of(matches: Iterable[Match]) -> tuple[Tie, ...]:
    """The ties of the knockout matches among these: by competition, season and round, then by first day.

    What a match says of its leg beats the order of the days, and days beat the order given.
    """
    ties = [_tie_of(found) for found in _pairings(matches).values()]
    return tuple(sorted(ties, key=_order_in_season))


def with_legs(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The same matches with the leg of each filled in where the tie tells it.

    A lone match of our competitions in a round whose other ties do have two legs is one of two as well,
    unless the regulations made it a single match or it was decided otherwise; it is the second when it was
    played no earlier than the others' second legs.
    """
    pairings = _pairings(matches)
    filled: dict[int, Match] = {}
    lone: list[Match] = []
    second_legs: dict[tuple[Competition, Season, Round], list[date]] = defaultdict(list)
    for (competition, season, round_, _), found in pairings.items():
        for match, leg in zip(found, leg_of_each(found), strict=True):
            filled[id(match)] = match if match.leg is leg else replace(match, leg=leg)
            if leg is None:
                lone.append(match)
            elif leg is not Leg.REPLAY:
                days = second_legs[competition, season, round_]
                days.extend([match.date] if leg is Leg.SECOND and match.date else [])
    for match in lone:
        others = second_legs.get((match.competition, match.season, match.round))
        if others is not None and _is_one_of_two(match):
            late = match.date is not None and bool(others) and match.date >= min(others)
            filled[id(match)] = replace(match, leg=Leg.SECOND if late else Leg.FIRST)
    return tuple(filled.get(id(match), match) for match in matches)


def _pairings(matches: Iterable[Match]) -> dict[_Pairing, list[Match]]:
    """The knockout matches by the two clubs of a round, in the order of play."""
    found: dict[_Pairing, list[Match]] = defaultdict(list)
    for match in matches:
        if not match.round.kind.is_table:
            clubs = frozenset((match.home.id, match.away.id))
            found[match.competition, match.season, match.round, clubs].append(match)
    return {pairing: _in_order(of_one) for pairing, of_one in found.items()}


def _in_order(matches: list[Match]) -> list[Match]:
    """By leg, then by day; where a day is not known the order given stands."""
    if all(match.date is not None for match in matches):
        matches = sorted(matches, key=_day)
    legs = dict(zip(map(id, matches), leg_of_each(matches), strict=True))
    return sorted(matches, key=lambda match: _ORDER[legs[id(match)]])


def _day(match: Match) -> date:
    return match.date or date.max


def _tie_of(matches: list[Match]) -> Tie:
    first = matches[0]
    leg = leg_of_each(matches)[0]
    club_a, club_b = (first.away, first.home) if leg is Leg.SECOND else (first.home, first.away)
    return Tie(first.competition, first.season, first.round, club_a, club_b, tuple(matches))


def _order_in_season(tie: Tie) -> tuple[str, Season, tuple[int, str], date]:
    return (tie.competition.code, tie.season, tie.round.order, min(map(_day, tie.matches)))


def _is_one_of_two(match: Match) -> bool:
    return (
        match.competition in EUROPEAN_COMPETITIONS
        and not is_single_match(match.competition, match.season, match.round, match.date)
        and match.winner is None
        and match.status is not Status.WALKOVER
        and match.extra_time is None
        and match.penalties is None
    )
