"""Scores of which the source marks no endings, with what really happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.football.model import Derived, Match, Tie
from bot.football.ties.unmarked import may_be_a_shoot_out, may_be_after_extra_time
from tests.football.builders import match, tie

UNMARKED = frozenset({Derived.FULL_TIME})


def unmarked(first_leg: str, second_leg: str, season: int = 1973, competition: str = "EL") -> Tie:
    return tie(
        match("Ruch", "Feyenoord", first_leg, season=season, competition=competition, leg=1),
        as_unmarked(match("Feyenoord", "Ruch", second_leg, season=season, competition=competition, leg=2)),
    )


def as_unmarked(last: Match) -> Match:
    return replace(last, derived=UNMARKED)


def test_feyenoord_may_have_needed_extra_time_against_ruch() -> None:
    assert may_be_after_extra_time(unmarked("1-1", "3-1"))


@pytest.mark.parametrize(
    ("first_leg", "second_leg"),
    [
        # Standard: at 2-0 it never stood as the first leg had ended.
        ("3-1", "2-0"),
        # Level after everything: what it was after 90 minutes it was after 120.
        ("1-1", "1-1"),
        # Four goals in half an hour are not what happened.
        ("1-0", "4-1"),
    ],
)
def test_a_return_that_tells_by_itself_that_it_was_not_extended_is_not_doubted(
    first_leg: str, second_leg: str
) -> None:
    assert not may_be_after_extra_time(unmarked(first_leg, second_leg))


def test_before_away_goals_a_level_tie_was_replayed() -> None:
    assert not may_be_after_extra_time(unmarked("1-1", "3-1", season=1962, competition="CWC"))


def test_a_final_may_have_been_level_before_extra_time_but_not_before_four_goals() -> None:
    def final(score: str) -> Tie:
        last = match("Zaragoza", "Arsenal", score, season=1994, competition="CWC", round="F", neutral=True)
        return tie(as_unmarked(last))

    assert may_be_after_extra_time(final("2-1"))
    assert not may_be_after_extra_time(final("4-0"))


def test_a_score_whose_ending_is_marked_or_that_is_not_known_is_not_doubted() -> None:
    played, ruch = unmarked("1-1", "3-1").matches
    marked = replace(ruch, derived=frozenset())
    extended = match("Feyenoord", "Ruch", "1-1", aet="3-1", season=1973, leg=2)
    to_come = replace(ruch, full_time=None)
    for last in (marked, replace(extended, derived=UNMARKED), to_come):
        assert not may_be_after_extra_time(tie(played, last))
        assert not may_be_a_shoot_out(tie(played, last))
    assert not may_be_after_extra_time(tie(played))
    assert not may_be_after_extra_time(tie(ruch))


@pytest.mark.parametrize("kicks", ["3-1", "5-3", "4-3", "4-5", "7-6"])
def test_sion_feyenoord_and_others_may_be_known_by_their_shoot_outs_only(kicks: str) -> None:
    assert may_be_a_shoot_out(unmarked("0-0", kicks, season=1991))


@pytest.mark.parametrize("score", ["2-1", "5-2", "5-1", "3-0", "6-4", "2-2"])
def test_no_shoot_out_ends_so(score: str) -> None:
    assert not may_be_a_shoot_out(unmarked("0-0", score, season=1991))


def test_after_a_first_leg_that_was_won_only_a_return_of_many_goals_is_doubted() -> None:
    assert not may_be_a_shoot_out(unmarked("2-1", "3-1"))
    # Sparta at Hamburg in 1985: 2-0, and 4-3 for Sparta on penalties.
    assert may_be_a_shoot_out(unmarked("2-0", "3-4", season=1985))


def test_there_were_no_shoot_outs_before_1970() -> None:
    assert not may_be_a_shoot_out(unmarked("0-0", "3-1", season=1969))
