"""The day and the hour of a match, as its box writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from mwparserfromhell.wikicode import Wikicode

from bot.football.competitions import ROWS
from bot.football.model import AMSTERDAM, Competition, Season
from bot.football.seasons import FIRST_MONTH
from bot.sources.payload import PayloadError
from bot.sources.wikipedia.reading.wikitext import in_one_line, name_of, plain, values_of

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY_FIRST = re.compile(rf"(?<![\d-])(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?:,? (\d{{4}}))?(?!\d)")
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?(?![\d-])(?:,? (\d{{4}}))?(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DATES = frozenset(
    {"startdate", "startdateandage", "startdateandtime", "dts", "date", "sdate", "datetable", "filmdate"}
)
_TIME = re.compile(r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?::\d{2})?(?![\d:])\s*(a\.?m\.?|p\.?m\.?)?")
_OFFSET = re.compile(r"\b(?:utc|gmt)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?")
_ZONES = {
    "gmt": 0,
    "utc": 0,
    "wet": 0,
    "bst": 60,
    "west": 60,
    "eet": 120,
    "sast": 120,
    "eest": 180,
    "trt": 180,
    "msk": 180,
    "fet": 180,
    "idt": 180,
    "azt": 240,
    "amt": 240,
    "get": 240,
    "samt": 240,
    "azst": 300,
    "amst": 300,
    "yekt": 300,
    "qyzt": 300,
}
"""Minutes ahead of UTC; IST is Irish and Israeli, and says nothing."""
_CENTRAL = frozenset({"cet", "cest", "met", "mez", "mesz", "central european time"})
_EARLIEST, _LATEST = (6, 1), (9, 15)
"""Month and day: the first round of qualifying of a season, and the last final that was put off."""


def day_in(code: Wikicode | None, competition: Competition, season: Season) -> date | None:
    """The day as written; None where there is none (yet). A day of another season is no day."""
    if code is None:
        return None
    text = in_one_line(code)
    found = _by_template(code) or _by_text(text, season)
    if found is None:
        return None
    lasted_until = ROWS[competition].lasted_until if competition in ROWS else {}
    first = date(season.start_year, *_EARLIEST)
    last = date(lasted_until.get(season.start_year, season.start_year + 1), *_LATEST)
    if not first <= found <= last:
        raise PayloadError(f"a match of {season} on {found}")
    return found


def any_day_in(text: str) -> date | None:
    """The only whole date of a text in one line."""
    found = {day for day in (_day_of(*parts) for parts in _parts(text) if parts[0]) if day}
    return found.pop() if len(found) == 1 else None


def _by_template(code: Wikicode) -> date | None:
    for template in code.filter_templates():
        if name_of(template) in _DATES:
            values = [plain(value) for value in values_of(template)]
            if len(values) >= 3 and all(value.isascii() and value.isdigit() for value in values[:3]):
                return _day_of(*map(int, values[:3]))
            text = in_one_line(" ".join(values))
            return any_day_in(text)
    return None


def _by_text(text: str, season: Season) -> date | None:
    parts = set(_parts(text))
    if len(parts) != 1:
        return None
    year, month, day = parts.pop()
    if not year:
        if month == FIRST_MONTH - 1:
            return None
        year = season.start_year + (month < FIRST_MONTH)
    return _day_of(year, month, day)


def _parts(text: str) -> list[tuple[int, int, int]]:
    """Year (0 where it is not there), month and day of every date in a text."""
    found = [(int(year), int(month), int(day)) for year, month, day in _ISO.findall(text)]
    found += [(int(year or 0), _MONTHS[month], int(day)) for day, month, year in _DAY_FIRST.findall(text)]
    if not found:
        found = [
            (int(year or 0), _MONTHS[month], int(day)) for month, day, year in _MONTH_FIRST.findall(text)
        ]
    return found


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def kick_off_in(code: Wikicode | None, day: date | None) -> datetime | None:
    """The moment in UTC; an hour without a zone is that of Central Europe, whatever stands in brackets."""
    if day is None or code is None:
        return None
    text = in_one_line(code)
    times = list(_TIME.finditer(text))
    ends = [*(each.start() for each in times), len(text)][1:]
    moments: list[tuple[time, tzinfo | None]] = []
    for found, after in zip(times, ends, strict=True):
        written = _time_of(found)
        if written is None:
            return None
        moments.append((written, _zone(text[found.end() : after])))
    central = [moment for moment in moments if moment[1] is AMSTERDAM]
    written_first = central or moments
    if not written_first or written_first[0][1] is None:
        return None
    clock, zone = written_first[0]
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def _time_of(found: re.Match[str]) -> time | None:
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "")[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _zone(behind: str) -> tzinfo | None:
    """The zone that is written behind a time, up to the next one; Central Europe where there is none."""
    offset = _OFFSET.search(behind)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return (
            timezone(timedelta(minutes=minutes * (-1 if offset[1] == "-" else 1))) if minutes < 840 else None
        )
    own = behind.partition("(")[0].strip(" ,;)|/")
    if not own or any(name in own for name in _CENTRAL):
        return AMSTERDAM
    named = [minutes for name, minutes in _ZONES.items() if re.search(rf"\b{name}\b", own)]
    if len(named) == 1:
        return timezone(timedelta(minutes=named[0]))
    return None
