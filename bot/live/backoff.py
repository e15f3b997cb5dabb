"""How long to leave a source alone that is in trouble; chats hear nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST = timedelta(seconds=30)
LONGEST = timedelta(minutes=10)


@dataclass(slots=True)
class Backoff:
    """With one source: twice as long after every failure in a row."""

    until: datetime | None = None
    failures: int = 0

    def asks_at(self, now: datetime) -> bool:
        return self.until is None or now >= self.until

    def failed(self, now: datetime, asked: float | None = None) -> timedelta:
        """How long it is left alone now; the first failure costs one look. As long as it asks, if it does."""
        wait = min(FIRST * (1 << min(self.failures, 10)), LONGEST)
        if asked is not None:
            wait = max(wait, timedelta(seconds=asked))
        self.failures += 1
        # A little less than a look, so that the next but one is not missed by a moment.
        self.until = now + wait - timedelta(seconds=1)
        return wait

    def answered(self) -> bool:
        """Whether it had been in trouble."""
        recovered = self.failures > 0
        self.until, self.failures = None, 0
        return recovered
