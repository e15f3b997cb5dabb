"""Days, times and numbers as a language writes them, in Amsterdam."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

from bot.football.model import AMSTERDAM


@lru_cache(maxsize=4096)
def written_day(day: date, pattern: str, language: str) -> str:
    """A day by a CLDR pattern; remembered, for a match night asks for the same few days."""
    return format_date(day, format=pattern, locale=language)


def amsterdam_clock(moment: datetime, separator: str) -> str:
    """The hour in Amsterdam: 20.45."""
    local = moment.astimezone(AMSTERDAM)
    return f"{local.hour}{separator}{local.minute:02d}"


@lru_cache(maxsize=1024)
def written_number(number: int, language: str) -> str:
    """8.746 in Dutch, 8,746 in English."""
    written: str = format_decimal(number, locale=language)
    return written
