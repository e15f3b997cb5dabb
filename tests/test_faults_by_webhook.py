"""The real program by webhook: killed, without room, with a clock that jumps, pressed by whoever likes."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import httpx
import pytest

from bot.local.telegram import people
from bot.local.telegram.chats import Json
from bot.local.telegram.engine import Happening
from bot.local.telegram.refusals import Fault
from tests.process import ROOT, SECRET, ProcessChat, bot_by_webhook, until_written
from tests.test_databases_in_trouble import no_room

pytestmark = pytest.mark.process

SENT = "sendMessage"
QUESTION = "/uitslag Arsenal - Östersund"
OTHER = "/uitslag PSV - Arsenal 2004/05"
ROOMS, EACH, KILLS = 250, 4, 5
LINUX = pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux takes room from a process")


async def post(chat: ProcessChat, updates: Sequence[Json]) -> None:
    """As Telegram does when it did not hear that they were taken."""
    async with httpx.AsyncClient(headers={"X-Telegram-Bot-Api-Secret-Token": SECRET}) as poster:
        for update in updates:
            posted = await poster.post(chat.bot.settings["WEBHOOK_URL"], content=json.dumps(update))
            assert posted.status_code == 200


async def test_it_is_killed_among_a_thousand_questions_and_every_one_is_answered(tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path, MESSAGES_PER_SECOND="400") as chat:
        await chat.say("/help")
        answers: Counter[int] = Counter()
        unsure = 0

        def count(happening: Happening) -> None:
            if happening.kind == "sent" and happening.chat_id != chat.chat.id:
                answers[happening.chat_id] += 1

        chat.telegram.watchers.append(count)
        questions = []
        for number in range(ROOMS):
            user = chat.telegram.add_user(f"Vrager {number}")
            room = chat.telegram.add_private_chat(user)
            questions += [people.say(chat.telegram, room, user, f"/uitslag {club}") for club in CLUBS[:EACH]]
        waiting = chat.telegram.updates.waiting()
        assert len(waiting) == ROOMS * EACH
        for kill in range(1, KILLS + 1):
            await chat.bot.until(lambda: answers.total() >= kill * ROOMS * EACH // (KILLS + 1))  # noqa: B023
            await chat.bot.kill()
            unsure += UNDER_WAY
            await chat.bot.start()
        await chat.bot.until(lambda: len(answers) == ROOMS and min(answers.values()) >= EACH)
        await until_written(tmp_path, "SELECT count(*) = 0 FROM inbox WHERE content IS NOT NULL")
        before = answers.total()
        await post(chat, waiting[::10])
        await chat.settle()
        # What is told again is not answered again.
        assert answers.total() == before
    # None is lost. What was on its way at a kill, or sent and not noted yet, may come twice.
    assert len(answers) == ROOMS
    assert min(answers.values()) >= EACH
    assert answers.total() - ROOMS * EACH <= unsure
    assert "Traceback" not in chat.bot.log


CLUBS = ("PSV", "Ajax", "Arsenal", "Milan")
UNDER_WAY = 64
"""Answers that can be on their way to Telegram, or sent and not noted yet, at once: its connections."""


@LINUX
async def test_what_can_not_be_stored_is_posted_again_and_answered_once_there_is_room(tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        assert "Östersunds FK" in (await chat.say(QUESTION)).text
        assert chat.bot.process
        before = len(chat.replies)
        with no_room(chat.bot.process.pid):
            chat.send(OTHER)
            await chat.bot.writes("can't be stored now")
            assert chat.replies[before:] == []
        await chat.bot.until(lambda: len(chat.replies) > before)
        await chat.settle()
        assert ["PSV" in reply.text for reply in chat.replies[before:]] == [True]
        assert "Traceback" not in chat.bot.log


@LINUX
async def test_a_disk_that_fills_up_in_the_middle_of_an_answer_costs_nobody_that_answer(
    tmp_path: Path,
) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        assert "Östersunds FK" in (await chat.say(QUESTION)).text
        assert chat.bot.process
        before = len(chat.replies)
        chat.telegram.faults.append(Fault(delay=1, method=SENT))
        chat.send(OTHER)
        await chat.bot.until(lambda: not chat.telegram.faults)
        with no_room(chat.bot.process.pid):
            await chat.bot.writes("can't be stored now")
        await chat.settle()
        # Noted all the same: after a restart nobody hears it again, and it changes when the question does.
        await chat.restart(brutally=True)
        await chat.settle()
        assert ["PSV" in reply.text for reply in chat.replies[before:]] == [True]
        assert "Traceback" not in chat.bot.log


JUMPING = """
import datetime, os, time
from pathlib import Path

ahead = Path(os.environ["AHEAD"])
real, of_day = datetime.datetime, time.time


def seconds():
    return float(ahead.read_text())


class Jumping(real):
    @classmethod
    def now(cls, tz=None):
        return real.now(tz) + datetime.timedelta(seconds=seconds())


datetime.datetime = Jumping
time.time = lambda: of_day() + seconds()
"""


async def test_a_clock_that_jumps_costs_nobody_an_answer(tmp_path: Path) -> None:
    ahead, strange = tmp_path / "ahead", tmp_path / "strange"
    strange.mkdir()
    (strange / "sitecustomize.py").write_text(JUMPING)
    ahead.write_text("0")
    place = f"{strange}:{ROOT}"
    async with bot_by_webhook(tmp_path, PYTHONPATH=place, AHEAD=str(ahead)) as chat:
        for hours in (0, 5, -7, 24 * 40, 0):
            # At once, or the program would read half of it.
            (tmp_path / "next").write_text(str(hours * 3600))
            (tmp_path / "next").replace(ahead)
            for question, club in ((QUESTION, "Östersunds FK"), (OTHER, "PSV"), (QUESTION, "Östersunds FK")):
                assert [club in reply.text for reply in await chat.hear(question)] == [True]
        replies = await chat.edit(OTHER)
        assert ["PSV" in reply.text for reply in replies] == [True]
        assert "Traceback" not in chat.bot.log


async def test_a_clock_that_is_off_silences_no_group_and_is_told_of_once(tmp_path: Path) -> None:
    ahead, strange = tmp_path / "ahead", tmp_path / "strange"
    strange.mkdir()
    (strange / "sitecustomize.py").write_text(JUMPING)
    ahead.write_text("150")
    place = f"{strange}:{ROOT}"
    async with bot_by_webhook(tmp_path, PYTHONPATH=place, AHEAD=str(ahead)) as chat:
        telegram = chat.telegram
        member, group = telegram.add_user("Anna"), telegram.add_supergroup("Voetbal")
        heard: list[str] = []
        telegram.watchers.append(
            lambda happening: (
                heard.append(happening.content["text"])
                if happening.kind == "sent" and happening.chat_id == group.id
                else None
            )
        )
        for number, question in enumerate((QUESTION, OTHER), start=1):
            people.say(telegram, group, member, question.replace("/uitslag", "/uitslag@uitslagbot"))
            await chat.bot.until(lambda: len(heard) == number)  # noqa: B023
        assert "Östersunds FK" in heard[0]
        assert chat.bot.log.count("s ahead of Telegram's: set it right") == 1
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "check"),
            cwd=tmp_path,
            env={**os.environ, **chat.bot.settings},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        written, _ = await process.communicate()
        # An older Telegram has no guest mode, of which a word stands between the two.
        assert "@uitslagbot; " in written.decode()
        assert "; the clock of this machine is 1" in written.decode()


async def test_whoever_is_told_to_stop_among_many_questions_leaves_no_traceback(tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        await chat.say("/help")
        answers: Counter[int] = Counter()
        chat.telegram.watchers.append(
            lambda happening: answers.update([happening.chat_id] if happening.kind == "sent" else [])
        )
        rooms = []
        for number in range(150):
            user = chat.telegram.add_user(f"Vrager {number}")
            rooms.append(chat.telegram.add_private_chat(user))
            people.say(chat.telegram, rooms[-1], user, QUESTION)
        await chat.bot.until(lambda: answers.total() > 10)
        assert await chat.bot.stop() == 0
        await chat.bot.start()
        await chat.bot.until(lambda: all(answers[room.id] for room in rooms))
        assert "Traceback" not in chat.bot.log


async def test_whoever_presses_forged_buttons_changes_nothing_for_others(tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        telegram = chat.telegram
        boss, member = telegram.add_user("Anna"), telegram.add_user("Bram")
        group = telegram.add_supergroup("Voetbal")
        heard: list[Json] = []

        def listen(happening: Happening) -> None:
            if happening.chat_id == group.id and happening.kind in {"sent", "edited", "answered"}:
                heard.append(happening.content)

        telegram.watchers.append(listen)
        group.members[boss.id] = "administrator"
        people.change_bot(telegram, group, boss, "member")
        people.say(telegram, group, member, "/instellingen@uitslagbot")
        await chat.bot.until(lambda: len(heard) == 1)
        assert "beheerder" in heard[0]["text"]
        people.say(telegram, group, boss, "/instellingen@uitslagbot")
        await chat.bot.until(lambda: len(heard) == 2)
        message = heard[1]
        data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        for forged in (data, f"{data}|{chat.chat.id}", "x|1", "|" * 60, "p" * 64):
            before = len(heard)
            people.press_forged(telegram, group, member, message["message_id"], forged)
            await chat.bot.until(lambda: len(heard) > before)  # noqa: B023
            # A word to whoever pressed, and no message changed.
            assert "message_id" not in heard[-1]
        before = len(heard)
        people.press(telegram, group, boss, message["message_id"], data)
        await chat.bot.until(lambda: len(heard) > before)
        assert heard[before]["message_id"] == message["message_id"]
        assert "Traceback" not in chat.bot.log
