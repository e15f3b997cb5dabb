"""Waiting as long as Telegram asks, and then asking again."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

log = logging.getLogger(__name__)
TRIES = 3
# Who is told to wait longer has done something that waiting does not mend.
LONGEST = 60.0


def seconds_asked(told: RetryAfter) -> float:
    asked = told.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else asked


class ObeyRetryAfter(BaseRateLimiter[None]):
    """A request that came too soon is made again when Telegram said; others to the same chat wait with it."""

    __slots__ = ("_closed_until",)

    def __init__(self) -> None:
        self._closed_until: dict[object, float] = {}

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def process_request(  # noqa: PLR0913, PLR0917 - the library's own signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - the library's own signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - the library's own signature
    ) -> Any:  # noqa: ANN401 - the library's own signature
        """Raises RetryAfter when it takes too long."""
        chat = data.get("chat_id")
        for tries_left in reversed(range(TRIES)):
            await self._opening(chat)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as told:
                seconds = seconds_asked(told)
                if not tries_left or seconds > LONGEST:
                    raise
                log.warning("Telegram asks us to wait %.0f s before the next %s", seconds, endpoint)
                self._closed_until[chat] = asyncio.get_running_loop().time() + seconds
        raise AssertionError("the last try returns or raises")

    async def _opening(self, chat: object) -> None:
        now = asyncio.get_running_loop().time
        while (wait := self._closed_until.get(chat, 0.0) - now()) > 0:  # noqa: ASYNC110 - time is the event
            await asyncio.sleep(wait)
        self._closed_until.pop(chat, None)
