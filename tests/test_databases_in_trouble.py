"""Databases that are locked, damaged, cut off, read-only or without room: one clear line, nothing lost."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.app.opening import snapshot
from bot.database.chats.connection import open_chats
from bot.database.connection import open_to_keep
from bot.upkeep.working_copy import prepare_working_copy
from tests.process import bot_process

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
PATIENCE = 600
THE_TIE = "/uitslag Arsenal - Östersund 2017/18"
BOTH = pytest.mark.parametrize("name", ["chats.db", "results.db"])
# The superuser may write to what is read-only, unless that right is taken away first.
AS_ANYBODY = ("setpriv", "--bounding-set", "-dac_override") if os.geteuid() == 0 else ()


@pytest.fixture
def var(tmp_path: Path) -> Path:
    """What a bot that ran here left."""
    folder = tmp_path / "var"
    folder.mkdir()
    open_chats(folder / "chats.db").close()
    prepare_working_copy(snapshot(), folder / "results.db")
    open_to_keep(folder / "results.db").close()
    return folder


def refusal(folder: Path, *arguments: str, prefix: tuple[str, ...] = ()) -> str:
    """The one line in which the program says why it will not."""
    done = subprocess.run(  # noqa: S603 - our own program
        [*prefix, sys.executable, "-m", "bot", *arguments],
        cwd=folder.parent,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": "123456:nobody",
            "TELEGRAM_API_URL": "http://127.0.0.1:9",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 2, done
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("uitslagbot: ")
    return line


@BOTH
def test_a_bot_does_not_start_with_a_file_that_is_no_database(name: str, var: Path) -> None:
    (var / name).write_bytes(os.urandom(5000))
    before = (var / name).read_bytes()
    line = refusal(var, "run")
    assert name in line
    assert "uitslagbot restore" in line
    assert (var / name).read_bytes() == before


@BOTH
def test_a_bot_does_not_start_with_a_database_that_was_cut_off(name: str, var: Path) -> None:
    whole = (var / name).read_bytes()
    (var / name).write_bytes(whole[: len(whole) // 2])
    line = refusal(var, "run")
    assert name in line
    assert "uitslagbot restore" in line


@BOTH
def test_a_bot_does_not_start_while_another_program_holds_a_database(name: str, var: Path) -> None:
    with closing(sqlite3.connect(var / name, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        line = refusal(var, "run")
    assert name in line
    assert "locked" in line
    assert "no other program is writing to it" in line


@BOTH
@pytest.mark.skipif(bool(AS_ANYBODY) and not shutil.which("setpriv"), reason="to the superuser nothing is")
def test_a_bot_does_not_start_with_a_database_that_is_read_only(name: str, var: Path) -> None:
    (var / name).chmod(0o400)
    line = refusal(var, "run", prefix=AS_ANYBODY)
    assert name in line
    assert "readonly" in line


@pytest.mark.parametrize(
    "arguments", [("ask", "Arsenal"), ("chat",), ("check",), ("export", "ties", "--format", "csv")]
)
def test_nothing_is_answered_from_results_that_were_cut_off(arguments: tuple[str, ...], var: Path) -> None:
    with (var / "results.db").open("r+b") as file:
        file.truncate(200_000)
    assert "uitslagbot restore" in refusal(var, *arguments)


@BOTH
def test_a_backup_of_a_damaged_database_is_none(name: str, var: Path) -> None:
    (var / name).write_bytes(b"no database" * 500)
    assert name in refusal(var, "backup", "kept.zip")
    assert not (var.parent / "kept.zip").exists()


@contextmanager
def no_room(process: int) -> Iterator[None]:
    """Whatever the program writes to a file fails, as on a full disk."""
    before = resource.prlimit(process, resource.RLIMIT_FSIZE)
    resource.prlimit(process, resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process, resource.RLIMIT_FSIZE, before)


async def test_what_is_asked_while_another_program_holds_the_chats_is_answered_once_it_lets_go(
    tmp_path: Path,
) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.say(THE_TIE)
        before = len(chat.replies)
        with closing(sqlite3.connect(tmp_path / "var" / "chats.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            chat.send("/uitslag PSV - Arsenal 2004/05")
            line = await chat.bot.writes("can't be stored now")
            assert "database is locked" in line
            assert chat.replies[before:] == []
        await chat.settle()
        assert ["PSV" in reply.text for reply in chat.replies[before:]] == [True]


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux takes room away from a process")
async def test_what_can_not_be_stored_waits_at_telegram_and_is_answered_once_there_is_room(
    tmp_path: Path,
) -> None:
    async with bot_process(tmp_path) as chat:
        assert "Östersunds FK" in (await chat.say(THE_TIE)).text
        assert chat.bot.process
        before = len(chat.replies)
        with no_room(chat.bot.process.pid):
            chat.send("/uitslag PSV - Arsenal 2004/05")
            line = await chat.bot.writes("can't be stored now")
            assert "wait at Telegram" in line
            assert "disk has room" in line
            assert chat.replies[before:] == []
        await chat.settle()
        assert ["PSV" in reply.text for reply in chat.replies[before:]] == [True]
        assert "Traceback" not in chat.bot.log
