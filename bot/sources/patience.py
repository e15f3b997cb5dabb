"""A source that is busy is asked again, by whoever has time: the update and the build of the snapshot."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.sources.errors import SourceError

T = TypeVar("T")
TRIES, LONGEST_WAIT = 4, 60.0
"""Of a source that asks to be left alone for some seconds; for longer ones nobody waits."""

log = logging.getLogger(__name__)


async def patiently(ask: Callable[[], Awaitable[T]], pace: float = 1.0) -> T:
    """The answer, asked for again after each pause that the source asks for."""
    for _ in range(TRIES - 1):
        try:
            return await ask()
        except SourceError as error:
            if error.wait is None or error.wait > LONGEST_WAIT:
                raise
            log.info("%s; asking again in %.0f s", error, error.wait)
            await asyncio.sleep(error.wait / pace)
    return await ask()
