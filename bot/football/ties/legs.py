"""Which match of a tie is the first leg, the second, or a replay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.football.model import Leg, Match, Status, Tie
from bot.football.rules import is_single_match


@dataclass(frozen=True, slots=True)
class Legs:
    """The matches of a tie in their places, without an abandoned one that was played again."""

    first: Match | None
    """The first leg, or the only match."""
    second: Match | None
    replays: tuple[Match, ...]
    two_legged: bool

    @property
    def last(self) -> Match | None:
        """The match in which extra time and a shoot-out can come, replays apart."""
        return self.second if self.two_legged else self.first


def legs_of(tie: Tie) -> Legs:
    """Put the matches of a tie in their places.

    A tie has two legs when a match says so or when there are two matches or more; one match that says
    nothing is a tie of a single match, and so is one that was replayed without a second leg (the final of
    1974).
    """
    first: Match | None = None
    second: Match | None = None
    replays: list[Match] = []
    two_legged = False
    for match, leg in zip(tie.matches, leg_of_each(tie.matches), strict=True):
        if leg is Leg.REPLAY:
            if match.status is not Status.CANCELLED:
                replays.append(match)
        elif leg is Leg.SECOND:
            second = _counting(second, match)
            two_legged = True
        else:
            first = _counting(first, match)
            two_legged = two_legged or leg is Leg.FIRST
    if second is None and replays:
        two_legged = False
    return Legs(first, second, tuple(replays), two_legged)


def leg_of_each(matches: Sequence[Match]) -> tuple[Leg | None, ...]:
    """The leg of each match of one tie, given in the order of play; None for the only match of a tie.

    What a match says itself stands. Of the others, two are the legs in their order and what follows is a
    replay; in a round of a single match everything after it is one. A match that was postponed, abandoned
    or cancelled shares its place with the later one at the same club.
    """
    numbers = {match.leg for match in matches}
    if None not in numbers:
        return tuple(match.leg for match in matches)
    heirs = [None if match.leg else _heir(index, matches) for index, match in enumerate(matches)]
    standing = [index for index, match in enumerate(matches) if match.leg is None and heirs[index] is None]
    free: list[Leg | None] = [leg for leg in (Leg.FIRST, Leg.SECOND) if leg not in numbers]
    only = matches[0]
    if len(free) == 2 and (
        len(standing) == 1 or is_single_match(only.competition, only.season, only.round, only.date)
    ):
        free = [None]
    legs = [match.leg for match in matches]
    for order, index in enumerate(standing):
        legs[index] = free[order] if order < len(free) else Leg.REPLAY
    for index, heir in reversed(list(enumerate(heirs))):
        if heir is not None:
            legs[index] = legs[heir]
    return tuple(legs)


def _heir(index: int, matches: Sequence[Match]) -> int | None:
    """The later match that was played for this one, which came to nothing."""
    match = matches[index]
    if not match.status.is_void:
        return None
    later = range(index + 1, len(matches))
    return next((other for other in later if matches[other].home == match.home), None)


def _counting(played: Match | None, match: Match) -> Match:
    """Of two matches in one place the later, unless only the earlier has a result."""
    return played if played is not None and played.has_result and not match.has_result else match
