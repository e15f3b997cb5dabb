"""The knockout phase, the last round first."""

from __future__ import annotations

from bot.football.model import EUROPA_LEAGUE, Season
from bot.football.season.bracket import bracket
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
