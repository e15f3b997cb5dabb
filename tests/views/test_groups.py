"""What a group is called: by its letter, or by two of its clubs."""

from __future__ import annotations

import pytest

from bot.football.model import EUROPA_LEAGUE, Round, Season
from bot.football.season.season_as_of import know_season
from bot.views.season_lines import round_name
from bot.words import LANGUAGES
from tests.football.builders import amsterdam, match


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("GROUP H", "nl", "groep H"),
        ("GROUP 3", "nl", "groep met Ajax en Arsenal"),
        ("GROUP 3", "en", "group with Ajax and Arsenal"),
        ("G2 1", "nl", "tweede groepsfase, groep met Ajax en Arsenal"),
    ],
)
def test_a_group_without_a_letter_is_named_after_two_of_its_clubs(
    code: str, language: str, name: str
) -> None:
    matches = (
        match("Milan", "Arsenal", "3-1", round=code, date="2017-09-14"),
        match("Arsenal", "Ajax", "0-0", round=code, date="2017-09-28"),
    )
    season = know_season(EUROPA_LEAGUE, Season(2017), matches, (), None, amsterdam("2017-10-01 12:00"))
    assert round_name(season, Round.from_code(code), LANGUAGES[language]) == name
