"""How a match went, goal by goal."""

from __future__ import annotations

from bot.football.model import Score
from bot.football.story.course import course, decisive, deepest_deficit, feats, in_ninety
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


def test_the_score_is_told_before_and_after_every_goal() -> None:
    moments = course(ISTANBUL)
    assert [str(moment.after) for moment in moments] == ["0-1", "0-2", "0-3", "1-3", "2-3", "3-3"]
    assert moments[-1].before == Score(2, 3)


def test_liverpool_were_three_goals_behind_by_the_44th_minute() -> None:
    deepest = deepest_deficit(course(ISTANBUL), club("Liverpool"), ISTANBUL)
    assert deepest is not None
    assert (deepest.goal.minute, deepest.after) == (44, Score(0, 3))
    assert deepest_deficit(course(ISTANBUL), club("AC Milan"), ISTANBUL) is None


def test_the_decisive_goal_is_the_last_that_changed_who_was_ahead() -> None:
    level = decisive(course(ISTANBUL), ISTANBUL)
    assert level is not None
    assert level.goal.scorer == "Xabi Alonso"
    won = decisive(course(DORTMUND_REAL), DORTMUND_REAL)
    assert won is not None
    assert won.after == Score(2, 1)
    assert decisive((), DORTMUND_REAL) is None


def test_four_goals_of_one_man_are_a_feat() -> None:
    (feat,) = feats(DORTMUND_REAL)
    assert (feat.scorer, feat.club, feat.goals) == ("Robert Lewandowski", club("Dortmund"), 4)
    assert feats(ISTANBUL) == ()


def test_own_goals_are_nobodys_feat() -> None:
    strange = match("A", "B", "3-0", goals=[goal("A", minute, "Unlucky", kind="own") for minute in (1, 2, 3)])
    assert feats(strange) == ()


def test_an_awarded_match_has_no_course_and_no_feats() -> None:
    awarded = match("A", "B", "3-0", status="awarded", goals=[goal("A", minute, "X") for minute in (1, 2, 3)])
    assert course(awarded) == ()
    assert feats(awarded) == ()


def test_where_the_order_of_the_goals_is_not_known_there_is_no_course() -> None:
    assert course(match("A", "B", "2-0", goals=[goal("A", 80), goal("A", 10)])) == ()
    assert course(match("A", "B", "1-1", goals=[goal("A", 10), goal("A", 80)])) == ()
    assert course(match("A", "B", "1-0", goals=[goal("A")])) == ()
    assert course(match("A", "B", "2-0", goals=[goal("A", 10)])) == ()


def test_goals_of_extra_time_fall_after_ninety_minutes() -> None:
    late = match("A", "B", "1-1", aet="2-1", goals=[goal("A", 10), goal("B", 90), goal("A", 113)])
    assert [moment.goal.minute for moment in in_ninety(course(late))] == [10, 90]
