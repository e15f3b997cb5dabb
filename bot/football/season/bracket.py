"""The knockout phase of a season, round by round, and as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.football.model import Club, Round, Tie
from bot.football.season.season_as_of import SeasonAsOf


@dataclass(frozen=True, slots=True)
class Branch:
    """A tie, and below it the ties out of which its clubs came."""

    tie: Tie
    below: tuple[Branch, ...]
    """That of club_a first; none of a club that had a bye or came out of a table."""

    @property
    def size(self) -> int:
        """How many ties there are in it."""
        return 1 + sum(branch.size for branch in self.below)


def bracket(season: SeasonAsOf) -> tuple[tuple[Round, tuple[Tie, ...]], ...]:
    """The knockout rounds with their ties as far as they are known, the last round first.

    Qualifying is not part of it, nor is a round that the source doesn't tell.
    """
    ties = sorted(
        (tie for tie in season.ties if not tie.round.kind.is_qualifying and not tie.round.is_unknown),
        key=lambda tie: tie.round.order,
        reverse=True,
    )
    return tuple((round_, tuple(of_round)) for round_, of_round in groupby(ties, key=lambda tie: tie.round))


def branches(season: SeasonAsOf, rounds: Sequence[tuple[Round, Sequence[Tie]]]) -> tuple[Branch, ...]:
    """The ties of these rounds, given the last first, each below the one that a club of it played next.

    What a group or league phase lies between does not hang together.
    """
    tables = {match.round.order for match in season.matches if match.round.kind.is_table}
    next_of: dict[Club, Tie] = {}
    below: dict[Tie | None, list[Tie]] = {}
    for round_, ties in rounds:
        for tie in ties:
            later = min(
                (next_of[club] for club in tie.clubs if club in next_of),
                key=lambda other: other.round.order,
                default=None,
            )
            if later and any(round_.order < table < later.round.order for table in tables):
                later = None
            below.setdefault(later, []).append(tie)
        next_of |= {club: tie for tie in ties for club in tie.clubs}

    def grown(tie: Tie) -> Branch:
        came = sorted(below.get(tie, ()), key=lambda earlier: tie.club_a not in earlier.clubs)
        return Branch(tie, tuple(map(grown, came)))

    return tuple(map(grown, below.get(None, ())))
