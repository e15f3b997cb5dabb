"""Which season a day falls in, and which competitions are held in a season."""

from __future__ import annotations

from datetime import date, datetime

from bot.football.model import (
    AMSTERDAM,
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    Competition,
    Season,
)

FIRST_MONTH = 7
"""A season begins in July."""
_HELD = (
    (CHAMPIONS_LEAGUE, 1955, 9999),
    (CUP_WINNERS_CUP, 1960, 1998),
    (EUROPA_LEAGUE, 1971, 9999),
    (CONFERENCE_LEAGUE, 2021, 9999),
)


def season_on(day: date) -> Season:
    """The season that a day falls in."""
    return Season(day.year if day.month >= FIRST_MONTH else day.year - 1)


def season_of(now: datetime) -> Season:
    """The season that a moment falls in, by the day in Amsterdam."""
    return season_on(now.astimezone(AMSTERDAM).date())


def competitions_of(season: Season) -> tuple[Competition, ...]:
    """The European competitions that were held in a season; the UEFA Cup counts as Europa League."""
    return tuple(competition for competition, first, last in _HELD if first <= season.start_year <= last)
