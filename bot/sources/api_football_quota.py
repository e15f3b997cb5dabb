"""How many questions API-Football still takes today, and how to make them last the evening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from bot.sources.live import Quota

FREE = 100
"""Questions a day on the free plan, until an answer says otherwise."""
RESERVE = 8
"""Kept back from following matches, for their final results and scorers."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was asked on one day; the day is UTC's, as the counting starts anew at midnight there."""

    day: date
    asked: int = 0
    of: int = FREE

    @property
    def left(self) -> int:
        return max(self.of - self.asked, 0)


class Memory(Protocol):
    """A small place that outlives a restart, given to the source by whoever has one."""

    def recall(self) -> Count | None: ...

    def remember(self, count: Count, /) -> None: ...


@dataclass(slots=True)
class Forgetful:
    """A memory for as long as the program runs."""

    count: Count | None = None

    def recall(self) -> Count | None:
        return self.count

    def remember(self, count: Count, /) -> None:
        self.count = count


@dataclass(frozen=True, slots=True)
class Budget:
    """Counts every question before it is asked, and believes the source where it counts higher."""

    memory: Memory

    def count(self, now: datetime) -> Count:
        today = now.astimezone(UTC).date()
        known = self.memory.recall()
        if known is None:
            return Count(today)
        return known if known.day == today else Count(today, of=known.of)

    def quota(self) -> Quota | None:
        known = self.memory.recall()
        return None if known is None else Quota(known.left, known.of)

    def spend(self, now: datetime) -> None:
        count = self.count(now)
        self.memory.remember(replace(count, asked=count.asked + 1))

    def correct(self, headers: Mapping[str, str], now: datetime) -> None:
        """Take over what the answer says of the day's limit and of what remains."""
        count = self.count(now)
        limit, remaining = _number(headers, "limit"), _number(headers, "remaining")
        of = limit or count.of
        asked = count.asked if remaining is None else max(count.asked, of - remaining)
        self.memory.remember(replace(count, asked=asked, of=of))

    def exhaust(self, now: datetime) -> None:
        """The source says that nothing is left."""
        count = self.count(now)
        self.memory.remember(replace(count, asked=max(count.asked, count.of)))

    def pause(self, now: datetime, until: datetime) -> timedelta | None:
        """How far apart questions must be to last until then; None when too few are left for it."""
        left = self.count(now).left - RESERVE
        if left <= 0:
            return None
        return max(until - now, timedelta(0)) / left


def next_count(now: datetime) -> datetime:
    """When the counting starts anew."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), datetime.min.time(), UTC)


def _number(headers: Mapping[str, str], what: str) -> int | None:
    text = headers.get(f"x-ratelimit-requests-{what}", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
