"""A club with very many followers: Telegram's limits are kept, and those who ask are answered meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.football.events.alerting import AlertKind
from bot.transport.limits import PER_SECOND
from tests.conftest import WHOLE, Sampled
from tests.football.builders import amsterdam
from tests.live.crowds import Told, telling
from tests.live.fast_time import run_fast

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
FOLLOWERS = 1500
UNTIL = amsterdam("2018-02-22 23:20")
REPLIES = 0.02
"""Somebody asks something every two seconds, at 25 messages a second."""


def assert_limits_kept(heard: Told) -> None:
    assert heard.most_in_a_second <= 30
    assert heard.most_in_a_minute_to_a_group <= 20
    assert heard.in_the_pause == 0
    assert heard.slowest_reply < 2


def test_an_end_reaches_everybody_about_as_fast_as_telegram_allows(tmp_path: Path, sampled: Sampled) -> None:
    followers = sampled.number(FOLLOWERS)
    heard = run_fast(telling(tmp_path, followers, [AlertKind.ENDS, AlertKind.GOALS], UNTIL))
    assert heard.sent == 4 * followers
    assert_limits_kept(heard)


@WHOLE
def test_an_end_to_a_crowd_is_within_five_percent_of_the_fastest(tmp_path: Path) -> None:
    heard = run_fast(telling(tmp_path, FOLLOWERS, [AlertKind.ENDS], UNTIL, amsterdam("2018-02-22 22:50")))
    assert heard.sent == FOLLOWERS
    # The one whom Telegram asked to wait comes last, or in between.
    assert heard.seconds <= (FOLLOWERS / PER_SECOND) * (1.05 + REPLIES)
    assert_limits_kept(heard)


@WHOLE
def test_a_goal_is_not_told_to_those_whose_turn_comes_too_late(tmp_path: Path) -> None:
    heard = run_fast(telling(tmp_path, 4000, [AlertKind.GOALS], amsterdam("2018-02-22 21:28:55")))
    assert 2500 < heard.sent <= 120 * PER_SECOND
    assert_limits_kept(heard)
