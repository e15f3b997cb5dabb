"""What comes out of looking for a club: one, two together, a choice of a few, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.football.model import Club


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


@dataclass(frozen=True, slots=True)
class ClubChoice:
    """Two to five clubs, likeliest first."""

    clubs: tuple[Club, ...]


@dataclass(frozen=True, slots=True)
class NoClub:
    known_elsewhere: str | None = None
    """The club that was meant, where it is known but has no match here."""


Found = OneClub | TwoClubs | ClubChoice | NoClub


@dataclass(frozen=True, slots=True)
class Renown:
    """How likely people ask for a club: its European matches, and the season (start year) of the last."""

    matches: int = 0
    last_season: int = 0
