"""Who scored most in a competition's season, or for a club."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.football.model import Club, GoalKind, Match, Status
from bot.football.players.players import Player, players_of, scored_in


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

    @property
    def penalties_known(self) -> bool:
        return self.penalties == self.counted

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
    """How many others have as many goals as the last one ranked."""
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


def top_scorers(matches: Sequence[Match], most: int) -> TopScorers:
    """The best of these matches, equals on one place; own goals are nobody's."""
    players = players_of(chain.from_iterable(map(scored_in, matches)))
    return _best([(player, len(player.goals)) for player in players], matches, most)


def top_scorers_of(club: Club, players: Iterable[Player], matches: Sequence[Match], most: int) -> TopScorers:
    """The best of one club in these matches of it; the players are those of all matches."""
    played = {(match.competition, match.season, match.date, match.opponent_of(club)) for match in matches}
    counted = [
        (
            player,
            sum(
                goal.club == club and (goal.competition, goal.season, goal.day, goal.against) in played
                for goal in player.goals
            ),
        )
        for player in players
        if club in player.clubs
    ]
    scored = [count for count in counted if count[1]]
    return _best(sorted(scored, key=lambda count: (-count[1], count[0].name)), matches, most)


def _best(players: Sequence[tuple[Player, int]], matches: Sequence[Match], most: int) -> TopScorers:
    goals = [number for _, number in players]
    ranked = [
        Ranked(goals.index(number) + 1, player.name, player.clubs, number) for player, number in players
    ]
    shown = ranked[:most]
    more = sum(ranked.goals == shown[-1].goals for ranked in ranked[most:]) if shown else 0
    return TopScorers(tuple(shown), more, coverage(matches))
