"""A source that lists more goals than were scored."""

from __future__ import annotations

import pytest

from bot.football.events.scorers import with_plausible_goals
from bot.football.model import Goal
from tests.football.builders import goal, match

OTAMENDI = [goal("Palace", minute, "Nicolás Otamendi", kind="own") for minute in (45, 46)]
TAYLOR = goal("Palace", 90, "Gary Taylor")


def kept(score: str | None, *goals: Goal) -> list[int | None]:
    shown = match("Palace", "Leeds", score, goals=goals, status="live")
    return [found.minute for found in with_plausible_goals(shown).goals]


def test_the_same_goal_a_minute_later_gives_way_to_a_real_one() -> None:
    assert kept("2-0", *OTAMENDI, TAYLOR) == [45, 90]


def test_a_goal_listed_twice_alike_is_one() -> None:
    assert kept("1-0", TAYLOR, TAYLOR) == [90]


def test_only_the_club_with_too_many_goals_loses_any() -> None:
    leeds = goal("Leeds", 30, "Harrison")
    assert kept("2-1", leeds, *OTAMENDI, TAYLOR) == [30, 45, 90]
    assert kept("1-1", leeds, goal("Palace", 50, "Ayew"), TAYLOR) == [30]


def test_where_the_doubles_do_not_settle_it_nobody_is_named() -> None:
    assert kept("1-0", *OTAMENDI, TAYLOR) == []
    assert kept("1-0", goal("Palace", 10, "Ayew"), TAYLOR) == []
    assert kept("3-0", *OTAMENDI, goal("Palace", 80, "Ayew"), goal("Palace", 81, "Ayew")) == []


@pytest.mark.parametrize(
    "second",
    [
        goal("Palace", 49, "Ayew"),
        goal("Palace", 46, "Eze"),
        goal("Palace", None, "Ayew"),
        goal("Palace", 46),
    ],
)
def test_other_goals_are_no_doubles(second: Goal) -> None:
    assert kept("1-0", goal("Palace", 46, "Ayew"), second) == []


def test_stoppage_time_counts_in_how_far_two_goals_are_apart() -> None:
    ayew = goal("Palace", 90, "Ayew", stoppage=1)
    assert kept("1-0", ayew, goal("Palace", 90, "Ayew", stoppage=2)) == [90]
    assert kept("1-0", ayew, goal("Palace", 90, "Ayew", stoppage=6)) == []


def test_two_goals_within_a_minute_that_both_count_stay() -> None:
    assert kept("3-0", *OTAMENDI, TAYLOR) == [45, 46, 90]
    assert kept(None, *OTAMENDI) == []
