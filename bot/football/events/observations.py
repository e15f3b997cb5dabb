"""A match as a source shows it at one moment, with what only matters while it is being played."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.football.model import Club, Match


class Phase(StrEnum):
    """Where a match under way is; in the order of play."""

    FIRST_HALF = "first half"
    HALF_TIME = "half time"
    SECOND_HALF = "second half"
    NINETY_OVER = "after 90 minutes"
    """The break before extra time."""
    EXTRA_TIME = "extra time"
    """Both halves of it and the break between them."""
    SHOOT_OUT = "shoot-out"

    @property
    def order(self) -> int:
        return tuple(Phase).index(self)


@dataclass(frozen=True, slots=True)
class RedCard:
    """A player sent off; the club is the player's own."""

    club: Club
    player: str | None = None
    minute: int | None = None
    stoppage: int | None = None


@dataclass(frozen=True, slots=True)
class Kick:
    """One penalty of a shoot-out."""

    club: Club
    """Whose kick it was."""
    scored: bool
    player: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One look at one match; its clubs are spelled as the source does until `importing` finds ours."""

    match: Match
    phase: Phase | None = None
    """None unless the match is under way and the source says where it is."""
    minute: int | None = None
    """As the source shows it: 67 in the 67th minute."""
    red_cards: tuple[RedCard, ...] = ()
    kicks: tuple[Kick, ...] = ()
    """The shoot-out in the order of the kicks, as far as the source tells them."""
    entered: bool = False
    """Whether an owner of the bot typed it: its score is complete and its end is not doubted."""
    editable: bool = False
    """Whether it stands where anybody may edit it (a wiki): no live score, and judged by `editing`."""
