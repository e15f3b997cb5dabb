"""Matches of which the news may change within minutes."""

from __future__ import annotations

import pytest

from bot.football.model import EUROPA_LEAGUE, Season
from bot.football.season.club_status import moment_of
from bot.football.season.fixtures import latest
from bot.football.season.schedule import changes_soon
from bot.football.season.season_as_of import know_season
from tests.football.builders import amsterdam, club, match

TONIGHT = match("Arsenal", "Östersund", date="2018-02-22", time="21:05")
SOME_TIME_TODAY = match("Arsenal", "Östersund", date="2018-02-22")
UNDER_WAY = match("Arsenal", "Östersund", "0-2", date="2018-02-22", time="21:05", status="live")
PLAYED = match("Arsenal", "Östersund", "1-2", date="2018-02-22", time="21:05")


@pytest.mark.parametrize(
    ("now", "soon"), [("20:00", False), ("20:05", True), ("21:05", True), ("21:06", False)]
)
def test_news_is_expected_from_an_hour_before_the_kick_off(now: str, *, soon: bool) -> None:
    assert changes_soon([PLAYED, TONIGHT], amsterdam(f"2018-02-22 {now}")) is soon


def test_a_match_under_way_is_news_and_one_that_is_over_is_not() -> None:
    now = amsterdam("2018-02-22 22:00")
    assert changes_soon([UNDER_WAY], now)
    assert not changes_soon([PLAYED], now)


def test_a_match_of_today_without_an_hour_may_begin_at_any_moment() -> None:
    assert changes_soon([SOME_TIME_TODAY], amsterdam("2018-02-22 12:00"))
    assert not changes_soon([SOME_TIME_TODAY], amsterdam("2018-02-21 12:00"))


def test_the_last_matches_come_newest_first_with_the_one_under_way_on_top() -> None:
    first = match("Östersund", "Arsenal", "0-3", date="2018-02-15", time="19:00")
    to_come = match("Milan", "Arsenal", round="R16", date="2018-03-08")
    other = match("Lazio", "Steaua", "5-1", date="2018-02-22")
    now = amsterdam("2018-02-22 21:30")
    as_of = know_season(EUROPA_LEAGUE, Season(2017), (first, PLAYED, to_come, other), (), None, now)
    found = [game for _, game in latest(club("Arsenal"), [as_of], 5)]
    assert [match.status for match in found] == ["live", "played"]
    assert moment_of(found[0]) > moment_of(found[1])
    assert len(latest(club("Arsenal"), [as_of], 1)) == 1
