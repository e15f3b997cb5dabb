"""The bot among friends: what a chat follows, its settings, who may change them, spoilers, floods, inline."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats_in_memory
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.handlers.throttle import MOST_IN_GROUP
from bot.local.telegram import people
from bot.words import LANGUAGES
from tests.chat import A_EUROPEAN_NIGHT, Kind, talking
from tests.shared import answering_from_the_snapshot


class Clock:
    """Goes on only when told to."""

    def __init__(self) -> None:
        self.now = A_EUROPEAN_NIGHT

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def answering(chats: Chats) -> Commands:
    return answering_from_the_snapshot(chats)


@pytest.fixture
def clock() -> Clock:
    return Clock()


async def test_a_chat_follows_clubs_and_lets_go_of_them(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=clock) as chat:
        assert (await chat.say("/volg Ajax")).text == "Deze chat volgt nu Ajax."
        assert (await chat.say("/volg ajax amsterdam")).text == "Deze chat volgt Ajax al."
        await chat.say("/follow PSV")
        following = await chat.say("/volgend")
        assert "• Ajax" in following.text
        assert "• PSV" in following.text
        left = await chat.press("Ajax niet meer volgen")
        assert "Ajax" not in left.text
        assert (await chat.say("/ontvolg PSV")).text == "Deze chat volgt PSV niet meer."
        clock.now += timedelta(seconds=11)
        assert "nog geen club" in (await chat.say("/following")).text


async def test_a_choice_of_clubs_to_follow_can_be_pressed_by_anybody(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=clock) as chat:
        question = await chat.say("/volg Sporting")
        answer = await chat.press(question.buttons[0])
    assert answer.text.startswith("Deze chat volgt nu")


async def test_alone_everybody_sets_what_they_like(answering: Commands, chats: Chats, clock: Clock) -> None:
    async with talking(answering, "private", chats=chats, clock=clock) as chat:
        settings = await chat.say("/instellingen")
        assert "meteen zichtbaar" in settings.text
        changed = await chat.press("Uitslagen verbergen")
        assert "verborgen tot je tikt" in changed.text
        answer = await chat.say("/uitslag Arsenal")
        assert any(hidden.startswith("1-2") for hidden in answer.styled("spoiler"))
        assert any("door naar de achtste finales" in hidden for hidden in answer.styled("spoiler"))
        english = await chat.press("English", on=changed)
        assert "Settings of this chat" in english.text
        assert "through to the round of 16" in (await chat.say("/uitslag Arsenal")).text


async def test_what_was_refused_to_a_member_is_answered_to_an_administrator_right_after(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=clock) as chat:
        assert "beheerder" in (await chat.say("/instellingen")).text
        assert await chat.hear("/instellingen") == []
        (settings,) = await chat.say_anonymously("/instellingen")
        assert settings.buttons


async def test_in_a_group_only_administrators_change_settings(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=clock) as chat:
        refused = await chat.say("/instellingen")
        assert "beheerders" in refused.text
        assert refused.buttons == []
        clock.now += timedelta(seconds=11)
        (by_an_administrator,) = await chat.say_anonymously("/instellingen")
        assert by_an_administrator.buttons
        people.press(chat.telegram, chat.chat, chat.user, by_an_administrator.id, "i|spoiler|1")
        await chat.settle()
        assert "beheerders" in chat.notices[-1]
        assert not chats.settings(chat.chat.id).spoiler


@pytest.mark.parametrize("kind", ["supergroup", "private"])
async def test_the_older_leg_is_folded(answering: Commands, chats: Chats, clock: Clock, kind: Kind) -> None:
    async with talking(answering, kind, chats=chats, clock=clock) as chat:
        answer = await chat.say("/uitslag Arsenal")
    (folded,) = answer.styled("expandable_blockquote")
    assert folded.startswith("Östersunds FK – Arsenal 0-3")


async def test_the_same_question_within_ten_seconds_is_answered_once(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=clock) as chat:
        await chat.say("/uitslag Arsenal")
        assert await chat.hear("/result@UitslagBot  arsenal") == []
        clock.now += timedelta(seconds=11)
        assert await chat.hear("/uitslag arsenal")


async def test_a_member_who_floods_hears_it_once(answering: Commands, chats: Chats, clock: Clock) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=clock) as chat:
        clubs = [
            "Ajax",
            "PSV",
            "Feyenoord",
            "AZ",
            "Lyon",
            "Lazio",
            "Napoli",
            "Dortmund",
            "Milan",
            "Celtic",
            "Nice",
        ]
        answers = [await chat.hear(f"/uitslag {club}") for club in clubs]
    assert all(answers[:MOST_IN_GROUP])
    assert "veel vragen" in answers[MOST_IN_GROUP][0].text
    assert not any(answers[MOST_IN_GROUP + 1 :])


async def test_a_group_that_becomes_a_supergroup_keeps_what_it_follows(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "group", chats=chats, clock=clock) as chat:
        await chat.say("/volg Ajax")
        new = people.migrate(chat.telegram, chat.chat)
        await chat.settle()
        assert chats.followed_by(new.id) == ("ned-afc-ajax",)
        assert chats.followed_by(chat.chat.id) == ()


async def test_a_chat_that_wants_to_be_forgotten_is_forgotten(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "private", chats=chats, clock=clock) as chat:
        await chat.say("/volg Ajax")
        assert "Gevolgd: Ajax." in (await chat.say("/privacy")).text
        await chat.say("/vergeet")
        assert (await chat.press("Ja, vergeet deze chat")).text == "Alles van deze chat is gewist."
        assert chats.stored_about(chat.chat.id) is None


async def test_a_channel_gets_its_answers_too(answering: Commands, chats: Chats, clock: Clock) -> None:
    async with talking(answering, "channel", chats=chats, clock=clock) as chat:
        answer = await chat.say("/uitslag Arsenal")
    assert "Arsenal door naar de achtste finales" in answer.text


async def test_inline_the_answer_can_be_sent_to_any_chat(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "private", chats=chats, clock=clock) as chat:
        for typed, title in (("Arsenal", "Arsenal"), ("", "Vanavond")):
            query = people.ask_inline(chat.telegram, chat.user, typed)
            await chat.settle()
            answered = chat.telegram.inline_answers
            assert any(title in str(answer) for answer in answered.values()), query
        people.ask_inline(chat.telegram, chat.user, "Sporting")
        await chat.settle()
        offered = str(chat.telegram.inline_answers)
        assert "Sporting Lissabon" in offered
        assert "SC Braga" in offered


async def test_the_menus_are_set_once(answering: Commands, chats: Chats, clock: Clock) -> None:
    async with talking(answering, "private", chats=chats, clock=clock, menus=True) as chat:
        menus = dict(chat.telegram.commands)
        assert any("uitslag" in str(menu) for menu in menus.values())
        assert any("result" in str(menu) for menu in menus.values())
    async with talking(answering, "private", chats=chats, clock=clock, menus=True) as chat:
        assert not [call for call in chat.telegram.calls if call[0].lower() == "setmycommands"]


async def test_a_tie_becomes_a_picture_below_its_message(
    answering: Commands, chats: Chats, clock: Clock
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=clock) as chat:
        text = await chat.say("/uitslag Arsenal 22-02-2018")
        picture = await chat.press("Plaatje")
        assert picture.message["photo"]
        assert picture.reply_to == text.id
        assert picture.text == "Arsenal door naar de achtste finales"
        dark = await chat.press("Donker")
        assert dark.message["photo"]
        assert dark.buttons == ["Licht"]


async def test_a_picture_is_hidden_where_results_are(answering: Commands, chats: Chats, clock: Clock) -> None:
    async with talking(answering, "private", chats=chats, clock=clock) as chat:
        await chat.say("/instellingen")
        await chat.press("Uitslagen verbergen")
        await chat.say("/schema EL 2017/18")
        picture = await chat.press("Plaatje")
        assert picture.message["has_media_spoiler"]
        assert len(picture.text) <= 1024


@pytest.mark.parametrize(
    "data", ["b", "b|x|k||EL|2017", "b|l|k||EL", "b|l|k||EL|1950", "b|l|u|ned-afc-ajax", "b|l|a", "b|l|"]
)
def test_a_forged_picture_button_does_nothing(answering: Commands, data: str, clock: Clock) -> None:
    assert answering.pressed(data, Request("", clock.now), LANGUAGES["nl"]) is None


async def test_where_nothing_can_be_written_down_a_question_is_answered_all_the_same(clock: Clock) -> None:
    chats = Chats(open_chats_in_memory(), saves_at_once=False)
    answering = answering_from_the_snapshot(chats)
    async with talking(answering, "private", chats=chats, clock=clock) as chat:
        chats.db.execute("PRAGMA query_only = ON")
        assert "Arsenal door" in (await chat.say("/uitslag Arsenal")).text
        assert "PSV" in (await chat.edit("/uitslag PSV"))[0].text
