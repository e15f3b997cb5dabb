"""The first minute: answers about this season wait for the first look at the sources, two seconds at most."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.handlers.commands import commands
from bot.handlers.watching import Watching
from tests.chat import LocalChat, talking
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import SourceOfResults, night, playing
from tests.shared import finder_of_small_results

# The clock of a fast loop counts what is waited for, and nothing else.
pytestmark = pytest.mark.no_cover
NOON = amsterdam("2018-02-23 12:00")
BEING_FETCHED = "ℹ️ De nieuwste uitslagen worden opgehaald; vraag het zo nog eens."
RESULT = "Arsenal – Östersunds FK 1-2"


@dataclass
class Started:
    """A bot that has just started, the day after an evening of which its database lacks the results."""

    chat: LocalChat
    source: SourceOfResults

    async def waits(self, text: str) -> tuple[float, str]:
        """How long the answer takes, and the answer."""
        time = asyncio.get_running_loop().time
        begun = time()
        reply = await self.chat.say(text)
        return time() - begun, reply.text


@asynccontextmanager
async def started(folder: Path, *, takes: float = 0, refuses: bool = False) -> AsyncIterator[Started]:
    async with night(folder, date(2018, 2, 22), NOON, source_of=SourceOfResults) as tonight:
        source, watching = tonight.source, Watching(tonight.live.promises)
        assert isinstance(source, SourceOfResults)
        source.takes, source.refuses = takes, refuses
        looks = tonight.live.season_looks
        assert looks.is_behind
        looks.on_current = watching.first_look.end
        watching.first_look.begin()
        knowledge = tonight.live.watcher.knowledge
        answering = commands(finder_of_small_results(), knowledge, tonight.chats, watching)
        async with (
            talking(answering, chats=tonight.chats, clock=tonight.clock) as chat,
            playing(tonight),
        ):
            yield Started(chat, source)


@pytest.mark.parametrize("takes", [0.05, 0.5])
def test_the_first_answer_has_the_results_of_last_night(takes: float, tmp_path: Path) -> None:
    async def minute() -> None:
        async with started(tmp_path, takes=takes) as bot:
            seconds, text = await bot.waits("/uitslag Arsenal")
            assert RESULT in text
            assert BEING_FETCHED not in text
            assert seconds == pytest.approx(takes, abs=0.05)
            assert (await bot.waits("/avond 22-02"))[0] == pytest.approx(0, abs=0.05)

    run_fast(minute())


@pytest.mark.parametrize(
    "text", ["/uitslag Arsenal", "/avond", "/stand CL", "/schema EL", "/uitslag Milan 2017/18"]
)
def test_a_source_that_hangs_delays_an_answer_by_two_seconds_at_most(text: str, tmp_path: Path) -> None:
    async def minute() -> None:
        async with started(tmp_path, takes=3600) as bot:
            seconds, answer = await bot.waits(text)
            assert seconds == pytest.approx(2, abs=0.05)
            assert answer.endswith(BEING_FETCHED)
            assert RESULT not in answer

    run_fast(minute())


def test_a_button_waits_as_long_and_says_so_too(tmp_path: Path) -> None:
    async def minute() -> None:
        async with started(tmp_path, takes=3600) as bot:
            await bot.chat.say("/uitslag Arsenal 15-02-2018")
            reply = await bot.chat.press("Hele seizoen 2017/18")
            assert reply.text.endswith(BEING_FETCHED)

    run_fast(minute())


@pytest.mark.parametrize(
    "text",
    [
        *("/uitslag Ajax 1994/95", "/uitslag Ajax 24-05-1995", "/avond 24-05-1995", "/records", "/help"),
        *("/uitslag qqqq", "/volg Arsenal", "/instellingen", "/speler Messi", "/stand CL 2011/12"),
    ],
)
def test_what_is_not_about_this_season_waits_for_nothing(text: str, tmp_path: Path) -> None:
    async def minute() -> None:
        async with started(tmp_path, takes=3600) as bot:
            seconds, answer = await bot.waits(text)
            assert seconds == pytest.approx(0, abs=0.05)
            assert BEING_FETCHED not in answer

    run_fast(minute())


def test_one_chat_that_waits_delays_no_other(tmp_path: Path) -> None:
    async def minute() -> None:
        async with started(tmp_path, takes=3600) as bot:
            time, begun = asyncio.get_running_loop().time, asyncio.get_running_loop().time()
            waiting = asyncio.create_task(bot.chat.say("/uitslag Arsenal"))
            await asyncio.sleep(0.1)
            other = bot.chat.another()
            await other.say("/uitslag Ajax 1994/95")
            assert time() - begun == pytest.approx(0.1, abs=0.05)
            assert (await waiting).text.endswith(BEING_FETCHED)

    run_fast(minute())


def test_where_no_source_can_be_reached_nobody_waits_any_more_and_the_log_says_so_in_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def minute() -> None:
        async with started(tmp_path, refuses=True) as bot:
            seconds, answer = await bot.waits("/uitslag Arsenal")
            assert seconds == pytest.approx(0, abs=0.05)
            assert BEING_FETCHED not in answer
            assert (await bot.waits("/avond"))[0] == pytest.approx(0, abs=0.05)

    run_fast(minute())
    assert len([line for line in caplog.messages if "can't be reached" in line]) == 1
