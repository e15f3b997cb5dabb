"""Countries as people write them."""

from __future__ import annotations

import pytest

from bot.football.names.countries import country_named
from bot.football.names.words import COUNTRIES
from bot.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", COUNTRIES)
def test_a_country_is_found_by_what_it_is_called(code: str, language: str) -> None:
    assert country_named(LANGUAGES[language].country(code)) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nederlandse clubs", "NED"),
        ("alle clubs uit België", "BEL"),
        ("all the Dutch clubs", "NED"),
        ("the Netherlands", "NED"),
        ("Czech Republic", "CZE"),
        ("de Faeröer", "FRO"),
    ],
)
def test_a_country_is_found_in_other_words(text: str, code: str) -> None:
    assert country_named(text) == code


@pytest.mark.parametrize("text", ["Ajax", "Brazilië", ""])
def test_what_has_no_clubs_in_europe_is_no_country(text: str) -> None:
    assert not country_named(text)
