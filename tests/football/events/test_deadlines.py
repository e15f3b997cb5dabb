"""Which events are still news, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.football.events.deadlines import (
    Announcement,
    about_to_begin,
    announcements,
    late_results,
    news_until,
    next_reminder,
    not_at_night,
)
from bot.football.events.decide import decide
from bot.football.events.events import MatchEnded
from bot.football.events.observations import Observation
from bot.football.events.states import MatchState, match_key
from bot.football.model import Goal, Match
from tests.football.builders import amsterdam, goal, match

NOW = amsterdam("2018-02-22 21:30")
AIESH = goal("Östersund", 22, "Hosam Aiesh")


def look(
    score: str, *goals: Goal, minute: int | None = None, status: str = "live", date: str = "2018-02-22"
) -> Observation:
    """Arsenal – Östersund as a source shows it."""
    time = "21:05" if date == "2018-02-22" else None
    shown = match("Arsenal", "Östersund", score, date=date, time=time, goals=goals, status=status)
    return Observation(shown, minute=minute)


def news(
    before: Observation, after: Observation, *, last_look: timedelta, now: datetime = NOW
) -> list[Announcement]:
    states = {match_key(before.match): MatchState(before, now - last_look)}
    decision = decide([after], states, now)
    return announcements(decision.events, states, decision.states, now)


def test_a_goal_is_news_for_two_minutes() -> None:
    (announcement,) = news(look("0-0"), look("0-1", AIESH, minute=22), last_look=timedelta(seconds=30))
    assert announcement.deadline == NOW + timedelta(minutes=2)
    assert announcement.key.endswith("goal away 1.0")


def test_a_goal_is_as_old_as_the_minute_shown_with_it_says() -> None:
    (announcement,) = news(look("0-0"), look("0-1", AIESH, minute=24), last_look=timedelta(minutes=5))
    assert announcement.deadline == NOW + timedelta(minutes=1)


def test_a_goal_of_long_ago_is_no_news() -> None:
    assert news(look("0-0"), look("0-1", AIESH, minute=40), last_look=timedelta(minutes=20)) == []


def test_a_goal_without_a_minute_may_have_fallen_right_after_the_last_look() -> None:
    nobody = look("0-1", minute=40)
    assert news(look("0-0"), nobody, last_look=timedelta(minutes=20)) == []
    (announcement,) = news(look("0-0"), nobody, last_look=timedelta(seconds=30))
    assert announcement.deadline == NOW + timedelta(minutes=2)


def test_a_kick_off_that_nobody_saw_is_no_news() -> None:
    before = replace(look("0-0", status="scheduled"))
    assert news(before, look("0-0"), last_look=timedelta(minutes=10)) == []
    assert len(news(before, look("0-0"), last_look=timedelta(minutes=1))) == 1


def test_an_end_is_news_for_an_hour_and_on_its_own_evening_only() -> None:
    late = amsterdam("2018-02-22 22:55")
    over = look("1-2", status="played")
    (announcement,) = news(look("1-2"), over, last_look=timedelta(minutes=30), now=late)
    assert announcement.deadline == late + timedelta(hours=1)
    assert news(look("1-2"), over, last_look=timedelta(hours=12), now=late + timedelta(hours=12)) == []


def test_a_match_called_off_is_news_on_any_day() -> None:
    before = look("0-0", status="scheduled", date="2018-03-08")
    after = replace(before, match=replace(before.match, status=type(before.match.status).POSTPONED))
    assert len(news(before, after, last_look=timedelta(hours=3))) == 1


def test_a_goal_that_gets_its_scorer_is_news_for_two_minutes() -> None:
    (announcement,) = news(look("0-1"), look("0-1", AIESH), last_look=timedelta(seconds=30))
    assert announcement.deadline == NOW + timedelta(minutes=2)


def scheduled_and_over(
    now: datetime, *, live: bool, date: str = "2018-02-22"
) -> tuple[list[Announcement], list[Match]]:
    """What is news of a match that a look shows to be over, while nothing was seen of it before."""
    before, after = (
        Observation(match("Arsenal", "Östersund", date=date, time="21:05")),
        look("1-2", AIESH, status="played", date=date),
    )
    states = {match_key(before.match): MatchState(before, now - timedelta(seconds=30))}
    decision = decide([after], states, now)
    found = announcements(decision.events, states, decision.states, now, live=live)
    return found, late_results(decision.events, states, now, live=live)


def test_what_is_not_seen_live_is_a_result_and_no_event() -> None:
    news_now, results = scheduled_and_over(amsterdam("2018-02-22 23:05"), live=False)
    assert news_now == []
    assert [str(each.score) for each in results] == ["1-2"]


def test_an_end_that_comes_forty_minutes_late_is_a_result_too() -> None:
    soon, _ = scheduled_and_over(amsterdam("2018-02-22 23:35"), live=True)
    assert any(isinstance(each.event, MatchEnded) for each in soon)
    late, results = scheduled_and_over(amsterdam("2018-02-22 23:45"), live=True)
    assert not any(isinstance(each.event, MatchEnded) for each in late)
    assert len(results) == 1


def test_an_end_under_our_eyes_is_an_event_however_late_it_comes() -> None:
    now = amsterdam("2018-02-23 00:10")
    found = news(
        look("1-2", AIESH),
        look("1-2", AIESH, status="played"),
        last_look=timedelta(seconds=30),
        now=now,
    )
    assert any(isinstance(each.event, MatchEnded) for each in found)


@pytest.mark.parametrize(
    ("now", "is_news"), [("2018-02-23 09:59", True), ("2018-02-23 10:00", False), ("2018-02-24 09:00", False)]
)
def test_a_result_is_news_until_ten_in_the_morning(now: str, *, is_news: bool) -> None:
    assert bool(scheduled_and_over(amsterdam(now), live=False)[1]) is is_news
    assert news_until(date(2018, 2, 22)) == amsterdam("2018-02-23 10:00")


@pytest.mark.parametrize(
    ("now", "at"),
    [
        ("2018-02-23 00:29", "2018-02-23 00:29"),
        ("2018-02-23 00:30", "2018-02-23 08:00"),
        ("2018-02-23 07:59", "2018-02-23 08:00"),
        ("2018-02-23 08:00", "2018-02-23 08:00"),
    ],
)
def test_nobody_is_told_a_result_at_night(now: str, at: str) -> None:
    assert not_at_night(amsterdam(now)) == amsterdam(at)


def test_followers_are_reminded_in_the_hour_before_a_kick_off_and_never_after_it() -> None:
    first = match("Arsenal", "Östersund", date="2018-02-22", time="21:05")
    other = match("Ajax", "PSV", date="2018-02-22", time="19:00")
    unknown = match("Milan", "Porto", date="2018-02-22")
    put_off = match("Lyon", "Nice", date="2018-02-22", time="21:05", status="postponed")
    tonight = [first, other, unknown, put_off]
    assert next_reminder(tonight, amsterdam("2018-02-22 12:00")) == amsterdam("2018-02-22 18:00")
    assert next_reminder(tonight, amsterdam("2018-02-22 18:00")) == amsterdam("2018-02-22 20:05")
    assert next_reminder(tonight, amsterdam("2018-02-22 20:05")) is None
    assert about_to_begin(tonight, amsterdam("2018-02-22 20:04")) == {}
    due = {amsterdam("2018-02-22 21:05"): [first]}
    assert about_to_begin(tonight, amsterdam("2018-02-22 20:05")) == due
    assert about_to_begin(tonight, amsterdam("2018-02-22 21:04")) == due
    assert about_to_begin(tonight, amsterdam("2018-02-22 21:05")) == {}
