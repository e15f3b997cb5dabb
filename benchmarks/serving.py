"""Updates posted to the webhook and really answered, beside bare echoes of aiogram and python-telegram-bot.

Every bot runs alone on one core; Telegram, and whoever posts, are played on another. The peers need an
environment of their own: `make benchmarks-serving` makes one.

Run: .venv/bin/python benchmarks/serving.py PYTHON-OF-THE-PEERS [--quick]
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import uvloop

sys.path.insert(0, str(Path(__file__).parents[1]))

from collections.abc import AsyncIterator

from benchmarks.http_bits import BotApi, Posting

ROOT = Path(__file__).parents[1]
TOKEN, SECRET = "1:benchmark", "only-telegram-knows-this"
CLUBS = ("Arsenal", "Dortmund", "Napoli", "Ajax", "Lyon", "Milan", "PSV", "Lazio", "Salzburg", "Leipzig")
QUESTION = "/uitslag Arsenal"
WARM_UP, UPDATES = 1000, 8000
AT_ONCE, A_SECOND, FOR_SECONDS = 64, 100, 20
BURST, BURST_CHATS, ROUND_TRIP = 1000, 250, 0.05
MANY, PEOPLE = 100_000, 10_000
ONE_CORE, ANOTHER = {0}, {1}
PATIENCE = 60.0
IDLE = 0.02
"""Seconds of processor in a second."""


@dataclass
class Telegram:
    """What was sent, and when."""

    delay: float = 0.0
    sent: int = 0
    at: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    timed: bool = True
    texts: dict[int, list[bytes]] | None = None
    """What was sent to each chat, where that is asked for."""
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def heard(self, chat: int, body: bytes) -> None:
        self.sent += 1
        if self.texts is not None:
            self.texts[chat].append(body)
        if self.timed:
            self.at[chat].append(time.perf_counter())
        self.news.set()

    async def until(self, sent: int) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.sent < sent:
                self.news.clear()
                await self.news.wait()


@dataclass
class Running:
    name: str
    process: asyncio.subprocess.Process
    posting: Posting
    telegram: Telegram
    number: int = 0

    async def ask(self, chat: int, text: str = QUESTION) -> float:
        """When it was posted."""
        self.number += 1
        somebody = {"id": chat, "is_bot": False, "first_name": "Fleur", "language_code": "nl"}
        message = {
            "message_id": self.number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "Fleur"},
            "from": somebody,
            "text": text,
            "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
        }
        return await self.posting.post(json.dumps({"update_id": self.number, "message": message}).encode())

    async def idle(self) -> None:
        """What a bot still prepares after its start is no part of what an update costs."""
        async with asyncio.timeout(PATIENCE):
            before = -1.0
            while self.processor - before > IDLE:
                before = self.processor
                await asyncio.sleep(1)

    @property
    def processor(self) -> float:
        """Seconds of processor so far."""
        parts = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return float((int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK"))

    @property
    def memory(self) -> float:
        """MB in use."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return float(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)


@asynccontextmanager
async def running(
    name: str, command: list[str], port: int, api: int, telegram: Telegram
) -> AsyncIterator[Running]:
    with tempfile.TemporaryDirectory() as folder:
        address = f"http://127.0.0.1:{api}"
        settings = {
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": address,
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/in",
            "WEBHOOK_SECRET": SECRET,
            "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
            "MESSAGES_PER_SECOND": "100000",
            "LIVE_SOURCES": "none",
            "LOG_LEVEL": "WARNING",
        }
        process = await asyncio.create_subprocess_exec(
            *command,
            *(() if name.startswith("ours") else (str(port), address, TOKEN, SECRET)),
            cwd=folder,
            env={**os.environ, **settings},
            preexec_fn=lambda: os.sched_setaffinity(0, ONE_CORE),
        )
        posting = Posting(port, SECRET)
        try:
            await _listening(port)
            await posting.connect(AT_ONCE)
            bot = Running(name, process, posting, telegram)
            for number in range(WARM_UP):
                await bot.ask(1 + number % PEOPLE)
            await telegram.until(WARM_UP)
            await bot.idle()
            yield bot
        finally:
            posting.close()
            process.send_signal(signal.SIGKILL)
            await process.wait()


async def _listening(port: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                await asyncio.sleep(1.5)
                return


async def throughput(bot: Running) -> tuple[float, float]:
    """Updates a second, and milliseconds of processor for each."""
    before, began, spent = bot.telegram.sent, time.perf_counter(), bot.processor
    for number in range(UPDATES):
        await bot.ask(1 + number % PEOPLE)
    await bot.telegram.until(before + UPDATES)
    return UPDATES / (time.perf_counter() - began), (bot.processor - spent) / UPDATES * 1e3


async def latency(bot: Running) -> tuple[float, float]:
    """Milliseconds from the post to the message, in the middle and for 99 of 100."""
    bot.telegram.at.clear()
    posted: dict[int, float] = {}
    before, began = bot.telegram.sent, time.perf_counter()
    for number in range(A_SECOND * FOR_SECONDS):
        await asyncio.sleep(max(0.0, began + number / A_SECOND - time.perf_counter()))
        chat = 100_000 + number
        posted[chat] = await bot.ask(chat)
    await bot.telegram.until(before + len(posted))
    taken = [(bot.telegram.at[chat][0] - at) * 1e3 for chat, at in posted.items()]
    return statistics.median(taken), statistics.quantiles(taken, n=100)[98]


async def burst(bot: Running) -> tuple[float, int]:
    """Seconds until the last of a thousand was answered, and how many chats heard it in another order.

    Telegram takes 50 ms.
    """
    bot.telegram.delay, bot.telegram.texts = ROUND_TRIP, defaultdict(list)
    before, began = bot.telegram.sent, time.perf_counter()
    for number in range(BURST):
        await bot.ask(200_000 + number % BURST_CHATS, f"/uitslag {CLUBS[number // BURST_CHATS]}")
    await bot.telegram.until(before + BURST)
    seconds = time.perf_counter() - began + ROUND_TRIP
    in_order = [club.encode() for club in CLUBS[: BURST // BURST_CHATS]]
    orders = [[_about(body, in_order) for body in texts] for texts in bot.telegram.texts.values()]
    bot.telegram.delay, bot.telegram.texts = 0.0, None
    return seconds, sum(order != in_order for order in orders)


def _about(body: bytes, clubs: list[bytes]) -> bytes:
    """The club that an answer, or an echo, names most."""
    return max(clubs, key=body.count)


async def many(bot: Running) -> tuple[float, float]:
    """MB before and after very many updates."""
    bot.telegram.timed = False
    before, memory = bot.telegram.sent, bot.memory
    for number in range(MANY):
        await bot.ask(300_000 + number % PEOPLE, f"/uitslag {CLUBS[number % len(CLUBS)]}")
        if number % 2000 == 0:
            await bot.telegram.until(before + number)
    await bot.telegram.until(before + MANY)
    return memory, bot.memory


async def main(peers: str, *, quick: bool) -> None:
    os.sched_setaffinity(0, ANOTHER)
    commands = {
        "python-telegram-bot, bare echo": [peers, str(ROOT / "benchmarks/peers/ptb_echo.py")],
        "aiogram, bare echo": [peers, str(ROOT / "benchmarks/peers/aiogram_echo.py")],
        "ours on httpx": [sys.executable, str(ROOT / "benchmarks/peers/ours_on_httpx.py")],
        "ours": [sys.executable, "-m", "bot", "run"],
    }
    loop = asyncio.get_running_loop()
    print(f"{'':<32}{'updates/s':>10}{'ms CPU':>8}{'p50 ms':>8}{'p99 ms':>8}{'burst s':>9}")
    for place, (name, command) in enumerate(commands.items()):
        if "--ours" in sys.argv and name != "ours":
            continue
        telegram = Telegram()
        server = await loop.create_server(partial(_bot_api, telegram), "127.0.0.1", 0)
        api, port = server.sockets[0].getsockname()[1], 18080 + place
        async with running(name, command, port, api, telegram) as bot:
            rate, cost = await throughput(bot)
            middle, late = await latency(bot)
            # One after another, with 50 ms for each, it would take most of a minute.
            if "python-telegram-bot" in name:
                seconds, mixed = "-", ""
            else:
                took, others = await burst(bot)
                seconds, mixed = f"{took:.2f}", f"  {others} of {BURST_CHATS} chats in another order"
            figures = f"{rate:>10.0f}{cost:>8.2f}{middle:>8.2f}{late:>8.2f}{seconds:>9}"
            print(f"{name:<32}{figures}{mixed}", flush=True)
            if name == "ours" and not quick:
                before, after = await many(bot)
                print(f"memory {before:.0f} MB before, {after:.0f} MB after {MANY} updates of {PEOPLE} chats")
            if bot.posting.refused:
                print(f"{bot.posting.refused} updates were refused")
        server.close()


def _bot_api(telegram: Telegram) -> BotApi:
    return BotApi(telegram.heard, lambda: telegram.delay)


if __name__ == "__main__":
    # Every bot runs in a folder of its own. Links are not followed: they would lead out of the environment.
    uvloop.run(main(str(Path(sys.argv[1]).absolute()), quick="--quick" in sys.argv))
