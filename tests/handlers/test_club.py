"""A club through the years, as a conversation."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.handlers.commands import Commands
from bot.handlers.query import Query
from bot.handlers.request import Request
from bot.words import LANGUAGES
from tests.chat import talking

NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)


async def test_a_club_leads_to_its_finals_its_scorers_and_how_it_stands(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        await chat.say("/club Feyenoord")
        for button, begin in (
            ("Erelijst", "🏆 Erelijst · Feyenoord"),
            ("Topscorers", "⚽ Feyenoord · topscorers"),
            ("Uitslag", "🏆 Champions League 2026/27"),
        ):
            await chat.say("/club Feyenoord")
            assert (await chat.press(button)).text.startswith(begin)


async def test_without_a_club_it_is_asked_which_one(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        assert "Welke club wil je door de jaren heen zien?" in (await chat.say("/club")).text


async def test_of_two_clubs_the_first_is_told(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        club = await chat.say("/club Ajax PSV")
    assert club.text.startswith("📖 Ajax in Europa")
    assert "Niet meegenomen in dit antwoord: PSV" in club.text


def test_both_pictures_turn_dark_and_light(answering: Commands) -> None:
    words = LANGUAGES["nl"]
    for question, title in (
        ("/club Ajax", "Ajax in Europa"),
        ("/onderling Ajax Juventus", "Ajax – Juventus"),
    ):
        answer = answering.answer(question, Request("", NOW), words)
        assert answer is not None
        data = next(button.data for row in answer.buttons for button in row if button.text == "Plaatje")
        picture = answering.pressed(data, Request("", NOW), words)
        assert picture is not None
        assert picture.picture.startswith("<svg")
        assert title in picture.html
        ((turn,),) = picture.buttons
        turned = answering.pressed(turn.data, Request("", NOW), words)
        assert turned is not None
        assert turned.picture != picture.picture


def test_a_forged_button_draws_no_picture(answering: Commands) -> None:
    words = LANGUAGES["nl"]
    for data in ("b|l|m|ned-afc-ajax", "b|l|c", "b|l|m|ned-afc-ajax+ned-psv", "b|l|t"):
        assert Query.from_data(data.partition("|l|")[2]) is not None
        assert answering.pressed(data, Request("", NOW), words) is None
