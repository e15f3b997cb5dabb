"""The goals of a match with the score that each made."""

from __future__ import annotations

from bot.football.model import Score
from bot.football.story.scored_goals import (
    decisive,
    deepest_deficit,
    hat_tricks,
    in_ninety,
    own_goals_for,
    scored_goals,
    scorers_of,
)
from tests.football.builders import club, goal, match

ISTANBUL = match(
    "Liverpool",
    "AC Milan",
    "3-3",
    aet="3-3",
    pens="3-2",
    round="F",
    goals=[
        goal("AC Milan", 1, "Paolo Maldini"),
        goal("AC Milan", 39, "Hernán Crespo"),
        goal("AC Milan", 44, "Hernán Crespo"),
        goal("Liverpool", 54, "Steven Gerrard"),
        goal("Liverpool", 56, "Vladimír Šmicer"),
        goal("Liverpool", 60, "Xabi Alonso"),
    ],
)
DORTMUND_REAL = match(
    "Dortmund",
    "Real Madrid",
    "4-1",
    goals=[
        *(goal("Dortmund", minute, "Robert Lewandowski") for minute in (8,)),
        goal("Real Madrid", 43, "Cristiano Ronaldo"),
        *(goal("Dortmund", minute, "Robert Lewandowski") for minute in (50, 55, 67)),
    ],
)


def test_every_goal_has_the_score_before_and_after_it() -> None:
    goals = scored_goals(ISTANBUL)
    assert [str(scored.after) for scored in goals] == ["0-1", "0-2", "0-3", "1-3", "2-3", "3-3"]
    assert goals[-1].before == Score(2, 3)


def test_liverpool_were_three_goals_behind_by_the_44th_minute() -> None:
    deepest = deepest_deficit(scored_goals(ISTANBUL), club("Liverpool"), ISTANBUL)
    assert deepest is not None
    assert (deepest.goal.minute, deepest.after) == (44, Score(0, 3))
    assert deepest_deficit(scored_goals(ISTANBUL), club("AC Milan"), ISTANBUL) is None


def test_the_decisive_goal_is_the_last_that_changed_who_was_ahead() -> None:
    level = decisive(scored_goals(ISTANBUL), ISTANBUL)
    assert level is not None
    assert level.goal.scorer == "Xabi Alonso"
    won = decisive(scored_goals(DORTMUND_REAL), DORTMUND_REAL)
    assert won is not None
    assert won.after == Score(2, 1)
    assert decisive((), DORTMUND_REAL) is None


def test_four_goals_of_one_man_count_as_a_hat_trick() -> None:
    (trick,) = hat_tricks(DORTMUND_REAL)
    assert (trick.scorer, trick.club, trick.goals) == ("Robert Lewandowski", club("Dortmund"), 4)
    assert hat_tricks(ISTANBUL) == ()


def test_own_goals_make_no_hat_trick() -> None:
    strange = match("A", "B", "3-0", goals=[goal("A", minute, "Unlucky", kind="own") for minute in (1, 2, 3)])
    assert hat_tricks(strange) == ()


def test_an_awarded_match_has_no_goals_in_order_and_no_hat_tricks() -> None:
    awarded = match("A", "B", "3-0", status="awarded", goals=[goal("A", minute, "X") for minute in (1, 2, 3)])
    assert scored_goals(awarded) == ()
    assert hat_tricks(awarded) == ()


def test_where_the_order_of_the_goals_is_not_known_there_are_none() -> None:
    assert scored_goals(match("A", "B", "2-0", goals=[goal("A", 80), goal("A", 10)])) == ()
    assert scored_goals(match("A", "B", "1-1", goals=[goal("A", 10), goal("A", 80)])) == ()
    assert scored_goals(match("A", "B", "1-0", goals=[goal("A")])) == ()
    assert scored_goals(match("A", "B", "2-0", goals=[goal("A", 10)])) == ()


def test_goals_of_extra_time_fall_after_ninety_minutes() -> None:
    late = match("A", "B", "1-1", aet="2-1", goals=[goal("A", 10), goal("B", 90), goal("A", 113)])
    assert [scored.minute for scored in in_ninety(scored_goals(late))] == [10, 90]


def test_scorers_are_counted_in_the_order_of_their_first_goal() -> None:
    assert scorers_of(ISTANBUL, club("AC Milan")) == (("Paolo Maldini", 1), ("Hernán Crespo", 2))
    assert scorers_of(match("A", "B"), club("A")) == ()
    assert scorers_of(match("A", "B", "2-0", goals=[goal("A", 1, "X")]), club("A")) == ()
    assert scorers_of(match("A", "B", "2-0", goals=[goal("A", 1, "X"), goal("A", 2)]), club("A")) == ()


def test_an_own_goal_counts_for_the_other_club_and_for_no_scorer() -> None:
    unlucky = match("A", "B", "2-0", goals=[goal("A", 1, "X"), goal("A", 2, "Pech", kind="own")])
    assert scorers_of(unlucky, club("A")) == (("X", 1),)
    assert own_goals_for(unlucky, club("A")) == ("Pech",)
    assert own_goals_for(unlucky, club("B")) == ()
