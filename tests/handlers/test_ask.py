"""Questions as the data of a button."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Competition, Round, RoundKind, Season
from bot.handlers.ask import Ask

club_ids = st.from_regex(r"[a-z]{3}-[a-z0-9-]{1,30}", fullmatch=True)
rounds = st.sampled_from(
    [Round(kind) for kind in RoundKind if kind is not RoundKind.OTHER] + [Round(RoundKind.GROUP, "A")]
)
asks = st.builds(
    Ask,
    clubs=st.lists(club_ids, min_size=1, max_size=2).map(tuple),
    competition=st.none() | st.sampled_from([Competition("CL"), Competition("EL"), Competition("ECL")]),
    season=st.none() | st.integers(1955, 2100).map(Season),
    round=st.none() | rounds,
    day=st.none() | st.dates(date(1955, 1, 1), date(2100, 1, 1)),
)


@given(asks)
def test_a_button_asks_what_was_meant(ask: Ask) -> None:
    data = ask.data
    if data is not None:
        assert 1 <= len(data.encode()) <= 64
        assert Ask.from_data(data) == ask


@given(st.text(max_size=80))
def test_a_forged_button_is_a_question_or_nothing(data: str) -> None:
    ask = Ask.from_data(data)
    assert ask is None or ask.clubs


def test_a_question_too_long_for_a_button_gets_none() -> None:
    assert Ask(("a" * 70,)).data is None
