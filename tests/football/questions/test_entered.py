"""A result or a goal typed in one line."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import GoalKind, Match, Score, Status
from bot.football.questions.entered import NoNextGoal, NotReadable, Typed, entered, nearest, read_entry
from tests.football.builders import club, goal, match

CLUBS = "Ajax - Milan"
WEGHORST = goal("Ajax", 3, "Weghorst")
UNDER_WAY = match("Ajax", "Milan", "1-0", date="2026-11-26", status="live", goals=[WEGHORST])


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("Ajax - Milan 2-1", Typed(CLUBS, Score(2, 1))),
        ("Ajax - Milan 2 - 1.", Typed(CLUBS, Score(2, 1))),
        ("Ajax - Milan 2-1 (1-0)", Typed(CLUBS, Score(2, 1), half_time=Score(1, 0))),
        ("Ajax - Milan 3-1 nv", Typed(CLUBS, Score(3, 1), after_extra_time=True)),
        ("Ajax - Milan 3-1 na verlenging", Typed(CLUBS, Score(3, 1), after_extra_time=True)),
        (
            "Ajax - Milan 1-1 n.v. 3-4 ns",
            Typed(CLUBS, Score(1, 1), after_extra_time=True, penalties=Score(3, 4)),
        ),
        (
            "Ajax - Milan 1-1 4-2 w.n.s.",
            Typed(CLUBS, Score(1, 1), after_extra_time=True, penalties=Score(4, 2)),
        ),
        (
            "goal Ajax - Milan 2-0 Brobbey 39",
            Typed(CLUBS, Score(2, 0), is_goal=True, scorer="Brobbey", minute=39),
        ),
        (
            "doelpunt Ajax - Milan 2-0 45+2' Taylor (pen.)",
            Typed(
                *(CLUBS, Score(2, 0)),
                is_goal=True,
                scorer="Taylor",
                minute=45,
                stoppage=2,
                kind=GoalKind.PENALTY,
            ),
        ),
        (
            "goal Ajax - Milan 2-0 Tomori e.d. 12",
            Typed(CLUBS, Score(2, 0), is_goal=True, scorer="Tomori", minute=12, kind=GoalKind.OWN_GOAL),
        ),
        ("goal Ajax - Milan 2-0", Typed(CLUBS, Score(2, 0), is_goal=True)),
        ("Ajax - Milan 2-1 sterke wedstrijd", NotReadable("sterke wedstrijd")),
        ("goal Ajax - Milan 2-0 Brobbey 39 40", NotReadable("Brobbey 40")),
        ("wat een wedstrijd", NotReadable()),
        ("2-1", NotReadable()),
        ("", NotReadable()),
    ],
)
def test_a_line_is_read_as_it_was_meant_or_not_at_all(line: str, typed: Typed | NotReadable) -> None:
    assert read_entry(line) == typed


@given(st.text(max_size=120))
def test_whatever_is_typed_is_read_or_refused(line: str) -> None:
    assert isinstance(read_entry(line), Typed | NotReadable)


def after(typed: Typed, before: Match) -> Match:
    found = entered(typed, before)
    assert isinstance(found, Match)
    return found


def test_a_goal_is_one_more_than_there_were() -> None:
    typed = Typed(CLUBS, Score(1, 1), is_goal=True, scorer="Leão", minute=60)
    now = after(typed, UNDER_WAY)
    assert now.full_time == Score(1, 1)
    assert now.status is Status.LIVE
    assert now.goals == (*UNDER_WAY.goals, goal("Milan", 60, "Leão"))
    for score in (Score(1, 0), Score(2, 1), Score(0, 0), Score(3, 0)):
        assert entered(Typed(CLUBS, score, is_goal=True), UNDER_WAY) == NoNextGoal(Score(1, 0))


def test_a_goal_of_a_match_that_is_over_leaves_it_over() -> None:
    over = match("Ajax", "Milan", "1-1", aet="1-1", date="2026-11-25")
    now = after(Typed(CLUBS, Score(2, 1), is_goal=True), over)
    assert (now.status, now.full_time, now.extra_time) == (Status.PLAYED, Score(1, 1), Score(2, 1))


def test_a_result_ends_the_match_and_keeps_the_goals_that_make_it() -> None:
    kept = after(Typed(CLUBS, Score(1, 0), half_time=Score(1, 0)), UNDER_WAY)
    assert (kept.status, kept.score, kept.half_time) == (Status.PLAYED, Score(1, 0), Score(1, 0))
    assert kept.goals == UNDER_WAY.goals
    changed = after(Typed(CLUBS, Score(2, 0)), UNDER_WAY)
    assert changed.goals == ()


def test_after_extra_time_the_score_after_ninety_minutes_is_what_it_was_if_level() -> None:
    typed = Typed(CLUBS, Score(2, 1), after_extra_time=True)
    level = match("Ajax", "Milan", "1-1", date="2026-11-26", status="live")
    assert after(typed, level).full_time == Score(1, 1)
    assert after(typed, UNDER_WAY).full_time is None
    assert after(typed, level).extra_time == Score(2, 1)


def test_the_match_that_was_played_last_is_meant() -> None:
    now = datetime(2026, 11, 26, 20, tzinfo=UTC)
    days = ("2026-09-17", "2026-11-26", "2027-02-01")
    earlier, tonight, later = (match("Ajax", "Milan", date=day) for day in days)
    assert nearest([earlier, later, tonight], now) is tonight
    assert nearest([later, match("Ajax", "Milan")], now) is None
    assert club("Ajax") in tonight.clubs
