"""Whether a new revision of a page may be one that somebody spoiled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.sources.wikipedia.believing import STANDS, Version, doubt_of
from bot.sources.wikipedia.reading.page import PageRead
from tests.football.builders import match

NOW = datetime(2026, 9, 9, 8, tzinfo=UTC)


def version(*scores: str, size: int = 1_000, age: timedelta = timedelta(0)) -> Version:
    return Version(NOW - age, size, PageRead(tuple(match("A", "B", score) for score in scores)))


BEFORE = version("2-1", "1-0")


@pytest.mark.parametrize(
    ("after", "doubt"),
    [
        (version("2-1", "1-0", "3-3"), ""),
        (version("2-1", "5-0"), ""),
        (version("2-1"), "1 of its 2 results are gone"),
        (version("2-1", "1-0", size=499), "only 499 of its 1,000 letters are left"),
        (version("2-1", "99-0"), "A – B 99-0 can't be"),
    ],
)
def test_a_page_that_lost_much_or_shows_what_cannot_be_is_doubted(after: Version, doubt: str) -> None:
    assert doubt_of(BEFORE, after, NOW) == doubt


def test_what_nobody_took_back_for_a_day_was_meant_so() -> None:
    assert doubt_of(BEFORE, version("2-1", age=STANDS), NOW) == ""


def test_the_first_version_has_nothing_to_be_compared_with() -> None:
    assert doubt_of(None, version("99-0"), NOW) == ""
