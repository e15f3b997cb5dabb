"""The requests of the day to a source with a quota, kept so that a restart does not forget them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.counts import Counts
from bot.sources.live import Count


@dataclass(frozen=True, slots=True)
class CountOfTheDay:
    counts: Counts
    source: str

    def recall(self) -> Count | None:
        kept = self.counts.recall(self.source)
        return Count(*kept) if kept else None

    def remember(self, count: Count, /) -> None:
        self.counts.remember(self.source, count.day, count.used, count.limit)
