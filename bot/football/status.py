"""How far a match has come, and what that says of its result."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How far a match has come."""

    SCHEDULED = "scheduled"
    LIVE = "live"
    PLAYED = "played"
    POSTPONED = "postponed"
    ABANDONED = "abandoned"
    AWARDED = "awarded"
    WALKOVER = "walkover"
    CANCELLED = "cancelled"

    @property
    def is_to_begin(self) -> bool:
        return self is Status.SCHEDULED or self is Status.POSTPONED

    @property
    def is_expected(self) -> bool:
        """Its day stands, and its result isn't there yet."""
        return self is Status.SCHEDULED or self is Status.LIVE

    @property
    def is_open(self) -> bool:
        """Its result is still to come."""
        return self.is_to_begin or self is Status.LIVE

    @property
    def is_by_verdict(self) -> bool:
        """Its result was not made on the pitch."""
        return self is Status.AWARDED or self is Status.WALKOVER

    @property
    def is_irregular(self) -> bool:
        """It took another course than a match does: a word says which."""
        return self.is_by_verdict or self.is_void

    @property
    def is_unplayed(self) -> bool:
        """No ball was kicked, so that it has no score."""
        return self.is_to_begin or self is Status.CANCELLED

    @property
    def is_void(self) -> bool:
        """Not played to the end on its day: another match can take its place."""
        return self in {Status.POSTPONED, Status.ABANDONED, Status.CANCELLED}
