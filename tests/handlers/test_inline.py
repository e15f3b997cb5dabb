"""`@bot Arsenal` in any chat: what is offered, and how long Telegram may remember it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.app.opening import forgetful_chats
from bot.database.chats.chats import Chats
from bot.football.model import AMSTERDAM
from bot.handlers.commands import Commands
from bot.local.telegram import people
from tests.chat import A_EUROPEAN_NIGHT, talking


async def _offered(
    answering: Commands,
    typed: str,
    now: datetime = A_EUROPEAN_NIGHT,
    language: str = "nl",
    chats: Chats | None = None,
    *,
    spoiler: bool = False,
) -> dict[str, Any]:
    """The answer to the query, as Telegram keeps it."""

    async with talking(answering, chats=chats, clock=lambda: now, language=language) as chat:
        if chats:
            chats.set_spoiler(chat.user.id, now, on=spoiler)
        people.ask_inline(chat.telegram, chat.user, typed)
        await chat.settle()
        (answer,) = chat.telegram.inline_answers.values()
        return dict(answer)


async def test_of_a_club_the_tie_is_offered_and_its_last_matches(answering: Commands) -> None:
    tie, last = (await _offered(answering, "arsnal"))["results"]
    assert (tie["title"], tie["description"]) == ("Arsenal", "Arsenal door naar de achtste finales")
    assert "Arsenal door naar de achtste finales" in tie["input_message_content"]["message_text"]
    assert (last["title"], last["description"]) == (
        "Laatste wedstrijden van Arsenal",
        "Europa League 2017/18",
    )
    _, season, *matches = filter(None, last["input_message_content"]["message_text"].split("\n"))
    assert season == "🏆 <b>Europa League 2017/18</b>"
    assert len(matches) == 5
    assert matches[0] == "do 22 februari: Arsenal – Östersunds FK <b>1-2</b>"


async def test_in_english_too(answering: Commands) -> None:
    _, last = (await _offered(answering, "Arsenal", language="en"))["results"]
    assert last["title"] == "Last matches of Arsenal"


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("", ["Vanavond"]),
        ("   ", ["Vanavond"]),
        ("Arsenal 2017/18", ["Arsenal 2017/18"]),
        ("Arsenal - Milan", ["Arsenal – AC Milan"]),
        ("Charleroi", ["Charleroi", "Laatste wedstrijden van Charleroi"]),
        ("Sporting", ["Sporting Lissabon", "SC Braga", "Lokeren", "Charleroi"]),
        ("🎉", ["🎉"]),
        ("Ajax 32-13-2018", ["Ajax 32-13-2018"]),
    ],
)
async def test_whatever_is_typed_something_is_offered(
    answering: Commands, typed: str, titles: list[str]
) -> None:
    results = (await _offered(answering, typed))["results"]
    assert [result["title"] for result in results] == titles
    assert all(result["description"] for result in results)


async def test_an_evening_of_two_messages_is_offered_in_two_parts(answering: Commands) -> None:
    long_evening = datetime(2025, 7, 31, 23, tzinfo=AMSTERDAM)
    results = (await _offered(answering, "", long_evening))["results"]
    assert [result["title"] for result in results] == ["Vanavond (1/2)", "Vanavond (2/2)"]


@pytest.mark.parametrize(
    ("typed", "now", "seconds"),
    [
        ("Arsenal", "2018-02-22 23:30", 300),
        ("Arsenal", "2018-02-22 21:30", 30),
        ("Arsenal", "2018-02-22 12:00", 30),
        ("Arsenal - Milan", "2018-02-22 21:30", 30),
        ("Ajax", "2018-02-22 21:30", 300),
        ("Ajax", "2019-05-08 20:30", 30),
        ("Ajax", "2019-05-08 19:30", 300),
        ("Ajax", "2019-05-08 22:30", 30),
        ("", "2019-05-08 20:30", 30),
        ("", "2019-05-08 12:00", 300),
        ("", "2019-05-12 20:30", 300),
        ("qqqq", "2019-05-08 22:30", 300),
    ],
)
async def test_telegram_remembers_it_shortly_while_matches_are_on(
    answering: Commands, typed: str, now: str, seconds: int
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=AMSTERDAM)
    answer = await _offered(answering, typed, moment)
    assert answer["until"] - moment.timestamp() == seconds


async def test_who_hides_results_alone_with_the_bot_hides_them_inline(answering: Commands) -> None:
    results = (await _offered(answering, "Arsenal", chats=forgetful_chats(), spoiler=True))["results"]
    assert "door" not in str([result["description"] for result in results])
    texts = [result["input_message_content"]["message_text"] for result in results]
    assert all("<tg-spoiler>" in text for text in texts)
    shown = (await _offered(answering, "Arsenal", chats=forgetful_chats()))["results"]
    assert "door" in shown[0]["description"]
