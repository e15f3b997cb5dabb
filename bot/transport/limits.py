"""Telegram's limits, kept by everything that the bot sends; answers go before all else.

About 30 messages a second in all, 20 a minute to a group, one a second to a chat (short bursts pass): see
Telegram's Bots FAQ. Counted a little below, on aiolimiter's leaky buckets, whose bursts are chosen so that no
second and no minute ever holds more.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

log = logging.getLogger(__name__)
PER_SECOND = 25
TRIES = 3
# Who is told to wait longer has done something that waiting does not mend.
LONGEST = 60.0
MOST_CHATS = 20_000
_SENDING = ("send", "edit", "copy", "forward")


class Granted(Enum):
    """Given along with a request that has had its turn already (see `Limits.turn`)."""

    TURN = auto()


def seconds_asked(told: RetryAfter) -> float:
    asked = told.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else asked


@dataclass(slots=True)
class _Chat:
    by_second: AsyncLimiter
    by_minute: AsyncLimiter | None
    closed_until: float = 0.0

    @property
    def has_room(self) -> bool:
        by_minute = self.by_minute is None or self.by_minute.has_capacity()
        return by_minute and self.by_second.has_capacity()

    async def count(self) -> None:
        """A message more; one too many is not counted."""
        for limiter in (self.by_second, self.by_minute):
            if limiter and limiter.has_capacity():
                await limiter.acquire()


class Limits(BaseRateLimiter[Granted]):
    """Who may send when: replies as soon as there is room, the outbox when no reply waits."""

    __slots__ = ("_all", "_all_closed_until", "_chats", "_replies_waiting", "_speed")

    def __init__(self, per_second: float = PER_SECOND, *, speed: float = 1.0) -> None:
        """Where a rehearsal's clock runs so many times as fast, the limits do too."""
        self._speed = speed
        self._all = AsyncLimiter(1, 1 / (per_second * speed))
        self._all_closed_until = 0.0
        self._chats: dict[object, _Chat] = {}
        self._replies_waiting = 0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    def is_open(self, chat: int) -> bool:
        """Whether a message of the outbox may go to this chat now."""
        known = self._chats.get(chat)
        return known is None or (known.closed_until <= _time() and known.has_room)

    async def turn(self) -> None:
        """Wait for the next turn in all, behind every reply."""
        while True:
            await self._pause(self._all_closed_until)
            await self._all.acquire()
            if not self._replies_waiting and self._all_closed_until <= _time():
                return
            # The turn goes to a reply.
            await asyncio.sleep(0)

    async def count(self, chat: int) -> None:
        """A message of the outbox goes to this chat."""
        await self._chat(chat).count()

    async def process_request(  # noqa: PLR0913, PLR0917 - the library's own signature
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - the library's own signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Granted | None,
    ) -> Any:  # noqa: ANN401 - the library's own signature
        """Raises RetryAfter when it takes too long, and at once to the outbox, which asks again itself."""
        chat = data.get("chat_id")
        for tries_left in reversed(range(TRIES)):
            if rate_limit_args is None:
                await self._reply_turn(chat, endpoint)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as told:
                seconds = seconds_asked(told)
                self._close(chat, seconds)
                if rate_limit_args or not tries_left or seconds > LONGEST:
                    raise
                log.warning("Telegram asks us to wait %.0f s before the next %s", seconds, endpoint)
        raise AssertionError("the last try returns or raises")

    async def _reply_turn(self, chat: object, endpoint: str) -> None:
        if chat is None or not endpoint.startswith(_SENDING):
            return
        known = self._chats.get(chat)
        self._replies_waiting += 1
        try:
            await self._pause(self._all_closed_until)
            if known is not None:
                await self._pause(known.closed_until)
            await self._all.acquire()
        finally:
            self._replies_waiting -= 1
        await (known or self._chat(chat)).count()

    def _close(self, chat: object, seconds: float) -> None:
        """One chat had enough; when a second one has too, it is all of us."""
        until = _time() + seconds
        elsewhere = any(one.closed_until > _time() for other, one in self._chats.items() if other != chat)
        if chat is None or elsewhere:
            self._all_closed_until = max(self._all_closed_until, until)
        if chat is not None:
            self._chat(chat).closed_until = until

    def _chat(self, chat: object) -> _Chat:
        known = self._chats.get(chat)
        if known is None:
            if len(self._chats) >= MOST_CHATS:
                self._forget_the_quiet()
            # Ten at once and one every six seconds: never more than twenty in any minute.
            by_minute = AsyncLimiter(10, 60 / self._speed) if _is_group(chat) else None
            known = self._chats[chat] = _Chat(AsyncLimiter(3, 3 / self._speed), by_minute)
        return known

    def _forget_the_quiet(self) -> None:
        """Chats to which nothing was sent lately need no counting."""
        now = _time()
        self._chats = {
            chat: one
            for chat, one in self._chats.items()
            if one.closed_until > now or not one.by_second.has_capacity(3)
        }

    async def _pause(self, until: float) -> None:
        while (wait := until - _time()) > 0:  # noqa: ASYNC110 - time is the event
            await asyncio.sleep(wait)


def _is_group(chat: object) -> bool:
    return isinstance(chat, int) and chat < 0


def _time() -> float:
    return asyncio.get_running_loop().time()
