"""When matches are worth looking at again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.football.season.schedule import is_on, next_look
from tests.football.builders import amsterdam, match

EVERY = timedelta(seconds=30)
EARLY = match("Milan", "Ludogorets", date="2018-02-22", time="19:00")
LATE = match("Arsenal", "Östersund", date="2018-02-22", time="21:05")


@pytest.mark.parametrize(
    ("clock", "then"),
    [
        ("14:00", "14:15"),
        ("18:45", "18:50"),
        ("18:50", "18:50:30"),
        ("21:04", "21:04:30"),
        ("23:30", "23:30:30"),
    ],
)
def test_it_looks_now_and_then_before_a_match_and_every_half_minute_while_it_is_on(
    clock: str, then: str
) -> None:
    now = amsterdam(f"2018-02-22 {clock}")
    assert next_look([EARLY, LATE], now, EVERY) == amsterdam(f"2018-02-22 {then}")


def test_a_match_that_is_over_or_postponed_is_not_looked_at_any_more() -> None:
    over = match("Milan", "Ludogorets", "1-0", date="2018-02-22", time="19:00")
    off = match("Arsenal", "Östersund", date="2018-02-22", time="19:00", status="postponed")
    now = amsterdam("2018-02-22 20:50")
    assert next_look([over, off], now, EVERY) == amsterdam("2018-02-22 21:05")


def test_at_night_nobody_looks_unless_a_match_is_still_being_played() -> None:
    night = amsterdam("2018-02-23 00:50")
    assert next_look([], night, EVERY) == amsterdam("2018-02-23 08:00")
    long = match("Arsenal", "Östersund", "1-1", date="2018-02-22", time="21:05", status="live")
    assert next_look([long], night, EVERY) == night + EVERY


def test_a_match_of_which_only_the_day_is_known_is_on_once_it_is_seen_under_way() -> None:
    now = amsterdam("2018-02-22 20:00")
    assert not is_on(match("Milan", "Ludogorets", date="2018-02-22"), now)
    assert is_on(match("Milan", "Ludogorets", "0-0", date="2018-02-22", status="live"), now)


def test_a_match_that_nobody_tells_of_is_given_up_after_four_hours() -> None:
    assert is_on(LATE, amsterdam("2018-02-23 01:04"))
    assert not is_on(LATE, amsterdam("2018-02-23 01:05"))
