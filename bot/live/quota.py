"""The memory that a source with a daily quota is given, so that a restart does not forget what was asked."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.counts import Counts
from bot.sources.api_football_quota import Count


@dataclass(frozen=True, slots=True)
class CountOfTheDay:
    counts: Counts
    source: str = "api-football"

    def recall(self) -> Count | None:
        known = self.counts.recall(self.source)
        return Count(*known) if known else None

    def remember(self, count: Count, /) -> None:
        self.counts.remember(self.source, count.day, count.asked, count.of)
