"""How many requests API-Football still takes today, and how to make them last the evening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bot.sources.live import Count, Memory

FREE = 100
"""Requests a day on the free plan, until an answer says otherwise."""
RESERVE = 8
"""Kept back from following matches, for their final results and scorers."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Counts every request before it is made, and believes the source where it counts higher."""

    memory: Memory

    def count(self, now: datetime) -> Count:
        """Today's count; it starts anew at midnight UTC."""
        today = now.astimezone(UTC).date()
        last = self.memory.recall() or Count(today, limit=FREE)
        return last if last.day == today else Count(today, limit=last.limit)

    def spend(self, now: datetime) -> None:
        count = self.count(now)
        self.memory.remember(replace(count, used=count.used + 1))

    def correct(self, headers: Mapping[str, str], now: datetime) -> None:
        """Take over what a response says of the day's limit and of what remains."""
        count = self.count(now)
        limit = _number(headers, "limit") or count.limit
        remaining = _number(headers, "remaining")
        used = count.used if remaining is None else max(count.used, limit - remaining)
        self.memory.remember(replace(count, used=used, limit=limit))

    def exhaust(self, now: datetime) -> None:
        """The source says that nothing is left."""
        count = self.count(now)
        self.memory.remember(replace(count, used=max(count.used, count.limit)))

    def pause(self, now: datetime, until: datetime) -> timedelta | None:
        """How far apart requests must be to last until then; None when too few are left for it."""
        left = self.count(now).left - RESERVE
        if left <= 0:
            return None
        return max(until - now, timedelta(0)) / left


def next_count(now: datetime) -> datetime:
    """When the counting starts anew."""
    return datetime.combine(now.astimezone(UTC).date() + timedelta(days=1), datetime.min.time(), UTC)


def _number(headers: Mapping[str, str], name: str) -> int | None:
    text = headers.get(f"x-ratelimit-requests-{name}", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
