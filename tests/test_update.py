"""`uitslagbot update`: the sources asked once by the real program, and what it says changed."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app.opening import snapshot
from bot.database.connection import open_to_read, open_to_write, transaction
from bot.database.results.results import Results
from bot.database.results.writing import change_match
from bot.football.model import CHAMPIONS_LEAGUE, Club, Match, RoundKind, Score, Season
from bot.football.season.as_of import over_at, still_to_come
from bot.local.sources.faults import FaultKind
from tests.sources.weekly_files import weekly_files
from tests.sources.wikipedia.wikis import Wiki, played, wiki

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
PATIENCE = 600
HERE = (CHAMPIONS_LEAGUE, Season(2017))


async def update(folder: Path, online: Wiki | None, *arguments: str, **settings: str) -> tuple[int, str, str]:
    """The exit code, stdout and stderr."""
    address = online.address if online else "http://127.0.0.1:9"
    there = {
        "WIKIPEDIA_URL": f"{address}/wikipedia/w/api.php",
        "OPENFOOTBALL_URL": f"{address}/openfootball",
        "RESULTS_DB": "results.db",
        "PACE": "1000",
        "PYTHONPATH": str(ROOT),
        **settings,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "update", *arguments),
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "TELEGRAM_BOT_TOKEN"} | there,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    async with asyncio.timeout(PATIENCE):
        out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """A results database in which the knockout rounds of 2017/18 are still to be played."""
    path = tmp_path / "results.db"
    shutil.copyfile(snapshot(), path)
    with closing(open_to_write(path)) as db, transaction(db):
        for stored in Results(db).stored_matches(*HERE):
            if stored.match.round.kind is RoundKind.QUARTER_FINAL:
                change_match(db, stored.id, still_to_come(stored.match), 0)
    return path


def quarter_finals(path: Path) -> list[Match]:
    matches = Results(open_to_read(path)).season_matches(*HERE)
    return [match for match in matches if match.round.kind is RoundKind.QUARTER_FINAL]


@asynccontextmanager
async def online_after(path: Path) -> AsyncIterator[Wiki]:
    season = [replace(played(match), leg=match.leg) for match in quarter_finals(path)]
    async with wiki(season, over_at(season[-1]) + timedelta(hours=12)) as found:
        yield found


async def test_what_is_new_is_saved_and_said_per_competition(results: Path) -> None:
    async with online_after(results) as online:
        code, out, err = await update(results.parent, online, "--season", "2017", "--competition", "CL")
        assert (code, err) == (0, "")
        assert out == "CL 2017/18: 8 new results, 6 matches with their scorers\n"
        stored = {(match.home, match.away): match for match in quarter_finals(results)}
        assert all(len(match.goals) == len(stored[match.clubs].goals) for match in online.matches)
        begun = online.requests
        code, out, err = await update(results.parent, online, "--season", "2017", "--from", "wikipedia")
        assert (code, err) == (0, "")
        assert "CL 2017/18: nothing new" in out
        assert online.requests <= begun + 3


async def test_a_conflict_is_said_with_both_tellings(results: Path) -> None:
    async with online_after(results) as online:
        await update(results.parent, online, "--season", "2017")
        match = online.matches[0]
        online.matches = [replace(match, full_time=Score(7, 0), goals=())]
        code, out, _ = await update(results.parent, online, "--season", "2017", "--from", "wikipedia")
        assert code == 0
        assert f"  {match.home.name} – {match.away.name}, full time: {match.score} (" in out
        assert "), not 7-0 (wikipedia)" in out


async def test_no_source_is_one_line_and_one_of_two_is_enough(results: Path) -> None:
    code, out, err = await update(results.parent, None, "--season", "2017")
    assert (code, out) == (2, "")
    assert err.startswith("uitslagbot: http://127.0.0.1:9/wikipedia/w/api.php: can't be reached")
    assert err.count("\n") == 1
    async with online_after(results) as online:
        nowhere = "http://127.0.0.1:9"
        code, out, err = await update(
            results.parent, online, "--season", "2017", "--competition", "CL", OPENFOOTBALL_URL=nowhere
        )
        assert (code, out) == (0, "CL 2017/18: 8 new results, 6 matches with their scorers\n")
        assert err.startswith("uitslagbot: http://127.0.0.1:9: ")
        assert err.count("\n") == 1


async def test_a_source_that_is_busy_for_some_seconds_is_waited_for(results: Path) -> None:
    async with online_after(results) as online:
        online.fault, online.seconds = FaultKind.MAXLAG, 5
        online.trouble_for = 2
        code, out, _ = await update(results.parent, online, "--season", "2017", "--from", "wikipedia")
        assert (code, "8 new results" in out) == (0, True)


async def test_a_season_of_long_ago_comes_from_the_weekly_files_of_transfermarkt(results: Path) -> None:
    season = Results(open_to_read(snapshot())).season_matches(*HERE)
    matches = [match for match in season if match.round.kind is RoundKind.QUARTER_FINAL]
    unknown = replace(matches[0], home=Club("nobody", "Nobody United"), goals=(), full_time=Score(0, 0))
    async with weekly_files([*matches, unknown]) as address:
        wanted = ("--season", "2017", "--competition", "CL", "--from", "transfermarkt")
        code, out, err = await update(results.parent, None, *wanted, TRANSFERMARKT_URL=address)
        # One of them was goalless.
        assert (code, out) == (0, "CL 2017/18: 8 new results, 7 matches with their scorers\n")
        assert "'Nobody United' is not a known club" in err
        code, out, _ = await update(results.parent, None, *wanted, TRANSFERMARKT_URL=address)
        assert (code, out) == (0, "CL 2017/18: nothing new\n")
    scores = [(match.home, match.score, len(match.goals)) for match in quarter_finals(results)]
    assert scores == [(match.home, match.score, len(match.goals)) for match in matches]


async def test_without_a_database_of_its_own_the_working_copy_is_made(tmp_path: Path) -> None:
    before = snapshot().read_bytes()
    async with wiki([], datetime.now(UTC)) as online:
        code, out, _ = await update(tmp_path, online, "--from", "wikipedia", RESULTS_DB="")
        assert code == 0
        assert "nothing new" in out
    assert sorted(path.name for path in (tmp_path / "var").iterdir()) == ["chats.db", "results.db"]
    assert snapshot().read_bytes() == before


async def test_while_another_program_writes_it_says_what_to_do(results: Path) -> None:
    with closing(sqlite3.connect(results)) as other:
        other.execute("BEGIN IMMEDIATE")
        code, out, err = await update(results.parent, None, "--season", "2017")
    assert (code, out) == (2, "")
    assert "results.db" in err
    assert "another program" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "settings", "reason"),
    [
        (("--competition", "CWC"), {}, "there was no CWC in"),
        ((), {"LIVE_SOURCES": "none"}, "LIVE_SOURCES names no source"),
        (("--from", "api-football", "--season", "2017"), {}, "no source tells of that season"),
    ],
)
async def test_what_can_not_be_asked_is_said_in_a_line(
    arguments: tuple[str, ...], settings: dict[str, str], reason: str, tmp_path: Path
) -> None:
    code, out, err = await update(tmp_path, None, *arguments, **({"RESULTS_DB": ""} | settings))
    assert (code, out) == (2, "")
    assert reason in err
    assert err.count("\n") == 1
