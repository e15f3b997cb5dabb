"""Delivery of the outbox: the most important first, within Telegram's limits, nothing twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

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
from bot.database.chats.outgoing import MessageKind, OutgoingMessage, WaitingMessage
from bot.database.errors import DatabaseError
from bot.errors import ErrorLog
from bot.transport.bot_api import call, surely_not_sent
from bot.transport.limits import Granted, Limits
from bot.transport.refusals import Refusal, refusal_of

log = logging.getLogger(__name__)
AT_A_TIME = 50
"""How many messages are looked through for one that may go."""
IN_FLIGHT = 30
SHORTEST_REST, LONGEST_REST = 0.5, 60.0
_OF_THE_PLACE = {Refusal.NO_RIGHT, Refusal.TOPIC_CLOSED}
"""Refusals after which the limits know that the place is closed."""
TROUBLE = 1.0
"""Seconds to wait when Telegram can't be reached."""


@dataclass(slots=True)
class Delivery:
    bot: ExtBot[Any]
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
    _given_up: set[tuple[int, str]] = field(default_factory=set)
    """The chat and the day of live messages that Telegram refused for good: deleted, or not to its liking."""
    _errors: ErrorLog = field(
        default_factory=lambda: ErrorLog(
            log, "what became of an alert can't be noted now: %s", "what becomes of alerts is noted again"
        )
    )
    _pause: float = SHORTEST_REST
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Deliver for ever."""
        self.outbox.recover()
        while True:
            if not await self.deliver_one():
                await self._rest()

    async def finish(self) -> None:
        """Wait until every request under way has its answer."""
        while self._under_way:
            await asyncio.wait(tuple(self._under_way))

    async def deliver_one(self) -> bool:
        """Send the next message that may go now; False if there is none."""
        if self._next() is None:
            return False
        while len(self._under_way) >= IN_FLIGHT:
            await asyncio.wait(tuple(self._under_way), return_when=asyncio.FIRST_COMPLETED)
        await self.limits.turn()
        # The most important message may be another one after the wait.
        waiting = self._next()
        if waiting is not None:
            # Marked before the request leaves: at most once, whatever happens to the request.
            self.outbox.sending(waiting.id)
            self.limits.count(waiting.message.chat)
            self._busy.add(waiting.message.chat)
            task = asyncio.create_task(self._deliver(waiting))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return True

    def _next(self) -> WaitingMessage | None:
        now, closed = self.clock(), set(self._busy)
        while True:
            batch = self.outbox.next(now, closed, AT_A_TIME)
            for waiting in batch:
                message = waiting.message
                if message.chat in closed:
                    continue
                if self._is_refused(message):
                    self.outbox.refused(waiting.id)
                elif not self.limits.is_open(message.chat):
                    closed.add(message.chat)
                elif message.deadline is not None and now > message.deadline:
                    self.outbox.late(waiting.id)
                elif message.kind is not MessageKind.LIVE:
                    return waiting
                elif newest := self._ripe(message.chat, now):
                    return newest
            if len(batch) < AT_A_TIME:
                return None

    def _is_refused(self, message: OutgoingMessage) -> bool:
        """Whether Telegram would refuse it as it refused the last one."""
        chat = message.chat
        is_live = message.kind is MessageKind.LIVE
        given_up = is_live and (chat, day_of_live(message.event)) in self._given_up
        return given_up or self.limits.is_refused(chat, partial(self.alerts.topic, chat))

    def _ripe(self, chat: int, now: datetime) -> WaitingMessage | None:
        """The newest content of the live message, unless that was edited less than BUNDLED ago."""
        newest = self.outbox.newest_live(chat, now)
        edited = self._edited.get(chat)
        if newest is None or edited is None or now - edited >= BUNDLED:
            return newest
        self.outbox.put_off(newest.id, edited + BUNDLED)
        return None

    async def _deliver(self, waiting: WaitingMessage) -> None:
        try:
            await self._note(await self._attempt(waiting))
        finally:
            self._busy.discard(waiting.message.chat)

    async def _attempt(self, waiting: WaitingMessage) -> Callable[[], object]:
        """Send a message; what writes its outcome into the outbox."""
        message, outbox = waiting.message, self.outbox
        try:
            outcome = partial(outbox.sent, waiting.id, await self._send(message))
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
        """Write it down, until that succeeds: a message must not be sent again for want of a mark."""
        while True:
            try:
                write()
            except DatabaseError as error:
                self._errors.note(error)
                await asyncio.sleep(TROUBLE)
            else:
                self._errors.note(None)
                return

    def _gone(self, chat: int) -> None:
        self.chats.gone(chat, self.clock())
        self.outbox.drop_chat(chat)

    def _moved(self, waiting: WaitingMessage, to: int) -> None:
        self.outbox.wait(waiting.id)
        self.chats.migrate(waiting.message.chat, to)

    def _refused(self, waiting: WaitingMessage, refusal: BadRequest | Forbidden) -> None:
        chat = waiting.message.chat
        match refusal_of(refusal):
            case Refusal.GONE:
                self._gone(chat)
            case Refusal.NOT_MODIFIED:
                self.outbox.sent(waiting.id, None)
            case Refusal.TOPIC_CLOSED if self.alerts.topic(chat) is not None:
                # The main part of the group, then.
                self.alerts.forget_topic(chat)
                self.outbox.wait(waiting.id)
            case why:
                self.outbox.refused(waiting.id)
                if why not in _OF_THE_PLACE and waiting.message.kind is MessageKind.LIVE:
                    # Deleted by somebody, or not to Telegram's liking: the evening goes on without one.
                    self._given_up.add((chat, day_of_live(waiting.message.event)))
                if why is Refusal.UNEXPECTED:
                    log.warning("Telegram refused an alert")

    async def _send(self, message: OutgoingMessage) -> int | None:
        """The id of the message in Telegram."""
        match message.kind:
            case MessageKind.LIVE:
                return await self._show_evening(message)
            case MessageKind.DETAIL:
                alert = self.outbox.message_of(message.chat, message.event.removesuffix(DETAIL))
                if alert is not None:
                    await self._edit(message.chat, alert, message.html, message.keyboard)
                return alert
            case _:
                return await self._say(message)

    async def _show_evening(self, message: OutgoingMessage) -> int | None:
        day = date.fromisoformat(day_of_live(message.event))
        shown = self.outbox.evening_message(message.chat, day)
        self._edited[message.chat] = self.clock()
        if shown is None or shown.html == message.html:
            return shown.message if shown else None
        if shown.message is None:
            number = await self._say(message)
        else:
            number = shown.message
            await self._edit(message.chat, number, message.html)
        await self._note(partial(self.outbox.evening_message_sent, message.chat, day, number, message.html))
        return number

    async def _say(self, message: OutgoingMessage) -> int:
        sent = await self._call(
            "sendMessage",
            chat_id=message.chat,
            text=message.html,
            disable_notification=message.silent or None,
            message_thread_id=self.alerts.topic(message.chat),
            reply_markup=message.keyboard or None,
        )
        return int(sent["message_id"])

    async def _edit(self, chat: int, message: int, html: str, keyboard: str = "") -> None:
        markup = keyboard or None
        await self._call("editMessageText", chat_id=chat, message_id=message, text=html, reply_markup=markup)

    async def _call(self, method: str, **fields: object) -> Any:  # noqa: ANN401 - whatever Telegram answers
        """Once: what fails waits in the outbox."""
        fields["parse_mode"] = ParseMode.HTML
        return await call(self.bot, method, fields, patience=0, granted=Granted.TURN)

    def wake(self) -> None:
        """Look at the outbox now: something was put into it."""
        self._woken.set()

    async def _rest(self) -> None:
        """Wait until something is due or new; a message to a closed chat waits for its chat."""
        due = self.outbox.next_due()
        until = (due - self.clock()).total_seconds() if due else LONGEST_REST
        pause, self._pause = self._pause, SHORTEST_REST
        self._woken.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(max(pause, min(until, LONGEST_REST)) / self.speed):
                await self._woken.wait()
