"""Questions as the data of a button."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Competition, Round, RoundKind, Season
from bot.handlers.query import About, Back, Query

club_ids = st.from_regex(r"[a-z]{3}-[a-z0-9-]{1,30}", fullmatch=True)
rounds = st.sampled_from(
    [Round(kind) for kind in RoundKind if kind is not RoundKind.OTHER] + [Round(RoundKind.GROUP, "A")]
)
asks = st.builds(
    Query,
    clubs=st.lists(club_ids, min_size=1, max_size=2).map(tuple),
    competition=st.none() | st.sampled_from([Competition("CL"), Competition("EL"), Competition("ECL")]),
    season=st.none() | st.integers(1955, 2100).map(Season),
    round=st.none() | rounds,
    day=st.none() | st.dates(date(1955, 1, 1), date(2100, 1, 1)),
    back=st.none() | st.sampled_from(Back),
)


@given(asks)
def test_a_button_asks_what_was_meant(ask: Query) -> None:
    data = ask.data
    if data is not None:
        assert 1 <= len(data.encode()) <= 64
        assert Query.from_data(data) == ask


parts = st.text("ua|+-abecrEL0123456789 R", max_size=12)


@given(st.lists(parts, min_size=1, max_size=8).map(lambda cells: "|".join(["u", *cells])))
def test_a_forged_button_asks_what_it_would_ask_again_or_nothing(data: str) -> None:
    ask = Query.from_data(data)
    if ask is not None and ask.data is not None:
        assert Query.from_data(ask.data) == ask


def test_a_question_too_long_for_a_button_gets_none() -> None:
    assert Query(("a" * 70,)).data is None


def test_a_way_back_is_left_out_where_it_does_not_fit() -> None:
    ask = Query(("a" * 60,), back=Back.EVENING)
    assert ask.data is None
    assert ask.pressable == f"u|{'a' * 60}"


@given(
    st.sampled_from([about for about in About if about not in {About.RESULT, About.FIXTURES}]),
    st.dates(date(1955, 1, 1)),
)
def test_an_evening_or_a_competition_is_asked_without_a_club(about: About, day: date) -> None:
    ask = Query((), Competition("EL"), day=day, about=about)
    assert ask.data is not None
    assert Query.from_data(ask.data) == ask


def test_a_result_and_a_programme_are_asked_of_a_club() -> None:
    assert Query.from_data("p||EL") is None
    assert Query.from_data("u||EL|2017") is None
    assert Query.from_data("u") is None
    assert Query.from_data("s") == Query((), about=About.TABLE)


def test_the_button_of_a_leg_in_an_older_message_asks_for_the_tie() -> None:
    leg = Query.from_data("u|eng-arsenal-fc|EL|2017|R32||1e")
    assert leg == Query.from_data("u|eng-arsenal-fc|EL|2017|R32||e")
    assert leg is not None
