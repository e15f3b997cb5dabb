"""The matchdays of a group stage: those of its calendar, and which one a goalless match belonged to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.football.dataset.deriving.formats import Stage
from bot.football.model import Derived, Match

BETWEEN_MATCHDAYS = 4
"""Days: a matchday takes up to three, from Tuesday on, and the next one comes a week later at the soonest."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of each matchday, the first one first."""

    matchdays: tuple[frozenset[date], ...]
    shared: frozenset[date]
    """The days on which more than one match was played."""

    @classmethod
    def of(cls, stage: Stage, matches: Iterable[Match]) -> Calendar:
        """The calendar as most clubs kept it; a day for matches put off or brought forward is no matchday."""
        played = Counter(match.date for match in matches if match.date is not None)
        weeks: list[list[date]] = []
        for day in sorted(played):
            if weeks and (day - weeks[-1][-1]).days < BETWEEN_MATCHDAYS:
                weeks[-1].append(day)
            else:
                weeks.append([day])
        fullest = sorted(weeks, key=lambda week: -sum(played[day] for day in week))[: stage.matchdays]
        shared = frozenset(day for day, matches_played in played.items() if matches_played > 1)
        return cls(tuple(frozenset(week) for week in sorted(fullest)), shared)

    def with_matchdays(self, group: Sequence[Match]) -> list[Match]:
        """The matches of one group with their matchdays, as far as the calendar and the other matches tell.

        Where the rules of the calendar leave a match in two places, it gets neither.
        """
        placed = {match: self._by_date(match) for match in group}
        open_matches = [match for match in group if placed[match] is None]
        ways = list(_ways(open_matches, placed, range(1, len(self.matchdays) + 1)))
        for match in open_matches:
            found = {way[match] for way in ways}
            placed[match] = found.pop() if len(found) == 1 else None
        return [self._dated(replace(match, matchday=placed[match]), group, placed) for match in group]

    def _by_date(self, match: Match) -> int | None:
        if match.matchday is not None:
            return match.matchday
        return next((number for number, days in enumerate(self.matchdays, 1) if match.date in days), None)

    def _dated(self, match: Match, group: Iterable[Match], placed: dict[Match, int | None]) -> Match:
        """A restored match was played on the day of its group's other one, unless that stood alone.

        A match alone on its day had been moved, and says nothing.
        """
        if Derived.MATCH not in match.derived or match.matchday is None:
            return match
        beside = {other.date for other in group if other.date and placed[other] == match.matchday}
        days = (beside or self.matchdays[match.matchday - 1]) & self.shared
        days &= self.matchdays[match.matchday - 1]
        return replace(match, date=next(iter(days)) if len(days) == 1 else None)


def _ways(
    matches: Sequence[Match], placed: dict[Match, int | None], matchdays: Sequence[int]
) -> Iterator[dict[Match, int]]:
    """Every way to put these matches on matchdays of a group's."""
    if not matches:
        yield {}
        return
    match, *others = matches
    for matchday in matchdays:
        if _is_free(match, matchday, placed, matchdays):
            for way in _ways(others, {**placed, match: matchday}, matchdays):
                yield {match: matchday, **way}


def _is_free(match: Match, matchday: int, placed: dict[Match, int | None], matchdays: Sequence[int]) -> bool:
    """Whether a group's calendar has room for a match.

    A club plays once on a matchday. UEFA's calendar for a group of four gives it one match at home and one
    away on the first two matchdays, on the next two, and on the last two.
    """
    beside = 0
    if len(matchdays) % 2 == 0:
        beside = matchday + 1 if matchday % 2 else matchday - 1
    return not any(
        (day == matchday and {other.home, other.away} & {match.home, match.away})
        or (day == beside and (other.home == match.home or other.away == match.away))
        for other, day in placed.items()
    )
