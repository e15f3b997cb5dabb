"""Names that fit a column of a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.short_names import short_name


@pytest.mark.parametrize(
    ("name", "most", "short"),
    [
        ("Paris Saint-Germain", 19, "Paris Saint-Germain"),
        ("Wolverhampton Wanderers", 19, "Wolverhampton"),
        ("Brighton & Hove Albion", 19, "Brighton & Hove"),
        ("Brighton & Hove Albion", 14, "Brighton"),
        ("Borussia Mönchengladbach", 19, "Mönchengladbach"),
        ("1. FC Kaiserslautern", 19, "Kaiserslautern"),
        ("Deportivo La Coruña", 14, "Deportivo"),
        ("Manchester United", 14, "Man United"),
        ("Hapoel Tel Aviv", 14, "H. Tel Aviv"),
        ("Llanfairpwllgwyngyll", 14, "Llanfairpwllg…"),
    ],
)
def test_a_long_name_keeps_what_tells_the_club(name: str, most: int, short: str) -> None:
    assert short_name(name, most) == short


@given(st.text("ABC de&la", min_size=1, max_size=40).map(str.strip).filter(bool), st.integers(8, 32))
def test_a_name_always_fits(name: str, most: int) -> None:
    assert 1 <= len(short_name(name, most)) <= most
