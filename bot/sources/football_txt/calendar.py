"""Which year a day without one belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.sources.football_txt.dates import WrittenDay

NEAR = 200
"""Days. What the weekday says is believed against the season's rule only this near to the day before it."""


@dataclass
class YearFinder:
    """The years of one season, and what the days read so far tell."""

    start_year: int
    two_years: bool
    """Whether it is written 2017/18; in 2014 all days are of that year, unless the file says otherwise."""
    from_june: bool = False
    """Whether it begins in June, as a qualifying does; other seasons end there."""
    last_year: int | None = None
    """The year written last."""
    last: date | None = None

    def day(self, written: WrittenDay) -> date:
        found = self._find(written)
        if written.year is not None:
            self.last_year = written.year
        self.last = found
        return found

    def _find(self, written: WrittenDay) -> date:
        if written.year is not None:
            return date(written.year, written.month, written.day)
        years = self._years(written)
        days = [date(year, written.month, written.day) for year in years if _exists(year, written)]
        if not days:
            raise ValueError(f"there is no day {written.day} in month {written.month} of {years[0]}")
        for place, day in enumerate(days):
            near = self.last is None or abs((day - self.last).days) <= NEAR
            if day.weekday() == written.weekday and (place == 0 or near):
                return day
        return days[0]

    def _years(self, written: WrittenDay) -> list[int]:
        """The likeliest year first."""
        if self.two_years and self.last_year in {None, self.start_year, self.start_year + 1}:
            first = self.start_year if self._in_first_half(written) else self.start_year + 1
            return [first, 2 * self.start_year + 1 - first]
        year = self.last_year if self.last_year is not None else self.start_year
        turned = self.last is not None and self.last.month >= 11 and written.month <= 2
        if turned and self.last is not None and self.last.year >= year:
            return [self.last.year + 1, self.last.year]
        if self.last is not None and self.last.year > year and written.month <= 6:
            return [self.last.year, year]
        return [year, year + 1, year - 1]

    def _in_first_half(self, written: WrittenDay) -> bool:
        return written.month >= (6 if self.from_june else 7)


def _exists(year: int, written: WrittenDay) -> bool:
    try:
        date(year, written.month, written.day)
    except ValueError:
        return False
    return True
