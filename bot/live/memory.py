"""What a source keeps over a restart: its requests of the day, where it has a quota, and its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.database.chats.memory import Counts, StoredPages
from bot.sources.live import Count, KeptPage


@dataclass(frozen=True, slots=True)
class CountOfTheDay:
    counts: Counts
    source: str

    def recall(self) -> Count | None:
        kept = self.counts.recall(self.source)
        return Count(*kept) if kept else None

    def remember(self, count: Count, /) -> None:
        self.counts.remember(self.source, count.day, count.used, count.limit)


@dataclass(frozen=True, slots=True)
class PagesOfSource:
    pages: StoredPages
    source: str

    def page(self, title: str, /) -> KeptPage | None:
        kept = self.pages.page(self.source, title)
        return KeptPage(title, *kept) if kept else None

    def keep(self, page: KeptPage, /) -> None:
        self.pages.keep(self.source, page.title, page.revision, page.at, page.text)

    def targets(self) -> Mapping[str, str]:
        return self.pages.targets(self.source)

    def keep_targets(self, targets: Mapping[str, str], /) -> None:
        self.pages.keep_targets(self.source, targets)
