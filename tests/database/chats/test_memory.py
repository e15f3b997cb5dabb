"""Pages of a source, kept over a restart."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.database.chats import memory as module
from bot.database.chats.connection import open_chats
from bot.database.chats.memory import StoredPages
from bot.live.memory import PagesOfSource
from bot.sources.live import KeptPage

AT = datetime(2026, 9, 9, 8, 30, tzinfo=UTC)


def test_a_page_and_where_titles_lead_are_there_after_a_restart(tmp_path: Path) -> None:
    page = KeptPage("2026–27 UEFA Champions League", 1_234_567_890, AT, "|score = 1–0" * 1_000)
    db = open_chats(tmp_path / "chats.db")
    kept = PagesOfSource(StoredPages(db), "wikipedia")
    kept.keep(page)
    kept.keep_targets({"Arsenal": "Arsenal F.C."})
    kept.keep_targets({})
    db.close()
    again = StoredPages(open_chats(tmp_path / "chats.db"))
    assert PagesOfSource(again, "wikipedia").page(page.title) == page
    assert PagesOfSource(again, "wikipedia").targets() == {"Arsenal": "Arsenal F.C."}
    assert PagesOfSource(again, "another").page(page.title) is None
    again.db.close()


def test_the_pages_kept_longest_ago_are_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    monkeypatch.setattr(module, "LARGEST", 10)
    db = open_chats(tmp_path / "chats.db")
    kept = StoredPages(db)
    for title in ("A", "B", "A", "C"):
        kept.keep("wikipedia", title, 1, AT, "text")
    kept.keep("wikipedia", "D", 1, AT, "too long a text")
    assert [title for title in "ABCD" if kept.page("wikipedia", title)] == ["A", "C"]
    db.close()
