"""Which round a match belonged to, from nothing but who met whom when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from bot.football.dataset.deriving.formats import Stage
from bot.football.model import UNKNOWN_ROUND, Club, Match


def groups_of(matches: Iterable[Match]) -> list[frozenset[Club]]:
    """The clubs in as many groups as they can be parted in without parting two that met."""
    groups: list[frozenset[Club]] = []
    for match in matches:
        joined = frozenset(match.clubs)
        apart = [group for group in groups if not group & joined]
        groups = [*apart, joined.union(*(group for group in groups if group & joined))]
    return groups


def matches_by_stage(stages: Sequence[Stage], matches: Iterable[Match]) -> dict[Stage, list[Match]]:
    """Every match with its stage, back from the final.

    The days of a stage are those that together have no more clubs, and no larger groups, than it had: a club
    still in the competition met others in the round before, and so gives that round away.
    Matches before the first stage, and those without date and round, are in none.
    """
    days: dict[date, list[Match]] = defaultdict(list)
    undated: list[Match] = []
    for match in matches:
        if match.date is None:
            undated.append(match)
        else:
            days[match.date].append(match)
    latest_first = sorted(days, reverse=True)
    played: dict[Stage, list[Match]] = {}
    for stage in reversed(stages):
        of_stage = [match for match in undated if match.round.kind is stage.kind]
        while latest_first and _fit(stage, [*of_stage, *days[latest_first[0]]]):
            of_stage += days[latest_first.pop(0)]
        played[stage] = of_stage
    return {stage: played[stage] for stage in stages}


def _fit(stage: Stage, matches: Sequence[Match]) -> bool:
    if any(match.round.kind not in {stage.kind, UNKNOWN_ROUND.kind} for match in matches):
        return False
    if stage.meetings == 1 and any(match.leg is not None for match in matches):
        return False
    groups = groups_of(matches)
    in_it = sum(len(group) for group in groups)
    return in_it <= stage.groups * stage.clubs and all(len(group) <= stage.clubs for group in groups)
