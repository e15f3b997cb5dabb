"""The knockout phase, the last round first."""

from __future__ import annotations

from bot.football.model import EUROPA_LEAGUE, Season
from bot.football.season.bracket import Branch, bracket, branches
from bot.football.season.season_as_of import know_season
from tests.football.builders import amsterdam, match
from tests.football.seasons import ARSENAL_ATLETICO, SEMI_FINALS_AND_FINAL

QUALIFIER = match("Östersund", "PAOK", "2-0", round="PO", date="2017-08-24")
UNTOLD = match("Lazio", "Nice", "1-0", round="OTHER ?", date="2017-11-02")
GROUP = match("Arsenal", "Köln", "3-1", round="GROUP H", date="2017-09-14")


def test_the_final_stands_on_top_and_qualifying_is_left_out() -> None:
    matches = (QUALIFIER, UNTOLD, GROUP, *SEMI_FINALS_AND_FINAL)
    as_of = know_season(EUROPA_LEAGUE, Season(2017), matches, (), None, amsterdam("2018-05-17 12:00"))
    rounds = [(round_.code, len(ties)) for round_, ties in bracket(as_of)]
    assert rounds == [("F", 1), ("SF", 2)]


def test_before_the_first_knockout_round_there_is_none() -> None:
    as_of = know_season(
        EUROPA_LEAGUE, Season(2017), (GROUP, *ARSENAL_ATLETICO), (), None, amsterdam("2017-09-14 12:00")
    )
    assert bracket(as_of) == ()


SEASON = (
    match("Ajax", "Bayern", "2-1", round="R1", date="2017-09-01"),
    match("Celtic", "Dinamo", "0-1", round="R1", date="2017-09-01"),
    match("Everton", "Ajax", "0-1", round="QF", date="2018-04-01"),
    match("Dinamo", "Ferencváros", "3-1", round="QF", date="2018-04-01"),
    match("Galatasaray", "Hibernian", "0-2", round="QF", date="2018-04-02"),
    match("Dinamo", "Ajax", "1-2", round="SF", date="2018-05-01"),
)


def test_a_tie_hangs_below_the_one_that_its_winner_played_next() -> None:
    as_of = know_season(EUROPA_LEAGUE, Season(2017), SEASON, (), None, amsterdam("2018-05-17 12:00"))
    semi, quarter = branches(as_of, bracket(as_of))
    assert _drawn(semi) == ("Dinamo", [("Dinamo", [("Celtic", [])]), ("Everton", [("Ajax", [])])])
    assert _drawn(quarter) == ("Galatasaray", [])
    assert (semi.size, quarter.size) == (5, 1)


def test_what_a_group_lies_between_does_not_hang_together() -> None:
    group = match("Dinamo", "Ajax", "0-0", round="GROUP A", date="2017-11-01")
    as_of = know_season(
        EUROPA_LEAGUE, Season(2017), (*SEASON, group), (), None, amsterdam("2018-05-17 12:00")
    )
    assert [(branch.tie.round.code, branch.size) for branch in branches(as_of, bracket(as_of))] == [
        *(("SF", 3), ("QF", 1)),
        *(("R1", 1), ("R1", 1)),
    ]


def test_a_club_with_a_bye_comes_from_the_round_before() -> None:
    matches = (SEASON[0], SEASON[-1])
    as_of = know_season(EUROPA_LEAGUE, Season(2017), matches, (), None, amsterdam("2018-05-17 12:00"))
    (semi,) = branches(as_of, bracket(as_of))
    assert _drawn(semi) == ("Dinamo", [("Ajax", [])])


def _drawn(branch: Branch) -> tuple[str, list[object]]:
    return branch.tie.club_a.name, [_drawn(below) for below in branch.below]
