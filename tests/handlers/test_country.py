"""How the clubs of a country fare, asked of the shipped snapshot."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from tests.chat import talking
from tests.shared import answering_from_the_snapshot

NIGHT_OF_TOTTENHAM = datetime(2019, 5, 8, 19, 40, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 11, tzinfo=UTC)


async def test_a_match_under_way_stands_with_its_score(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NIGHT_OF_TOTTENHAM) as chat:
        clubs = await chat.say("/nederland")
    assert "▶️ Ajax – Tottenham 2-0 (bezig)\n▫️ heeft genoeg aan een gelijkspel" in clubs.text


async def test_a_club_opens_as_it_stood_that_day(answering: Commands) -> None:
    async with talking(answering, clock=lambda: SUMMER) as chat:
        await chat.say("/nederland 20-02-2025")
        club = await chat.press("PSV")
    assert club.text.startswith("🏆 Champions League 2024/25 · tussenronde\nPSV door na verlenging")


async def test_all_clubs_of_a_country_are_followed_by_one_button(chats: Chats) -> None:
    autumn = datetime(2018, 11, 1, 11, tzinfo=UTC)
    async with talking(answering_from_the_snapshot(chats), chats=chats, clock=lambda: autumn) as chat:
        clubs = await chat.say("/nederland")
        assert clubs.buttons == ["Ajax", "PSV", "AZ", "Feyenoord", "Vitesse", "Volg ze allemaal"]
        followed = await chat.press("Volg ze allemaal")
        assert followed.text.startswith(
            "Deze chat volgt nu de clubs uit Nederland.\nDit seizoen: Ajax, AZ, Feyenoord, PSV en Vitesse."
        )
        assert chats.followed_by(chat.chat.id) == ("country NED",)
        await chat.say("/land Duitsland")
        assert (await chat.press("Volg ze allemaal")).text.startswith(
            "Deze chat volgt nu de clubs uit Duitsland."
        )


async def test_in_summer_the_season_that_ended_is_told(answering: Commands) -> None:
    async with talking(answering, clock=lambda: SUMMER) as chat:
        clubs = await chat.say("/nederland")
        assert clubs.text.startswith("🌍 Nederland in Europa · 2025/26")
        assert "Volg ze allemaal" not in clubs.buttons


async def test_a_super_cup_does_not_hide_the_competition_that_goes_on(answering: Commands) -> None:
    async with talking(answering, clock=lambda: datetime(1988, 1, 20, tzinfo=UTC)) as chat:
        clubs = await chat.say("/nederland")
    assert "🏆 Europa Cup II\nAjax · " in clubs.text


@pytest.mark.parametrize("text", ["/land Ajax", "/land", "/land Holland", "/country the Netherlands"])
async def test_the_country_may_be_that_of_a_club_and_is_home_without_a_name(
    answering: Commands, text: str
) -> None:
    async with talking(answering) as chat:
        assert (await chat.say(text)).text.startswith("🌍 Nederland in Europa")


async def test_what_is_no_country_is_asked_back(answering: Commands) -> None:
    async with talking(answering) as chat:
        assert "ken ik niet als land" in (await chat.say("/land Atlantis")).text
        assert "geen Europese wedstrijden" in (await chat.say("/land Gibraltar 1990/91")).text
