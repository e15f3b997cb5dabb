"""A chat in which the bot may not write is left alone until something changes there."""

from __future__ import annotations

import logging
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.database.chats.facts import ChatKind
from bot.local.telegram.chats import Chat
from bot.local.telegram.refusals import Fault, bad_request
from tests.conftest import WHOLE
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import Night, night, only_those_of, playing

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
THE_NIGHT = date(2018, 2, 22)
BEGIN, END = amsterdam("2018-02-22 20:45"), amsterdam("2018-02-22 23:15")
HALF_TIME = amsterdam("2018-02-22 22:00")
ARSENAL = "eng-arsenal-fc"
A_HANDFUL = 4


def forum(tonight: Night, *, topic: bool = False) -> Chat:
    """A forum that follows Arsenal and has closed its main part, and the bot no administrator of it."""
    chat = tonight.telegram.add_forum("Europese avonden")
    tonight.chats.mark_active(chat.id, ChatKind.SUPERGROUP, tonight.clock())
    tonight.chats.follow(chat.id, ARSENAL, tonight.clock())
    if topic:
        number = tonight.telegram.add_topic(chat, "Europa League")
        tonight.live.delivery.alerts.heard(chat.id, number, "nl")
        assert chat.topics
        chat.topics[number].closed = True
    chat.general_is_closed = True
    return chat


def refused(tonight: Night) -> list[tuple[str, str]]:
    return list(tonight.telegram.refusals)


async def play(tonight: Night, until: datetime) -> None:
    async with playing(tonight):
        await tonight.until(until)


@pytest.mark.parametrize(
    "topic", [pytest.param(False, marks=WHOLE), True], ids=["the main part", "a topic and the main part"]
)
def test_a_forum_that_closed_its_main_part_is_asked_a_handful_of_times_in_an_evening(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, topic: bool
) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN, matches=only_those_of(ARSENAL)) as tonight:
            forum(tonight, topic=topic)
            fleur = tonight.follower("Fleur", ARSENAL)
            await play(tonight, END)
            assert 1 <= len(refused(tonight)) <= A_HANDFUL
            assert tonight.heard_by(fleur)[-1].startswith("🏁 Arsenal")

    with caplog.at_level(logging.WARNING):
        run_fast(evening())
    assert len([line for line in caplog.messages if "may not write" in line]) == 1


def test_a_group_that_takes_the_right_to_write_away_is_asked_once(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN, matches=only_those_of(ARSENAL)) as tonight:
            group = tonight.follower("Groep", ARSENAL, kind="group")
            group.bot_may_write = False
            await play(tonight, END)
            assert len(refused(tonight)) == 1

    run_fast(evening())


def test_once_the_bot_writes_there_again_the_evening_goes_on_there(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN, matches=only_those_of(ARSENAL)) as tonight:
            chat = forum(tonight)
            async with playing(tonight):
                await tonight.until(HALF_TIME)
                assert tonight.heard_by(chat) == []
                chat.general_is_closed = False
                # Somebody asks something, and is answered.
                await tonight.live.delivery.bot.send_message(chat.id, "Arsenal – Östersunds FK 0-2")
                await tonight.until(END)
            assert len(refused(tonight)) == 1
            assert tonight.heard_by(chat)[-1].startswith("🏁 Arsenal")
            assert "1-2" in tonight.heard_by(chat, edits=True)[-1]

    run_fast(evening())


@pytest.mark.parametrize(
    ("fault", "until"),
    [
        (
            {"refusal": bad_request("message to edit not found"), "method": "editMessageText"},
            amsterdam("2018-02-22 21:50"),
        ),
        pytest.param(
            {"refusal": bad_request("message is too long"), "method": "sendMessage"},
            amsterdam("2018-02-22 21:20"),
            marks=WHOLE,
        ),
    ],
    ids=["deleted", "too long"],
)
def test_a_live_message_that_can_not_be_is_not_tried_all_evening(
    tmp_path: Path, fault: dict[str, Any], until: datetime
) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN, matches=only_those_of(ARSENAL)) as tonight:
            fleur = tonight.follower("Fleur", ARSENAL)
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-22 21:04"))
                tonight.telegram.faults += [Fault(**fault, chat_id=fleur.id) for _ in range(A_HANDFUL)]
                await tonight.until(until)
                assert len(tonight.telegram.faults) == A_HANDFUL - 1
                tonight.telegram.faults.clear()
                await tonight.until(END)
            assert tonight.heard_by(fleur)[-1].startswith("🏁 Arsenal")

    run_fast(evening())
