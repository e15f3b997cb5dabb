"""The chat in a terminal right after its start: it asks the sources beside it, and keeps what they know."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.database.connection import open_to_write, transaction
from bot.database.errors import DatabaseError
from bot.database.results.saving import save_matches
from bot.football.model import AMSTERDAM, Match, Score, Status
from bot.football.season.as_of import still_to_come
from bot.importing.origins import UNCONFIRMED
from bot.upkeep.backup import alone
from tests.process import PATIENCE, ROOT
from tests.shared import small_results
from tests.test_match_night import Pitch, now, source_of, tonight

pytestmark = pytest.mark.process
BEING_FETCHED = "worden opgehaald"
QUESTION = "/uitslag Ajax - Milan"


def three_days_ago() -> Match:
    at = (now() - timedelta(days=3)).replace(second=0, microsecond=0)
    day = at.astimezone(AMSTERDAM).date()
    return replace(tonight(), status=Status.PLAYED, date=day, kick_off=at, full_time=Score(4, 1))


def results_that_lack_it(folder: Path) -> Path:
    """Results of which one was missed three days ago."""
    path = folder / "results.db"
    shutil.copyfile(small_results(), path)
    with closing(open_to_write(path)) as db, transaction(db):
        save_matches(db, [replace(still_to_come(three_days_ago()), source="test")], UNCONFIRMED)
    return path


def is_free(chats: Path) -> bool:
    try:
        with alone(chats):
            return True
    except DatabaseError:
        return False


@dataclass
class Terminal:
    """`uitslagbot run` without a token, with its input left open."""

    process: asyncio.subprocess.Process
    errors: list[str] = field(default_factory=list)

    async def ask(self, text: str) -> str:
        """The answer, up to the answer to `/volgend`, which follows it."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{text}\n/volgend\n".encode())
        await self.process.stdin.drain()
        lines = []
        async with asyncio.timeout(PATIENCE):
            while not (line := (await self.process.stdout.readline()).decode()).startswith("Deze chat volgt"):
                assert line, "the terminal said nothing more"
                lines.append(line)
        return "".join(lines)

    async def asks_until(self, text: str, wanted: str) -> str:
        """Ask again, as the bot says, until the answer has this."""
        while wanted not in (answer := await self.ask(text)):
            assert BEING_FETCHED in answer
        return answer

    async def ends(self) -> str:
        """What stands on stderr at its end."""
        assert self.process.stdin
        self.process.stdin.close()
        async with asyncio.timeout(PATIENCE):
            _, errors = await self.process.communicate()
        assert self.process.returncode == 0, errors
        return errors.decode()


@asynccontextmanager
async def terminal(folder: Path, **settings: str) -> AsyncIterator[Terminal]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM")}
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env={**kept, "PYTHONPATH": str(ROOT), "LIVE_SOURCES": "openfootball", **settings},
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
    )
    try:
        yield Terminal(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_the_chat_in_a_terminal_knows_the_latest_result_and_keeps_it(tmp_path: Path) -> None:
    results = str(results_that_lack_it(tmp_path))
    async with (
        source_of(Pitch(three_days_ago())) as address,
        terminal(tmp_path, RESULTS_DB=results, OPENFOOTBALL_URL=f"{address}/openfootball") as chat,
    ):
        assert "4-1" in await chat.asks_until(QUESTION, "4-1")
        # While the chat goes on a bot may begin to serve, once the sources were asked.
        while not is_free(tmp_path / "var" / "chats.db"):
            await chat.ask(QUESTION)
        assert await chat.ends() == ""
    async with terminal(tmp_path, RESULTS_DB=results, LIVE_SOURCES="none") as chat:
        assert "4-1" in await chat.ask(QUESTION)


async def test_without_a_network_one_line_says_so_and_the_answers_are_as_before(tmp_path: Path) -> None:
    results = str(results_that_lack_it(tmp_path))
    async with terminal(tmp_path, OPENFOOTBALL_URL="http://127.0.0.1:9", RESULTS_DB=results) as chat:
        while BEING_FETCHED in (answer := await chat.ask(QUESTION)):
            pass
        assert "Ajax – AC Milan" in answer
        (line,) = (await chat.ends()).splitlines()
        assert line.startswith("uitslagbot: the latest results can't be fetched now: ")


async def test_beside_a_bot_that_keeps_the_results_a_terminal_only_reads_them(tmp_path: Path) -> None:
    results = results_that_lack_it(tmp_path)
    before = results.read_bytes()
    async with source_of(Pitch(three_days_ago())) as address:
        with alone(tmp_path / "var" / "chats.db"):
            url = f"{address}/openfootball"
            async with terminal(tmp_path, OPENFOOTBALL_URL=url, RESULTS_DB=str(results)) as chat:
                answer = await chat.ask(QUESTION)
                assert BEING_FETCHED not in answer
                assert "4-1" not in answer
                assert await chat.ends() == ""
    assert results.read_bytes() == before
