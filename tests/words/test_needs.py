"""What a club still needs, in words."""

from __future__ import annotations

import pytest

from bot.football.ties.needs import needs
from bot.words import LANGUAGES
from tests.football.builders import match, tie

DUTCH, ENGLISH = LANGUAGES["nl"], LANGUAGES["en"]


@pytest.mark.parametrize(
    ("first_leg", "season", "sentence"),
    [
        # Östersund–Arsenal 0-3: with away goals, a 0-3 defeat alone brings extra time.
        ("0-3", 2017, "Arsenal mag met twee doelpunten verschil verliezen; bij 0-3 verlenging"),
        ("0-0", 2017, "Arsenal moet winnen; bij 0-0 verlenging"),
        ("1-1", 2017, "Arsenal moet winnen; bij 0-0 ook door; bij 1-1 verlenging"),
        ("0-1", 2017, "Arsenal heeft genoeg aan een gelijkspel; bij 0-1 verlenging"),
        ("2-0", 2017, "Arsenal moet met drie doelpunten verschil winnen; bij 2-0 verlenging"),
        (
            "4-2",
            2011,
            "Arsenal moet met drie doelpunten verschil winnen; bij 2-0 of 3-1 ook door; bij 4-2 verlenging",
        ),
        # Without away goals, from 2021/22 on.
        (
            "0-1",
            2022,
            "Arsenal heeft genoeg aan een gelijkspel; bij verlies met één doelpunt verschil verlenging",
        ),
        ("1-1", 2022, "Arsenal moet winnen; bij gelijkspel verlenging"),
        (
            "2-0",
            2022,
            (
                "Arsenal moet met drie doelpunten verschil winnen; "
                "bij winst met twee doelpunten verschil verlenging"
            ),
        ),
    ],
)
def test_what_arsenal_needs_at_home_after_the_first_leg(first_leg: str, season: int, sentence: str) -> None:
    first = match("Östersund", "Arsenal", first_leg, season=season, round="R32", leg=1)
    second = match("Arsenal", "Östersund", season=season, round="R32", leg=2)
    need = next(each for each in needs(tie(first, second)) if each.club.name == "Arsenal")
    assert DUTCH.need("Arsenal", need) == sentence
    assert ENGLISH.need("Arsenal", need).startswith("Arsenal ")


def test_what_tottenham_need_away_after_a_defeat_by_one_goal_at_home() -> None:
    first = match("Tottenham", "Ajax", "0-1", season=2018, round="SF", leg=1)
    second = match("Ajax", "Tottenham", season=2018, round="SF", leg=2)
    need = next(each for each in needs(tie(first, second)) if each.club.name == "Tottenham")
    assert DUTCH.need("Tottenham", need) == ("Tottenham is door bij elke zege, behalve 0-1 (dan verlenging)")
    assert (
        ENGLISH.need("Tottenham", need) == "Tottenham go through with any win, except 0-1 (then extra time)"
    )


def test_what_a_club_needs_away_after_a_defeat_by_three_goals_at_home() -> None:
    first = match("Östersund", "Arsenal", "0-3", season=2017, round="R32", leg=1)
    second = match("Arsenal", "Östersund", season=2017, round="R32", leg=2)
    need = next(each for each in needs(tie(first, second)) if each.club.name == "Östersund")
    assert DUTCH.need("Östersund", need) == (
        "Östersund is door bij een zege met drie doelpunten verschil, behalve 0-3 (dan verlenging)"
    )
