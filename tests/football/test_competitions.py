"""The European competitions: when they were held, under which name, and what came before them."""

from __future__ import annotations

import pytest

from bot.football.competitions import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    EUROPEAN_COMPETITIONS,
    FAIRS_CUP,
    INTERTOTO_CUP,
    SUPER_CUP,
    competition_held,
    competitions_of,
    name_of,
)
from bot.football.model import Competition, Season


def test_every_competition_has_a_name_in_its_first_season() -> None:
    assert all(
        name_of(competition, Season(year), "nl") != competition.code
        for year in range(1955, 2027)
        for competition in competitions_of(Season(year))
    )
    assert len({competition.code for competition in EUROPEAN_COMPETITIONS}) == 7


@pytest.mark.parametrize(
    ("competition", "season", "dutch", "english"),
    [
        (CHAMPIONS_LEAGUE, 1970, "Europa Cup I", "European Cup"),
        (CHAMPIONS_LEAGUE, 1992, "Champions League", "Champions League"),
        (CUP_WINNERS_CUP, 1976, "Europa Cup II", "Cup Winners' Cup"),
        (FAIRS_CUP, 1968, "Jaarbeursstedenbeker", "Fairs Cup"),
        (EUROPA_LEAGUE, 1977, "UEFA Cup", "UEFA Cup"),
        (EUROPA_LEAGUE, 2009, "Europa League", "Europa League"),
        (CONFERENCE_LEAGUE, 2025, "Conference League", "Conference League"),
        (SUPER_CUP, 1973, "Supercup", "Super Cup"),
        (INTERTOTO_CUP, 2000, "Intertoto Cup", "Intertoto Cup"),
        (Competition("Copa Libertadores"), 2000, "Copa Libertadores", "Copa Libertadores"),
    ],
)
def test_a_competition_is_called_as_it_was_in_that_season(
    competition: Competition, season: int, dutch: str, english: str
) -> None:
    assert name_of(competition, Season(season), "nl") == dutch
    assert name_of(competition, Season(season), "en") == english


def test_the_super_cup_was_not_played_in_some_years() -> None:
    assert SUPER_CUP in competitions_of(Season(1973))
    assert SUPER_CUP not in competitions_of(Season(1974))


def test_whoever_asks_for_the_uefa_cup_of_1969_means_the_fairs_cup() -> None:
    assert competition_held(EUROPA_LEAGUE, Season(1969)) == FAIRS_CUP
    assert competition_held(FAIRS_CUP, Season(1971)) == EUROPA_LEAGUE
    assert competition_held(EUROPA_LEAGUE, Season(1971)) == EUROPA_LEAGUE


def test_a_competition_without_a_forerunner_stays_itself() -> None:
    assert competition_held(CUP_WINNERS_CUP, Season(2005)) == CUP_WINNERS_CUP
    assert competition_held(EUROPA_LEAGUE, Season(1957)) == EUROPA_LEAGUE
    assert competition_held(Competition("Eredivisie"), Season(2005)) == Competition("Eredivisie")
