"""Exponential back-off for a source in trouble; chats hear nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST = timedelta(seconds=30)
LONGEST = timedelta(minutes=10)


@dataclass(slots=True)
class Backoff:
    """The back-off of one source: it doubles with every failure in a row."""

    until: datetime | None = None
    failures: int = 0

    def asks_at(self, now: datetime) -> bool:
        return self.until is None or now >= self.until

    def failed(self, now: datetime, retry_after: float | None = None) -> timedelta:
        """Record a failure; the back-off is 30 s doubling to 10 min, or Retry-After if that is longer."""
        wait = min(FIRST * (1 << min(self.failures, 10)), LONGEST)
        if retry_after is not None:
            wait = max(wait, timedelta(seconds=retry_after))
        self.failures += 1
        # A second less than the pause between looks, or the next but one would come a moment too early.
        self.until = now + wait - timedelta(seconds=1)
        return wait

    def answered(self) -> bool:
        """Record an answer; whether the source had been in trouble."""
        recovered = self.failures > 0
        self.until, self.failures = None, 0
        return recovered
