"""The outbox delivered: what matters most first, within Telegram's limits, nothing twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.outbox import BUNDLED, DETAIL, Outbox, day_of_live
from bot.database.chats.outbox_facts import OutgoingMessage, ParcelKind, Waiting
from bot.database.trouble import DatabaseTrouble
from bot.transport.bot_api import surely_not_sent
from bot.transport.limits import Granted, Limits
from bot.transport.refusals import Refusal, refusal_of

log = logging.getLogger(__name__)
AT_A_TIME = 50
"""How many are looked through for one that may go."""
IN_FLIGHT = 30
SHORTEST_REST, LONGEST_REST = 0.5, 60.0
TROUBLE = 1.0
"""Seconds to leave a Telegram alone that can't be reached."""


@dataclass(slots=True)
class Postman:
    bot: ExtBot[Granted]
    outbox: Outbox
    chats: Chats
    alerts: Alerts
    limits: Limits
    clock: Callable[[], datetime]
    speed: float = 1.0
    """How many seconds of the clock pass in one."""
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)
    _busy: set[int] = field(default_factory=set)
    """Chats with a message under way: one after the other, or they would overtake each other."""
    _edited: dict[int, datetime] = field(default_factory=dict)
    """When the live message of a chat was last edited."""
    _pause: float = SHORTEST_REST
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Deliver for ever."""
        self.outbox.recover()
        while True:
            if not await self.deliver_one():
                await self._rest()

    async def finish(self) -> None:
        """Until everything under way has been answered."""
        while self._under_way:
            await asyncio.wait(tuple(self._under_way))

    async def deliver_one(self) -> bool:
        """Whether there was something that may go now; it is on its way then."""
        if self._next() is None:
            return False
        while len(self._under_way) >= IN_FLIGHT:
            await asyncio.wait(tuple(self._under_way), return_when=asyncio.FIRST_COMPLETED)
        await self.limits.turn()
        # What matters most may have changed while we waited.
        waiting = self._next()
        if waiting is not None:
            # Told before the request leaves: whatever happens then, it is not sent a second time.
            self.outbox.sending(waiting.id)
            self.limits.count(waiting.parcel.chat)
            self._busy.add(waiting.parcel.chat)
            task = asyncio.create_task(self._deliver(waiting))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return True

    def _next(self) -> Waiting | None:
        now, closed = self.clock(), set(self._busy)
        while True:
            batch = self.outbox.next(now, closed, AT_A_TIME)
            for waiting in batch:
                parcel = waiting.parcel
                if parcel.chat in closed:
                    continue
                if not self.limits.is_open(parcel.chat):
                    closed.add(parcel.chat)
                elif parcel.deadline is not None and now > parcel.deadline:
                    self.outbox.late(waiting.id)
                elif parcel.kind is not ParcelKind.LIVE:
                    return waiting
                elif newest := self._ripe(parcel.chat, now):
                    return newest
            if len(batch) < AT_A_TIME:
                return None

    def _ripe(self, chat: int, now: datetime) -> Waiting | None:
        """The newest content of the live message, unless it was edited just now."""
        newest = self.outbox.newest_live(chat, now)
        edited = self._edited.get(chat)
        if newest is None or edited is None or now - edited >= BUNDLED:
            return newest
        self.outbox.put_off(newest.id, edited + BUNDLED)
        return None

    async def _deliver(self, waiting: Waiting) -> None:
        try:
            await self._note(await self._outcome(waiting))
        finally:
            self._busy.discard(waiting.parcel.chat)

    async def _outcome(self, waiting: Waiting) -> Callable[[], object]:
        """What is to be written down after it was sent, or not."""
        parcel, outbox = waiting.parcel, self.outbox
        try:
            outcome = partial(outbox.sent, waiting.id, await self._send(parcel))
        except ChatMigrated as moved:
            outcome = partial(self._moved, waiting, moved.new_chat_id)
        except RetryAfter:
            outcome = partial(outbox.wait, waiting.id)
        except (BadRequest, Forbidden) as refusal:
            outcome = partial(self._refused, waiting, refusal)
        except TelegramError as error:
            log.warning("an alert met trouble on its way (%s)", type(error).__name__)
            outcome = partial(outbox.unknown, waiting.id)
            if surely_not_sent(error):
                outcome, self._pause = partial(outbox.wait, waiting.id), TROUBLE
        return outcome

    async def _note(self, write: Callable[[], object]) -> None:
        """Until it is written down: what was sent is not to be sent again, and until then nothing else is."""
        while True:
            try:
                write()
            except DatabaseTrouble as trouble:
                log.warning("what became of an alert can't be noted now: %s", trouble)
                await asyncio.sleep(TROUBLE)
            else:
                return

    def _gone(self, chat: int) -> None:
        self.chats.gone(chat, self.clock())
        self.outbox.drop_chat(chat)

    def _moved(self, waiting: Waiting, to: int) -> None:
        self.outbox.wait(waiting.id)
        self.chats.migrate(waiting.parcel.chat, to)

    def _refused(self, waiting: Waiting, refusal: BadRequest | Forbidden) -> None:
        chat = waiting.parcel.chat
        match refusal_of(refusal):
            case Refusal.GONE:
                self._gone(chat)
            case Refusal.NOT_MODIFIED:
                self.outbox.sent(waiting.id, None)
            case Refusal.TOPIC_CLOSED if self.alerts.topic(chat) is not None:
                # The main part of the group, then.
                self.alerts.forget_topic(chat)
                self.outbox.wait(waiting.id)
            case Refusal.MESSAGE_GONE:
                # Somebody deleted it: the evening goes on without one.
                self.outbox.refused(waiting.id)
            case why:
                self.outbox.refused(waiting.id)
                log.warning("Telegram refused an alert: %s", why.name.lower() if why else "")

    async def _send(self, parcel: OutgoingMessage) -> int | None:
        """The id of the message."""
        match parcel.kind:
            case ParcelKind.LIVE:
                return await self._show_evening(parcel)
            case ParcelKind.DETAIL:
                told = self.outbox.message_of(parcel.chat, parcel.event.removesuffix(DETAIL))
                if told is not None:
                    await self._edit(parcel.chat, told, parcel.html)
                return told
            case _:
                return await self._say(parcel)

    async def _show_evening(self, parcel: OutgoingMessage) -> int | None:
        day = date.fromisoformat(day_of_live(parcel.event))
        shown = self.outbox.evening_message(parcel.chat, day)
        self._edited[parcel.chat] = self.clock()
        if shown is None or shown.html == parcel.html:
            return shown.message if shown else None
        if shown.message is None:
            message = await self._say(parcel)
        else:
            message = shown.message
            await self._edit(parcel.chat, message, parcel.html)
        await self._note(partial(self.outbox.evening_message_sent, parcel.chat, day, message, parcel.html))
        return message

    async def _say(self, parcel: OutgoingMessage) -> int:
        message = await self.bot.send_message(
            parcel.chat,
            parcel.html,
            parse_mode=ParseMode.HTML,
            disable_notification=parcel.silent or None,
            message_thread_id=self.alerts.topic(parcel.chat),
            rate_limit_args=Granted.TURN,
        )
        return message.message_id

    async def _edit(self, chat: int, message: int, html: str) -> None:
        await self.bot.edit_message_text(
            html,
            chat_id=chat,
            message_id=message,
            parse_mode=ParseMode.HTML,
            rate_limit_args=Granted.TURN,
        )

    def wake(self) -> None:
        """There is something new to deliver."""
        self._woken.set()

    async def _rest(self) -> None:
        """Until something is due, or new; what is due and can't go waits for its chat to open again."""
        due = self.outbox.next_due()
        until = (due - self.clock()).total_seconds() if due else LONGEST_REST
        pause, self._pause = self._pause, SHORTEST_REST
        self._woken.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(max(pause, min(until, LONGEST_REST)) / self.speed):
                await self._woken.wait()
