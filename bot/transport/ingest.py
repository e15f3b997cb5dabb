"""Updates on their way in: stored before Telegram hears that we have them, noted once they are answered."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.errors import BotError, ErrorLog
from bot.transport.application import TelegramApplication
from bot.transport.side_by_side import SideBySide
from bot.transport.turns import Turns
from bot.transport.updates.incoming import ButtonPress, Incoming
from bot.transport.updates.reading import UnreadableUpdateError, read, update_id_of
from bot.transport.updates.untrusted_json import Json, parsed

log = logging.getLogger(__name__)

AGAIN_AFTER = 1.0


class NotStoredError(BotError):
    """An update can't be stored now: it must not be acknowledged."""


class UpdateLog(Protocol):
    """Where updates are kept until they have been answered; whatever it raises, nothing was changed."""

    def exchange(self, answered: Sequence[int], brought: Sequence[tuple[int, str]]) -> set[int]:
        """Note numbers that are answered, and keep updates with theirs; the numbers of the new ones."""
        ...

    def waiting(self) -> list[tuple[int, str]]:
        """What was not answered yet, with its number, the oldest first."""
        ...

    def content(self, number: int) -> str | None:
        """An update that waits; None where it was forgotten."""
        ...


@dataclass(slots=True)
class Intake:
    """Between whoever brings updates and the application's queue.

    What is brought and what is answered in one turn of the loop is written down in one transaction. One
    update of each chat is in hand at a time, its others wait in the inbox: no chat holds up another.
    """

    inbox: UpdateLog
    pace: float = 1
    """How many times as fast our own waits pass."""
    changes_something: Callable[[str], bool] = lambda _data: False
    """Whether a button with this data changes something, so that no newer press stands for it."""
    in_hand: int = 0
    """Updates that are being answered."""
    progressed: float = 0.0
    """When one was answered last, or when there had been none, on the clock of `time.monotonic`."""
    _turns: Turns = field(default_factory=Turns)
    _answered: list[int] = field(default_factory=list)
    _brought: list[tuple[int, str, asyncio.Future[bool]]] = field(default_factory=list)
    _application: TelegramApplication | None = None
    _processor: SideBySide | None = None
    _stops: bool = False
    _errors: ErrorLog = field(
        default_factory=lambda: ErrorLog(
            log,
            "questions and answers can't be stored now; new ones wait at Telegram: %s",
            "questions and answers are stored again",
        )
    )
    _writing: asyncio.Handle | None = None

    def processor(self, on_handled: Callable[[float], None] = lambda _seconds: None) -> SideBySide:
        self._processor = SideBySide(self._note, on_handled)
        return self._processor

    def stop(self) -> None:
        """Nothing more is handed on: what waits is answered after the next start."""
        self._stops = True

    async def break_off(self) -> None:
        """What takes too long to answer is answered after the next start."""
        if self._processor is not None:
            await self._processor.break_off()

    def resume(self, application: TelegramApplication) -> None:
        """Hand on to this application, first what waited since before the start. Raises DatabaseError."""
        self._application = application
        left = self.inbox.waiting()
        if left:
            log.info("%d questions from before are answered now", len(left))
        for number, content in left:
            self._enter(number, _read_again(content))

    async def take(self, update: Json, content: str) -> None:
        """Store an update, and hand it on if it is new; `content` is what Telegram wrote.

        Raises UnreadableUpdateError for what has no number, and NotStoredError.
        """
        number = update_id_of(update)
        if number is None:
            raise UnreadableUpdateError("an update without a number")
        stored = asyncio.get_running_loop().create_future()
        self._brought.append((number, content, stored))
        self._write_soon()
        if await stored:
            self._enter(number, update)

    def flush(self) -> None:
        """Write down what was brought and answered, or try again in a while."""
        self._writing = None
        answered, self._answered = self._answered, []
        brought, self._brought = self._brought, []
        if not answered and not brought:
            return
        try:
            new = self.inbox.exchange(answered, [(number, content) for number, content, _ in brought])
        except Exception as error:  # noqa: BLE001 - whatever the database says
            self._errors.note(error)
            self._answered = answered + self._answered
            for _, _, stored in brought:
                if not stored.done():
                    stored.set_exception(NotStoredError(str(error)))
            again = AGAIN_AFTER / self.pace
            self._writing = asyncio.get_running_loop().call_later(again, self.flush)
            return
        self._errors.note(None)
        for number, _, stored in brought:
            if not stored.done():
                stored.set_result(number in new)
            # Brought twice at once, it is new once.
            new.discard(number)

    def _enter(self, number: int, update: Json) -> None:
        incoming = _read_or_none(update)
        if incoming is None:
            self._answered.append(number)
            self._write_soon()
        elif not self._stops:
            changes = isinstance(incoming, ButtonPress) and self.changes_something(incoming.data)
            if now := self._turns.enter(incoming, changes=changes):
                self._hand_on(now)

    def _note(self, update: Incoming) -> None:
        """An update was answered: it is written down, and the next one of some chat goes on."""
        self.in_hand -= 1
        self.progressed = time.monotonic()
        self._answered.append(update.update_id)
        self._write_soon()
        queue = self._turns.leave(update)
        if not self._stops:
            self._go_on(queue)

    def _go_on(self, queue: int | None) -> None:
        """With what that chat is answered next; when it has nothing that can be read, with another chat."""
        while queue is not None:
            following = self._turns.next_of(queue)
            if following is None:
                queue = self._turns.release(queue)
                continue
            if isinstance(following, ButtonPress):
                self._hand_on(following)
                return
            try:
                content = self.inbox.content(following)
            except Exception as error:  # noqa: BLE001 - whatever the database says
                log.warning("a question that waits can't be read now: %s", error)
                self._turns.put_back(queue, following)
                asyncio.get_running_loop().call_later(AGAIN_AFTER / self.pace, self._go_on, queue)
                return
            incoming = _read_or_none(_read_again(content)) if content is not None else None
            if incoming is not None:
                self._hand_on(incoming)
                return
            self._answered.append(following)
            self._write_soon()

    def _hand_on(self, incoming: Incoming) -> None:
        assert self._application is not None, "`resume` comes first"  # noqa: S101
        if not self.in_hand:
            self.progressed = time.monotonic()
        self.in_hand += 1
        self._application.update_queue.put_nowait(incoming)

    def _write_soon(self) -> None:
        """At the end of this turn of the loop; when writing failed just now, with the next try."""
        if self._writing is None:
            self._writing = asyncio.get_running_loop().call_soon(self.flush)


def _read_or_none(update: Json) -> Incoming | None:
    """None for what leads to nothing, and for what can't be read."""
    try:
        return read(update)
    except UnreadableUpdateError as error:
        log.warning("an update can't be read and is passed over: %s", error)
        return None


def _read_again(content: str) -> Json:
    """What was stored; it may have been damaged where it was kept."""
    try:
        return parsed(content)
    except ValueError:
        return None
