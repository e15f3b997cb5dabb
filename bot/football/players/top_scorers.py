"""Who scored most in a competition's season, or for a club."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.football.model import Club, GoalKind, Match, Status
from bot.football.players.players import players_of, scored_in


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many matches every scorer is known."""

    counted: int
    of: int
    own_goals: int = 0
    """Of how many of those counted every own goal is known as one; likewise the penalties."""
    penalties: int = 0

    @property
    def is_whole(self) -> bool:
        return self.counted == self.of

    @property
    def own_goals_known(self) -> bool:
        return self.own_goals == self.counted

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(
            self.counted + other.counted,
            self.of + other.of,
            self.own_goals + other.own_goals,
            self.penalties + other.penalties,
        )


@dataclass(frozen=True, slots=True)
class Ranked:
    place: int
    name: str
    clubs: tuple[Club, ...]
    goals: int


@dataclass(frozen=True, slots=True)
class TopScorers:
    ranked: tuple[Ranked, ...]
    more: int
    """How many others come next, each with as many goals."""
    goals_of_more: int
    coverage: Coverage


def coverage(matches: Iterable[Match]) -> Coverage:
    """Matches that were played, and of how many of them every scorer has a name."""
    played = [match for match in matches if match.has_result and match.status is Status.PLAYED]
    with_scorers = [
        match for match in played if match.scorers_known and all(goal.scorer for goal in match.goals)
    ]
    return Coverage(
        len(with_scorers),
        len(played),
        *(
            sum(match.knows_every(kind) for match in with_scorers)
            for kind in (GoalKind.OWN_GOAL, GoalKind.PENALTY)
        ),
    )


def top_scorers(matches: Sequence[Match], most: int, country: str = "") -> TopScorers:
    """The best of these matches, perhaps for one country's clubs; equals on one place, own goals nobody's."""
    scored = chain.from_iterable(map(scored_in, matches))
    players = players_of(goal for goal in scored if country in {"", goal.club.country})
    return ranked(
        [(player.name, player.clubs, len(player.goals)) for player in players], coverage(matches), most
    )


def ranked(counted: Sequence[tuple[str, tuple[Club, ...], int]], coverage: Coverage, most: int) -> TopScorers:
    """The best few of these players with their clubs and goals, most goals first; equals share a place.

    Of equals that are not all among them none is named where they scored once, and never one alone.
    """
    goals = [number for _, _, number in counted]
    shown = [Ranked(goals.index(number) + 1, name, clubs, number) for name, clubs, number in counted[:most]]
    fewest = shown[-1].goals if shown else 0
    above = [each for each in shown if each.goals > fewest]
    if above and fewest in goals[most:] and (fewest == 1 or len(shown) == len(above) + 1):
        shown = above
    more = goals.count(fewest) - sum(each.goals == fewest for each in shown)
    return TopScorers(tuple(shown), more, fewest, coverage)
