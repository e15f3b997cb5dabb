"""What the sources share when they read matches: the result, the spelling of a club, two checks."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Generic, TypeVar

from bot.football.model import Club, Match
from bot.football.seasons import season_on
from bot.sources.errors import SourceError
from bot.sources.payload import Node, PayloadError

log = logging.getLogger(__name__)
T = TypeVar("T")


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
    read: Callable[[Node, list[str]], T | None],
    name: str,
    id_path: str,
) -> ReadResult[T]:
    """Read each match by itself; one without a place in the results is None, and left out."""
    matches: list[T] = []
    problems: list[str] = []
    try:
        nodes = list_matches()
    except PayloadError as change:
        return ReadResult(problems=(str(change),))
    for node in nodes:
        try:
            match = read(node, problems)
        except PayloadError as change:
            number = node.find(id_path)
            problems.append(f"{name} {number.value if number else '?'}: {change}".replace(f"{node.way}.", ""))
        else:
            matches += () if match is None else (match,)
    return ReadResult(tuple(matches), tuple(problems))


def spelled(name: str, country: str = "") -> Club:
    """A club as a source writes it, before `importing` finds out which club that is."""
    return Club(id=f"{name} ({country})" if country else name, name=name, country=country)


def log_new(source: str, before: Iterable[str], problems: Iterable[str]) -> None:
    """Log each problem when it appears, not at every look again."""
    logged = set(before)
    for problem in problems:
        if problem not in logged:
            log.warning("%s: %s", source, problem)


def check_season(match: Match) -> None:
    """A match lies in its season, give or take the weeks by which one can run over (August 2020)."""
    day = match.date
    if day is None:
        return
    near = {season_on(day - timedelta(days=61)), season_on(day)}
    if match.season not in near:
        raise PayloadError(f"season {match.season} for a match on {day}")
