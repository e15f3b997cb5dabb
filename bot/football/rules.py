"""What the regulations said in a season: away goals, shoot-outs, and rounds of a single match."""

from __future__ import annotations

from datetime import date

from bot.football.competitions import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    FAIRS_CUP,
    INTERTOTO_CUP,
    SUPER_CUP,
)
from bot.football.model import Competition, Round, RoundKind, Season

_AWAY_GOALS = {
    CHAMPIONS_LEAGUE.code: (1967, 2020),
    EUROPA_LEAGUE.code: (1967, 2020),
    CUP_WINNERS_CUP.code: (1965, 2020),
    FAIRS_CUP.code: (1966, 1970),
    SUPER_CUP.code: (1972, 1997),
    INTERTOTO_CUP.code: (1995, 2008),
    # CONMEBOL: introduced in 2005, dropped after the season of 2021.
    "copa libertadores": (2005, 2021),
    "copa sudamericana": (2005, 2021),
    "recopa sudamericana": (2005, 2021),
    # AFC: two-legged rounds of the Champions League until 2022.
    "afc champions league": (2009, 2022),
    # CONCACAF and CAF still use the rule.
    "concacaf champions league": (2008, 9999),
    "concacaf champions cup": (2024, 9999),
    "caf champions league": (1997, 9999),
    "caf confederation cup": (2004, 9999),
}
"""First and last season with away goals, by the year it starts; of others only what is certain."""

_SOUTH_AMERICAN = {"copa libertadores", "copa sudamericana", "recopa sudamericana"}

_FIRST_SHOOT_OUTS = 1970
_SUPER_CUP_WITHOUT_EXTRA_TIME = 2023

# The summer in which the season 2019/20 was finished on neutral ground.
_SUMMER_OF_2020 = date(2020, 8, 1)


def away_goals_count(competition: Competition, season: Season, round_: Round | None = None) -> bool:
    """Whether away goals part two clubs that are level over two legs, goals in extra time included.

    UEFA: from 1967/68 (Cup Winners' Cup from 1965/66, Fairs Cup from 1966/67) to 2020/21. The European Cup
    took it up round by round until 1970/71; a replay played in those years shows where it was not yet used,
    and comes before it. CONMEBOL's finals went without it from 2008 on. In a competition that is not listed
    here away goals never count.
    """
    title = competition.code if competition.code in _AWAY_GOALS else competition.code.casefold()
    first, last = _AWAY_GOALS.get(title, (1, 0))
    if title in _SOUTH_AMERICAN and round_ is not None and round_.kind is RoundKind.FINAL:
        last = min(last, 2007)
    return first <= season.start_year <= last


def shoot_outs_used(season: Season) -> bool:
    """Shoot-outs replaced replays and the toss of a coin in 1970/71."""
    return season.start_year >= _FIRST_SHOOT_OUTS


def extra_time_comes_first(competition: Competition, season: Season) -> bool:
    """Whether a shoot-out follows extra time; in the Super Cup from 2023 on it follows the 90 minutes."""
    return competition != SUPER_CUP or season.start_year < _SUPER_CUP_WITHOUT_EXTRA_TIME


def is_single_match(competition: Competition, season: Season, round_: Round, day: date | None = None) -> bool:
    """Whether the regulations of our competitions made this round a single match.

    Finals, except those of the UEFA Cup until 1997, of the Fairs Cup but for 1964 and 1965, of the Super Cup
    until 1998 (but for 1984, 1986 and 1991) and the first of the Cup Winners' Cup; the semi-finals
    of 1993/94; August 2020; the qualifying rounds of 2020/21; the four-club preliminary round from 2018/19
    to 2023/24. In the Europa League's round of 16 of 2019/20 only the two ties played in August were single
    matches: there the day decides.
    """
    year, kind = season.start_year, round_.kind
    if kind is RoundKind.FINAL:
        return (
            competition in {CHAMPIONS_LEAGUE, CONFERENCE_LEAGUE}
            or (competition == EUROPA_LEAGUE and year >= 1997)
            or (competition == CUP_WINNERS_CUP and year != 1960)
            or (competition == FAIRS_CUP and year in {1963, 1964})
            or (competition == SUPER_CUP and (year >= 1998 or year in {1984, 1986, 1991}))
        )
    if competition == CHAMPIONS_LEAGUE:
        return (
            (year == 1993 and kind is RoundKind.SEMI_FINAL)
            or (year == 2019 and kind in {RoundKind.QUARTER_FINAL, RoundKind.SEMI_FINAL})
            or (year == 2020 and kind.is_qualifying and kind is not RoundKind.PLAY_OFF)
            or (2018 <= year <= 2023 and kind is RoundKind.PRELIMINARY)
        )
    if competition == EUROPA_LEAGUE:
        return (
            (year == 2019 and kind in {RoundKind.QUARTER_FINAL, RoundKind.SEMI_FINAL})
            or (year == 2019 and kind is RoundKind.LAST_16 and day is not None and day >= _SUMMER_OF_2020)
            or (year == 2020 and kind.is_qualifying)
        )
    return False
