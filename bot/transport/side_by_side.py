"""Every update that is handed on is answered side by side with the others; and what was answered is noted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import cast

from telegram.ext import BaseUpdateProcessor

from bot.transport.incoming import Incoming
from bot.transport.turns import MOST_AT_ONCE


class SideBySide(BaseUpdateProcessor):
    """Which of them are handed on, one of each chat, is the intake's to say."""

    __slots__ = ("_done", "_running", "_took")

    def __init__(
        self,
        done: Callable[[Incoming], None] = lambda _update: None,
        took: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        """`done` hears of each update that was handled, `took` how many seconds that was."""
        # Presses that a newer one superseded come on top.
        super().__init__(2 * MOST_AT_ONCE)
        self._took = took
        self._done = done
        self._running: set[asyncio.Task[object]] = set()

    async def break_off(self) -> None:
        """Cancel what is being answered, and wait for the end of it."""
        for task in self._running:
            task.cancel()
        if self._running:
            await asyncio.wait(tuple(self._running))

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """`update` is an Incoming: nothing else is ever put into the application's queue."""
        incoming = cast("Incoming", update)
        came, task = time.perf_counter(), asyncio.current_task()
        if task is not None:
            self._running.add(task)
        try:
            await coroutine
        except asyncio.CancelledError:
            # We are told to stop: it is answered after the next start.
            raise
        except Exception:
            self._done(incoming)
            raise
        else:
            self._done(incoming)
        finally:
            self._took(time.perf_counter() - came)
            if task is not None:
                self._running.discard(task)
