"""Every update that is handed on is answered side by side with the others; and what was answered is noted."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import cast

from telegram.ext import BaseUpdateProcessor

from bot.transport.turns import MOST_AT_ONCE
from bot.transport.updates.incoming import Incoming


class SideBySide(BaseUpdateProcessor):
    """Which of them are handed on, one of each chat, is the intake's to say."""

    __slots__ = ("_on_done", "_on_handled", "_running")

    def __init__(
        self,
        on_done: Callable[[Incoming], None] = lambda _update: None,
        on_handled: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        """`on_done` is called with each update handled, `on_handled` with the seconds it took."""
        # Presses that a newer one superseded come on top.
        super().__init__(2 * MOST_AT_ONCE)
        self._on_done = on_done
        self._on_handled = on_handled
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
            self._on_done(incoming)
            raise
        else:
            self._on_done(incoming)
        finally:
            self._on_handled(time.perf_counter() - came)
            if task is not None:
                self._running.discard(task)
