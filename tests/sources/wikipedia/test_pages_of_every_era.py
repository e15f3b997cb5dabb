from __future__ import annotations

import pytest

from bot.football.model import CHAMPIONS_LEAGUE, Season
from bot.sources.wikipedia.reading.page import read_page
from tests.sources.wikipedia.reading import FOLDER, PAGES, lines, page


@pytest.mark.parametrize("title", PAGES)
def test_a_page_is_read_with_its_rounds_legs_scores_and_goals(title: str) -> None:
    expected = (FOLDER / f"{title}.read").read_text(encoding="utf-8").splitlines()
    assert lines(page(title)) == expected


def test_there_are_pages_of_every_era() -> None:
    assert len(PAGES) >= 12
    assert {title[:3] for title in PAGES} == {"195", "196", "197", "198", "199", "200", "201", "202"}


def test_a_page_without_boxes_tells_nothing() -> None:
    for text in ("", "#REDIRECT [[2026–27 UEFA Champions League]]", "'''Nothing''' has been [[drawn]] yet."):
        found = read_page(text, title="A", competition=CHAMPIONS_LEAGUE, season=Season(2026))
        assert lines(found) == []
