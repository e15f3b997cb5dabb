"""The one shape of every source of matches under way: what it says of one evening, in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, runtime_checkable

from bot.football.events.observations import Observation


@dataclass(frozen=True, slots=True)
class Quota:
    """How many questions a source still takes today, where it counts them."""

    left: int
    of: int


class LiveSource(Protocol):
    """A place that tells how matches stand. Raises SourceError and nothing else."""

    @property
    def name(self) -> str:
        """As settings, the database and messages call it."""
        ...

    @property
    def quota(self) -> Quota | None:
        """None where nobody counts, or where it has not said so yet."""
        ...

    @property
    def is_live(self) -> bool:
        """Whether it is worth asking every half minute; otherwise once a day will do."""
        ...

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """Every European club match of an evening (Amsterdam), in as few requests as it can.

        Clubs are `spelled`; a match whose round the source does not tell has UNKNOWN_ROUND.
        """
        ...


@runtime_checkable
class SeasonSource(Protocol):
    """A source that also tells of many days at once: what was played on them, and what is planned."""

    name: str

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        """Every match from the first day to the last, in modest portions."""
        ...
