"""Reports of several sources about the same evening combined: which to believe, and what the others add."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.database.results.saving import Origin
from bot.football.dataset.merging import merge
from bot.football.events.observations import Observation
from bot.football.events.states import match_key
from bot.football.model import Match
from bot.importing.origins import DOUBTED


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What one look at one source showed, with our clubs."""

    origin: Origin
    observations: tuple[Observation, ...]
    doubted: tuple[Match, ...] = ()
    """Results that are not believed, and contradict what is: recorded as conflicts."""


def combine(reports: Iterable[SourceReport]) -> list[tuple[Origin, Observation]]:
    """Every match once, as the first source with it reports it; the others fill in what is missing there."""
    found: dict[str, tuple[Origin, Observation]] = {}
    for report in reports:
        for observation in report.observations:
            key = match_key(observation.match)
            if key not in found:
                found[key] = (report.origin, observation)
            else:
                origin, first = found[key]
                found[key] = (origin, _filled_in(first, observation))
    return list(found.values())


def _filled_in(first: Observation, other: Observation) -> Observation:
    return replace(
        first,
        match=merge(first.match, other.match, told_wins=False).match,
        phase=first.phase or other.phase,
        minute=first.minute if first.minute is not None else other.minute,
        red_cards=first.red_cards or other.red_cards,
        kicks=first.kicks or other.kicks,
    )


def other_results(
    reports: Sequence[SourceReport], changed: dict[Origin, list[Match]]
) -> dict[Origin, list[Match]]:
    """The results that other sources report of matches that have just ended, so that a conflict shows.

    With them goes what contradicts and is not believed.
    """
    ended = {
        match_key(match): origin
        for origin, matches in changed.items()
        for match in matches
        if match.has_result
    }
    others: dict[Origin, list[Match]] = {
        replace(report.origin, authority=DOUBTED): list(report.doubted)
        for report in reports
        if report.doubted
    }
    for report in reports:
        for observation in report.observations:
            match = observation.match
            if match.has_result and ended.get(match_key(match), report.origin) != report.origin:
                others.setdefault(report.origin, []).append(match)
    return others
