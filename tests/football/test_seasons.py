"""When a season begins, and which competitions it had."""

from __future__ import annotations

from datetime import date

from bot.football.competitions import FAIRS_CUP, INTERTOTO_CUP, SUPER_CUP, competitions_of
from bot.football.model import CHAMPIONS_LEAGUE, CONFERENCE_LEAGUE, CUP_WINNERS_CUP, EUROPA_LEAGUE, Season
from bot.football.seasons import season_of, season_on
from tests.football.builders import amsterdam


def test_a_season_begins_in_july() -> None:
    assert season_on(date(2018, 6, 30)) == Season(2017)
    assert season_on(date(2018, 7, 1)) == Season(2018)


def test_the_day_in_amsterdam_decides() -> None:
    assert season_of(amsterdam("2018-07-01 00:30")) == Season(2018)


def test_the_competitions_came_and_went() -> None:
    assert competitions_of(Season(1955)) == (CHAMPIONS_LEAGUE, FAIRS_CUP)
    assert competitions_of(Season(1987)) == (
        CHAMPIONS_LEAGUE,
        EUROPA_LEAGUE,
        CUP_WINNERS_CUP,
        SUPER_CUP,
    )
    assert competitions_of(Season(1999)) == (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, SUPER_CUP, INTERTOTO_CUP)
    assert competitions_of(Season(2021)) == (
        CHAMPIONS_LEAGUE,
        EUROPA_LEAGUE,
        CONFERENCE_LEAGUE,
        SUPER_CUP,
    )
