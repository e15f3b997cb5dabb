"""Talking to the whole program: `python -m bot run` as a real process, and the local Telegram over HTTP.

    async with bot_process(tmp_path) as chat:
        reply = await chat.say("/uitslag Arsenal")
        reply = await chat.press("Heenduel")
        await chat.bot.kill()

Whoever waits, waits for something to happen (the bot's answer, a line on its stderr, its end), and some
minutes at most. The bot's silence is heard too: after each question somebody presses a button that never
was, and the bot answers in order. A test fails as soon as the bot has ended, or did what Telegram does not
know.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.local.telegram import people
from bot.local.telegram.chats import Chat, Json, User
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.http import address_of, http_door, reserved_place
from tests.chat import Reply
from tests.shared import small_results

ROOT = Path(__file__).parents[1]
PATIENCE = float(os.environ.get("PATIENCE", "300"))
"""Seconds that only a program which hangs reaches; less where one wants to know sooner."""
NEWEST, OLDER = (10, 3), (9, 6)
"""Versions of the Bot API that the local Telegram plays; the older one knows nothing of 2026."""
VERSION = OLDER if os.environ.get("OLDER_TELEGRAM") else NEWEST
SECRET = "only-telegram-knows-this"  # noqa: S105 - opens nothing


@dataclass(slots=True)
class BotProcess:
    """The program: started, stopped, killed and started again in the same folder."""

    folder: Path
    settings: dict[str, str]
    # Set whenever something happened, here or on the local Telegram.
    news: asyncio.Event
    # What it wrote on stderr, since it was started for the first time.
    lines: list[str] = field(default_factory=list)
    process: asyncio.subprocess.Process | None = None
    _reading: asyncio.Task[int] | None = None

    @property
    def runs(self) -> bool:
        return self._reading is not None and not self._reading.done()

    async def start(self) -> None:
        assert not self.runs, "the bot runs already"
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "run"),
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **self.settings},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        self._reading = asyncio.create_task(self._read(self.process))
        self._reading.add_done_callback(lambda _: self.news.set())

    async def stop(self) -> int:
        """The exit code after SIGTERM."""
        return await self._end(signal.SIGTERM)

    async def kill(self) -> int:
        """As kill -9 does."""
        return await self._end(signal.SIGKILL)

    async def ended(self) -> int:
        """The exit code, once it ends by itself."""
        assert self._reading is not None, "the bot was never started"
        async with asyncio.timeout(PATIENCE):
            return await asyncio.shield(self._reading)

    async def until(self, happened: Callable[[], bool]) -> None:
        """AssertionError when the bot ends first, or when it takes too long."""
        try:
            async with asyncio.timeout(PATIENCE):
                while not happened():
                    assert self.runs, f"the bot is not running:\n{self.log}"
                    self.news.clear()
                    await self.news.wait()
        except TimeoutError:
            raise AssertionError(f"the bot did not do it; it said:\n{self.log}") from None

    async def writes(self, text: str) -> str:
        """The first line on stderr with this text."""
        await self.until(lambda: text in self.log)
        return next(line for line in self.lines if text in line)

    @property
    def log(self) -> str:
        return "\n".join(self.lines)

    async def _end(self, number: signal.Signals) -> int:
        assert self.process is not None, "the bot was never started"
        if self.runs:
            self.process.send_signal(number)
        return await self.ended()

    async def _read(self, process: asyncio.subprocess.Process) -> int:
        assert process.stderr is not None
        async for line in process.stderr:
            self.lines.append(line.decode().rstrip("\n"))
            self.news.set()
        return await process.wait()


@dataclass(slots=True)
class ProcessChat:
    """A private chat with the bot."""

    bot: BotProcess
    telegram: LocalTelegram
    chat: Chat
    user: User
    # Everything the bot sent or edited here, and what the pressed buttons said.
    replies: list[Reply] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    typed: Json = field(default_factory=dict)

    async def say(self, text: str) -> Reply:
        """The bot's answer, the last if there are more."""
        return _last(await self.hear(text), text)

    async def hear(self, text: str) -> list[Reply]:
        """All that the bot sends or edits after this was said; it may be nothing."""
        before = len(self.replies)
        self.send(text)
        await self.settle()
        return self.replies[before:]

    def send(self, text: str) -> None:
        """Says it without waiting for an answer."""
        self.typed = people.say(self.telegram, self.chat, self.user, text)

    async def edit(self, text: str) -> list[Reply]:
        """Changes what was said last; all that the bot sends or edits after that."""
        before = len(self.replies)
        self.typed = people.edit(self.telegram, self.chat, self.typed["message_id"], text)
        await self.settle()
        return self.replies[before:]

    async def press(self, label: str) -> Reply:
        """The message after the button with this label was pressed, on the last message that has it."""
        before = len(self.replies)
        reply, data = self._button(label)
        query = people.press(self.telegram, self.chat, self.user, reply.id, data)
        await self.settle()
        assert self.telegram.callback_queries[query["id"]].answered, f"{label!r} was pressed and not answered"
        return _last(self.replies[before:], label)

    async def settle(self) -> None:
        """Until the bot handled all that was said here."""
        # By webhook a press could come in before what was said: Telegram brings them side by side.
        await self.bot.until(
            lambda: not any(self.typed in update.values() for update in self.telegram.updates.waiting())
        )
        quiet = len(self.notices)
        query = people.press_forged(self.telegram, self.chat, self.user, self.typed["message_id"], "?")
        pressed = self.telegram.callback_queries[query["id"]]
        await self.bot.until(lambda: pressed.answered or bool(self.telegram.violations))
        assert not self.telegram.violations, self.telegram.violations
        # The last notice is that of the button that never was.
        self.notices[quiet:] = self.notices[quiet:-1]

    async def restart(self, *, brutally: bool = False) -> None:
        await (self.bot.kill() if brutally else self.bot.stop())
        await self.bot.start()

    def watch(self, happening: Happening) -> None:
        if happening.chat_id == self.chat.id:
            match happening.kind:
                case "sent" | "edited":
                    self.replies.append(Reply(happening.content))
                case "answered":
                    self.notices.append(happening.content.get("text", ""))
                case "deleted":
                    pass
        self.bot.news.set()

    def _button(self, label: str) -> tuple[Reply, str]:
        for reply in reversed(self.replies):
            for button in (button for row in reply.rows for button in row):
                if button["text"] == label:
                    return reply, button["callback_data"]
        buttons = self.replies[-1].buttons if self.replies else []
        raise AssertionError(f"no button {label!r}; the last message has {buttons}")


@asynccontextmanager
async def bot_process(folder: Path, *, token: str = "", **settings: str) -> AsyncIterator[ProcessChat]:
    """The program answers on a local Telegram; with another token if one is given."""
    place = reserved_place()
    chat = chat_with_bot(folder, address_of(place), token=token, **settings)
    async with http_door(chat.telegram, place, served=chat.bot.news.set):
        await chat.bot.start()
        try:
            yield chat
        finally:
            await chat.bot.kill()
    assert not chat.telegram.violations, chat.telegram.violations


@asynccontextmanager
async def bot_by_webhook(
    folder: Path, *, redelivery: float = 0.2, **settings: str
) -> AsyncIterator[ProcessChat]:
    """The same by webhook; what the program does not take is posted again so many seconds later."""
    place, own = reserved_place(), reserved_place()
    listen = address_of(own).removeprefix("http://")
    own.close()
    hook = {"WEBHOOK_URL": f"http://{listen}/in", "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": listen}
    chat = chat_with_bot(folder, address_of(place), **hook, **settings)
    # A Bot API server of one's own takes addresses without TLS.
    chat.telegram.local_mode = True
    async with http_door(chat.telegram, place, served=chat.bot.news.set, redelivery=redelivery):
        await chat.bot.start()
        try:
            yield chat
        finally:
            await chat.bot.kill()
    assert not chat.telegram.violations, chat.telegram.violations


@asynccontextmanager
async def bot_before_telegram(folder: Path) -> AsyncIterator[tuple[ProcessChat, socket.socket]]:
    """The program is started; the door of its Telegram is still to be opened, at the place given."""
    place = reserved_place()
    chat = chat_with_bot(folder, address_of(place))
    await chat.bot.start()
    try:
        yield chat, place
    finally:
        await chat.bot.kill()
        place.close()


def chat_with_bot(folder: Path, address: str, *, token: str = "", **settings: str) -> ProcessChat:
    """A private chat on a new local Telegram, with a program that is not started yet."""
    telegram = LocalTelegram(lambda: datetime.now(UTC), callback_open_for=PATIENCE, version=VERSION)
    spoken_to = {
        "TELEGRAM_API_URL": address,
        "TELEGRAM_BOT_TOKEN": token or telegram.token,
        # Nothing out there is asked.
        "LIVE_SOURCES": "none",
        # It waits for nothing longer than it must: a slow machine changes no test.
        "PACE": "20",
    }
    if "LIVE_SOURCES" not in settings:
        # Nothing is written to it.
        spoken_to["RESULTS_DB"] = str(small_results())
    bot = BotProcess(folder, spoken_to | settings, asyncio.Event())
    user = telegram.add_user("Fleur")
    chat = ProcessChat(bot, telegram, telegram.add_private_chat(user), user)
    telegram.watchers.append(chat.watch)
    telegram.updates.watchers.append(bot.news.set)
    return chat


def _last(replies: list[Reply], cause: str) -> Reply:
    assert replies, f"the bot said nothing after {cause[:80]!r}"
    return replies[-1]


async def until_written(folder: Path, question: str) -> None:
    """Until the bot's database of chats answers a question in SQL with yes."""
    with closing(sqlite3.connect(folder / "var" / "chats.db")) as db:
        async with asyncio.timeout(PATIENCE):
            while not db.execute(question).fetchone()[0]:  # noqa: ASYNC110 - another program writes it
                await asyncio.sleep(0.1)
