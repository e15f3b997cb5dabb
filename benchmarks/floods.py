"""What people elsewhere wait while one chat asks more than can be answered; the real program, both doors.

Somebody new asks every 0.25 s, for thirty seconds of each flood:
    closed group    Telegram closed a group for 55 s, in which 450 questions are asked
    busy group      600 members of one group ask one question each
    broken chat     a private chat that gets a 500 for every answer asks 350 questions
    presses         80 presses a second on messages in 8 groups

Run: .venv/bin/python benchmarks/floods.py
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, suppress
from pathlib import Path
from statistics import median

os.environ.setdefault("PTB_TIMEDELTA", "true")
sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.local.telegram import people
from bot.local.telegram.engine import Happening
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from tests.process import ProcessChat, bot_by_webhook, bot_process

SECONDS, EVERY = 30.0, 0.25
QUESTION = "/uitslag@uitslagbot Arsenal - Östersund"
SENT = "sendMessage"
Flood = Callable[[ProcessChat], AsyncIterator[None]]


async def closed_group(chat: ProcessChat) -> AsyncIterator[None]:
    group = chat.telegram.add_supergroup("Voetbal")
    chat.telegram.faults.append(Fault(too_many_requests(55), method=SENT, chat_id=group.id))
    for number in range(450):
        people.say(chat.telegram, group, chat.telegram.add_user(f"Lid {number}"), QUESTION)
    yield


async def busy_group(chat: ProcessChat) -> AsyncIterator[None]:
    group = chat.telegram.add_supergroup("Voetbal")
    for number in range(600):
        people.say(chat.telegram, group, chat.telegram.add_user(f"Lid {number}"), f"{QUESTION} {number % 7}")
        await asyncio.sleep(0.01)
        if number == 50:
            yield


async def broken_chat(chat: ProcessChat) -> AsyncIterator[None]:
    user = chat.telegram.add_user("Pech")
    room = chat.telegram.add_private_chat(user)
    chat.telegram.faults += [Fault(server_error(500), method=SENT, chat_id=room.id) for _ in range(10_000)]
    for _ in range(350):
        people.say(chat.telegram, room, user, QUESTION)
    yield


async def presses(chat: ProcessChat) -> AsyncIterator[None]:
    rooms = [chat.telegram.add_supergroup(f"Groep {number}") for number in range(8)]
    for room in rooms:
        people.say(chat.telegram, room, chat.telegram.add_user("Vrager"), QUESTION)
    await chat.bot.until(lambda: all(len(room.messages) > 1 for room in rooms))
    members = [chat.telegram.add_user(f"Lid {number}") for number in range(40)]
    begun = False
    for number in range(int(80 * SECONDS)):
        room = rooms[number % 8]
        message = max(room.messages)
        keyboard = room.messages[message]["reply_markup"]["inline_keyboard"]
        data = [button["callback_data"] for row in keyboard for button in row if "callback_data" in button]
        people.press_forged(chat.telegram, room, members[number % 40], message, data[number % len(data)])
        await asyncio.sleep(1 / 80)
        if not begun:
            begun = True
            yield


async def waits(chat: ProcessChat, flood: Flood) -> list[float]:
    """Seconds from asking to being answered, of each who asked elsewhere meanwhile."""
    asked_at: dict[int, float] = {}
    took: list[float] = []

    def watch(happening: Happening) -> None:
        if happening.kind == "sent" and happening.chat_id in asked_at:
            took.append(time.perf_counter() - asked_at.pop(happening.chat_id))

    chat.telegram.watchers.append(watch)
    flooding = flood(chat)
    await anext(flooding)

    async def go_on() -> None:
        with suppress(StopAsyncIteration):
            await anext(flooding)

    beside = asyncio.create_task(go_on())
    for number in range(int(SECONDS / EVERY)):
        user = chat.telegram.add_user(f"Vrager {number}")
        room = chat.telegram.add_private_chat(user)
        asked_at[room.id] = time.perf_counter()
        people.say(chat.telegram, room, user, QUESTION)
        await asyncio.sleep(EVERY)
    await chat.bot.until(lambda: not asked_at)
    beside.cancel()
    with suppress(asyncio.CancelledError):
        await beside
    return sorted(took)


async def measure(
    door: Callable[[Path], AbstractAsyncContextManager[ProcessChat]], flood: Flood
) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        async with door(Path(folder)) as chat:
            chat.bot.settings["PACE"] = "1"
            await chat.restart()
            await chat.say("/help")
            return await waits(chat, flood)


def main() -> None:
    print(f"{'flood':<14} {'door':<9} {'asked':>6} {'p50 s':>8} {'p99 s':>8} {'worst s':>8}")
    for flood in (closed_group, busy_group, broken_chat, presses):
        for name, door in (("polling", bot_process), ("webhook", bot_by_webhook)):
            took = asyncio.run(measure(door, flood))
            p99 = took[int(0.99 * (len(took) - 1))]
            figures = "".join(f" {seconds:>8.3f}" for seconds in (median(took), p99, took[-1]))
            print(f"{flood.__name__:<14} {name:<9} {len(took):>6}{figures}")


if __name__ == "__main__":
    main()
