"""The real program on a match night: it asks a source, tells a follower, and keeps what it learned."""

from __future__ import annotations

import asyncio
import os
import random
import resource
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.app.opening import snapshot
from bot.database.connection import open_to_read
from bot.database.results.results import Results
from bot.football.events.observations import Observation, Phase
from bot.football.model import AMSTERDAM, CHAMPIONS_LEAGUE, Goal, Match, Round, Score, Status
from bot.football.season.evening import evening_of
from bot.football.seasons import season_of
from bot.local.sources.server import LocalSources
from tests.process import PATIENCE, bot_process, until_written
from tests.test_databases_in_trouble import no_room

pytestmark = pytest.mark.process


KILLS = int(os.environ.get("KILLS", "6"))
"""`KILLS=50 make night` takes some three minutes."""


def now() -> datetime:
    return datetime.now(UTC)


def tonight() -> Match:
    """Ajax against Milan, twenty minutes under way."""
    clubs = Results(open_to_read(snapshot())).clubs()
    started = now() - timedelta(minutes=20)
    kick_off = started if evening_of(started) == evening_of(now()) else now()
    return Match(
        CHAMPIONS_LEAGUE,
        season_of(now()),
        Round.from_code("LEAGUE"),
        clubs["ned-afc-ajax"],
        clubs["ita-ac-milan"],
        Status.LIVE,
        date=kick_off.astimezone(AMSTERDAM).date(),
        kick_off=kick_off,
        matchday=5,
        full_time=Score(0, 0),
    )


@dataclass
class Pitch:
    match: Match

    def look(self, _moment: datetime) -> list[Observation]:
        under_way = self.match.status is Status.LIVE
        return [Observation(self.match, Phase.FIRST_HALF if under_way else None, 21 if under_way else None)]

    def goal(self, scorer: str) -> None:
        score = self.match.full_time or Score(0, 0)
        goals = (*self.match.goals, Goal(self.match.home, scorer, 21))
        self.match = replace(self.match, full_time=Score(score.home + 1, score.away), goals=goals)


def without_matches_today(folder: Path) -> Path:
    """Whole seasons are asked about when no match is on; on some days one is."""
    path = folder / "results.db"
    shutil.copyfile(snapshot(), path)
    today = now().date()
    days = [(today + timedelta(days=ahead)).isoformat() for ahead in (-1, 0, 1)]
    with closing(sqlite3.connect(path)) as db:
        db.executemany("DELETE FROM matches WHERE date = ?", [(day,) for day in days])
        db.commit()
    return path


@asynccontextmanager
async def source_of(pitch: Pitch) -> AsyncIterator[str]:
    runner = web.AppRunner(LocalSources(pitch.look, now).application(), shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_a_goal_is_told_and_what_was_learned_outlives_the_program(tmp_path: Path) -> None:
    pitch = Pitch(tonight())
    async with (
        source_of(pitch) as address,
        bot_process(tmp_path, LIVE_SOURCES="uefa", UEFA_API_URL=f"{address}/uefa", LIVE_EVERY="10") as chat,
    ):
        await chat.bot.writes("matches are watched by uefa")
        await chat.say("/volg Ajax")
        pitch.goal("Brobbey")
        await chat.bot.until(lambda: any("Brobbey" in reply.text for reply in chat.replies))
        alert = next(reply.text for reply in chat.replies if "Brobbey" in reply.text)
        assert "Ajax" in alert
        assert "1-0" in alert

        pitch.match = replace(pitch.match, status=Status.PLAYED)
        await chat.restart()
        before = len(chat.replies)
        await chat.bot.until(lambda: any("1-0" in reply.text for reply in chat.replies[before:]))
        assert not any("Brobbey" in reply.text and "⚽" in reply.text for reply in chat.replies[before:])
        assert "1-0" in (await chat.say("/uitslag Ajax - Milan")).text
        assert await chat.bot.stop() == 0
        assert "Traceback" not in chat.bot.log

    assert (tmp_path / "var" / "results.db").is_file()


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux takes room from a process")
async def test_a_goal_that_falls_while_the_disk_is_full_is_told_once_there_is_room(tmp_path: Path) -> None:
    pitch = Pitch(tonight())
    async with (
        source_of(pitch) as address,
        bot_process(tmp_path, LIVE_SOURCES="uefa", UEFA_API_URL=f"{address}/uefa", LIVE_EVERY="10") as chat,
    ):
        await chat.bot.writes("matches are watched by uefa")
        await chat.say("/volg Ajax")
        # What the first look shows is no news.
        await until_written(tmp_path, "SELECT count(*) > 0 FROM watched")
        assert chat.bot.process
        with no_room(chat.bot.process.pid):
            pitch.goal("Brobbey")
            await chat.bot.writes("disk has room")
            assert not any("Brobbey" in reply.text for reply in chat.replies)

        def alerts() -> int:
            return sum("⚽" in reply.text and "Brobbey" in reply.text for reply in chat.replies)

        await chat.bot.until(lambda: alerts() > 0)
        await chat.settle()
        assert alerts() == 1
        assert "Traceback" not in chat.bot.log


@pytest.mark.parametrize("source", ["uefa", "openfootball"])
async def test_a_result_of_a_day_that_nobody_watched_is_known_soon_after_the_start(
    source: str, tmp_path: Path
) -> None:
    days_ago = now() - timedelta(days=3)
    match = replace(
        tonight(),
        status=Status.PLAYED,
        date=days_ago.astimezone(AMSTERDAM).date(),
        kick_off=days_ago.replace(second=0, microsecond=0),
        full_time=Score(4, 1),
    )
    async with (
        source_of(Pitch(match)) as address,
        bot_process(
            tmp_path,
            RESULTS_DB=str(without_matches_today(tmp_path)),
            LIVE_SOURCES=source,
            UEFA_API_URL=f"{address}/uefa",
            OPENFOOTBALL_URL=f"{address}/openfootball",
        ) as chat,
    ):
        await chat.bot.writes(f"matches are watched by {source}")
        async with asyncio.timeout(PATIENCE):
            while "4-1" not in (await chat.say("/uitslag Ajax - Milan")).text:  # noqa: ASYNC110
                await asyncio.sleep(0.2)
        assert not [reply for reply in chat.replies if reply.text.startswith(("⚽", "🏁"))]


async def test_a_bot_that_is_killed_again_and_again_loses_nothing_and_says_nothing_twice(
    tmp_path: Path,
) -> None:
    chance = random.Random(9)  # noqa: S311 - the same moments every time
    pitch = Pitch(tonight())
    async with (
        source_of(pitch) as address,
        bot_process(tmp_path, LIVE_SOURCES="uefa", UEFA_API_URL=f"{address}/uefa", LIVE_EVERY="10") as chat,
    ):
        await chat.say("/volg Ajax")
        await chat.restart()
        await chat.bot.until(lambda: any(_is_live(reply.text) for reply in chat.replies))
        for number in range(1, KILLS + 1):
            pitch.goal(f"Speler{number}")
            await asyncio.sleep(chance.uniform(0.1, 1.2))
            await chat.restart(brutally=True)
        # The message of the evening is right in the end, and stays the one that it was.
        end = f"Ajax – AC Milan {KILLS}-0"
        await chat.bot.until(lambda: end in [r.text for r in chat.replies if _is_live(r.text)][-1])

    alerts = Counter(reply.text.split("\n")[0] for reply in chat.replies if reply.text.startswith("⚽"))
    assert set(alerts.values()) <= {1}
    goals = {f"⚽ Ajax – AC Milan {number}-0" for number in range(1, KILLS + 1)}
    # One may be lost that was on its way at the very moment: it counts as sent, so as never to be sent twice.
    assert alerts.keys() <= goals
    assert len(goals) - len(alerts) <= _on_their_way(tmp_path / "var" / "chats.db") <= 1
    assert len({reply.id for reply in chat.replies if _is_live(reply.text)}) == 1


def _is_live(text: str) -> bool:
    return text.startswith("📅")


def _on_their_way(chats: Path) -> int:
    """The alerts of which nobody knows whether they arrived."""
    with sqlite3.connect(chats) as db:
        return int(db.execute("SELECT count(*) FROM outbox WHERE state = 'unknown'").fetchone()[0])
