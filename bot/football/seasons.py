"""Which season a day falls in, from July on."""

from __future__ import annotations

from datetime import date, datetime

from bot.football.model import AMSTERDAM, Season

FIRST_MONTH = 7
"""A season begins in July."""


def first_day(season: Season) -> date:
    return date(season.start_year, FIRST_MONTH, 1)


def season_on(day: date) -> Season:
    """The season that a day falls in."""
    return Season(day.year if day.month >= FIRST_MONTH else day.year - 1)


def season_of(now: datetime) -> Season:
    """The season that a moment falls in, by the day in Amsterdam."""
    return season_on(now.astimezone(AMSTERDAM).date())
