"""Telegram's limits, kept by everything that the bot sends; answers go before all else.

About 30 messages a second in all, 20 a minute to a group, one a second to a chat (short bursts pass): see
Telegram's Bots FAQ. Counted a little below, in leaky buckets whose bursts are chosen so that no second and no
minute ever holds more. They are our own, for there is one for every chat: a number each, where the libraries'
take a thousand bytes.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Any

from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.transport.refusals import LEFT_ALONE, ClosedPlaces

log = logging.getLogger(__name__)
PER_SECOND = 25
TRIES = 3
# Who is told to wait longer has done something that waiting does not mend.
LONGEST = 60.0
MOST_CHATS = 2_000
EACH, AT_ONCE = 1.0, 3
"""Seconds for a message to a chat, and how many go without waiting."""
EACH_IN_GROUP, AT_ONCE_IN_GROUP = 6.0, 10
"""Never more than twenty in any minute."""
_A_HAIR = 1e-6
"""Seconds by which sums of seconds may be off."""
_TOPIC = "message_thread_id"
_TO_ONE_MEMBER = "ephemeral_message_parameters"
"""It takes another right than writing to all."""
_WRITING = {"sendMessage", "editMessageText"}
"""A group that takes no pictures may take text."""
_SENDING = ("send", "edit", "copy", "forward", "answerGuest")


class Granted(Enum):
    """Given along with a request that has had its turn already (see `Limits.turn`)."""

    TURN = auto()


def seconds_asked(error: RetryAfter) -> float:
    seconds = error.retry_after
    return seconds.total_seconds() if isinstance(seconds, timedelta) else seconds


@dataclass(frozen=True, slots=True)
class _Bucket:
    """Leaks all the time; what is put in must fit. All there is to know of one is when it will be empty."""

    each: float
    """Seconds in which one message leaks away."""
    at_once: int

    def has_room(self, empty_at: float, now: float) -> bool:
        return max(empty_at, now) + self.each <= now + self.each * self.at_once + _A_HAIR

    def room_at(self, empty_at: float) -> float:
        """When the next one fits."""
        return empty_at - self.each * (self.at_once - 1)

    def with_one_more(self, empty_at: float, now: float) -> float:
        """When it is empty then; one too many is not counted."""
        return max(empty_at, now) + self.each if self.has_room(empty_at, now) else empty_at


@dataclass(slots=True)
class _Chat:
    """Moments, for there is one of these for every chat."""

    empty_at: float = 0.0
    group_empty_at: float = 0.0
    closed_until: float = 0.0

    def is_quiet(self, now: float) -> bool:
        """Nothing was sent lately, so that there is nothing to remember."""
        return max(self.empty_at, self.group_empty_at, self.closed_until) <= now


class Limits(BaseRateLimiter[Granted]):
    """Who may send when: replies as soon as there is room, the outbox when no reply waits."""

    __slots__ = (
        "_all_closed_until",
        "_bucket",
        "_chats",
        "_group_bucket",
        "_loop",
        "_most_chats",
        "_next",
        "_spacing",
        "closed_places",
        "speed",
        "waiting",
    )

    def __init__(self, per_second: float = PER_SECOND, *, speed: float = 1.0) -> None:
        """Where a rehearsal's clock runs so many times as fast, the limits do too."""
        self.speed = speed
        self.waiting = 0
        """Calls that wait for their turn, for Telegram, or for their chat."""
        self.closed_places = ClosedPlaces(LEFT_ALONE / speed)
        self._bucket = _Bucket(EACH / speed, AT_ONCE)
        self._group_bucket = _Bucket(EACH_IN_GROUP / speed, AT_ONCE_IN_GROUP)
        self._spacing = 1 / (per_second * speed)
        self._next = 0.0
        """When the next message may go; replies that wait have their moments before it."""
        self._all_closed_until = 0.0
        self._chats: dict[object, _Chat] = {}
        self._most_chats = MOST_CHATS
        self._loop: asyncio.AbstractEventLoop | None = None

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    def is_open(self, chat: int) -> bool:
        """Whether a message of the outbox may go to this chat now."""
        state, now = self._chats.get(chat), self._time()
        if state is None:
            return True
        has_room = self._bucket.has_room(state.empty_at, now)
        group_has_room = not _is_group(chat) or self._group_bucket.has_room(state.group_empty_at, now)
        return state.closed_until <= now and has_room and group_has_room

    def is_refused(self, chat: int, topic: Callable[[], int | None]) -> bool:
        """Whether Telegram lets the bot write nothing in this chat, or in the topic where it would."""
        return self.closed_places.is_closed(chat, topic, self._time())

    def closed_for(self, chat: object) -> float:
        """Seconds that Telegram still wants nothing more for this chat."""
        state = self._chats.get(chat)
        closed_until = max(self._all_closed_until, state.closed_until if state else 0.0)
        return max(0.0, closed_until - self._time())

    async def turn(self) -> None:
        """Wait for the next turn in all, behind every reply."""
        while (at := max(self._next, self._all_closed_until)) > self._time():
            await self._pause(at)
        self._next = self._time() + self._spacing

    def count(self, chat: object) -> None:
        """A message goes to this chat."""
        state, now = self._chat(chat), self._time()
        state.empty_at = self._bucket.with_one_more(state.empty_at, now)
        if _is_group(chat):
            state.group_empty_at = self._group_bucket.with_one_more(state.group_empty_at, now)

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
            if rate_limit_args is None and endpoint.startswith(_SENDING):
                await self._reply_turn(chat)
            try:
                result = await callback(*args, **kwargs)
            except (BadRequest, Forbidden) as error:
                if endpoint in _WRITING and _TO_ONE_MEMBER not in data:
                    self.closed_places.refused(chat, data.get(_TOPIC), error, self._time())
                raise
            except RetryAfter as error:
                seconds = seconds_asked(error)
                self._close(chat, seconds)
                log.warning("Telegram asks us to wait %.0f s before the next %s", seconds, endpoint)
                if rate_limit_args or not tries_left or seconds > LONGEST:
                    raise
            else:
                if endpoint.startswith("send"):
                    self.closed_places.written(chat, data.get(_TOPIC))
                return result
        raise AssertionError("the last try returns or raises")

    async def _reply_turn(self, chat: object) -> None:
        """The next moment that nobody has, when all may send and the chat is open."""
        while True:
            await self._pause(max(self._all_closed_until, self._open_again(chat)))
            now = self._time()
            at = max(self._next, now)
            self._next = at + self._spacing
            if at <= now:
                break
            # Telegram may close meanwhile; then the moment passes unused.
            await self._pause(at)
            if self._all_closed_until <= at:
                break
        self.count(chat)

    def _open_again(self, chat: object) -> float:
        """When the next message may go to this chat: Telegram closed it, or its minute is full."""
        state = self._chats.get(chat)
        if state is None:
            return 0.0
        full = _is_group(chat) and not self._group_bucket.has_room(state.group_empty_at, self._time())
        return max(state.closed_until, self._group_bucket.room_at(state.group_empty_at) if full else 0.0)

    def _close(self, chat: object, seconds: float) -> None:
        """One chat had enough; when a second one has too, it is all of us."""
        now = self._time()
        elsewhere = any(state.closed_until > now for other, state in self._chats.items() if other != chat)
        if chat is None or elsewhere:
            # What one chat is told for hours is not meant for all.
            self._all_closed_until = max(self._all_closed_until, now + min(seconds, LONGEST))
        if chat is not None:
            self._chat(chat).closed_until = now + seconds

    def _chat(self, chat: object) -> _Chat:
        state = self._chats.get(chat)
        if state is None:
            if len(self._chats) >= self._most_chats:
                self._forget_the_quiet()
            state = self._chats[chat] = _Chat()
        return state

    def _forget_the_quiet(self) -> None:
        now = self._time()
        self._chats = {chat: state for chat, state in self._chats.items() if not state.is_quiet(now)}
        # Where many are busy it takes longer until it is worth looking again.
        self._most_chats = max(MOST_CHATS, 2 * len(self._chats))

    async def pause(self, seconds: float) -> None:
        """Leave Telegram alone for as long."""
        self.waiting += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            self.waiting -= 1

    async def _pause(self, until: float) -> None:
        while (wait := until - self._time()) > 0:
            await self.pause(wait)

    def _time(self) -> float:
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
        return self._loop.time()


def _is_group(chat: object) -> bool:
    return isinstance(chat, int) and chat < 0
