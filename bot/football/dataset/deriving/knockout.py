"""The rounds of a knockout of which every match is known: who met whom when, and who played on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from bot.football.dataset.deriving.formats import Stage
from bot.football.model import Club, Match

_AT_THE_SAME_TIME = timedelta(days=3)
_MOST_LATE = 1 / 3


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The matches of two clubs in one season, in the order of their days."""

    clubs: frozenset[Club]
    matches: tuple[Match, ...]

    @property
    def first(self) -> date:
        return self.matches[0].date or date.max

    @property
    def last(self) -> date:
        return self.matches[-1].date or date.max


def by_knockout_stage(stages: Sequence[Stage], matches: Iterable[Match]) -> dict[Stage, list[Match]]:
    """The matches by stage, back from the last one; with the first stage go those that no other takes.

    A tie belongs to the stage before the next one of its clubs. A club that had a bye gives itself away by
    its days: its tie was played when the others' ties of a round earlier were. A tie after which neither
    club played on belongs to the stage whose days it shares.
    """
    left = sorted(_pairings(matches), key=lambda pairing: (pairing.last, pairing.first))
    chosen: dict[Stage, list[_Pairing]] = {stage: [] for stage in stages}
    of_club: dict[Club, list[_Pairing]] = defaultdict(list)
    for pairing in left:
        for club in pairing.clubs:
            of_club[club].append(pairing)
    dead_ends: list[_Pairing] = []
    for stage in reversed(stages):
        open_ones = [pairing for pairing in left if not _later(pairing, of_club, left)]
        if stage is stages[-1]:
            taken = open_ones[-stage.groups :]
            dead_ends = [pairing for pairing in open_ones if pairing not in taken]
        else:
            candidates = [pairing for pairing in open_ones if pairing not in dead_ends]
            taken = [pairing for pairing in candidates if not _had_a_bye(pairing, candidates, of_club)][
                -stage.groups :
            ]
        chosen[stage] = taken
        left = [pairing for pairing in left if pairing not in taken]
    for pairing in left:
        if pairing not in dead_ends:
            chosen[stages[0]].append(pairing)
    for pairing in dead_ends:
        first = stages[0]
        chosen[first if first.is_group_stage else _nearest(pairing, chosen)].append(pairing)
    return {
        stage: [match for pairing in found for match in pairing.matches] for stage, found in chosen.items()
    }


def _pairings(matches: Iterable[Match]) -> list[_Pairing]:
    found: dict[frozenset[Club], list[Match]] = defaultdict(list)
    for match in matches:
        found[frozenset(match.clubs)].append(match)
    return [
        _Pairing(clubs, tuple(sorted(played, key=lambda match: match.date or date.max)))
        for clubs, played in found.items()
    ]


def _later(pairing: _Pairing, of_club: Mapping[Club, list[_Pairing]], left: Sequence[_Pairing]) -> bool:
    """Whether one of the clubs has another tie to be placed that came after this one."""
    return any(
        other.first > pairing.first and other in left
        for club in pairing.clubs
        for other in of_club[club]
        if other is not pairing
    )


def _before(pairing: _Pairing, of_club: Mapping[Club, list[_Pairing]]) -> list[_Pairing]:
    """The ties by which the two clubs came here."""
    return [
        max(earlier, key=lambda other: other.first)
        for club in pairing.clubs
        if (earlier := [other for other in of_club[club] if other.first < pairing.first])
    ]


def _had_a_bye(
    pairing: _Pairing, candidates: Sequence[_Pairing], of_club: Mapping[Club, list[_Pairing]]
) -> bool:
    """Whether it was played when many of the ties were by which the later candidates came here."""
    others = [other for other in candidates if other is not pairing and other.first > pairing.first]
    before = [earlier for other in others for earlier in _before(other, of_club) if earlier is not pairing]
    late = sum(earlier.first + _AT_THE_SAME_TIME >= pairing.first for earlier in before)
    return len(before) >= len(candidates) / 2 and late > len(before) * _MOST_LATE


def _median_day(pairings: Sequence[_Pairing]) -> float:
    return median(pairing.first.toordinal() for pairing in pairings)


def _nearest(pairing: _Pairing, chosen: Mapping[Stage, list[_Pairing]]) -> Stage:
    def distance(stage: Stage) -> float:
        found = chosen[stage]
        no_place = len(found) >= stage.groups or any(other.clubs & pairing.clubs for other in found)
        return abs(_median_day(found) - pairing.first.toordinal()) + 1000 * no_place if found else 9999

    return min(chosen, key=distance)
