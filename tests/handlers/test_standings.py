"""Tables: of one competition, in a group around its clubs, and none of which too little is known."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES
from tests.chat import talking
from tests.shared import answering_from_the_snapshot

AFTER_THE_LEAGUE_PHASE = datetime(2025, 1, 31, 11, tzinfo=UTC)


@pytest.fixture
def answering(chats: Chats) -> Commands:
    return answering_from_the_snapshot(chats)


async def test_in_a_group_the_table_is_that_around_its_clubs_and_at_the_lines(
    answering: Commands, chats: Chats
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=lambda: AFTER_THE_LEAGUE_PHASE) as chat:
        for club in ("PSV", "Feyenoord"):
            await chat.say(f"/volg {club}")
        short = await chat.say("/stand")
        places = [line[:3] for line in short.text.splitlines() if line[1:3].strip().isdigit()]
        assert [int(place.strip(" >")) for place in places] == [8, 9, *range(12, 22), 24, 25]
        assert [place for place in places if place[0] == ">"] == [">14", ">19"]
        whole = await chat.press("Hele stand")
        assert "  1 Liverpool" in whole.text
        assert ">14 PSV" in whole.text
        others = ["Europa League", "Conference League"]
        assert whole.buttons == ["← Korte stand", *others]
        short_again = await chat.press("← Korte stand")
        assert short_again.text == short.text
        assert short_again.buttons == ["Hele stand", *others]


async def test_a_group_that_follows_a_country_gets_the_rows_around_its_clubs(
    answering: Commands, chats: Chats
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=lambda: AFTER_THE_LEAGUE_PHASE) as chat:
        await chat.say("/volg Nederland")
        short = await chat.say("/stand")
        # Most of them play in the Europa League.
        assert ">12 Ajax" in short.text
        assert "Lazio" not in short.text
        assert "Hele stand" in short.buttons


async def test_a_group_that_asks_about_a_club_gets_the_rows_around_it(
    answering: Commands, chats: Chats
) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=lambda: AFTER_THE_LEAGUE_PHASE) as chat:
        short = await chat.say("/stand Ajax")
        assert ">12 Ajax" in short.text
        assert "Lazio" not in short.text
        assert "  1 Lazio" in (await chat.press("Hele stand")).text


@pytest.mark.parametrize("competition", ["Champions League", "Europa League", "Conference League"])
def test_the_heading_of_a_league_phase_is_one_line_of_a_phone(answering: Commands, competition: str) -> None:
    answer = answering.answer(
        f"/stand {competition} 2024/25", Request("", AFTER_THE_LEAGUE_PHASE), LANGUAGES["nl"]
    )
    assert answer
    heading = plain_text(answer.html).splitlines()[0]
    assert heading.endswith(f"{competition} 2024/25 · competitiefase")
    assert len(heading) <= 42


async def test_alone_the_table_is_whole(answering: Commands, chats: Chats) -> None:
    async with talking(answering, "private", chats=chats, clock=lambda: AFTER_THE_LEAGUE_PHASE) as chat:
        await chat.say("/volg Ajax")
        answer = await chat.say("/stand")
    # Its competition is that of the club that is followed.
    assert answer.text.startswith("🏆 Europa League 2024/25")
    assert "  1 Lazio" in answer.text
    assert ">12 Ajax" in answer.text
    assert answer.buttons == ["Champions League", "Conference League"]


async def test_of_groups_a_group_sees_those_of_its_clubs(answering: Commands, chats: Chats) -> None:
    async with talking(answering, "supergroup", chats=chats, clock=lambda: AFTER_THE_LEAGUE_PHASE) as chat:
        await chat.say("/volg PSV")
        assert (await chat.say("/stand CL 2018/19")).text.startswith("🏆 Champions League 2018/19 · groep B")
        assert "Groep H" in (await chat.press("Hele stand")).text


def test_while_too_few_results_are_known_there_is_no_table_but_what_is_known(answering: Commands) -> None:
    now = datetime(2026, 11, 22, 11, tzinfo=UTC)
    answer = answering.answer("/stand PSV", Request("", now), LANGUAGES["nl"])
    assert answer is not None
    text = plain_text(answer.html)
    assert "<pre>" not in answer.html
    assert "Geen stand: 18 van 72 uitslagen bekend" in text
    assert "Voor zover bekend: PSV 1 punt uit 1 wedstrijd" in text
    assert [button.text for row in answer.buttons for button in row] == [
        "do 10 september",
        "Hele seizoen 2026/27",
    ]
