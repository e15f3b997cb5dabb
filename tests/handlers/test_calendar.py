"""`/agenda` sends a file, in every chat; in a terminal it is put somewhere."""

from __future__ import annotations

from datetime import datetime

import pytest
from icalendar import Calendar

from bot.database.chats.chats import Chats
from bot.football.model import AMSTERDAM
from bot.local.telegram.refusals import Fault, bad_request
from tests.chat import Kind, LocalChat, Reply, talking
from tests.shared import answering_from_the_snapshot

AUTUMN = datetime(2018, 11, 1, 12, tzinfo=AMSTERDAM)


def names(chat: LocalChat, reply: Reply) -> list[str]:
    """The matches in the file of a message."""
    content = chat.telegram.documents[reply.message["document"]["file_id"]][1]
    return [str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")]


@pytest.mark.parametrize("kind", ["private", "supergroup", "topic", "channel"])
async def test_the_matches_to_come_of_a_club_are_a_file(chats: Chats, kind: Kind) -> None:
    async with talking(answering_from_the_snapshot(chats), kind, chats=chats, clock=lambda: AUTUMN) as chat:
        sent = await chat.say("/agenda Ajax")
        assert sent.text.startswith("📅 Ajax: 3 wedstrijden voor je agenda\n")
        assert sent.message["document"]["file_name"] == "ajax.ics"
        assert names(chat, sent) == ["Benfica – Ajax", "AEK Athene – Ajax", "Ajax – Bayern"]
        assert sent.topic == chat.topic


async def test_the_button_under_a_programme_sends_it_and_leaves_the_programme_there(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats, clock=lambda: AUTUMN) as chat:
        programme = await chat.say("/programma PSV")
        sent = await chat.press("In mijn agenda")
        assert sent.id != programme.id
        assert sent.message["document"]["file_name"] == "psv.ics"


async def test_what_a_chat_follows_goes_into_one_file_without_anything_twice(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats, clock=lambda: AUTUMN) as chat:
        assert (await chat.say("/calendar")).text.startswith("Van welke club wil je de agenda?")
        for followed in ("Ajax", "Nederland", "CL"):
            await chat.say(f"/volg {followed}")
        sent = await chat.say("/agenda")
        matches = names(chat, sent)
        assert sent.message["document"]["file_name"] == "europees-voetbal.ics"
        assert len(matches) == len(set(matches))
        assert {"Benfica – Ajax", "AEK Athene – Ajax"} <= set(matches)
        assert len(matches) > 20
        await chat.say("/programma")
        assert names(chat, await chat.press("In mijn agenda")) == matches


async def test_a_country_a_competition_and_two_clubs_have_a_calendar_too(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats, clock=lambda: AUTUMN) as chat:
        country = await chat.say("/agenda Nederland")
        assert {"Benfica – Ajax", "PSV – Tottenham"} & set(names(chat, country))
        assert (await chat.say("/agenda CL")).message["document"]["file_name"] == "champions-league.ics"
        assert names(chat, await chat.say("/agenda Ajax - Bayern")) == ["Ajax – Bayern"]


@pytest.mark.parametrize("typed", ["Ajax 2100/01", "Telstar", "qqqq", "2017/18"])
async def test_where_nothing_is_to_come_a_text_says_so(chats: Chats, typed: str) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        assert "document" not in (await chat.say(f"/agenda {typed}")).message


@pytest.mark.parametrize("typed", ["CL", "Nederland", "Ajax"])
async def test_between_two_seasons_the_programme_says_what_there_is(chats: Chats, typed: str) -> None:
    summer = datetime(2018, 6, 15, 12, tzinfo=AMSTERDAM)
    async with talking(answering_from_the_snapshot(chats), chats=chats, clock=lambda: summer) as chat:
        programme = await chat.say(f"/programma {typed}")
        assert (await chat.say(f"/agenda {typed}")).text == programme.text
        assert "Van welke club" not in programme.text


async def test_an_edited_question_is_answered_with_another_file(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats, clock=lambda: AUTUMN) as chat:
        await chat.say("/agenda Ajax")
        (again,) = await chat.edit("/agenda PSV")
        assert again.message["document"]["file_name"] == "psv.ics"


async def test_a_chat_that_takes_no_files_is_left_in_peace(chats: Chats) -> None:
    async with talking(
        answering_from_the_snapshot(chats), "group", chats=chats, clock=lambda: AUTUMN
    ) as chat:
        refusal = bad_request("not enough rights to send documents to the chat")
        chat.telegram.faults.append(Fault(refusal, method="sendDocument"))
        assert await chat.hear("/agenda Ajax") == []
