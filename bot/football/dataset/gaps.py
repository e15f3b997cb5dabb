"""What the results lack: silence about it is no fact, and an answer that denies something names it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from bot.football.competitions import ROWS
from bot.football.model import Competition, Season

QUALIFYING_ENDS = (10, 1)
FINALS_BEGIN = (4, 15)
"""Month and day."""
SAME_WEEKS = timedelta(days=21)
"""Competitions of which the last results here lie so near to each other lack the same."""


class Lack(Enum):
    """What of a season is missing, in the order in which it is named."""

    EVERYTHING = auto()
    QUALIFYING = auto()
    LATER = auto()
    """All that was played after a day."""


@dataclass(frozen=True, slots=True)
class SeasonHeld:
    """How much is here of a competition's season."""

    has_qualifying: bool
    until: date | None = None
    """The day of the last result, where later ones are missing."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing of one season of a competition."""

    competition: Competition
    season: Season
    lack: Lack
    until: date | None = None
    """The last day with a result, where later ones are missing."""

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day on which something of it may have been played."""
        first, last = ROWS[self.competition].days(self.season)
        if self.until:
            return self.until + timedelta(days=1), last
        if self.lack is Lack.QUALIFYING:
            return first, date(self.season.start_year, *QUALIFYING_ENDS)
        return first, last


@dataclass(frozen=True, slots=True)
class MissingSpan:
    """The same gap in seasons that follow one another."""

    lack: Lack
    competitions: tuple[Competition, ...]
    """None where it is that of every competition asked about."""
    first: Season
    last: Season
    until: date | None = None


def find_gaps(
    competitions: Iterable[Competition],
    seasons: Collection[Season],
    held: Callable[[Competition, Season], SeasonHeld | None],
) -> Iterator[Gap]:
    """What is missing of these seasons of these competitions, as far as they were held."""
    for competition in competitions:
        row = ROWS[competition]
        for season in sorted(filter(row.was_held, seasons)):
            here = held(competition, season)
            if here is None:
                yield Gap(competition, season, Lack.EVERYTHING)
                continue
            if season.start_year >= row.qualifying_since and not here.has_qualifying:
                yield Gap(competition, season, Lack.QUALIFYING)
            if here.until:
                yield Gap(competition, season, Lack.LATER, here.until)


def within(gaps: Iterable[Gap], first: date, last: date) -> tuple[Gap, ...]:
    """Those in which something may have been played from the first day to the last."""
    return tuple(gap for gap in gaps if gap.days[0] <= last and first <= gap.days[1])


def is_before_finals(gap: Gap, day: date) -> bool:
    """Whether nothing but what comes before the final can be missing by that day."""
    return gap.lack is Lack.LATER and day < date(gap.season.start_year + 1, *FINALS_BEGIN)


def spans(gaps: Collection[Gap], competitions: Sequence[Competition]) -> tuple[MissingSpan, ...]:
    """The gaps in as few pieces as name them all, of the competitions that are asked about."""
    return tuple(
        span
        for lack in Lack
        for span in _joined([gap for gap in gaps if gap.lack is lack], gaps, competitions)
    )


def _joined(
    of_lack: Sequence[Gap], gaps: Collection[Gap], competitions: Sequence[Competition]
) -> list[MissingSpan]:
    found: list[MissingSpan] = []
    absent = {(gap.competition, gap.season) for gap in gaps if gap.lack is Lack.EVERYTHING}
    for season in sorted({gap.season for gap in of_lack}):
        of_season = [gap for gap in of_lack if gap.season == season]
        lack = of_season[0].lack
        could_lack = {cup for cup in competitions if _has(cup, season, lack)}
        if lack is not Lack.EVERYTHING:
            could_lack -= {cup for cup in could_lack if (cup, season) in absent}
        untils = [gap.until for gap in of_season if gap.until]
        together = len(of_season) > 1 and could_lack == {gap.competition for gap in of_season}
        if together and (not untils or max(untils) - min(untils) <= SAME_WEEKS):
            _add(found, MissingSpan(lack, (), season, season, max(untils, default=None)))
        else:
            for gap in of_season:
                _add(found, MissingSpan(lack, (gap.competition,), season, season, gap.until))
    return found


def _has(competition: Competition, season: Season, lack: Lack) -> bool:
    """Whether an edition is so long that it can lack this."""
    row = ROWS[competition]
    if lack is Lack.QUALIFYING:
        return row.was_held(season) and season.start_year >= row.qualifying_since
    return row.was_held(season) and not (lack is Lack.LATER and row.within_one_year)


def _add(found: list[MissingSpan], span: MissingSpan) -> None:
    """As the end of one that it follows on, else by itself."""
    for place, before in enumerate(found):
        follows = before.last.start_year + 1 == span.first.start_year
        alike = before.competitions == span.competitions and not (before.until or span.until)
        if follows and alike:
            found[place] = MissingSpan(span.lack, span.competitions, before.first, span.last)
            return
    found.append(span)
