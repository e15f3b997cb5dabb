"""What was drawn and is still to be played."""

from __future__ import annotations

from bot.football.model import EUROPA_LEAGUE, Match, Season
from bot.football.season.draw_pairings import drawn
from bot.football.season.season_as_of import SeasonAsOf, know_season
from tests.football.builders import amsterdam, draw, match

QUALIFIER = match("Östersund", "PAOK", "2-0", round="PO", date="2017-08-24")
UNTOLD = match("Lazio", "Nice", "1-0", round="OTHER ?", date="2017-11-02")
ROUND_OF_32 = match("Arsenal", "Östersund", "1-2", date="2018-02-22")
ROUND_OF_16 = (
    match("Milan", "Arsenal", "0-2", round="R16", date="2018-03-08"),
    match("Arsenal", "Milan", "3-1", round="R16", date="2018-03-15"),
)
SEMI_FINAL = match("Arsenal", "Atlético", "1-1", round="SF", date="2018-04-26")
FINAL = match("Marseille", "Atlético", "0-3", round="F", date="2018-05-16")
DRAWS = (draw("R32", "2017-12-11"), draw("R16", "2018-02-23"), draw("QF SF", "2018-03-16"), draw("F", None))


def _known(now: str, *matches: Match) -> SeasonAsOf:
    return know_season(EUROPA_LEAGUE, Season(2017), matches, DRAWS, None, amsterdam(now))


def test_after_the_draw_the_pairings_are_told_with_its_day() -> None:
    as_of = _known("2018-02-23 15:30", QUALIFIER, UNTOLD, ROUND_OF_32, *ROUND_OF_16, FINAL)
    (drawn_round,) = drawn(as_of)
    assert drawn_round.round.code == "R16"
    assert [[club.name for club in tie.clubs] for tie in drawn_round.ties] == [["Milan", "Arsenal"]]
    assert drawn_round.draw == DRAWS[1]


def test_before_the_draw_nobody_knows_and_after_the_first_match_nobody_asks() -> None:
    matches = (ROUND_OF_32, *ROUND_OF_16)
    assert drawn(_known("2018-02-23 12:00", *matches)) == ()
    assert drawn(_known("2018-03-09 12:00", *matches)) == ()


def test_one_draw_can_make_the_pairings_of_two_rounds() -> None:
    (drawn_round,) = drawn(_known("2018-04-20 12:00", *ROUND_OF_16, SEMI_FINAL))
    assert drawn_round.round.code == "SF"
    assert drawn_round.draw == DRAWS[2]


def test_where_no_draw_is_recorded_the_pairings_are_told_without_its_day() -> None:
    third = match("Ajax", "Dnipro", round="R3", date="2018-03-01")
    (drawn_round,) = drawn(_known("2018-02-24 12:00", ROUND_OF_32, third))
    assert drawn_round.draw is None


def test_what_was_never_dated_is_not_to_be_played_once_the_final_has_been() -> None:
    undated = match("Ajax", "Dnipro", round="QF")
    final = match("Marseille", "Atlético", "0-3", round="F", date="2018-05-16")
    assert drawn(_known("2018-05-20 12:00", undated, final)) == ()


def test_a_final_is_not_drawn() -> None:
    assert drawn(_known("2018-05-10 12:00", SEMI_FINAL, FINAL)) == ()
