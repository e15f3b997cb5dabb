"""A sign of life: given while the bot is well, to systemd and to whoever looks at a file."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app import heartbeat
from bot.app.health import LONG, Health
from bot.app.heartbeat import DEAD_AFTER, NAME, beat, is_alive
from bot.app.opening import forgetful_chats
from bot.transport.ingest import Intake
from bot.transport.limits import Limits
from bot.transport.metrics import Metrics
from bot.transport.polling import Forgetful
from tests.shared import knowledge_of_the_snapshot


async def until(beating: asyncio.Task[None], happened: asyncio.Event) -> None:
    async with asyncio.timeout(60):
        await happened.wait()
    beating.cancel()
    with suppress(asyncio.CancelledError):
        await beating


async def test_systemd_hears_that_the_bot_is_ready_and_then_that_it_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat, "EVERY", 0.001)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        questions, done = 0, asyncio.Event()

        def is_well() -> bool:
            nonlocal questions
            questions += 1
            if questions > 3:
                done.set()
            # At first it is not.
            return questions > 1

        await until(asyncio.create_task(beat(tmp_path, is_well)), done)
        assert [systemd.recv(100) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
    assert is_alive(tmp_path)


async def test_a_bot_that_is_not_well_gives_no_sign_and_the_log_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(heartbeat, "EVERY", 0.001)
    questions, done = 0, asyncio.Event()

    def is_well() -> bool:
        nonlocal questions
        questions += 1
        if questions == 2:
            os.utime(tmp_path / NAME, (0, 0))
        if questions > 4:
            done.set()
        return questions == 1

    await until(asyncio.create_task(beat(tmp_path, is_well)), done)
    assert not is_alive(tmp_path)
    assert [line for line in caplog.messages if "no sign of life" in line] == caplog.messages


def test_a_sign_is_good_for_a_minute(tmp_path: Path) -> None:
    assert not is_alive(tmp_path)
    (tmp_path / NAME).touch()
    os.utime(tmp_path / NAME, (1000, 1000))
    assert is_alive(tmp_path, 1000 + DEAD_AFTER - 1)
    assert not is_alive(tmp_path, 1000 + DEAD_AFTER + 1)


def health(intake: Intake, limits: Limits, metrics: Metrics) -> Health:
    return Health(knowledge_of_the_snapshot().results, forgetful_chats(), None, metrics, intake, limits)


async def test_a_bot_that_takes_questions_and_answers_nobody_is_not_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    intake, limits, metrics, now = Intake(Forgetful()), Limits(), Metrics(), 1000.0
    monkeypatch.setattr("bot.app.health.time.monotonic", lambda: now)
    intake.in_hand, intake.progressed = 1, now - LONG - 1
    assert not health(intake, limits, metrics).is_well
    # It waits for Telegram: that is no fault of the bot's.
    limits.waiting = 1
    assert health(intake, limits, metrics).is_well
    limits.waiting, intake.progressed = 0, now - LONG + 1
    assert health(intake, limits, metrics).is_well


async def test_a_bot_that_asks_for_updates_in_vain_is_not_well(monkeypatch: pytest.MonkeyPatch) -> None:
    intake, limits, metrics, now = Intake(Forgetful()), Limits(), Metrics(), 1000.0
    monkeypatch.setattr("bot.app.health.time.monotonic", lambda: now)
    assert health(intake, limits, metrics).is_well, "by webhook nothing is asked for"
    metrics.last_poll = now - LONG + 1
    assert health(intake, limits, metrics).is_well
    metrics.last_poll = now - LONG - 1
    assert not health(intake, limits, metrics).is_well
