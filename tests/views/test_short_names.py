"""Names that fit a column of a table or a headline, and surnames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.short_names import button_name, headline_name, name_that_fits, short_name, surname


@pytest.mark.parametrize(
    ("name", "most", "short"),
    [
        ("Paris Saint-Germain", 19, "Paris Saint-Germain"),
        ("Wolverhampton Wanderers", 19, "Wolverhampton"),
        ("Brighton & Hove Albion", 19, "Brighton & Hove"),
        ("Brighton & Hove Albion", 14, "Brighton"),
        ("Borussia Mönchengladbach", 19, "Gladbach"),
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


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("Ajax", "Ajax"),
        ("Tottenham Hotspur", "Tottenham"),
        ("Paris Saint-Germain", "PSG"),
        ("Real Sociedad", "Real Sociedad"),
        ("FC Vorwärts Frankfurt (Oder)", "FC Vorwärts"),
    ],
)
def test_a_headline_calls_a_club_by_its_short_name(name: str, headline: str) -> None:
    assert headline_name(name) == headline


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("AC Milan", "Milan"),
        ("FC Kopenhagen", "Kopenhagen"),
        ("1. FC Köln", "Köln"),
        ("Östersunds FK", "Östersunds"),
        ("AEK Athene", "AEK Athene"),
        ("FC Oss", "FC Oss"),
        ("Wolverhampton Wanderers", "Wolverhampton"),
    ],
)
def test_a_button_leaves_out_what_kind_of_club_it_is(name: str, label: str) -> None:
    assert button_name(name) == label


@pytest.mark.parametrize(
    ("name", "most", "short"),
    [
        ("Paris Saint-Germain", 12, "PSG"),
        ("TSG Hoffenheim", 12, "Hoffenheim"),
        ("Dynamo Dresden", 12, "Dynamo"),
        ("Hapoel Be'er Sheva", 14, "H. Be'er Sheva"),
        ("La Chaux-de-Fonds", 12, "La Chaux-de…"),
        ("KR Reykjavik", 3, "KR…"),
    ],
)
def test_a_name_is_no_longer_than_its_room(name: str, most: int, short: str) -> None:
    assert name_that_fits(name, lambda text: len(text) <= most) == short


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Hakim Ziyech", "Ziyech"),
        ("Matthijs de Ligt", "De Ligt"),
        ("Donny van de Beek", "Van de Beek"),
        ("Ruud van Nistelrooij", "Van Nistelrooij"),
        ("Ángel Di María", "Di María"),
        ("Ole Gunnar Solskjær", "Solskjær"),
        ("Lucas Moura", "Lucas Moura"),
        ("Roberto Carlos", "Roberto Carlos"),
        ("Vinícius Júnior", "Vinícius Júnior"),
        ("De Bruyne", "De Bruyne"),
        ("Ronaldo", "Ronaldo"),
        ("", ""),
    ],
)
def test_a_report_calls_a_player_by_his_surname(name: str, short: str) -> None:
    assert surname(name) == short
