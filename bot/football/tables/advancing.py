"""Where the road leads: which round comes next, and which places of a table go where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    Competition,
    Round,
    RoundKind,
    Season,
)


@dataclass(frozen=True, slots=True)
class GoesOn:
    """Through to a later round."""

    to: Round


@dataclass(frozen=True, slots=True)
class Drops:
    """On in another competition."""

    competition: Competition


@dataclass(frozen=True, slots=True)
class Out:
    """No more European football this season."""


Fate = GoesOn | Drops | Out

LEAGUE_CLUBS = 36
"""In a league phase, since 2024/25."""
_K = RoundKind
_IN_ORDER = tuple(RoundKind)


def next_round(after: Round, played: Iterable[RoundKind]) -> Round | None:
    """The round that winners of a tie reach, in a season that has the given rounds; None after the final."""
    if after.kind in {_K.FINAL, _K.OTHER}:
        return None
    later = [
        kind
        for kind in played
        if kind is not _K.OTHER and _IN_ORDER.index(kind) > _IN_ORDER.index(after.kind)
    ]
    usual = {
        _K.KNOCKOUT_PLAY_OFF: _K.LAST_16,
        _K.LAST_32: _K.LAST_16,
        _K.LAST_16: _K.QUARTER_FINAL,
        _K.QUARTER_FINAL: _K.SEMI_FINAL,
        _K.SEMI_FINAL: _K.FINAL,
    }
    if after.kind in usual:
        # These follow each other in every format, also while the later rounds have not been drawn.
        return Round(usual[after.kind])
    return Round(min(later, key=_IN_ORDER.index)) if later else None


def fate(competition: Competition, season: Season, round_: Round, place: int) -> Fate | None:
    """What a final place in a table meant; None where the place alone does not tell.

    Sources: the regulations of each season; best runners-up (Champions League 1997/98 and 1998/99) and the
    like are left to the matches that followed.
    """
    year = season.start_year
    if competition == CHAMPIONS_LEAGUE:
        return _champions_league(year, round_, place)
    if round_.kind is _K.LEAGUE:
        return _league_phase(place)
    if competition == EUROPA_LEAGUE:
        return _europa_league(year, place)
    if competition == CONFERENCE_LEAGUE and 2021 <= year <= 2023:
        return _first_or_play_off(place)
    return None


def zones(
    competition: Competition, season: Season, round_: Round, places: int
) -> tuple[tuple[int, int, Fate | None], ...]:
    """The places of a table that mean the same, from the first to the last of them.

    A league phase of which not every club is known yet has no such places.
    """
    if round_.kind is _K.LEAGUE and places < LEAGUE_CLUBS:
        return ((1, places, None),)
    by_fate = groupby(range(1, places + 1), key=lambda place: fate(competition, season, round_, place))
    return tuple((among[0], among[-1], meant) for meant, group in by_fate if (among := list(group)))


def _league_phase(place: int) -> Fate:
    if place <= 8:
        return GoesOn(Round(_K.LAST_16))
    return GoesOn(Round(_K.KNOCKOUT_PLAY_OFF)) if place <= 24 else Out()


def _first_or_play_off(place: int) -> Fate:
    """The groups of the Europa League and Conference League from 2021/22 to 2023/24."""
    if place > 2:
        return Out()
    return GoesOn(Round(_K.LAST_16 if place == 1 else _K.KNOCKOUT_PLAY_OFF))


def _champions_league(year: int, round_: Round, place: int) -> Fate | None:  # noqa: PLR0911 - an era a line
    if round_.kind is _K.LEAGUE:
        return _league_phase(place)
    if round_.kind is _K.SECOND_GROUP:
        return GoesOn(Round(_K.QUARTER_FINAL)) if place <= 2 else Out()
    if year <= 1992:
        return GoesOn(Round(_K.FINAL)) if place == 1 else Out()
    if year == 1993:
        return GoesOn(Round(_K.SEMI_FINAL)) if place <= 2 else Out()
    if year <= 1996:
        return GoesOn(Round(_K.QUARTER_FINAL)) if place <= 2 else Out()
    if year <= 1998:
        if place == 2:
            return None
        return GoesOn(Round(_K.QUARTER_FINAL)) if place == 1 else Out()
    if place <= 2:
        return GoesOn(Round(_K.SECOND_GROUP if year <= 2002 else _K.LAST_16))
    return Drops(EUROPA_LEAGUE) if place == 3 else Out()


def _europa_league(year: int, place: int) -> Fate | None:
    if year >= 2021:
        return Drops(CONFERENCE_LEAGUE) if place == 3 else _first_or_play_off(place)
    through = 2 if year >= 2009 else 3
    return GoesOn(Round(_K.LAST_32)) if place <= through else Out()
