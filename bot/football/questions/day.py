"""Which day a question is about, or which days: a week, a month."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.football.questions.competition import Rest
from bot.football.questions.day_words import (
    AFTER,
    AGO,
    AHEAD,
    BEFORE,
    COUNTS,
    DATES,
    DAY_OF_A_WEEK,
    DAYS_AGO,
    MONTH_OF_A_YEAR,
    MONTHS,
    NAMED_DAY,
    OF_A_WEEK,
    SHORT_DAY,
    WEEK,
    WEEKDAYS,
)

_YEAR = re.compile(r"\d+$")
_WEEKEND = timedelta(days=4)
_A_WEEK, _A_DAY = timedelta(days=7), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a question is about."""

    first: date | None = None
    last: date | None = None
    """Of a week or a month; None for a day alone."""
    other: date | None = None
    """`dinsdag` is the one that comes or the last one, but this one may have been meant."""
    invalid: str = ""
    """What looks like a day but is none."""
    written: str = field(default="", compare=False)
    """As somebody typed them."""


NO_DAYS = Days()


def take_days(rest: Rest, today: date, ahead: timedelta) -> Days:
    """Take the days out of the text; what says no year is the last one up to so far ahead."""
    for written in DATES:
        if found := written.search(rest.text):
            text = rest.take(found)
            try:
                return Days(_date(found, today, ahead), written=text)
            except ValueError:
                return Days(invalid=text)
    if found := NAMED_DAY.search(rest.text):
        text = rest.take(found)
        return Days(today - timedelta(days=DAYS_AGO[text.lower()]), written=text)
    if found := SHORT_DAY.fullmatch(rest.text):
        return replace(_weekday(found, today, ahead), written=rest.take(found))
    for pattern, days in _WAYS:
        if found := pattern.search(rest.text):
            return replace(days(found, today, ahead), written=rest.take(found))
    return Days()


def year_written(written: str, today: date) -> int:
    """A year of two digits is the last one that there was, next year included."""
    year = int(written)
    if len(written) > 2:
        return year
    return year + (2000 if 2000 + year <= today.year + 1 else 1900)


def _date(found: re.Match[str], today: date, ahead: timedelta) -> date:
    """The day; without a year the last one up to so far ahead. ValueError when there is none."""
    month = found["month"]
    number = int(month) if month.isdigit() else _number_of(month)
    if found["year"]:
        return date(year_written(found["year"], today), number, int(found["day"]))
    latest = today + ahead
    same_year = date(latest.year, number, int(found["day"]))
    return same_year if same_year <= latest else date(latest.year - 1, number, int(found["day"]))


def _weekday(found: re.Match[str], today: date, ahead: timedelta) -> Days:
    """The last such day, or the next one where a question looks ahead; today is both."""
    number = next(number for number in range(7) if found[f"d{number}"])
    since = timedelta(days=(today.weekday() - number) % 7)
    which = (found["which"] or "").lower()
    if which in BEFORE:
        return Days(today - (since or _A_WEEK))
    coming = today + timedelta(days=(number - today.weekday()) % 7)
    if which in AFTER:
        return Days(coming if coming > today else today + _A_WEEK)
    last = today - since
    if last == coming:
        return Days(today)
    return Days(coming, other=last) if ahead else Days(last, other=coming)


def _week(found: re.Match[str], today: date, _ahead: timedelta) -> Days:
    """The week, the weekend or the month that this is, the one before it or the one behind it."""
    which = found["which"].lower()
    span = found["span"].lower()
    if span in {"maand", "month"}:
        months = today.year * 12 + today.month - 1 + _steps(which)
        return _whole_month(months // 12, months % 12 + 1)
    monday = _monday(which, today)
    return Days(monday + (_WEEKEND if span == "weekend" else timedelta(0)), monday + _A_WEEK - _A_DAY)


def _day_of_a_week(found: re.Match[str], today: date, _ahead: timedelta) -> Days:
    """A weekday of the week that this is, the one before it or the one behind it."""
    number = next(n for n, names in enumerate(WEEKDAYS) if re.fullmatch(names, found["day"], re.IGNORECASE))
    return Days(_monday(found["which"].lower(), today) + number * _A_DAY)


def _coming(found: re.Match[str], today: date, _ahead: timedelta) -> Days:
    return _away(found, today, 1)


def _ago(found: re.Match[str], today: date, _ahead: timedelta) -> Days:
    return _away(found, today, -1)


def _away(found: re.Match[str], today: date, sign: int) -> Days:
    """The day that is so many days away, or the week that is so many weeks away."""
    count = sign * COUNTS[found["count"].lower()]
    if found["unit"].lower().startswith("d"):
        return Days(today + count * _A_DAY)
    monday = today - timedelta(days=today.weekday()) + count * _A_WEEK
    return Days(monday, monday + _A_WEEK - _A_DAY)


def _steps(which: str) -> int:
    return -1 if which in BEFORE else 1 if which in AFTER else 0


def _monday(which: str, today: date) -> date:
    return today - timedelta(days=today.weekday()) + _steps(which) * _A_WEEK


def _month(found: re.Match[str], today: date, ahead: timedelta) -> Days:
    """A month; without a year the last one that has begun by so far ahead."""
    month = _number_of(found["month"] or found["alone"] or found["only"])
    if written := _YEAR.search(found[0]):
        return _whole_month(year_written(written[0], today), month)
    latest = today + ahead
    return _whole_month(latest.year - (date(latest.year, month, 1) > latest), month)


def _whole_month(year: int, month: int) -> Days:
    if not date.min.year <= year <= date.max.year:
        return Days(invalid=f"{month}-{year}")
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _number_of(month: str) -> int:
    return next(number for number, names in enumerate(MONTHS, 1) if re.fullmatch(names, month, re.IGNORECASE))


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, timedelta], Days]], ...] = (
    *((pattern, _day_of_a_week) for pattern in OF_A_WEEK),
    (AHEAD, _coming),
    (AGO, _ago),
    (MONTH_OF_A_YEAR, _month),
    (WEEK, _week),
    (DAY_OF_A_WEEK, _weekday),
)
