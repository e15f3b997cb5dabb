"""The pages of one source, kept so that a restart asks for none of them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.database.chats.pages import StoredPages
from bot.sources.live import KeptPage


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
