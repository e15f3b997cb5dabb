"""Updates on their way in: stored before Telegram hears that we have them, noted once they are answered."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.transport.by_chat import ByChat
from bot.transport.incoming import UnreadableUpdateError, parsed, read, update_id_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.transport.incoming import Json
    from bot.transport.local_request import LocalApplication

log = logging.getLogger(__name__)

AGAIN_AFTER = 1.0
MOST_IN_HAND = 300
"""Updates being answered at once; whoever brings more waits, and Telegram with it."""


class IntakeTrouble(Exception):  # noqa: N818 - the house word for what is nobody's programming error
    """An update can't be stored now: it must not be acknowledged."""


@dataclass(slots=True)
class Intake:
    """Between whoever brings updates and the application's queue.

    What is brought and what is answered in one turn of the loop is written down in one transaction.
    """

    exchange: Callable[[Sequence[int], Sequence[tuple[int, str]]], set[int]]
    """Notes numbers that are answered, and keeps updates with theirs; gives the numbers of the new ones."""
    waiting: Callable[[], list[tuple[int, str]]]
    pace: float = 1
    """How many times as fast our own waits pass."""
    _answered: list[int] = field(default_factory=list)
    _brought: list[tuple[int, str, asyncio.Future[bool]]] = field(default_factory=list)
    _in_hand: int = 0
    _outside: deque[asyncio.Future[None]] = field(default_factory=deque)
    """Who waits until there is room."""
    _loop: asyncio.AbstractEventLoop | None = None
    _writing: asyncio.Handle | None = None
    _stops: bool = False

    def processor(self, took: Callable[[float], None] = lambda _seconds: None) -> ByChat:
        return ByChat(self._note, took)

    async def resume(self, application: LocalApplication) -> None:
        """Hand on what was stored and not answered before we stopped."""
        left = self.waiting()
        if left:
            log.info("%d questions from before are answered now", len(left))
        for number, content in left:
            try:
                update = parsed(content)
            except ValueError:
                update = None
            await self._hand_on(application, number, update)

    async def take(self, application: LocalApplication, update: Json, content: str) -> None:
        """Store an update, and hand it on if it is new; `content` is what Telegram wrote.

        Raises UnreadableUpdateError for what has no number, and IntakeTrouble.
        """
        number = update_id_of(update)
        if number is None:
            raise UnreadableUpdateError("an update without a number")
        brought = self._now().create_future()
        self._brought.append((number, content, brought))
        self._write_soon()
        if await brought:
            await self._hand_on(application, number, update)
            await self._until_there_is_room()

    def flush(self) -> None:
        """Write down what was brought and answered, or try again in a while."""
        self._writing = None
        answered, self._answered = self._answered, []
        brought, self._brought = self._brought, []
        if not answered and not brought:
            return
        try:
            new = self.exchange(answered, [(number, content) for number, content, _ in brought])
        except Exception as trouble:  # noqa: BLE001 - whatever the database says
            if answered:
                log.warning("answers can't be noted now: %s", trouble)
            self._answered = answered + self._answered
            for _, _, one in brought:
                if not one.done():
                    one.set_exception(IntakeTrouble(str(trouble)))
            self._writing = self._now().call_later(AGAIN_AFTER / self.pace, self.flush)
            return
        for number, _, one in brought:
            if not one.done():
                one.set_result(number in new)
            # Brought twice at once, it is new once.
            new.discard(number)

    def _note(self, number: int) -> None:
        self._in_hand -= 1
        while self._outside and self._in_hand < MOST_IN_HAND:
            first = self._outside.popleft()
            if not first.done():
                first.set_result(None)
                break
        self._answered.append(number)
        self._write_soon()

    def _write_soon(self) -> None:
        """At the end of this turn of the loop; when writing failed just now, with the next try."""
        if self._writing is None:
            self._writing = self._now().call_soon(self.flush)

    def let_go(self) -> None:
        """Nobody waits any longer: all of it is stored, and we are told to stop."""
        self._stops = True
        while self._outside:
            one = self._outside.popleft()
            if not one.done():
                one.set_result(None)

    async def _until_there_is_room(self) -> None:
        while self._in_hand >= MOST_IN_HAND and not self._stops:
            turn = self._now().create_future()
            self._outside.append(turn)
            await turn

    async def _hand_on(self, application: LocalApplication, number: int, update: Json) -> None:
        self._in_hand += 1
        try:
            incoming = read(update)
        except UnreadableUpdateError as trouble:
            log.warning("an update can't be read and is passed over: %s", trouble)
            incoming = None
        if incoming is None:
            self._note(number)
        else:
            await application.update_queue.put(incoming)

    def _now(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
        return self._loop
