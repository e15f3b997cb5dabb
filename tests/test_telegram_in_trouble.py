"""The real program and a Telegram in trouble: an answer may be late, and is never lost or doubled."""

from __future__ import annotations

import json
import socket
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from bot.local.telegram.chats import Chat, User
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.http import address_of, http_door, reserved_place
from bot.local.telegram.people import say
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from tests.process import SECRET, ProcessChat, bot_by_webhook, chat_with_bot

pytestmark = pytest.mark.process

SENT = "sendMessage"
QUESTION = "/uitslag Arsenal - Östersund"


@dataclass
class Friends:
    """People who each ask something alone with the bot; and the order in which they hear of it."""

    telegram: LocalTelegram
    rooms: dict[str, tuple[Chat, User]] = field(default_factory=dict)
    heard: list[str] = field(default_factory=list)

    def ask(self, name: str) -> None:
        if name not in self.rooms:
            user = self.telegram.add_user(name)
            self.rooms[name] = self.telegram.add_private_chat(user), user
        say(self.telegram, *self.rooms[name], QUESTION)

    def room(self, name: str) -> int:
        return self.rooms[name][0].id

    def watch(self, happening: Happening) -> None:
        for name, (room, _) in self.rooms.items():
            if happening.kind == "sent" and happening.chat_id == room.id:
                assert "Arsenal" in happening.content["text"]
                self.heard.append(name)


def friends_of(chat: ProcessChat) -> Friends:
    friends = Friends(chat.telegram)
    chat.telegram.watchers.append(friends.watch)
    return friends


async def test_a_chat_that_must_wait_holds_up_no_other(tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        await chat.say("/help")
        friends = friends_of(chat)
        friends.ask("Anna")
        await chat.bot.until(lambda: friends.heard == ["Anna"])
        chat.telegram.faults.append(Fault(too_many_requests(2), method=SENT, chat_id=friends.room("Anna")))
        friends.ask("Anna")
        await chat.bot.writes("Telegram asks us to wait 2 s")
        for name in ("Bram", "Cato"):
            friends.ask(name)
        await chat.bot.until(lambda: len(friends.heard) == 4)
        assert friends.heard[1:] == ["Bram", "Cato", "Anna"]


async def test_when_all_must_wait_everybody_is_answered_once_after_it(tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        await chat.say("/help")
        friends = friends_of(chat)
        names = [f"Vriend {number}" for number in range(12)]
        chat.telegram.faults.extend(Fault(too_many_requests(1), method=SENT) for _ in range(8))
        for name in names:
            friends.ask(name)
        await chat.bot.until(lambda: len(friends.heard) >= len(names))
        await chat.settle()
        assert Counter(friends.heard) == dict.fromkeys(names, 1)


@pytest.mark.parametrize(
    "fault",
    [Fault(server_error(500), method=SENT), Fault(server_error(502), html=True, method=SENT)],
    ids=["an error", "a web page"],
)
async def test_what_telegrams_servers_can_not_take_now_is_sent_again(fault: Fault, tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        chat.telegram.faults.extend([fault, fault])
        assert ["Östersunds FK" in reply.text for reply in await chat.hear(QUESTION)] == [True]
        assert not chat.telegram.faults


@pytest.mark.parametrize(
    "fault",
    [Fault(html=True, method=SENT), Fault(lost=True, method=SENT), Fault(delay=7, method=SENT)],
    ids=["a web page that says yes", "a connection reset", "an answer that comes too late"],
)
async def test_what_may_have_arrived_is_not_sent_again(fault: Fault, tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        chat.telegram.faults.append(fault)
        assert ["Östersunds FK" in reply.text for reply in await chat.hear(QUESTION)] == [True]
        assert ["Östersunds FK" in reply.text for reply in await chat.hear(QUESTION)] == [True]
        assert "Traceback" not in chat.bot.log


async def test_a_slow_answer_holds_up_no_other_chat(tmp_path: Path) -> None:
    async with bot_by_webhook(tmp_path) as chat:
        await chat.say("/help")
        friends = friends_of(chat)
        friends.ask("Anna")
        await chat.bot.until(lambda: friends.heard == ["Anna"])
        chat.telegram.faults.append(Fault(delay=3, method=SENT, chat_id=friends.room("Anna")))
        friends.ask("Anna")
        friends.ask("Anna")
        await chat.bot.until(lambda: len(friends.heard) == 2)
        for name in ("Bram", "Cato"):
            friends.ask(name)
        await chat.bot.until(lambda: len(friends.heard) == 5)
        # Her second question waits until the first was taken.
        assert (set(friends.heard[2:4]), friends.heard[4]) == ({"Bram", "Cato"}, "Anna")


async def test_what_is_asked_while_telegram_is_away_is_answered_once_it_is_back(tmp_path: Path) -> None:
    place, own = reserved_place(), reserved_place()
    address, listen = address_of(place), address_of(own).removeprefix("http://")
    own.close()
    hook = {"WEBHOOK_URL": f"http://{listen}/in", "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": listen}
    chat = chat_with_bot(tmp_path, address, **hook)
    chat.telegram.local_mode = True
    friends = friends_of(chat)
    async with http_door(chat.telegram, place, served=chat.bot.news.set):
        await chat.bot.start()
        await chat.say("/help")
    try:
        friends.ask("Anna")
        friends.ask("Bram")
        async with httpx.AsyncClient() as poster:
            for update in chat.telegram.updates.take():
                header = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
                posted = await poster.post(f"http://{listen}/in", content=json.dumps(update), headers=header)
                assert posted.status_code == 200
        await chat.bot.until(lambda: chat.bot.log.count("Telegram can't take sendMessage") >= 2)
        async with http_door(chat.telegram, _again(address), served=chat.bot.news.set):
            await chat.bot.until(lambda: len(friends.heard) >= 2)
            await chat.settle()
            assert sorted(friends.heard) == ["Anna", "Bram"]
            assert await chat.bot.stop() == 0
    finally:
        await chat.bot.kill()
    assert "Traceback" not in chat.bot.log


def _again(address: str) -> socket.socket:
    """The same place once more."""
    place = socket.socket()
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    host, _, port = address.removeprefix("http://").rpartition(":")
    place.bind((host, int(port)))
    return place
