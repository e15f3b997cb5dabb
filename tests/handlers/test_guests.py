"""`@uitslagbot Arsenal` in a chat that the bot is no member of."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.app.opening import forgetful_chats
from bot.handlers.commands import Commands
from bot.handlers.throttle import MOST_IN_GROUP, MOST_PRESSES_IN_GROUP
from bot.local.telegram import people
from bot.local.telegram.methods import guests
from bot.words import LANGUAGES
from tests.chat import A_EUROPEAN_NIGHT, LocalChat, talking
from tests.shared import answering_from_the_snapshot

ALSO_PRIVATELY = [
    "Arsenal",
    "/uitslag Arsenal",
    "/avond",
    "/stand CL",
    "wie speelt er vanavond",
    "finale 2017",
]


@pytest.mark.parametrize("typed", ALSO_PRIVATELY)
async def test_a_guest_answers_what_a_private_chat_hears(answering: Commands, typed: str) -> None:
    async with talking(answering) as alone, talking(answering, "guest") as elsewhere:
        assert (await elsewhere.say(typed)).text == (await alone.say(typed)).text


async def test_the_answer_hangs_under_the_question(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        reply = await chat.say("Arsenal")
        assert reply.reply_to == chat.typed["message_id"]
        assert "Arsenal door naar de achtste finales" in reply.text


async def test_who_only_mentions_the_bot_hears_of_tonight(answering: Commands) -> None:
    async with talking(answering) as alone, talking(answering, "guest") as elsewhere:
        assert (await elsewhere.say("")).text == (await alone.say("/avond")).text


async def test_the_name_may_stand_behind_the_question(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        guests.mention(chat.telegram, chat.chat, chat.user, "hoe ging het met Arsenal, @Uitslagbot?")
        (reply,) = await chat.settle()
        assert "Arsenal door" in reply.text


async def test_a_guest_answers_in_the_language_of_whoever_asks(answering: Commands) -> None:
    async with talking(answering, "guest", language="en") as chat:
        assert "Arsenal through" in (await chat.say("Arsenal")).text


async def test_a_button_puts_the_next_answer_in_the_place_of_the_last(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        first = await chat.say("Arsenal")
        season = await chat.press(first.buttons[0])
        assert season.id == first.id
        assert season.edited
        assert season.text != first.text


async def test_a_choice_of_clubs_is_made_by_its_buttons(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        choice = await chat.say("Sporting")
        assert "SC Braga" in choice.buttons
        assert "Braga" in (await chat.press("SC Braga")).text


async def test_pictures_calendars_and_follows_are_not_offered_to_guests(answering: Commands) -> None:
    async with talking(answering) as alone, talking(answering, "guest") as elsewhere:
        for typed, button in (("Arsenal", "Plaatje"), ("/programma CL", "In mijn agenda")):
            assert button in (await alone.say(typed)).buttons
            assert button not in (await elsewhere.say(typed)).buttons
        await elsewhere.say("/avond")
        for reply in elsewhere.replies:
            assert all("volg" not in button.lower() for button in reply.buttons)


@pytest.mark.parametrize(
    "typed", ["/volg Ajax", "/volgend", "/ontvolg Ajax", "/instellingen", "/vergeet", "/agenda CL"]
)
async def test_what_belongs_to_a_chat_is_not_for_guests(typed: str) -> None:
    chats = forgetful_chats()
    async with talking(answering_from_the_snapshot(chats), "guest", chats=chats) as chat:
        assert (await chat.say(typed)).text == "Dat kan alleen in een chat met mij."
        assert chats.stored_about(chat.chat.id) is None
        assert chats.stored_about(chat.user.id) is None


async def test_nothing_is_kept_of_a_chat_that_the_bot_is_no_member_of() -> None:
    chats = forgetful_chats()
    async with talking(answering_from_the_snapshot(chats), "guest", chats=chats) as chat:
        await chat.press((await chat.say("Arsenal")).buttons[0])
        tables = [name for name in chats.db.table_names() if not name.startswith("_")]
        assert {"chats", "answers", "followers", "inbox"} <= set(tables)
        for table in tables:
            assert not list(chats.db[table].rows), table


async def test_a_chat_of_ours_with_the_same_number_keeps_its_own_settings() -> None:
    chats = forgetful_chats()
    async with talking(answering_from_the_snapshot(chats), "guest", chats=chats) as chat:
        chats.set_spoiler(chat.chat.id, A_EUROPEAN_NIGHT, on=True)
        chats.set_spoiler(chat.user.id, A_EUROPEAN_NIGHT, on=True)
        reply = await chat.say("Arsenal")
        assert not reply.styled("spoiler")
        assert not (await chat.press(reply.buttons[0])).styled("spoiler")


async def test_an_answer_too_long_for_one_message_says_where_the_rest_is(answering: Commands) -> None:
    long_evening = datetime.fromisoformat("2025-07-31T23:00+02:00")
    async with talking(answering, "guest", clock=lambda: long_evening) as chat:
        (reply,) = await chat.hear("/avond")
        assert reply.buttons[-1] == "Lees verder"
        assert reply.rows[-1][0]["url"] == "https://t.me/uitslagbot"


async def test_a_guest_that_is_asked_too_much_asks_for_quiet_once(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        for _ in range(MOST_IN_GROUP):
            await chat.say("Arsenal")
        assert "Over een minuutje" in (await chat.say("Arsenal")).text
        assert await chat.hear("Arsenal") == []


async def test_presses_have_their_bound_too(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        choice = await chat.say("Sporting")
        for _ in range(MOST_PRESSES_IN_GROUP + 1):
            _forged_press(chat, choice.rows[0][0]["callback_data"])
            await chat.settle()
        assert chat.notices == [""] * MOST_PRESSES_IN_GROUP + [LANGUAGES["nl"].quiet_please]


@pytest.mark.parametrize("data", ["v|ned-afc-ajax", "b|l|r|eng-arsenal-fc", "x", ""])
async def test_a_forged_press_does_nothing(data: str) -> None:
    chats = forgetful_chats()
    async with talking(answering_from_the_snapshot(chats), "guest", chats=chats) as chat:
        reply = await chat.say("Arsenal")
        _forged_press(chat, data)
        assert await chat.settle() == []
        assert chat.notices == [LANGUAGES["nl"].only_in_a_chat]
        assert reply == chat.replies[-1]
        assert not chats.followed_by(chat.chat.id)


async def test_other_bots_are_not_answered(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        guests.mention(chat.telegram, chat.chat, chat.user, "@uitslagbot Arsenal")
        (update,) = chat.telegram.updates.take()
        update["guest_message"]["from"]["is_bot"] = True
        chat.telegram.updates.add_any({"guest_message": update["guest_message"]})
        assert await chat.settle() == []


def _forged_press(chat: LocalChat, data: str) -> None:
    """A press on the last answer, of a button that it need not have."""
    *_, name = chat.telegram.inline_messages
    people.press_of(chat.telegram, chat.chat, chat.user, {"inline_message_id": name}, data)
