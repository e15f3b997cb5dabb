"""What a club's matches come to."""

from __future__ import annotations

from bot.football.model import Score
from bot.football.season.balance import Balance, balance
from tests.football.builders import club, match

AJAX = club("Ajax")


def test_wins_and_goals_are_those_of_the_club_at_home_and_away() -> None:
    matches = [
        match("Ajax", "Juventus", "2-1"),
        match("Juventus", "Ajax", "0-3"),
        match("Juventus", "Ajax", "1-0"),
    ]
    assert balance(AJAX, matches) == Balance(2, 0, 1, Score(5, 2))


def test_a_shoot_out_leaves_a_match_level() -> None:
    final = match("Ajax", "Juventus", "1-1", aet="1-1", pens="2-4")
    assert balance(AJAX, [final]) == Balance(0, 1, 0, Score(1, 1))


def test_what_is_still_to_be_played_does_not_count() -> None:
    counted = balance(AJAX, [match("Ajax", "Juventus"), match("Ajax", "Juventus", "4-0")])
    assert (counted.matches, counted.goals) == (1, Score(4, 0))
