"""What a group reads when the bot is added to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.database.chats.chats import Chats
from bot.local.telegram import people
from bot.local.telegram.refusals import Fault, bad_request
from tests.chat import Kind, talking
from tests.shared import answering_from_the_snapshot

NIGHT = datetime(2018, 2, 22, 20, tzinfo=UTC)
WELCOME = """⚽ Europees voetbal in deze groep
Uitslagen, wie doorgaat, wie scoorde.

/uitslag Ajax – hoe het staat
/avond – alles van vanavond
/volg Ajax – een club volgen"""
IN_ENGLISH = """⚽ European football in this group
Results, who goes through, who scored.

/result Ajax – how it stands
/tonight – everything tonight
/follow Ajax – follow a club"""


@pytest.mark.parametrize(("language", "text"), [("nl", WELCOME), ("en", IN_ENGLISH)])
async def test_a_group_reads_six_lines_once(chats: Chats, language: str, text: str) -> None:
    async with talking(
        answering_from_the_snapshot(chats), "supergroup", chats=chats, language=language
    ) as chat:
        chat.chat.bot_status = "left"
        people.change_bot(chat.telegram, chat.chat, chat.user, "member")
        (welcome,) = await chat.settle()
        assert welcome.text == text
        assert max(map(len, text.splitlines())) <= 38
        # Other rights are no news.
        people.change_bot(chat.telegram, chat.chat, chat.user, "administrator")
        assert await chat.settle() == []


@pytest.mark.parametrize("start", ["/start", "/start from_the_site", "/start@{}"])
async def test_whoever_adds_the_bot_by_a_link_sees_one_welcome(chats: Chats, start: str) -> None:
    async with talking(
        answering_from_the_snapshot(chats),
        "group",
        chats=chats,
        clock=lambda: NIGHT + timedelta(seconds=late),
    ) as chat:
        late = 1
        chat.chat.bot_status = "left"
        people.change_bot(chat.telegram, chat.chat, chat.user, "member")
        assert [reply.text for reply in await chat.settle()] == [WELCOME]
        assert await chat.hear(start.format(chat.telegram.bot_username)) == []
        assert "Ajax" in (await chat.say("/start club_ajax")).text
        late = 15
        assert (await chat.say("/start")).text == WELCOME


async def test_its_buttons_follow_the_dutch_clubs_and_show_tonight(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), "group", chats=chats) as chat:
        chat.chat.bot_status = "left"
        people.change_bot(chat.telegram, chat.chat, chat.user, "member")
        await chat.settle()
        assert (await chat.press("Vanavond")).text.startswith("📅")
        # What is pressed first does not cost the other button.
        followed = await chat.press("Volg de Nederlandse clubs")
        assert followed.text.startswith("Deze chat volgt nu de clubs uit Nederland.")
        assert chats.followed_by(chat.chat.id) == ("country NED",)


async def test_who_throws_the_bot_out_and_takes_it_back_is_greeted_again(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), "group", chats=chats) as chat:
        await chat.say("/volg Ajax")
        people.change_bot(chat.telegram, chat.chat, chat.user, "kicked")
        people.change_bot(chat.telegram, chat.chat, chat.user, "member")
        assert [reply.text for reply in await chat.settle()] == [WELCOME]


async def test_a_group_that_becomes_a_supergroup_is_not_greeted_again(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), "group", chats=chats) as chat:
        await chat.say("/volg Ajax")
        new = people.migrate(chat.telegram, chat.chat)
        await chat.settle()
        new.bot_status = "left"
        people.change_bot(chat.telegram, new, chat.user, "member")
        await chat.settle()
        assert not any(happening.chat_id == new.id for happening in chat.telegram.happenings)


@pytest.mark.parametrize("kind", ["private", "channel"])
async def test_only_groups_are_greeted(chats: Chats, kind: Kind) -> None:
    async with talking(answering_from_the_snapshot(chats), kind, chats=chats) as chat:
        chat.chat.bot_status = "kicked"
        people.change_bot(chat.telegram, chat.chat, chat.user, "administrator")
        assert await chat.settle() == []


async def test_where_the_bot_may_not_write_nothing_is_said(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), "group", chats=chats) as chat:
        chat.chat.bot_status = "left"
        chat.telegram.faults.append(
            Fault(bad_request("not enough rights to send text messages to the chat"), method="sendMessage")
        )
        people.change_bot(chat.telegram, chat.chat, chat.user, "member")
        assert await chat.settle() == []
        assert chats.stored_about(chat.chat.id)
