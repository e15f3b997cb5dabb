"""Which day a question is about, or which days: a week, a month."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.football.questions.competition import Rest

_MONTHS = (
    *(
        "jan(?:uari|uary)?",
        "feb(?:ruari|ruary)?",
        "maart|mrt|mar(?:ch)?",
        "apr(?:il)?",
        "mei|may",
        "jun[ie]?",
    ),
    *(
        "jul[iy]?",
        "aug(?:ustus|ust)?",
        "sept?(?:ember)?",
        "o[kc]t(?:ober)?",
        "nov(?:ember)?",
        "dec(?:ember)?",
    ),
)
_WEEKDAYS = (
    "maandag|monday",
    "dinsdag|tuesday",
    # Sheffield Wednesday is a club.
    "woensdag|(?<!sheffield )(?<!sheff )wednesday",
    "donderdag|thursday",
    "vrijdag|friday",
    "zaterdag|saturday",
    "zondag|sunday",
)
_SHORT_WEEKDAYS = "ma|di|wo|do|vr|za|zo|mon|tues?|wed|thur?s?|fri|sat|sun"
_DAYS_AGO = {
    "vandaag": 0,
    "vanmiddag": 0,
    "vanavond": 0,
    "vannacht": 0,
    "deze avond": 0,
    "today": 0,
    "tonight": 0,
    "this evening": 0,
    "gisteren": 1,
    "gisteravond": 1,
    "gisterenavond": 1,
    "yesterday": 1,
    "last night": 1,
    "eergisteren": 2,
    "the day before yesterday": 2,
    "day before yesterday": 2,
    "overmorgen": -2,
    "the day after tomorrow": -2,
    "day after tomorrow": -2,
    "morgen": -1,
    "morgenavond": -1,
    "tomorrow": -1,
}
_BEFORE = frozenset({"afgelopen", "vorig", "vorige", "laatste", "last", "past", "previous"})
_AFTER = frozenset({"komend", "komende", "volgend", "volgende", "aanstaande", "next", "coming"})
_THIS = frozenset({"dit", "deze", "this"})
_WHICH = f"(?:{'|'.join(sorted(_BEFORE | _AFTER | _THIS))})"
# Nothing of it is part of a longer number or word.
_ALONE = r"(?<![\w/.-]){}(?![\w/-])"
_FLAGS = re.ASCII | re.IGNORECASE
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})"
_IN_YEAR = r"['’‘]?(?P<year>\d{4}|\d{2}(?!:|\.\d|\s+uur))"
_WEEKDAY = f"(?:{'|'.join(_WEEKDAYS)})"
_BEFORE_A_DATE = rf"(?:(?:{_WEEKDAY}|(?:{_SHORT_WEEKDAYS})\.?),?\s+(?:the\s+)?)?"
_DATES = tuple(
    re.compile(_ALONE.format(_BEFORE_A_DATE + written), _FLAGS)
    for written in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4}|\d{2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+{_IN_YEAR})?",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        # 08/09 is a season.
        r"(?P<day>\d{1,2})/(?P<month>[1-9])(?P<year>)",
    )
)
_NAMED_DAY = re.compile(
    _ALONE.format(f"(?:{'|'.join(sorted(_DAYS_AGO, key=len, reverse=True))})"), re.IGNORECASE
)
_DAY_OF_A_WEEK = re.compile(
    _ALONE.format(
        rf"(?:(?P<which>{_WHICH})\s+)?(?:{'|'.join(f'(?P<d{n}>{day})' for n, day in enumerate(_WEEKDAYS))})"
        r"(?:\s?(?:avond|middag|evening|night|afternoon))?"
    ),
    re.IGNORECASE,
)
_MONTH_OF_A_YEAR = re.compile(
    _ALONE.format(
        rf"(?:{_MONTH}\.?\s+(?:['’‘]\d{{2}}|\d{{4}})|(?:in|{_WHICH})\s+{_MONTH.replace('month', 'alone')}|"
        rf"(?<!.)(?=\w{{4}}|mei|may){_MONTH.replace('month', 'only')}(?!.))"
    ),
    _FLAGS,
)
_WEEK = re.compile(_ALONE.format(rf"(?P<which>{_WHICH})\s+(?P<span>week(?:end)?|maand|month)"), re.IGNORECASE)
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
    for written in _DATES:
        if found := written.search(rest.text):
            text = rest.take(found)
            try:
                return Days(_date(found, today, ahead), written=text)
            except ValueError:
                return Days(invalid=text)
    if found := _NAMED_DAY.search(rest.text):
        text = rest.take(found)
        return Days(today - timedelta(days=_DAYS_AGO[text.lower()]), written=text)
    for pattern, days in ((_MONTH_OF_A_YEAR, _month), (_WEEK, _week), (_DAY_OF_A_WEEK, _weekday)):
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
    if which in _BEFORE:
        return Days(today - (since or _A_WEEK))
    coming = today + timedelta(days=(number - today.weekday()) % 7)
    if which in _AFTER:
        return Days(coming if coming > today else today + _A_WEEK)
    last = today - since
    if last == coming:
        return Days(today)
    return Days(coming, other=last) if ahead else Days(last, other=coming)


def _week(found: re.Match[str], today: date, _ahead: timedelta) -> Days:
    """The week, the weekend or the month that this is, the one before it or the one behind it."""
    which = found["which"].lower()
    steps = -1 if which in _BEFORE else 1 if which in _AFTER else 0
    span = found["span"].lower()
    if span in {"maand", "month"}:
        months = today.year * 12 + today.month - 1 + steps
        return _whole_month(months // 12, months % 12 + 1)
    monday = today - timedelta(days=today.weekday()) + steps * _A_WEEK
    return Days(monday + (_WEEKEND if span == "weekend" else timedelta(0)), monday + _A_WEEK - _A_DAY)


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
    return next(
        number for number, names in enumerate(_MONTHS, 1) if re.fullmatch(names, month, re.IGNORECASE)
    )
