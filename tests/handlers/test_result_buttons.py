"""The buttons under a result: season by season, the table, and back to the evening."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.handlers.commands import Commands
from tests.chat import LocalChat, talking

NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)


async def test_both_legs_stand_in_the_answer_and_have_no_buttons(answering: Commands) -> None:
    async with talking(answering, "group") as chat:
        tie = await chat.say("/uitslag Arsenal")
    assert "Arsenal – Östersunds FK 1-2" in tie.text
    assert "Östersunds FK – Arsenal 0-3" in tie.text
    assert not {"Heen", "Return"} & set(tie.buttons)


async def test_one_walks_from_season_to_season(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        await chat.say("/uitslag Arsenal 2017/18")
        before = await chat.press("Seizoen 2016/17")
        assert before.text.startswith("🏆 Arsenal 2016/17")
        after = await chat.press("Seizoen 2017/18")
        assert after.text.startswith("🏆 Arsenal 2017/18")


async def test_a_season_that_has_not_begun_is_not_offered(answering: Commands) -> None:
    async with talking(answering) as chat:
        season = await chat.say("/uitslag Arsenal 2017/18")
    assert "Seizoen 2016/17" in season.buttons
    assert "Seizoen 2018/19" not in season.buttons


async def test_a_club_in_a_table_shows_the_table_with_itself_marked(answering: Commands) -> None:
    async with talking(answering, clock=lambda: datetime(2026, 9, 20, 11, tzinfo=UTC)) as chat:
        answer = await chat.say("/uitslag PSV")
        table = await chat.press("Stand")
        assert ">" in next(line for line in table.text.splitlines() if " PSV " in line)
        assert (await chat.press("← Uitslag")).text == answer.text


@pytest.mark.parametrize("question", ["/avond 22-02-2018", "/avond EL 22-02-2018", "/avond"])
async def test_from_an_evening_one_gets_back_to_it(answering: Commands, question: str) -> None:
    async with talking(answering) as chat:
        evening = await chat.say(question)
        match = await chat.press("Atalanta – Dortmund")
        assert "Schmelzer" in match.text
        await chat.press("Hele seizoen 2017/18")
        back = await chat.press("← do 22 februari")
    assert back.text == evening.text
    assert back.buttons == evening.buttons


@pytest.mark.parametrize("question", ["/avond 01-10-2024", "/avond CL 01-10-2024"])
async def test_from_an_evening_of_groups_one_gets_to_the_table_and_back(
    answering: Commands, question: str
) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        evening = await chat.say(question)
        match = await chat.press("PSV – Sporting")
        table = await chat.press("Stand")
        marked = [line for line in table.text.splitlines() if line.startswith(">")]
        assert len(marked) == 2
        assert (await chat.press("← Uitslag")).text == match.text
        back = await chat.press("← di 1 oktober")
    assert back.text == evening.text


def _shared(chat: LocalChat) -> list[str]:
    return [
        button["switch_inline_query"]
        for row in chat.replies[-1].rows
        for button in row
        if "switch_inline_query" in button
    ]


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("/uitslag Arsenal", "Arsenal"),
        ("/uitslag Arsenal EL", "Arsenal EL"),
        ("/uitslag Arsenal 2017/18", "Arsenal 2017/18"),
        ("/uitslag Arsenal 15-02-2018", "Arsenal 15-02-2018"),
        ("/uitslag Arsenal - Milan", "Arsenal - AC Milan"),
    ],
)
async def test_an_answer_can_be_taken_to_another_chat(answering: Commands, question: str, query: str) -> None:
    async with talking(answering, "group") as chat:
        answer = await chat.say(question)
        assert _shared(chat) == [query]
        assert answer.buttons[-1] == "Delen"


async def test_a_tie_of_the_past_is_shared_as_that_tie(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        await chat.say("/uitslag Arsenal 2017/18")
        tie = await chat.press("Achtste finale: AC Milan")
        (query,) = _shared(chat)
        assert (await chat.say(f"/uitslag {query}")).text == tie.text


async def test_there_is_nothing_to_share_in_channels_and_without_inline_mode(answering: Commands) -> None:
    async with talking(answering, "channel") as channel:
        answer = await channel.say("/uitslag Arsenal")
        assert answer.buttons == ["Hele seizoen 2017/18", "Plaatje", "Onderling", "Seizoen 2016/17"]
        assert "Delen" not in (await channel.press("Hele seizoen 2017/18")).buttons
    async with talking(answering, inline_mode=False) as chat:
        assert "Delen" not in (await chat.say("/uitslag Arsenal")).buttons
    assert [reason for _, reason in (*channel.refusals, *chat.refusals)] == []


async def test_a_tie_of_which_nothing_was_played_has_no_picture(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        answer = await chat.say("/uitslag RB Leipzig - Spartak Moskou 2021/22")
        assert "niet gespeeld" in answer.text
        assert "Plaatje" not in answer.buttons


def test_every_club_is_found_by_the_name_under_which_it_is_shared(answering: Commands) -> None:
    finder, clubs = answering.result.finder, answering.result.knowledge.results.clubs()
    missed = [club.name for club in clubs.values() if club not in _found(finder.find(club.name))]
    assert missed == []


def _found(found: object) -> tuple[object, ...]:
    return (*getattr(found, "clubs", ()), getattr(found, "club", None))


async def test_from_a_tie_one_gets_to_all_meetings_and_back(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        tie = await chat.say("/uitslag Ajax Juventus 1997")
        meetings = await chat.press("Onderling")
        assert meetings.text.startswith("⚔️ Ajax – Juventus\n14 ontmoetingen")
        assert (await chat.press("← Uitslag")).text == tie.text


async def test_meetings_of_many_seasons_come_page_by_page(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        newest = await chat.say("/onderling Bayern - Real Madrid")
        oldest = await chat.press("Eerder ⏭")
        assert "2003/04" in newest.text
        assert "2001/02" in oldest.text
        assert "2003/04" not in oldest.text
        assert (await chat.press("⏮ Later")).text == newest.text


async def test_the_meetings_of_a_group_lead_to_the_last_one_too(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        group = await chat.say("/uitslag Ajax Benfica")
        await chat.press("Onderling")
        assert (await chat.press("← Uitslag")).text.startswith(group.text.partition("\n\nEerdere")[0])


async def test_one_club_has_no_meetings(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        assert "welke twee clubs" in (await chat.say("/onderling Ajax")).text
        assert "elkaar nooit" in (await chat.say("/onderling Ajax PSV")).text
