from __future__ import annotations

import pytest

from bot.football.names.countries import country_named
from bot.football.questions.all_time import take_all_time
from bot.football.questions.competition import Rest


@pytest.mark.parametrize(
    ("text", "left"),
    [("aller tijden", ""), ("CL all-time", "CL"), ("topscorer ooit", "topscorer"), ("of all time", "")],
)
def test_all_of_history_may_be_meant(text: str, left: str) -> None:
    rest = Rest(text)
    assert (bool(take_all_time(rest)), rest.text) == (True, left)


def test_a_season_is_not_all_of_history() -> None:
    rest = Rest("CL 2017/18")
    assert (take_all_time(rest), rest.text) == ("", "CL 2017/18")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Nederland", "NED"),
        ("Nederlandse clubs", "NED"),
        ("Dutch teams", "NED"),
        ("Italië", "ITA"),
        ("Franse ploegen", "FRA"),
        ("Ajax", ""),
        ("", ""),
    ],
)
def test_a_country_is_named_by_itself_or_by_its_clubs(text: str, country: str) -> None:
    assert country_named(text) == country
