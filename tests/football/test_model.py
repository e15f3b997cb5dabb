"""The facts of football themselves: rounds by their codes, scores, whose goals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.football.model import (
    EUROPA_LEAGUE,
    UNKNOWN_ROUND,
    Club,
    Competition,
    GoalKind,
    Round,
    RoundKind,
    Score,
    Season,
)
from tests.football.builders import club, goal, match


@pytest.mark.parametrize(
    "code", ["R16", "GROUP", "GROUP A", "G2 B", "LEAGUE", "KPO", "OTHER Match for third place"]
)
def test_a_round_is_written_as_it_is_read(code: str) -> None:
    assert Round.from_code(code).code == code
    assert str(Round.from_code(code)) == code


@pytest.mark.parametrize("code", ["X", "R17", "group a", "R16 A", "OTHER", "F 2"])
def test_what_is_no_round_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=rf"{code.split(' ', maxsplit=1)[0]}"):
        Round.from_code(code)


def test_rounds_stand_in_the_order_of_play() -> None:
    codes = ["Q1", "PO", "GROUP A", "KPO", "R16", "QF", "SF", "F"]
    rounds = [Round.from_code(code) for code in reversed(codes)]
    assert [round_.code for round_ in sorted(rounds, key=lambda round_: round_.order)] == codes
    assert UNKNOWN_ROUND.is_unknown
    assert not Round(RoundKind.FINAL).is_unknown


def test_only_the_qualifying_rounds_qualify() -> None:
    assert {kind.value for kind in RoundKind if kind.is_qualifying} == {"PR", "Q1", "Q2", "Q3", "PO"}


def test_a_score_is_read_with_a_dash_or_a_colon() -> None:
    assert Score.from_text("2-1") == Score.from_text(" 2:1 ") == Score(2, 1)
    with pytest.raises(ValueError, match="2"):
        Score.from_text("2")


def test_a_score_can_be_added_turned_and_level() -> None:
    assert Score(2, 1) + Score(0, 3) == Score(2, 4)
    assert Score(2, 1).turned == Score(1, 2)
    assert Score(1, 1).is_level
    assert str(Score(11, 10)) == "11-10"


def test_a_season_is_called_by_both_years() -> None:
    assert str(Season(2017)) == "2017/18"
    assert str(Season(1999)) == "1999/00"
    assert str(EUROPA_LEAGUE) == "EL"
    assert Competition("Copa Libertadores") != EUROPA_LEAGUE


def test_a_club_is_the_same_club_under_another_name() -> None:
    assert Club("rou-fcsb", "FCSB") == Club("rou-fcsb", "Steaua")
    assert Club("rou-fcsb", "FCSB") != Club("rou-steaua", "FCSB")
    assert Club("rou-fcsb", "FCSB") != "rou-fcsb"
    assert len({Club("rou-fcsb", "FCSB"), Club("rou-fcsb", "Steaua")}) == 1


def test_a_match_is_seen_from_either_side() -> None:
    played = match("Ajax", "PSV", "2-1", goals=[goal("Ajax", 5), goal("PSV", 9), goal("Ajax", 80)])
    assert played.opponent_of(club("Ajax")) == club("PSV")
    assert played.opponent_of(club("PSV")) == club("Ajax")
    assert played.score_for(club("Ajax")) == Score(2, 1)
    assert played.score_for(club("PSV")) == Score(1, 2)
    assert [scored.minute for scored in played.goals_of(club("Ajax"))] == [5, 80]
    assert played.scorers_known
    assert not match("Ajax", "PSV", "2-1").scorers_known
    assert match("Ajax", "PSV").score_for(club("PSV")) is None


def test_own_goals_are_known_where_every_goal_is_and_its_source_marks_them() -> None:
    unmarked = frozenset({GoalKind.OWN_GOAL})
    played = replace(match("Ajax", "PSV", "1-0"), goals=(goal("Ajax", 3, "Litmanen"),))
    assert played.knows_every(GoalKind.OWN_GOAL)
    assert not replace(played, unmarked=unmarked).knows_every(GoalKind.OWN_GOAL)
    assert replace(played, unmarked=unmarked).knows_every(GoalKind.PENALTY)
    assert not replace(played, goals=()).knows_every(GoalKind.OWN_GOAL)
    goalless = match("Ajax", "PSV", "0-0")
    assert replace(goalless, unmarked=unmarked).knows_every(GoalKind.OWN_GOAL)
