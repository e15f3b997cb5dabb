"""Which events are still news, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.football.events.deadlines import Announcement, announcements
from bot.football.events.decide import decide
from bot.football.events.observations import Observation
from bot.football.events.states import MatchState, match_key
from bot.football.model import Goal
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
