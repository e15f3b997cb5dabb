"""The program as it runs for real: a process of its own, in conversation over HTTP."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.local.telegram.http import address_of, http_door, reserved_place
from bot.local.telegram.methods import guests
from bot.local.telegram.people import say
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from tests.chat import Reply
from tests.process import NEWEST, OLDER, ROOT, ProcessChat, bot_before_telegram, bot_process

pytestmark = pytest.mark.process

THE_TIE = "/uitslag Arsenal - Östersund 2017/18"
SENT = "sendMessage"
QUESTIONS, KILLS = 120, 4
MOST_UNDER_WAY = 64
"""Answers that may be on their way, or sent and not noted, when the program is killed: its connections."""


async def test_a_conversation_of_commands_buttons_and_edits(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        tie = await chat.say(THE_TIE)
        assert "Östersunds FK" in tie.text
        assert tie.styled("bold")
        turned = await chat.press(tie.buttons[0])
        assert turned.id == tie.id
        assert turned.text != tie.text
        assert turned.edited
        edited = await chat.edit("/uitslag PSV - Arsenal 2004/05")
        assert all("PSV" in reply.text for reply in edited)
        assert "/uitslag" in (await chat.say("/help")).text
        assert not chat.telegram.refusals
        assert await chat.bot.stop() == 0


@pytest.mark.parametrize("version", [NEWEST, OLDER], ids=["the newest server", "an older server"])
async def test_a_group_hears_what_its_telegram_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int]
) -> None:
    monkeypatch.setattr("tests.process.VERSION", version)
    is_newest = version == NEWEST
    async with bot_process(tmp_path) as chat:
        await chat.say("/help")
        group, elsewhere = chat.telegram.add_supergroup("Voetbal"), chat.telegram.add_supergroup("Zonder bot")
        group.bot_status, elsewhere.bot_status = "administrator", "left"
        heard: list[Reply] = []
        chat.telegram.watchers.append(
            lambda happening: (
                heard.append(Reply(happening.content))
                if happening.kind == "sent" and happening.chat_id in {group.id, elsewhere.id}
                else None
            )
        )
        say(chat.telegram, group, chat.user, "/uitslag Sporting")
        await chat.bot.until(lambda: len(heard) == 1)
        assert heard[0].is_ephemeral is is_newest
        say(chat.telegram, group, chat.user, THE_TIE)
        await chat.bot.until(lambda: len(heard) == 2)
        assert not heard[1].is_ephemeral
        guests.mention(chat.telegram, elsewhere, chat.user, "@uitslagbot Arsenal")
        await chat.say("/help")
        assert len(heard) == 2 + is_newest


async def test_an_answer_that_telegram_can_not_take_now_is_sent_again(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        for fault in (Fault(server_error(500), method=SENT), Fault(server_error(), html=True, method=SENT)):
            chat.telegram.faults.append(fault)
            replies = await chat.hear(THE_TIE)
            assert not chat.telegram.faults
            assert ["Östersunds FK" in reply.text for reply in replies] == [True]
        assert "Arsenal" in (await chat.say("/uitslag Arsenal 2017/18")).text


async def test_an_answer_that_arrived_unheard_is_not_sent_again(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        chat.telegram.faults.append(Fault(lost=True, method=SENT))
        replies = await chat.hear(THE_TIE)
        assert len([reply for reply in replies if "Östersunds FK" in reply.text]) == 1
        assert "Arsenal" in (await chat.say("/uitslag Arsenal 2017/18")).text


async def test_who_must_wait_waits_and_then_answers(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        chat.telegram.faults.append(Fault(too_many_requests(1), method=SENT))
        (reply,) = await chat.hear(THE_TIE)
        assert "Östersunds FK" in reply.text
        assert [method for method, _ in chat.telegram.refusals] == [SENT]


async def test_what_is_asked_while_it_is_away_is_answered_once_when_it_is_back(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.say(THE_TIE)
        for end in (chat.bot.stop, chat.bot.kill):
            await end()
            before = len(chat.replies)
            chat.send("/uitslag PSV - Arsenal 2004/05")
            await chat.bot.start()
            await chat.settle()
            assert ["PSV" in reply.text for reply in chat.replies[before:]] == [True]
        await chat.restart()
        before = len(chat.replies)
        await chat.settle()
        assert chat.replies[before:] == []


async def test_it_is_killed_among_many_questions_and_every_one_is_answered(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.say("/help")
        answers: Counter[int] = Counter()
        chat.telegram.watchers.append(
            lambda happening: answers.update([happening.chat_id] if happening.kind == "sent" else [])
        )
        people = [chat.telegram.add_user(f"Vrager {number}") for number in range(QUESTIONS)]
        askers = [(chat.telegram.add_private_chat(person), person) for person in people]
        for room, somebody in askers:
            say(chat.telegram, room, somebody, "/uitslag PSV")
        for kill in range(1, KILLS + 1):
            await chat.bot.until(lambda: len(answers) >= kill * QUESTIONS // (KILLS + 1))  # noqa: B023
            await chat.restart(brutally=True)
        await chat.bot.until(lambda: len(answers) >= QUESTIONS)
        await chat.settle()
    rooms = {room.id for room, _ in askers}
    # None is lost. What was on its way at a kill, or sent and not noted yet, may come twice.
    assert answers.keys() == rooms
    twice = sum(number - 1 for number in answers.values())
    assert max(answers.values()) <= 1 + KILLS
    assert twice <= KILLS * MOST_UNDER_WAY


async def test_a_button_still_works_after_a_restart(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        tie = await chat.say(THE_TIE)
        await chat.restart(brutally=True)
        assert (await chat.press(tie.buttons[0])).id == tie.id


async def test_beside_another_program_it_gives_way_in_one_clear_line(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.bot.writes("answering as @uitslagbot")
        other = asyncio.create_task(_poll_until_alone(chat))
        assert await chat.bot.ended() == 2
        assert chat.bot.lines[-1].startswith("uitslagbot: another program answers for this bot's token")
        assert "Traceback" not in chat.bot.log
        # The other is left in peace.
        assert not other.done()
        chat.send("/help")
        assert await other == ["/help"]


async def _poll_until_alone(chat: ProcessChat) -> list[str | None]:
    """Another program with our token that does not give way, until somebody says something to it."""
    token, address = chat.telegram.token, chat.bot.settings["TELEGRAM_API_URL"]
    async with Bot(token, base_url=f"{address}/bot") as bot:
        while True:
            with suppress(Conflict):
                updates = await bot.get_updates(timeout=50)
                return [update.message.text for update in updates if update.message]


async def test_a_wrong_token_is_one_clear_line_without_the_token(tmp_path: Path) -> None:
    async with bot_process(tmp_path, token="123456:wrong-and-secret") as chat:  # noqa: S106 - opens nothing
        assert await chat.bot.ended() == 2
        (line,) = chat.bot.lines
        assert line.startswith("uitslagbot: Telegram does not know this token")
        assert "secret" not in line


async def test_a_token_that_is_revoked_ends_it(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.say("/help")
        chat.telegram.token = "100001:another"  # noqa: S105 - opens nothing
        # Ends the long poll that still waits.
        chat.send("/help")
        assert await chat.bot.ended() == 2
        assert chat.bot.lines[-1].startswith("uitslagbot: Telegram does not know this token")


async def test_it_stops_when_it_is_told_to(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.bot.writes("answering as @uitslagbot")
        assert await chat.bot.stop() == 0
        assert "Traceback" not in chat.bot.log


async def test_a_telegram_that_is_away_at_first_is_waited_for(tmp_path: Path) -> None:
    async with bot_before_telegram(tmp_path) as (chat, place):
        line = await chat.bot.writes("can't be reached")
        assert "trying again in 0.05 s" in line
        async with http_door(chat.telegram, place, served=chat.bot.news.set):
            assert "Arsenal" in (await chat.say(THE_TIE)).text
            assert await chat.bot.stop() == 0
        assert chat.telegram.token not in chat.bot.log


async def test_by_webhook_it_answers_too_and_says_how_it_is(tmp_path: Path) -> None:
    place = reserved_place()
    ours = address_of(place)
    place.close()
    settings = {
        "WEBHOOK_URL": f"{ours}/in",
        "WEBHOOK_SECRET": "only-telegram-knows-this",
        "WEBHOOK_LISTEN": ours.removeprefix("http://"),
    }
    async with bot_process(tmp_path, **settings) as chat, httpx.AsyncClient(base_url=ours) as watcher:
        assert await chat.bot.ended() == 2
        assert "does not take WEBHOOK_URL" in chat.bot.lines[-1]
        # A Bot API server of one's own takes addresses without TLS.
        chat.telegram.local_mode = True
        await chat.bot.start()
        assert "Östersunds FK" in (await chat.say(THE_TIE)).text
        health = await watcher.get("/healthz")
        assert health.status_code == 200
        assert health.json()["database"] == "ok"
        assert health.json()["seconds_since_update"] < 60
        numbers = (await watcher.get("/metrics")).text
        assert "uitslagbot_updates_total" in numbers
        assert 'uitslagbot_calls_total{method="sendMessage",outcome="200"} 1.0' in numbers
        for end in (chat.bot.stop, chat.bot.kill):
            await end()
            before = len(chat.replies)
            chat.send("/uitslag PSV - Arsenal 2004/05")
            await chat.bot.start()
            await chat.settle()
            assert ["PSV" in reply.text for reply in chat.replies[before:]] == [True]
        assert await chat.bot.stop() == 0
        assert "only-telegram" not in chat.bot.log
        assert "Traceback" not in chat.bot.log


async def test_it_gives_a_sign_of_life_as_long_as_it_is_well(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.say("/help")
        await chat.bot.until((tmp_path / "var" / "alive").exists)
        assert await alive(tmp_path) == (0, "")
        # It gives no other sign in between, however long the check takes.
        assert await chat.bot.stop() == 0
        os.utime(tmp_path / "var" / "alive", (0, 0))
        code, output = await alive(tmp_path)
        assert code == 2
        assert output.startswith("uitslagbot: no bot that runs here gave a sign of life")


async def alive(folder: Path) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "check", "--alive"),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, output = await process.communicate()
    return process.returncode, output.decode()


async def test_the_log_is_json_for_who_asks_for_it(tmp_path: Path) -> None:
    async with bot_process(tmp_path, LOG_FORMAT="json") as chat:
        chat.telegram.faults.append(Fault(server_error(500), method=SENT))
        await chat.hear(THE_TIE)
        assert await chat.bot.stop() == 0
        records = [json.loads(line) for line in chat.bot.lines]
        assert {tuple(line) for line in records} == {("at", "level", "logger", "message")}
        assert "answering as @uitslagbot; stop with Ctrl-C" in [line["message"] for line in records]
        assert "WARNING" in [line["level"] for line in records]
