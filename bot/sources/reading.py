"""What the sources share when they read matches: the result, the spelling of a club, two checks."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, TypeVar

from bot.football.model import Club, Match, Season
from bot.football.seasons import season_on
from bot.sources.errors import SourceError
from bot.sources.payload import Node, PayloadError

log = logging.getLogger(__name__)
T = TypeVar("T")
MOST_REMEMBERED = 2_000
_PLACE = re.compile(r"\[[0-9]+\]")


@dataclass(frozen=True, slots=True)
class ReadResult(Generic[T]):
    """The matches of a payload, and the problems: a change of shape in one match does not lose the others."""

    matches: tuple[T, ...] = ()
    problems: tuple[str, ...] = ()

    def or_refused(self, place: str) -> ReadResult[T]:
        """The same, unless there were matches and none could be read: then the source has changed."""
        if self.problems and not self.matches:
            raise SourceError(
                place,
                f"its answer has another shape than it had ({self.problems[0]}): see if there is an update",
            )
        return self


def read_each(
    list_matches: Callable[[], list[Node]],
    read: Callable[[Node], T | None],
    name: str,
    id_path: str,
) -> ReadResult[T]:
    """Read each match by itself; one without a place in the results is None, and left out.

    The problems are why matches could not be read, and the details that others do without.
    """
    matches: list[T] = []
    problems: list[str] = []
    try:
        nodes = list_matches()
    except PayloadError as change:
        return ReadResult(problems=(str(change),))
    for node in nodes:
        own = Node(node.value)
        try:
            match = read(own)
        except PayloadError as change:
            own.dropped[:] = [str(change)]
        else:
            matches += () if match is None else (match,)
        number = own.detail(id_path, Node.id) or "?"
        problems += (f"{name} {number}: {problem}" for problem in dict.fromkeys(own.dropped))
    return ReadResult(tuple(matches), tuple(problems))


@dataclass(frozen=True, slots=True)
class Teams:
    """Both clubs of a match, by the numbers under which its goals and cards name them."""

    clubs: tuple[Club, Club]
    by_number: dict[str, Club]

    def of(self, node: Node, path: str) -> Club:
        """Whose this is; a team without a readable number has nothing."""
        number = node.at(path).id()
        if number not in self.by_number:
            raise PayloadError(f"'{node.way}' is of team {number}, which does not play")
        return self.by_number[number]

    def opponent_of(self, club: Club) -> Club:
        return next(other for other in self.clubs if other != club)


def teams_of(home: Club, away: Club, numbers: Iterable[str | None]) -> Teams:
    """The two clubs by their numbers, the home club's first; one number for both says nothing."""
    if home == away:
        raise PayloadError("a club plays against itself")
    numbered = list(zip(numbers, (home, away), strict=True))
    once = Counter(number for number, _ in numbered)
    return Teams((home, away), {number: club for number, club in numbered if number and once[number] == 1})


def spelled(name: str, country: str = "", shown: str = "") -> Club:
    """A club as a source writes it, before `importing` finds out which club that is."""
    return Club(id=f"{name} ({country})" if country else name, name=name, country=country, shown=shown)


@dataclass(slots=True)
class ProblemLog:
    """Logs each problem of a source when it first appears, not at every look again."""

    source: str
    _logged: set[str] = field(default_factory=set)

    def write(self, problems: Iterable[str]) -> None:
        for problem in problems:
            # An empty comment under each of twenty events is one problem of that match.
            kind = _PLACE.sub("[]", problem)
            if kind in self._logged:
                continue
            if len(self._logged) >= MOST_REMEMBERED:
                self._logged.clear()
            self._logged.add(kind)
            log.warning("%s: %s", self.source, problem)


def season_at(node: Node, path: str, day: date, years_on: int = 0) -> Season:
    """The season that a match says it is of; that of its day where it says nothing readable."""
    year = node.number_at(path)
    return season_on(day) if year is None else Season(year - years_on)


def check_season(match: Match) -> None:
    """A match lies in its season, give or take the weeks by which one can run over (August 2020)."""
    day = match.date
    if day is None:
        return
    near = {season_on(day - timedelta(days=61)), season_on(day)}
    if match.season not in near:
        raise PayloadError(f"season {match.season} for a match on {day}")
