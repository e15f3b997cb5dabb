"""Updates on their way in: stored before Telegram hears that we have them, noted once they are answered."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from telegram import Update

from bot.transport.by_chat import ByChat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.transport.local_request import LocalApplication

log = logging.getLogger(__name__)


AGAIN_AFTER = 1.0
MOST_IN_HAND = 300
"""Updates being answered at once; whoever brings more waits, and Telegram with it."""


class IntakeTrouble(Exception):  # noqa: N818 - the house word for what is nobody's programming error
    """An update can't be stored now: it must not be acknowledged."""


@dataclass(slots=True)
class Intake:
    """Between whoever brings updates and the application's queue."""

    store: Callable[[Sequence[tuple[int, str]]], set[int]]
    """Keeps updates with their numbers; gives the numbers of those that are new."""
    waiting: Callable[[], list[str]]
    done: Callable[[Sequence[int]], None]
    _answered: list[int] = field(default_factory=list)
    _in_hand: int = 0
    _room: asyncio.Event = field(default_factory=asyncio.Event)

    def processor(self, took: Callable[[float], None] = lambda _seconds: None) -> ByChat:
        return ByChat(self._note, took)

    def _note(self, number: int) -> None:
        """What is answered in one turn of the loop is written down together."""
        self._in_hand -= 1
        self._room.set()
        if not self._answered:
            asyncio.get_running_loop().call_soon(self.flush)
        self._answered.append(number)

    def flush(self) -> None:
        answered, self._answered = self._answered, []
        if not answered:
            return
        try:
            self.done(answered)
        except Exception as trouble:  # noqa: BLE001 - whatever the database says
            log.warning("answers can't be noted now: %s", trouble)
            self._answered = answered + self._answered
            asyncio.get_running_loop().call_later(AGAIN_AFTER, self.flush)

    async def resume(self, application: LocalApplication) -> None:
        """Hand on what was stored and not answered before we stopped."""
        left = self.waiting()
        if left:
            log.info("%d questions from before are answered now", len(left))
        for content in left:
            await self._hand_on(application, json.loads(content))

    async def take(self, application: LocalApplication, updates: Sequence[Update]) -> None:
        """Store updates and hand on those that are new. Raises IntakeTrouble."""
        new = self._stored([(update.update_id, update.to_json()) for update in updates])
        for update in updates:
            if update.update_id in new:
                self._in_hand += 1
                await application.update_queue.put(update)
        await self._until_there_is_room()

    async def take_raw(self, application: LocalApplication, posted: Sequence[dict[str, Any]]) -> None:
        """The same for updates as they came over the wire."""
        new = self._stored([(one["update_id"], json.dumps(one, ensure_ascii=False)) for one in posted])
        for one in posted:
            if one["update_id"] in new:
                await self._hand_on(application, one)
        await self._until_there_is_room()

    async def _until_there_is_room(self) -> None:
        while self._in_hand >= MOST_IN_HAND:
            self._room.clear()
            await self._room.wait()

    def _stored(self, updates: Sequence[tuple[int, str]]) -> set[int]:
        try:
            return self.store(updates)
        except Exception as trouble:
            raise IntakeTrouble(str(trouble)) from trouble

    async def _hand_on(self, application: LocalApplication, told: dict[str, Any]) -> None:
        self._in_hand += 1
        try:
            update = Update.de_json(told, application.bot)
        except Exception:  # noqa: BLE001 - whatever a hostile or a future update does to the library
            log.warning("an update can't be read and is left unanswered")
            self._note(told["update_id"])
            return
        await application.update_queue.put(update)
