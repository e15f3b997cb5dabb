"""Answering Telegram by long polling, until told to stop.

The library's own Updater is not used: its last poll throws out another program that polls with our token,
it goes on for ever beside that program, and it falls silent when the token is revoked.
"""

from __future__ import annotations

import asyncio
import json
import logging
import signal
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.errors import BotError
from bot.transport.aiohttp_request import READ, UnreadableAnswerError
from bot.transport.application import TelegramApplication
from bot.transport.bot_api import fields
from bot.transport.ingest import Intake, NotStoredError
from bot.transport.limits import seconds_asked
from bot.transport.updates.reading import UnreadableUpdateError, update_id_of, wanted_from
from bot.transport.updates.untrusted_json import Json

log = logging.getLogger(__name__)
FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
LONG_POLL = timedelta(seconds=30)
# Who starts us kills us when stopping takes ten seconds.
GOODBYE = 5.0
GOODBYE_BESIDE = 2.0
LAST_CONFIRMATION = 2.0
MOST_AT_ONCE = 100
"""Updates in one answer, as many as Telegram gives."""


class TelegramRefusedError(BotError):
    """Telegram won't have us; the message says what to do."""


class Door(Protocol):
    """A way for updates to come in."""

    async def open(self, application: TelegramApplication, /) -> None:
        """Agree with Telegram on it. Raises TelegramError."""
        ...

    async def bring(self, application: TelegramApplication, intake: Intake, /) -> None:
        """Every update into the intake, until cancelled. Raises TelegramRefusedError."""
        ...

    async def close(self, application: TelegramApplication, /) -> None:
        """Leave it so that nothing comes twice after a restart."""
        ...


class Forgetful:
    """An UpdateLog of which nothing outlives the program."""

    def __init__(self) -> None:
        self._waiting: dict[int, str] = {}

    def exchange(self, answered: Sequence[int], brought: Sequence[tuple[int, str]]) -> set[int]:
        self._waiting |= dict(brought)
        for number in answered:
            self._waiting.pop(number, None)
        return {number for number, _ in brought}

    def waiting(self) -> list[tuple[int, str]]:
        return []

    def content(self, number: int) -> str | None:
        return self._waiting.get(number)


async def answer(
    application: TelegramApplication,
    beside: Callable[[], Coroutine[Any, Any, None]] | None = None,
    intake: Intake | None = None,
    door: Door | None = None,
    pace: float = 1,
) -> None:
    """Answer until SIGINT or SIGTERM, with this work beside it; it begins when Telegram has been reached.

    Raises TelegramRefusedError when the token is refused or used elsewhere.
    """
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stopping.set)
    intake, door = intake or Intake(Forgetful()), door or Polling()
    working: asyncio.Task[None] | None = None
    try:
        if await _until(stopping, _reach(application, door, pace)):
            await application.start()
            log.info("answering as @%s; stop with Ctrl-C", application.bot.username)
            working = asyncio.create_task(beside()) if beside else None
            intake.resume(application)
            await _until(stopping, door.bring(application, intake))
            await door.close(application)
    finally:
        if working:
            await _end(working)
        intake.stop()
        await _finish(application, intake)
        intake.flush()


async def _end(working: asyncio.Task[None]) -> None:
    """Told to stop; it may finish what is under way."""
    working.cancel()
    await asyncio.wait((working,), timeout=GOODBYE_BESIDE)


async def _until(stopping: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Whether the work was done; it is broken off when told to stop."""
    working = asyncio.create_task(work)
    stop = asyncio.create_task(stopping.wait())
    await asyncio.wait((working, stop), return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if working.done():
        working.result()
        return True
    working.cancel()
    await asyncio.wait((working,))
    return False


async def _reach(application: TelegramApplication, door: Door, pace: float) -> None:
    """Ready to answer. Keeps trying until Telegram answers."""
    wait = FIRST_WAIT
    while True:
        try:
            await application.initialize()
            if application.post_init:
                await application.post_init(application)
            await door.open(application)
        except TelegramError as error:
            wait = await _wait_after(error, wait, pace)
        else:
            return


@dataclass(slots=True)
class Polling:
    """Ask Telegram, and wait for its answer."""

    # The number from which on updates are new; asking for it confirms those before.
    offset: int = 0
    on_update: Callable[[], None] = lambda: None
    pace: float = 1
    """How many times as fast our own waits pass."""
    _limit: int = MOST_AT_ONCE

    async def open(self, application: TelegramApplication) -> None:
        await application.bot.delete_webhook()

    async def bring(self, application: TelegramApplication, intake: Intake) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                updates = await self._updates(application.bot, LONG_POLL)
            except UnreadableAnswerError as error:
                if not self._skipped(error):
                    wait = await _wait_after(error, wait, self.pace)
                continue
            except TelegramError as error:
                wait = await _wait_after(error, wait, self.pace)
                continue
            wait, self._limit = FIRST_WAIT, MOST_AT_ONCE
            try:
                await asyncio.gather(*(self._take(intake, update) for update in updates))
            except NotStoredError:
                # Not acknowledged: Telegram tells them again.
                await asyncio.sleep(FIRST_WAIT / self.pace)
                continue
            numbers = [number for update in updates if (number := update_id_of(update)) is not None]
            if updates and not numbers:
                # They can't be confirmed, and come again.
                await asyncio.sleep(FIRST_WAIT / self.pace)
            # Asking for the next ones tells Telegram that we have these.
            # They may begin anew, lower than before: by the batch alone.
            self.offset = max(numbers) + 1 if numbers else self.offset

    async def close(self, application: TelegramApplication) -> None:
        """So that what was fetched does not come again after a restart."""
        try:
            async with asyncio.timeout(LAST_CONFIRMATION):
                self._limit = 1
                await self._updates(application.bot, timedelta())
        except (TelegramError, TimeoutError) as error:
            log.warning("the last questions may be answered again (%s)", type(error).__name__)

    async def _updates(self, bot: ExtBot[Any], timeout: timedelta) -> list[Json]:  # noqa: ASYNC109 - Telegram's own
        """As Telegram wrote them: the library would make objects of them, of all or of none."""
        seconds = timeout.total_seconds()
        parameters = {
            "offset": self.offset,
            "limit": self._limit,
            "timeout": int(seconds),
            "allowed_updates": wanted_from(bot),
        }
        answer = await bot.request.post(
            f"{bot.base_url}/getUpdates", fields(parameters), read_timeout=seconds + READ
        )
        if not isinstance(answer, list):
            raise UnreadableAnswerError("getUpdates gave no list")
        return answer

    async def _take(self, intake: Intake, update: Json) -> None:
        self.on_update()
        try:
            await intake.take(update, json.dumps(update))
        except UnreadableUpdateError as error:
            log.warning("an update can't be read and is passed over: %s", error)

    def _skipped(self, error: UnreadableAnswerError) -> bool:
        """Whether there is a way on: an update that can't be read must not stand before all others."""
        if self._limit > 1:
            # One by one, to find it.
            self._limit = 1
            return True
        if error.first_update is None or error.first_update + 1 == self.offset:
            return False
        log.warning("an update can't be read and is passed over: it is no JSON")
        self.offset = error.first_update + 1
        return True


async def _wait_after(error: TelegramError, wait: float, pace: float) -> float:
    """How long to wait after the next error. Raises TelegramRefusedError where waiting is of no use."""
    match error:
        case InvalidToken():
            raise TelegramRefusedError(
                "Telegram does not know this token: check TELEGRAM_BOT_TOKEN in .env "
                "against what @BotFather gave."
            ) from error
        case Conflict():
            raise TelegramRefusedError(
                "another program answers for this bot's token: stop that one first."
            ) from error
        case RetryAfter():
            now, then = seconds_asked(error), wait
        case _:
            now, then = wait / pace, min(2 * wait, LONGEST_WAIT)
    # The kind of the error alone: its text may quote an address with the token in it.
    log.warning("Telegram can't be reached (%s); trying again in %.3g s", type(error).__name__, now)
    await asyncio.sleep(now)
    return then


async def _finish(application: TelegramApplication, intake: Intake) -> None:
    """Answer what was fetched, as far as there is time."""
    try:
        if application.running:
            async with asyncio.timeout(GOODBYE):
                await application.stop()
    except TimeoutError:
        await intake.break_off()
        log.warning("some questions are answered after the next start: Telegram takes too long")
    if application.post_stop:
        await application.post_stop(application)
    await application.shutdown()
    if application.post_shutdown:
        await application.post_shutdown(application)
