"""What comes out of looking for a club: one, two together, a choice of a few, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.football.model import Club

MOST_MEANT = 5
"""Clubs, or pairs of them, that are offered where several may be meant."""


class Remark(StrEnum):
    """What has to be said along with the answer."""

    FIRST_TEAM = "first team"
    """Asked for a youth or women's team: this is the men's first team."""


@dataclass(frozen=True, slots=True)
class OneClub:
    club: Club
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class TwoClubs:
    """Asked for together, in the order asked."""

    first: Club
    second: Club
    likelier: tuple[Club, Club] | None = field(default=None, compare=False)
    """Who come first by the names alone, where these two are meant because they met."""


@dataclass(frozen=True, slots=True)
class ClubChoice:
    """Two to five clubs, likeliest first."""

    clubs: tuple[Club, ...]


@dataclass(frozen=True, slots=True)
class PairChoice:
    """Asked for two clubs, of which a name is of several: the pairs that may be meant, likeliest first."""

    pairs: tuple[tuple[Club, Club], ...]

    @property
    def clubs(self) -> tuple[Club, ...]:
        """Each club once; those of the surer side first, then the likeliest of each in turn."""
        sides = (tuple(dict.fromkeys(side)) for side in zip(*self.pairs, strict=True))
        return tuple(in_turn(sorted(sides, key=len)))


def in_turn(clubs: Sequence[Sequence[Club]]) -> Iterator[Club]:
    """The likeliest of each, then the next of each."""
    for place in range(max(map(len, clubs))):
        yield from (some[place] for some in clubs if place < len(some))


@dataclass(frozen=True, slots=True)
class NoClub:
    known_elsewhere: str | None = None
    """The club that was meant, where it is known but has no match here."""


Found = OneClub | TwoClubs | ClubChoice | PairChoice | NoClub


@dataclass(frozen=True, slots=True)
class Renown:
    """How likely people ask for a club: its European matches, and the season (start year) of the last."""

    matches: int = 0
    last_season: int = 0
