"""Conversations with the whole bot, on the shipped snapshot and a Telegram of our own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.local.telegram import people
from bot.local.telegram.people import Attachment
from bot.words import LANGUAGES
from tests.chat import A_EUROPEAN_NIGHT, Kind, LocalChat, talking


async def test_somebody_asks_for_arsenal_on_the_night_itself(answering: Commands) -> None:
    async with talking(answering) as chat:
        reply = await chat.say("/uitslag Arsenal")
    assert "Arsenal – Östersunds FK 1-2 (rust 0-2)" in reply.text
    assert "Arsenal door naar de achtste finales" in reply.text
    assert reply.styled("bold")


async def test_in_a_group_the_answer_is_a_reply_to_the_asker(answering: Commands) -> None:
    async with talking(answering, "group") as chat:
        reply = await chat.say("/uitslag@uitslagbot Arsenal")
    assert reply.reply_to is not None


async def test_in_a_topic_the_answer_stays_in_the_topic(answering: Commands) -> None:
    async with talking(answering, "topic") as chat:
        reply = await chat.say("/uitslag Arsenal")
    assert reply.topic is not None


async def test_a_command_for_another_bot_is_left_alone(answering: Commands) -> None:
    async with talking(answering, "group") as chat:
        assert await chat.hear("/uitslag@AnotherBot Arsenal") == []


async def test_the_whole_season_opens_a_tie_and_closes_it_again(answering: Commands) -> None:
    async with talking(answering) as chat:
        season = await chat.say("/uitslag Arsenal 2017/18")
        assert season.text.startswith("🏆 Arsenal 2017/18")
        tie = await chat.press("Zestiende finale: Östersunds FK")
        assert "24' Papagiannopoulos (e.d.)" in tie.text
        assert tie.edited
        back = await chat.press("Hele seizoen 2017/18")
        assert back.text == season.text


async def test_a_name_of_several_clubs_is_asked_about_and_the_choice_answers(answering: Commands) -> None:
    async with talking(answering) as chat:
        question = await chat.say("/uitslag Sporting")
        assert question.text == "Welke club bedoel je?"
        assert 2 <= len(question.buttons) <= 5
        answer = await chat.press(question.buttons[0])
        assert "🏆" in answer.text


async def _forge(chat: LocalChat, data: str) -> None:
    """Press a button that the last message does not have (any more)."""
    people.press_forged(chat.telegram, chat.chat, chat.user, chat.replies[-1].id, data)
    await chat.settle()


async def test_pressing_the_same_button_twice_breaks_nothing(answering: Commands) -> None:
    async with talking(answering) as chat:
        await chat.say("/uitslag Arsenal 2017/18")
        for _ in range(2):
            await _forge(chat, "u|eng-arsenal-fc|EL|2017|R32")
        assert "Kolašinac" in chat.replies[-1].text
        assert "message is not modified" in str(chat.refusals)
        assert all(query.answered for query in chat.telegram.callback_queries.values())


FORGED = ["x", "u|nobody", "u|", "u|eng-arsenal-fc|EL|x", "u|eng-arsenal-fc|||R99", "u|a+b+c"]


@pytest.mark.parametrize("data", FORGED)
async def test_an_old_or_forged_button_is_answered_and_changes_nothing(
    answering: Commands, data: str
) -> None:
    async with talking(answering) as chat:
        await chat.say("/uitslag Arsenal 2017/18")
        await _forge(chat, data)
        assert chat.notices[-1].startswith("Deze knop werkt niet meer")
        assert len(chat.replies) == 1


async def test_an_english_telegram_gets_english(answering: Commands) -> None:
    async with talking(answering, language="en-GB") as chat:
        reply = await chat.say("/result Arsenal")
    assert "Arsenal through to the round of 16" in reply.text


async def test_another_language_gets_dutch(answering: Commands) -> None:
    async with talking(answering, language="fr") as chat:
        reply = await chat.say("/uitslag Arsenal")
    assert "door naar de achtste finales" in reply.text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/uitslag", "Van welke club"),
        ("/uitslag    ", "Van welke club"),
        ("/uitslag " + "Arsenal " * 500, "veel tekst"),
        ("/uitslag 🎉🎉🎉", "Geen club gevonden"),
        ("/uitslag <b>Ajax</i> & <", "Ajax"),
        ("/uitslag '; DROP TABLE clubs; --", "Geen club gevonden"),
        ("/uitslag Спартак Москва", "Spartak Moskou"),
        ("/uitslag Arsenal 1899/00", "geen seizoen"),
        ("/uitslag Lugano 1999/00", "in mijn uitslagen"),
        ("/uitslag Arsenal 32-13-2018", "geen datum"),
        ("/uitslagen Arsenal", "Arsenal – Östersunds FK"),
        ("/loting EL", "vr 23 feb: achtste finales"),
        ("/loting", "CL za 26 mei 2018, Kiev"),
        ("/start", "/uitslag Arsenal"),
        ("/start club_arsenal", "Arsenal door naar de achtste finales"),
        ("/start club_ac_milan", "AC Milan door naar de achtste finales"),
        ("/start something-else", "/uitslag Arsenal"),
        ("/help", "/loting"),
    ],
)
async def test_whatever_is_typed_gets_a_friendly_answer(
    answering: Commands, typed: str, expected: str
) -> None:
    async with talking(answering) as chat:
        reply = await chat.say(typed)
    assert expected in reply.text


async def test_chat_that_is_no_command_is_left_alone(answering: Commands) -> None:
    async with talking(answering, "group") as chat:
        assert await chat.hear("wat een wedstrijd van Arsenal") == []


async def test_an_edited_question_edits_its_answer(answering: Commands) -> None:
    async with talking(answering, "group") as chat:
        first = await chat.say("/uitslag Arsenal")
        (second,) = await chat.edit("/uitslag Dortmund")
    assert second.id == first.id
    assert second.edited
    assert "Dortmund door" in second.text


async def test_a_player_of_whom_there_are_two_is_chosen_with_a_button(answering: Commands) -> None:
    async with talking(answering, "group") as chat:
        choice = await chat.say("/speler ronaldo")
        assert len(choice.buttons) == 3
        player = await chat.press(choice.buttons[1])
        assert player.text.startswith("⚽ Ronaldo\n")
        assert "Real Madrid" in player.text


async def test_the_season_before_is_one_button_away(answering: Commands) -> None:
    async with talking(answering) as chat:
        await chat.say("/topscorers EL")
        before = await chat.press("⏮ Seizoen 2016/17")
        assert before.text.startswith("🏆 Europa League 2016/17 · topscorers")
        assert "⏭ Seizoen 2017/18" in before.buttons


@pytest.mark.parametrize(
    "data", ["j|forged", "j", "t|nobody", "t|||x", "r|nobody", "t|" + "9" * 40, "r||||XX"]
)
def test_a_forged_button_of_players_and_records_does_nothing(answering: Commands, data: str) -> None:
    assert answering.pressed(data, Request("", A_EUROPEAN_NIGHT), LANGUAGES["nl"]) is None


def test_buttons_of_players_and_records_fit_and_work(answering: Commands) -> None:
    request = Request("", A_EUROPEAN_NIGHT)
    for question in ("/speler silva", "/topscorers EL", "/records EL"):
        answer = answering.answer(question, request, LANGUAGES["nl"])
        assert answer is not None
        for button in (button for row in answer.buttons for button in row):
            assert len(button.data.encode()) <= 64
            assert answering.pressed(button.data, request, LANGUAGES["nl"]) is not None


@pytest.mark.parametrize("kind", ["private", "group", "supergroup", "topic", "channel"])
@pytest.mark.parametrize("under", ["photo", "video", "document"])
async def test_a_command_under_a_picture_is_answered_and_so_is_its_edit(
    answering: Commands, kind: Kind, under: Attachment
) -> None:
    async with talking(answering, kind) as chat:
        (answer,) = await chat.hear("/uitslag Arsenal", under=under)
        assert "Arsenal door" in answer.text
        (edited,) = await chat.edit("/uitslag Lyon")
        assert edited.id == answer.id
        assert "Lyon" in edited.text
        assert await chat.hear("Wat een avond was dit", under=under) == []
        (too_long,) = await chat.hear(f"/uitslag {'Ajax ' * 200}", under=under)
        assert "erg veel tekst" in too_long.text


def test_a_competition_that_is_missing_from_the_results_is_not_denied(answering: Commands) -> None:
    asked_for = {
        "Intertoto 2000/01": "Ontbreekt hier: Intertoto Cup 2000.",
        "EL 2018/19": "speelde in 2018/19 niet in",
    }
    for text, expected in asked_for.items():
        answer = answering.answer(
            f"/uitslag Ajax {text}", Request("", datetime(2026, 9, 20, tzinfo=UTC)), LANGUAGES["nl"]
        )
        assert answer is not None
        assert expected in answer.html
