"""What one look at a source gave: the matches that could be read, and what couldn't be."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.football.events.observations import Observation
from bot.football.model import Club, Goal, Match, Score
from bot.football.seasons import season_on
from bot.sources.payload import ShapeChanged
from bot.sources.shape import SourceError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """A change of shape in one match does not lose the others; it stands among the problems."""

    sightings: tuple[Observation, ...] = ()
    problems: tuple[str, ...] = ()

    def or_refused(self, place: str) -> Seen:
        """The same, unless there were matches and none could be read: then the source has changed."""
        if self.problems and not self.sightings:
            raise SourceError(
                place,
                f"its answer has another shape than it had ({self.problems[0]}): see if there is an update",
            )
        return self


def tell_new(source: str, before: Iterable[str], problems: Iterable[str]) -> None:
    """Log each problem when it appears, not at every look again."""
    known = set(before)
    for problem in problems:
        if problem not in known:
            log.warning("%s: %s", source, problem)


def check_season(match: Match) -> None:
    """A match lies in its season, give or take the weeks by which one can run over (August 2020)."""
    day = match.date
    if day is None:
        return
    near = {season_on(day - timedelta(days=61)), season_on(day)}
    if match.season not in near:
        raise ShapeChanged(f"season {match.season} for a match on {day}")


def goals_within(goals: Iterable[Goal], score: Score | None, home: Club) -> tuple[Goal, ...]:
    """The goals that the score already has: the list of scorers may run ahead of it."""
    if score is None:
        return ()
    counted: Counter[bool] = Counter()
    kept = []
    for goal in goals:
        at_home = goal.club == home
        if counted[at_home] < (score.home if at_home else score.away):
            counted[at_home] += 1
            kept.append(goal)
    return tuple(kept)
