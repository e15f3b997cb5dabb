"""The real program, and chats that ask more than can be answered: nobody else waits for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.local.telegram import people
from bot.local.telegram.chats import Chat, User
from bot.local.telegram.engine import Happening
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from tests.process import ProcessChat, bot_by_webhook, bot_process, until_written

pytestmark = pytest.mark.process
Door = Callable[[Path], AbstractAsyncContextManager[ProcessChat]]
DOORS = pytest.mark.parametrize("door", [bot_process, bot_by_webhook], ids=["polling", "webhook"])
QUESTION = "/uitslag@uitslagbot Arsenal - Östersund"
MUCH, BYSTANDERS = 450, 20
SENT = "sendMessage"


@dataclass
class Crowd:
    """What was sent and edited in each chat, and what the presses heard."""

    chat: ProcessChat
    sent: Counter[int] = field(default_factory=Counter)
    edited: Counter[int] = field(default_factory=Counter)
    heard: int = 0

    def __post_init__(self) -> None:
        self.chat.telegram.watchers.append(self.watch)

    def watch(self, happening: Happening) -> None:
        match happening.kind:
            case "sent":
                self.sent[happening.chat_id] += 1
            case "edited":
                self.edited[happening.chat_id] += 1
            case "answered":
                self.heard += 1
            case _:
                pass

    def somebody(self, name: str) -> tuple[Chat, User]:
        user = self.chat.telegram.add_user(name)
        return self.chat.telegram.add_private_chat(user), user

    async def bystanders_are_answered(self) -> None:
        """People elsewhere, while it lasts."""
        everybody = [self.somebody(f"Vrager {number}") for number in range(BYSTANDERS)]
        for room, user in everybody:
            people.say(self.chat.telegram, room, user, QUESTION)
        await self.chat.bot.until(lambda: all(self.sent[room.id] == 1 for room, _ in everybody))


@DOORS
async def test_a_group_that_telegram_closed_holds_up_nobody_else(door: Door, tmp_path: Path) -> None:
    async with door(tmp_path) as chat:
        await chat.say("/help")
        crowd, telegram = Crowd(chat), chat.telegram
        group = telegram.add_supergroup("Voetbal")
        telegram.faults.append(Fault(too_many_requests(600), method=SENT, chat_id=group.id))
        for number in range(MUCH):
            people.say(telegram, group, telegram.add_user(f"Lid {number}"), QUESTION)
        await chat.bot.writes("Telegram asks us to wait")
        await crowd.bystanders_are_answered()
        assert not crowd.sent[group.id]
        # All of it is stored, and nothing is asked for twice.
        await chat.bot.until(lambda: not telegram.updates.waiting())
        assert "Traceback" not in chat.bot.log


@DOORS
async def test_a_chat_that_can_not_be_answered_holds_up_nobody_else_before_or_after_a_restart(
    door: Door, tmp_path: Path
) -> None:
    async with door(tmp_path) as chat:
        await chat.say("/help")
        crowd, telegram = Crowd(chat), chat.telegram
        room, user = crowd.somebody("Pech")
        telegram.faults += [Fault(server_error(500), method=SENT, chat_id=room.id) for _ in range(5000)]
        for _ in range(MUCH):
            people.say(telegram, room, user, QUESTION)
        await crowd.bystanders_are_answered()
        await chat.restart(brutally=True)
        await crowd.bystanders_are_answered()
        assert not crowd.sent[room.id]
        # Once Telegram takes it, it comes; a member's share is told of once, and the rest is passed over.
        telegram.faults.clear()
        await until_written(tmp_path, "SELECT count(*) = 0 FROM inbox WHERE content IS NOT NULL")
        assert 1 < crowd.sent[room.id] <= 40
        assert "Traceback" not in chat.bot.log


@DOORS
async def test_presses_in_groups_hold_up_nobody_else_and_each_is_answered(door: Door, tmp_path: Path) -> None:
    groups, members, each = 8, 5, 20
    async with door(tmp_path) as chat:
        await chat.say("/help")
        crowd, telegram = Crowd(chat), chat.telegram
        rooms = [telegram.add_supergroup(f"Groep {number}") for number in range(groups)]
        for room in rooms:
            people.say(telegram, room, telegram.add_user("Vrager"), QUESTION)
        await chat.bot.until(lambda: all(crowd.sent[room.id] for room in rooms))
        pressing = [telegram.add_user(f"Lid {number}") for number in range(members)]
        pressed = 0
        for place in range(each):
            for room in rooms:
                message = max(room.messages)
                keyboard = room.messages[message]["reply_markup"]["inline_keyboard"]
                data = [
                    button["callback_data"] for row in keyboard for button in row if "callback_data" in button
                ]
                for user in pressing:
                    people.press_forged(telegram, room, user, message, data[place % len(data)])
                    pressed += 1
        await crowd.bystanders_are_answered()
        await chat.bot.until(lambda: crowd.heard >= pressed)
        await chat.bot.until(lambda: not telegram.updates.waiting())
        # Of presses on one message only the newest is drawn: far fewer edits than presses.
        assert all(0 < crowd.edited[room.id] <= each for room in rooms)
        assert "Traceback" not in chat.bot.log
