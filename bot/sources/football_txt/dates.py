"""Days and times of day as Football.TXT writes them, in its many forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from bot.football.model import AMSTERDAM

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar januari jänner jän janvier janv enero ene janeiro gennaio gen",
            "feb february februar februari feber février fevrier févr fevr febrero fevereiro fev febbraio",
            "mar march märz maerz mär mrz maart mrt mars marzo março marco",
            "apr april avril avr abril abr aprile",
            "may mai mei mayo maio maggio mag",
            "jun june juni juin junio junho giugno giu",
            "jul july juli juillet juil julio julho luglio lug",
            "aug august augustus août aout agosto ago",
            "sep sept september septembre septiembre setiembre setembro settembre set sett",
            "oct october okt oktober octobre octubre outubro out ottobre ott",
            "nov november novembre noviembre novembro",
            "dec december dez dezember décembre decembre déc diciembre dic dezembro dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon mo montag maandag ma lundi lun lunes segunda seg lunedì",
            "tuesday tues tue tu dienstag di dinsdag din mardi mar martes terça ter martedì",
            "wednesday wed we mittwoch mi woensdag woe wo mercredi mer miércoles mié quarta qua mercoledì",
            "thursday thurs thur thu th donnerstag do donderdag jeudi jeu jueves jue quinta qui giovedì gio",
            "friday fri fr freitag vrijdag vrij vri vr vendredi ven viernes vie sexta sex venerdì",
            "saturday sat sa samstag sonnabend sam zaterdag zat za samedi sábado sáb sab sabato",
            "sunday sun su sonntag so zondag zon zo dimanche dim domingo dom domenica",
        ),
    )
    for name in names.split()
}
_WORD = r"[^\W\d_]{2,10}"
_WEEKDAY = re.compile(rf"({_WORD})(?:-feira)?\.?(?:,\s{{0,8}}|\s{{1,8}})")
_END = r"(?=\s|$|[,\]@&–-])"
_OF = r"(?:de\s|del\s|d')?"
# A year after a month stands at the end of its column: "May 11 1860 München" is a club.
_YEAR_END = r"(?=\s{2}|\s?$|\s?[\]@&,]|\s[0-9]{1,2}[:.h][0-9]{2})"
_YEAR = rf"(?:,?\s{{1,4}}{_OF}(?P<year>[0-9]{{4}}|[0-9]{{2}}(?=\s?$)){_YEAR_END})?"
_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH_NAME = rf"(?P<name>{_WORD})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{1,2}})-{_DAY}{_END}",
        rf"{_DAY}\.(?P<month>[0-9]{{1,2}})\.(?P<year>[0-9]{{4}}|[0-9]{{2}})?{_END}",
        rf"{_DAY}-(?P<month>[0-9]{{1,2}})-(?P<year>[0-9]{{4}}|[0-9]{{2}}){_END}",
        rf"{_DAY}/(?P<month>[0-9]{{1,2}})/(?P<year>[0-9]{{4}}|[0-9]{{2}}){_END}",
        rf"{_MONTH_NAME}\.?(?:/|\s{{1,2}}){_DAY}(?![0-9:.h']){_YEAR}{_END}",
        rf"{_DAY}(?:\.|º|er|e)?\s{{1,2}}{_OF}{_MONTH_NAME}\.?(?!\w){_YEAR}{_END}",
    )
)
# Without a year it could be 1/8 of a final: only behind a weekday.
_AFTER_WEEKDAY = re.compile(rf"{_DAY}/(?P<month>[0-9]{{1,2}}){_END}")
_RANGE = re.compile(r"\s?(?:-|–|&|/|\+)\s?")
_TIME = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})(?![0-9.])h?")
_ZONE = re.compile(
    r"\s?\(?(?:(?P<name>GMT|BST|WEST|WET|CEST|CET|MESZ|MEZ|EEST|EET|MSK)\b/?)?"
    r"(?:UTC\s?(?P<offset>[+\-−±]?\s?[0-9]{1,2}(?::?[0-9]{2})?)?)?\)?(?=\s|$|\))"
)
_HOURS = {"GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2}
_HOURS |= {"EET": 2, "EEST": 3, "MSK": 3}
_LOCAL = re.compile(r"\s{0,4}\(([0-9]{1,2})[:.h]([0-9]{2})(?=[\s)])")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as it stands there; without a year the season says which."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    until: WrittenDay | None = None
    """The other day of two legs (`Mar 30 & Apr 7`), or the end of a range."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; without an offset from UTC it is the time in Amsterdam."""

    hour: int
    minute: int
    offset: timedelta | None = None

    def on(self, day: date) -> datetime:
        """That moment in UTC."""
        zone = AMSTERDAM if self.offset is None else timezone(self.offset)
        return datetime.combine(day, time(self.hour, self.minute), zone).astimezone(UTC)


def read_day(text: str, at: int = 0) -> tuple[WrittenDay, int] | None:
    """The day that begins here and where it ends; ValueError for a 31st of June."""
    first = _read_one(text, at)
    if first is None:
        return None
    day, end = first
    second = _read_second(text, end, day)
    return second or (day, end)


def _read_one(text: str, at: int) -> tuple[WrittenDay, int] | None:
    named = _WEEKDAY.match(text, at)
    weekday = _WEEKDAYS.get(named[1].lower()) if named else None
    if named is None or weekday is None:
        return _read_without_weekday(text, at, _FORMS)
    # `mar` may be a Tuesday and the month of March.
    after = _read_without_weekday(text, named.end(), (*_FORMS, _AFTER_WEEKDAY))
    if after is None:
        return _read_without_weekday(text, at, _FORMS)
    return replace(after[0], weekday=weekday), after[1]


def _read_without_weekday(
    text: str, start: int, forms: tuple[re.Pattern[str], ...]
) -> tuple[WrittenDay, int] | None:
    for form in forms:
        found = form.match(text, start)
        if found is None:
            continue
        parts = found.groupdict()
        month = _MONTHS.get(parts["name"].lower()) if parts.get("name") else int(parts["month"])
        if month is None:
            continue
        year = _full_year(parts.get("year"))
        if not _is_day(year or 2000, month, int(parts["day"])):
            raise ValueError(f"there is no day like '{found[0]}'")
        return WrittenDay(int(parts["day"]), month, year), found.end()
    return None


def _read_second(text: str, end: int, first: WrittenDay) -> tuple[WrittenDay, int] | None:
    """`& Apr 7`, `& 25`, `- Sat Jul 5`, `-16`."""
    between = _RANGE.match(text, end)
    if between is None:
        return None
    other = _read_one(text, between.end())
    if other is None:
        bare = re.compile(r"[0-9]{1,2}(?=\s*$|\s{2})").match(text, between.end())
        if bare is None:
            return None
        other = WrittenDay(int(bare[0]), first.month, first.year), bare.end()
    return WrittenDay(first.day, first.month, first.year, first.weekday, other[0]), other[1]


def read_clock(text: str, at: int = 0) -> tuple[Clock, int] | None:
    """The time that begins here, with its zone, and where it ends; ValueError for 25:00.

    A time of the place with its own offset (`21:00 (20:00 UTC+1)`) is the surer of the two.
    """
    found = _TIME.match(text, at)
    if found is None:
        return None
    clock, end = _clock(text, int(found[1]), int(found[2]), found.end())
    local = _LOCAL.match(text, end)
    if local:
        there, end = _clock(text, int(local[1]), int(local[2]), local.end())
        end += text.startswith(")", end)
        clock = there if there.offset is not None and clock.offset is None else clock
    return clock, end


def read_zone(text: str) -> timedelta | None:
    """The offset in `(UTC-3)`, at the end of a place."""
    found = re.search(r"\(UTC\s?[+\-−±]?[0-9:]{1,6}\)$", text)
    return _offset(_ZONE.match(found[0])) if found else None


def _clock(text: str, hour: int, minute: int, end: int) -> tuple[Clock, int]:
    if hour > 23 or minute > 59:
        raise ValueError(f"there is no time like {hour}:{minute:02d}")
    zone = _ZONE.match(text, end)
    offset = _offset(zone)
    if zone and offset is not None:
        end = zone.end() - (zone[0].endswith(")") and "(" not in zone[0])
    return Clock(hour, minute, offset), end


def _offset(zone: re.Match[str] | None) -> timedelta | None:
    if zone is None or not (zone["name"] or zone["offset"] or "UTC" in zone[0]):
        return None
    if zone["offset"] is None:
        return timedelta(hours=_HOURS.get(zone["name"] or "", 0))
    digits = re.sub(r"[^0-9]", "", zone["offset"])
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14:
        raise ValueError(f"no time zone is {hours} hours from UTC")
    sign = -1 if zone["offset"][0] in "-−" else 1
    return sign * timedelta(hours=hours, minutes=minutes)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _full_year(year: str | None) -> int | None:
    if year is None or len(year) == 4:
        return int(year) if year else None
    return int(year) + (2000 if int(year) < 50 else 1900)
