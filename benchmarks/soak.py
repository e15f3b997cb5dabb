"""Five minutes of the real program under mixed load, with a Telegram that is in trouble and kills in between.

Some forty updates a second of some 1,500 chats come in by webhook. Telegram is busy, slow, broken, hangs up
and is away for a fifth of the time; the program is killed twice and stopped once. At the end no question may
be without its answer, none have more than one but for those on their way at a kill, and memory must be flat.

Run: .venv/bin/python benchmarks/soak.py [--seconds 300]      ends with exit code 1 when it does not hold
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import mean

os.environ.setdefault("PTB_TIMEDELTA", "true")
sys.path.insert(0, str(Path(__file__).parents[1]))

from collections.abc import Iterator, Sequence

from bot.local.telegram import people
from bot.local.telegram.chats import Chat, User
from bot.local.telegram.engine import Happening
from bot.local.telegram.http import address_of, http_door, reserved_place
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from bot.transport.aiohttp_request import CONNECTIONS
from tests.process import SECRET, ProcessChat, chat_with_bot

A_SECOND = 40
ALONE, GROUPS, MEMBERS = 1200, 300, 4
SENT = "sendMessage"
QUESTIONS = (
    *("/uitslag Arsenal 2017/18", "/uitslag PSV - Arsenal 2004/05", "/uitslag ajacks 1994/95"),
    *("/result Bajern Munchen 2012/13", "/uitslag Feijenoord 2001/02", "/uitslag xyzzy qwrtp"),
    *("/avond 22-02-2018", "/avond 08-05-2019", "/stand CL 2023/24", "/schema EL 2017/18"),
    *("/loting EL 2017/18", "/topscorers CL 2017/18", "/records Ajax 2018/19", "/speler Huntelaar", "/help"),
    *("/uitslag <b>Ajax</b> & Co 1971/72", "/uitslag ' OR 1=1 --", "/uitslag 💥 2018/19"),
)
FOLLOWING = ("/volg Ajax", "/ontvolg Ajax", "/volgend", "/instellingen", "/privacy")
"""What they are answered with depends on what was asked before: counted, not compared."""
TALK = ("goal!", "wat een wedstrijd", "uitslag?", "@iedereen kijken!")
FLAT = 5.0
"""MB by which the last fifth may differ from the beginning of the same process."""
PATIENCE = 150.0


@dataclass
class Line:
    """Between the program and Telegram; can be cut."""

    port: int
    to: int
    _server: asyncio.Server | None = None
    _asking: dict[asyncio.StreamWriter, bool] = field(default_factory=dict)

    async def open(self) -> None:
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)

    def cut(self) -> None:
        assert self._server  # noqa: S101 - it was open
        self._server.close()
        for writer in list(self._asking):
            writer.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to = await asyncio.open_connection("127.0.0.1", self.to)
        self._asking[writer] = False

        heard = asyncio.Event()

        async def questions() -> None:
            with suppress(OSError):
                while data := await reader.read(65536):
                    self._asking[writer] = True
                    heard.clear()
                    to.write(data)
            # What was sent arrives; only that it did is not heard.
            if self._asking[writer]:
                with suppress(TimeoutError):
                    await asyncio.wait_for(heard.wait(), PATIENCE)
            to.close()

        async def answers() -> None:
            with suppress(OSError):
                while data := await there.read(65536):
                    self._asking[writer] = False
                    heard.set()
                    if not writer.transport.is_closing():
                        writer.write(data)
            heard.set()
            writer.close()

        with suppress(OSError):
            await asyncio.gather(questions(), answers())
        self._asking.pop(writer, None)


@dataclass
class Soak:
    chat: ProcessChat
    line: Line
    seconds: float
    dice: random.Random = field(default_factory=lambda: random.Random(22022018))  # noqa: S311 - no secret
    texts: dict[tuple[str, bool], list[str]] = field(default_factory=dict)
    """What a question is answered with, and whether in a group."""
    typed: set[str] = field(default_factory=set)
    wanted: Counter[tuple[int, str]] = field(default_factory=Counter)
    heard: Counter[tuple[int, str]] = field(default_factory=Counter)
    pressed: list[str] = field(default_factory=list)
    last: dict[int, int] = field(default_factory=dict)
    """The newest message with buttons in a chat."""
    questions: int = 0
    unsure: int = 0
    """Answers that may come twice: those on their way at a kill, or sent and not noted yet."""
    memory: list[tuple[float, int]] = field(default_factory=list)
    """How many MB, and of which process."""

    def listen(self, happening: Happening) -> None:
        if happening.kind == "sent":
            text = happening.content["text"]
            self.heard[happening.chat_id, text if text in self.typed else ""] += 1
            if "reply_markup" in happening.content:
                self.last[happening.chat_id] = happening.content["message_id"]

    async def learn(self, room: Chat, members: Sequence[User], *, in_group: bool) -> None:
        """What each question is answered with when all is well."""
        for question, member in zip(QUESTIONS, cycle(members), strict=False):
            lines: list[str] = []

            def hear(happening: Happening, lines: list[str] = lines) -> None:
                if happening.kind == "sent" and happening.chat_id == room.id:
                    lines.append(happening.content["text"])

            self.chat.telegram.watchers.append(hear)
            people.say(self.chat.telegram, room, member, question)
            await self.chat.bot.until(partial(bool, lines))
            await asyncio.sleep(0.2)
            self.chat.telegram.watchers.remove(hear)
            self.texts[question, in_group] = lines
            self.typed.update(lines)

    def ask(self, room: Chat, member: User, question: str, *, in_group: bool) -> None:
        people.say(self.chat.telegram, room, member, question)
        self.questions += 1
        for text in self.texts.get((question, in_group), [""]):
            self.wanted[room.id, text] += 1

    async def load(self, rooms: list[tuple[Chat, User]], groups: list[tuple[Chat, list[User]]]) -> None:
        began = time.monotonic()
        left = [(group, question) for group in groups for question in QUESTIONS]
        self.dice.shuffle(left)
        number = 0
        while (now := time.monotonic() - began) < self.seconds:
            if number / A_SECOND > now:
                await asyncio.sleep(number / A_SECOND - now)
            number += 1
            kind = self.dice.random()
            room, user = self.dice.choice(rooms)
            if kind < 0.55:
                self.ask(room, user, self.dice.choice(QUESTIONS), in_group=False)
            elif kind < 0.62:
                self.ask(room, user, self.dice.choice(FOLLOWING), in_group=False)
            elif kind < 0.80 and left:
                # In a group the same question is not answered twice in a row: each is asked there once.
                (group, members), question = left.pop()
                self.ask(group, self.dice.choice(members), question, in_group=True)
            elif kind < 0.88:
                group, members = self.dice.choice(groups)
                people.say(self.chat.telegram, group, self.dice.choice(members), self.dice.choice(TALK))
            elif kind < 0.94 and room.id in self.last:
                self.press(room, user)
            elif kind < 0.97:
                people.ask_inline(self.chat.telegram, user, f"Ajax {number}")
            elif room.messages:
                # Never a button of the bot's.
                newest = next(reversed(room.messages))
                query = people.press_forged(self.chat.telegram, room, user, newest, "|" * 64)
                self.pressed.append(query["id"])

    def press(self, room: Chat, user: User) -> None:
        message = room.messages.get(self.last[room.id], {})
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                # A picture is one more message.
                if "callback_data" in button and not button["callback_data"].startswith("b|"):
                    query = people.press(
                        self.chat.telegram, room, user, message["message_id"], button["callback_data"]
                    )
                    self.pressed.append(query["id"])
                    return

    async def trouble(self) -> None:
        """Of Telegram's, all the time; away in the third fifth."""
        telegram = self.chat.telegram
        while True:
            await asyncio.sleep(self.dice.uniform(0.1, 0.5))
            if len(telegram.faults) > 5:
                continue
            fault = self.dice.choice(tuple(self._faults()))
            telegram.faults.append(fault)

    def _faults(self) -> Iterator[Fault]:
        yield Fault(too_many_requests(self.dice.randint(1, 3)), method=SENT)
        yield Fault(server_error(500), method=SENT)
        yield Fault(server_error(502), html=True, method=SENT)
        yield Fault(html=True, method=SENT)
        yield Fault(lost=True, method=SENT)
        yield Fault(delay=self.dice.uniform(0.5, 3), method=SENT)

    async def kills(self) -> None:
        """Twice by force and once politely; Telegram is away for a fifth of the time before that."""
        bot, part = self.chat.bot, self.seconds / 10
        await asyncio.sleep(part)
        for _ in range(2):
            await bot.kill()
            self.unsure += CONNECTIONS
            await bot.start()
            await asyncio.sleep(part)
        self.line.cut()
        await asyncio.sleep(2 * part)
        await self.line.open()
        await asyncio.sleep(part / 2)
        await bot.stop()
        await bot.start()

    async def measure(self) -> None:
        while True:
            await asyncio.sleep(self.seconds / 100)
            process = self.chat.bot.process
            with suppress(OSError):
                if process:
                    self.memory.append((_megabytes(process.pid), process.pid))

    @property
    def missing(self) -> Counter[tuple[int, str]]:
        return self.wanted - self.heard

    @property
    def too_many(self) -> Counter[tuple[int, str]]:
        return self.heard - self.wanted

    def unanswered(self) -> int:
        queries = self.chat.telegram.callback_queries
        return sum(query in queries and not queries[query].answered for query in self.pressed)

    def flatness(self) -> tuple[float, float]:
        """MB, on the average: soon after the last start, and at the end."""
        _, last = self.memory[-1]
        own = [size for size, process in self.memory if process == last]
        settled = own[len(own) // 4 :]
        fifth = max(1, len(settled) // 5)
        return mean(settled[:fifth]), mean(settled[-fifth:])


async def soak(seconds: float) -> bool:
    door, way, own = reserved_place(), reserved_place(), reserved_place()
    listen = address_of(own).removeprefix("http://")
    address, port, to = address_of(way), way.getsockname()[1], door.getsockname()[1]
    own.close()
    way.close()
    settings = {"WEBHOOK_URL": f"http://{listen}/in", "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": listen}
    with tempfile.TemporaryDirectory() as folder:
        chat = chat_with_bot(Path(folder), address, MESSAGES_PER_SECOND="200", **settings)
        chat.telegram.local_mode = True
        line = Line(port, to)
        soak = Soak(chat, line, seconds)
        async with http_door(chat.telegram, door, served=chat.bot.news.set, redelivery=0.5):
            await line.open()
            await chat.bot.start()
            try:
                await _play(soak)
            finally:
                await chat.bot.kill()
        return _verdict(soak)


async def _play(soak: Soak) -> None:
    telegram = soak.chat.telegram
    rooms = []
    for number in range(ALONE):
        user = telegram.add_user(f"Vrager {number}")
        rooms.append((telegram.add_private_chat(user), user))
    groups = []
    for number in range(GROUPS):
        members = [telegram.add_user(f"Lid {number}.{member}") for member in range(MEMBERS)]
        groups.append((telegram.add_supergroup(f"Groep {number}"), members))
    await soak.chat.say("/help")
    room, user = rooms.pop()
    await soak.learn(room, [user], in_group=False)
    await soak.learn(*groups.pop(), in_group=True)
    telegram.watchers.append(soak.listen)
    beside = [asyncio.create_task(work()) for work in (soak.trouble, soak.kills, soak.measure)]
    await soak.load(rooms, groups)
    await beside[1]
    beside[0].cancel()
    telegram.faults.clear()
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while soak.missing:  # noqa: ASYNC110 - whatever comes may be the last
                await asyncio.sleep(0.5)
    await asyncio.sleep(3)
    beside[2].cancel()


def _megabytes(process: int) -> float:
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return float(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)


def _verdict(soak: Soak) -> bool:
    lost, twice = soak.missing.total(), soak.too_many.total()
    before, after = soak.flatness()
    traces = sum("Traceback" in line for line in soak.chat.bot.lines)
    print(f"{soak.questions} questions of {ALONE} people and {GROUPS} groups in {soak.seconds:.0f} s")
    print(f"without an answer          {lost}")
    print(f"answered more than once    {twice} (at most {soak.unsure} may be)")
    print(f"buttons left busy          {soak.unanswered()} of {len(soak.pressed)} (an outage may cost them)")
    print(f"memory                     {before:.1f} MB, {after:.1f} MB at the end")
    print(f"tracebacks in the log      {traces}")
    for (room, text), number in list(soak.missing.items())[:5]:
        print(f"  {number} missing in {room}: {text[:60]!r}")
    warnings = Counter(re.sub(r"\d+", "…", line.partition(" WARNING ")[2]) for line in soak.chat.bot.lines)
    for line, number in warnings.most_common(12):
        print(f"  {number} x {line}" if line else "", end="\n" if line else "")
    if traces:
        first = next(number for number, line in enumerate(soak.chat.bot.lines) if "Traceback" in line)
        print("\n".join(soak.chat.bot.lines[first - 1 : first + 40]))
    return lost == 0 and twice <= soak.unsure and abs(after - before) <= FLAT and traces == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300)
    sys.exit(0 if asyncio.run(soak(parser.parse_args().seconds)) else 1)


if __name__ == "__main__":
    main()
