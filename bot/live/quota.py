"""The requests of the day to a source with a quota, kept so that a restart does not forget them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.counts import Counts
from bot.sources.api_football_quota import Count


@dataclass(frozen=True, slots=True)
class CountOfTheDay:
    counts: Counts
    source: str = "api-football"

    def recall(self) -> Count | None:
        row = self.counts.recall(self.source)
        return Count(*row) if row else None

    def remember(self, count: Count, /) -> None:
        self.counts.remember(self.source, count.day, count.asked, count.of)
