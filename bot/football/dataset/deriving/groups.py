"""The groups of a stage, and the goalless matches between their clubs that a source has left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, count, permutations, product

from bot.football.dataset.deriving.formats import Stage
from bot.football.dataset.deriving.matchdays import Calendar
from bot.football.dataset.deriving.rounds import groups_of
from bot.football.dataset.deriving.ties import goalless
from bot.football.model import Club, Derived, Match, Round, RoundKind


def with_groups(stage: Stage, matches: Sequence[Match]) -> list[Match]:
    """The matches of a group stage, each with its group and matchday, and the goalless ones restored.

    A group is called by the letter of a known match in it; else it gets a number, in the order of the ids of
    its clubs, which is no name but keeps the groups of a season apart. Matches are restored only in a stage
    of which every group and every club is there.
    """
    groups = sorted(groups_of(matches), key=lambda clubs: min(club.id for club in clubs))
    whole = len(groups) == stage.groups and all(len(clubs) == stage.clubs for clubs in groups)
    calendar = Calendar.of(stage, matches)
    reported: list[Match] = []
    for number, clubs in enumerate(groups, start=1):
        of_group = [match for match in matches if match.home in clubs]
        label = _letter(of_group) or str(number)
        named = [_in_group(match, Round(stage.kind, label)) for match in of_group]
        restored = _missing(stage, clubs, named) if whole else []
        reported += calendar.with_matchdays([*named, *restored])
    return reported


def with_group_names(matches: Sequence[Match]) -> list[Match]:
    """The matches of a season, those of groups that no source names in the groups of who met whom.

    A group is called by the letter of a match in it, else by a number: the one that it had, if any.
    """
    named = list(matches)
    for kind in (RoundKind.GROUP, RoundKind.SECOND_GROUP):
        in_groups = [match for match in named if match.round.kind is kind]
        if any(has_no_group_name(match) for match in in_groups):
            groups = _groups_by_club(kind, in_groups)
            named = [
                _in_group(match, groups[match.home])
                if match.round.kind is kind and has_no_group_name(match)
                else match
                for match in named
            ]
    return named


def has_no_group_name(match: Match) -> bool:
    """Whether the group of this match has no name, or a number of ours that is none."""
    if match.round.kind not in {RoundKind.GROUP, RoundKind.SECOND_GROUP}:
        return False
    label = match.round.label
    return not label or (label.isdecimal() and Derived.ROUND in match.derived)


def _as_number(label: str) -> tuple[int, str]:
    """Where a number stands among others: 2 before 10."""
    return (len(label), label)


def _groups_by_club(kind: RoundKind, matches: Sequence[Match]) -> dict[Club, Round]:
    groups: dict[Club, Round] = {}
    in_order = sorted(groups_of(matches), key=lambda clubs: min(club.id for club in clubs))
    taken: set[str] = set()
    without_label = []
    for number, clubs in enumerate(in_order, start=1):
        of_group = [match for match in matches if match.home in clubs]
        letter = _letter(match for match in of_group if not has_no_group_name(match))
        numbers = sorted((match.round.label for match in of_group if match.round.label), key=_as_number)
        label = letter or next((number for number in numbers if number not in taken), "")
        if label:
            taken.add(label)
            groups |= dict.fromkeys(clubs, Round(kind, label))
        else:
            without_label.append((number, clubs))
    for number, clubs in without_label:
        free = next(str(free) for free in count(number) if str(free) not in taken)
        taken.add(free)
        groups |= dict.fromkeys(clubs, Round(kind, free))
    return groups


def _in_group(match: Match, group: Round) -> Match:
    if match.round == group:
        return match
    return replace(match, round=group, derived=match.derived | {Derived.ROUND})


def _letter(of_group: Iterable[Match]) -> str:
    letters = {match.round.label for match in of_group if match.round.kind.is_table} - {""}
    return letters.pop() if len(letters) == 1 else ""


def _missing(stage: Stage, clubs: Iterable[Club], played: Sequence[Match]) -> list[Match]:
    """The goalless matches of a group whose clubs all met as often as the format says."""
    met = {match.clubs for match in played}
    if stage.meetings == 2:
        pairs = [pair for pair in permutations(sorted(clubs, key=_by_id), 2) if pair not in met]
    else:
        apart = [pair for pair in combinations(sorted(clubs, key=_by_id), 2) if not {pair, pair[::-1]} & met]
        pairs = _at_home(stage, apart, Counter(match.home for match in played))
    return [goalless(played[0], home, away) for home, away in pairs]


def _at_home(
    stage: Stage, apart: Sequence[tuple[Club, Club]], home_matches: Counter[Club]
) -> list[tuple[Club, Club]]:
    """Who was at home where each pair met once: every club half of the time; none where that can't tell."""
    ways = [
        way
        for way in product(*((pair, pair[::-1]) for pair in apart))
        if set((home_matches + Counter(home for home, _ in way)).values()) == {stage.home_matches}
    ]
    return list(ways[0]) if len(ways) == 1 else []


def _by_id(club: Club) -> str:
    return club.id
