"""Chats side by side, within a chat one update after another; and what was answered is noted."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from telegram.ext import BaseUpdateProcessor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.transport.incoming import Incoming

MOST_AT_A_TIME = 4096
"""Updates in hand; who waits for an earlier one of the same chat is among them."""


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


class ByChat(BaseUpdateProcessor):
    """A slow chat holds up nobody else."""

    __slots__ = ("_done", "_took", "_turns")

    def __init__(
        self,
        done: Callable[[int], None] = lambda _update: None,
        took: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        """`done` hears the number of each update that was handled, `took` how many seconds that was."""
        super().__init__(MOST_AT_A_TIME)
        self._took = took
        self._done = done
        self._turns: dict[int, _Turn] = {}

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[object]) -> None:
        """`update` is an Incoming: nothing else is ever put into the application's queue."""
        incoming = cast("Incoming", update)
        key = incoming.queue
        turn = self._turns.setdefault(key, _Turn())
        turn.waiting += 1
        came = time.perf_counter()
        try:
            async with turn.lock:
                try:
                    await coroutine
                except asyncio.CancelledError:
                    # We are told to stop: it is answered after the next start.
                    raise
                except Exception:
                    self._note(incoming)
                    raise
                self._note(incoming)
        finally:
            self._took(time.perf_counter() - came)
            turn.waiting -= 1
            if not turn.waiting:
                del self._turns[key]

    def _note(self, update: Incoming) -> None:
        self._done(update.update_id)
