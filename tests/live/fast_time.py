"""An event loop in which nobody waits: when nothing is left to do, the clock jumps to what comes next.

For whole evenings in a second. Nothing may come from outside: no sockets, no threads.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from selectors import SelectorKey, SelectSelector
from typing import Any, TypeVar

T = TypeVar("T")
A_MOMENT = 1e-6


class _Jumping(SelectSelector):
    """WaitingMessage for input is waiting for the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.jumped = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        ready = super().select(0)
        # Time never stands still: who waits for the rest of a rounded moment would wait for ever.
        self.jumped += A_MOMENT
        if not ready and timeout is None:
            raise RuntimeError("everybody waits for something that will never happen")
        if not ready and timeout:
            self.jumped += timeout
        return ready


class FastLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._clock = _Jumping()
        super().__init__(self._clock)

    def time(self) -> float:
        return self._clock.jumped


def clock_from(start: datetime) -> Callable[[], datetime]:
    """The time of day in a fast loop that began at this moment."""
    return lambda: start + timedelta(seconds=asyncio.get_running_loop().time())


def run_fast(work: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=FastLoop) as runner:
        # Not by `run`: its handler of Ctrl-C is printed when it goes, and with it the whole of what came out.
        return runner.get_loop().run_until_complete(work)
