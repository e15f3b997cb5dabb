"""What must be true of groups and league phases: each function tells every round that contradicts it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, permutations

from bot.football.dataset.sentences.seasons import WholeSeason
from bot.football.model import EUROPEAN_COMPETITIONS, Club, Match, Round, RoundKind, Status
from bot.football.tables.rules import rules_for

_NAMED = 5


def clubs_in_two_groups(season: WholeSeason) -> Iterator[tuple[Round, str]]:
    groups: dict[tuple[RoundKind, Club], set[Round]] = defaultdict(set)
    for match in season.matches:
        if match.round.kind.is_table and match.round.label:
            for club in match.clubs:
                groups[match.round.kind, club].add(match.round)
    for (_, club), rounds in groups.items():
        if len(rounds) > 1:
            first, *others = sorted(rounds, key=lambda round_: round_.order)
            yield first, f"{club.name} stands in {', '.join(map(str, others))} too"


def pairings_wrong_in_groups(season: WholeSeason) -> Iterator[tuple[Round, str]]:
    """Where a group has been played, two clubs met twice, or once in the UEFA Cup's groups of five."""
    for round_, matches in _tables_played(season):
        if round_.kind is RoundKind.LEAGUE or not round_.label:
            continue
        clubs = sorted({club for match in matches for club in match.clubs}, key=_by_id)
        rules = rules_for(season.competition, season.season, round_, len(clubs))
        once = rules.matches_each == len(clubs) - 1
        met = Counter(_pairing(match, once) for match in matches if match.status is not Status.ABANDONED)
        for home, away in combinations(clubs, 2) if once else permutations(clubs, 2):
            if met[home, away] != 1:
                yield round_, f"{home.name} – {away.name} stands there {_times(met[home, away])}"


def clubs_short_of_matches(season: WholeSeason) -> Iterator[tuple[Round, str]]:
    """In a league phase that has been played; one with too many is told as well."""
    for round_, matches in _tables_played(season):
        if round_.kind is not RoundKind.LEAGUE:
            continue
        counted = Counter(club for match in matches for club in match.clubs)
        each = rules_for(season.competition, season.season, round_, len(counted)).matches_each
        wrong = [
            f"{club.name} {counted[club]}" for club in sorted(counted, key=_by_id) if counted[club] != each
        ]
        if wrong:
            more = ", …" if len(wrong) > _NAMED else ""
            yield round_, f"{len(wrong)} clubs without {each} matches: {', '.join(wrong[:_NAMED])}{more}"


def _tables_played(season: WholeSeason) -> Iterator[tuple[Round, list[Match]]]:
    """The groups and league phases of our competitions after which another round has been played."""
    tables: dict[Round, list[Match]] = defaultdict(list)
    for match in season.matches:
        if match.round.kind.is_table and season.is_after(match.round.kind):
            tables[match.round].append(match)
    return iter(tables.items() if season.competition in EUROPEAN_COMPETITIONS else ())


def _pairing(match: Match, once: bool) -> tuple[Club, Club]:  # noqa: FBT001 - passed on from the regulations
    home, away = sorted(match.clubs, key=_by_id) if once else match.clubs
    return (home, away)


def _times(count: int) -> str:
    return "not at all" if count == 0 else f"{count} times"


def _by_id(club: Club) -> str:
    return club.id
