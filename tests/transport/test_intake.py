"""Updates on their way in: as many at once as can be answered, and none twice."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.ext import ApplicationBuilder

from bot.transport.intake import MOST_IN_HAND, Intake, IntakeTrouble
from bot.transport.local_telegram.engine import LOCAL_TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class Book:
    """What was written down, transaction by transaction."""

    known: set[int] = field(default_factory=set)
    done: list[int] = field(default_factory=list)
    writings: int = 0
    is_full: bool = False

    def exchange(self, answered: Sequence[int], brought: Sequence[tuple[int, str]]) -> set[int]:
        if self.is_full:
            raise OSError("the disk is full")
        self.writings += 1
        self.done.extend(answered)
        new = {number for number, _ in brought} - self.known
        self.known |= new
        return new


@pytest.fixture
def application() -> Any:  # noqa: ANN401 - of whatever kind
    return cast("Any", ApplicationBuilder().token(LOCAL_TOKEN).build())


def said(number: int) -> tuple[dict[str, Any], str]:
    chat = {"id": number, "type": "private"}
    message = {"message_id": 1, "date": 0, "chat": chat, "text": "?"}
    told = {"update_id": number, "message": message}
    return told, json.dumps(told)


async def answer() -> None:
    pass


async def test_who_brings_more_than_can_be_answered_waits(application: Any) -> None:  # noqa: ANN401
    book = Book()
    intake = Intake(book.exchange, list)
    processor = intake.processor()
    bringing = [asyncio.create_task(intake.take(application, *said(one))) for one in range(MOST_IN_HAND - 1)]
    await asyncio.gather(*bringing)
    waiting = [asyncio.create_task(intake.take(application, *said(MOST_IN_HAND + one))) for one in range(3)]
    await asyncio.sleep(0.01)
    assert not any(one.done() for one in waiting)
    for answered in range(1, 4):
        await processor.process_update(application.update_queue.get_nowait(), answer())
        await asyncio.sleep(0.01)
        # Two too many were in hand: the first answer makes no room yet.
        assert sum(one.done() for one in waiting) == (0 if answered < 3 else 1)
    assert book.done == [0, 1, 2]
    for one in waiting:
        one.cancel()


async def test_nobody_waits_for_room_in_a_program_that_stops(application: Any) -> None:  # noqa: ANN401
    intake = Intake(Book().exchange, list)
    several = range(MOST_IN_HAND + 3)
    bringing = [asyncio.create_task(intake.take(application, *said(one))) for one in several]
    await asyncio.sleep(0.01)
    assert not all(one.done() for one in bringing)
    intake.let_go()
    await asyncio.gather(*bringing)


async def test_what_is_brought_and_answered_together_is_written_down_together(
    application: Any,  # noqa: ANN401
) -> None:
    book = Book()
    intake = Intake(book.exchange, list)
    await asyncio.gather(*(intake.take(application, *said(one)) for one in range(50)))
    assert book.writings == 1
    processor = intake.processor()
    updates = [application.update_queue.get_nowait() for _ in range(50)]
    await asyncio.gather(*(processor.process_update(one, answer()) for one in updates))
    await asyncio.sleep(0.01)
    assert sorted(book.done) == list(range(50))
    assert book.writings == 2


async def test_what_is_told_twice_at_once_is_answered_once(application: Any) -> None:  # noqa: ANN401
    intake = Intake(Book().exchange, list)
    await asyncio.gather(*(intake.take(application, *said(1)) for _ in range(3)))
    await intake.take(application, *said(1))
    assert application.update_queue.qsize() == 1


async def test_what_can_not_be_stored_is_refused_and_what_was_answered_is_noted_later(
    application: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.transport.intake.AGAIN_AFTER", 0.01)
    book = Book()
    intake = Intake(book.exchange, list)
    await intake.take(application, *said(1))
    book.is_full = True
    await intake.processor().process_update(application.update_queue.get_nowait(), answer())
    with pytest.raises(IntakeTrouble, match="full"):
        await intake.take(application, *said(2))
    assert application.update_queue.empty()
    book.is_full = False
    await asyncio.sleep(0.05)
    assert book.done == [1]
    await intake.take(application, *said(2))
    assert application.update_queue.qsize() == 1


async def test_an_update_that_can_not_be_read_is_put_aside(application: Any) -> None:  # noqa: ANN401
    book = Book()
    intake = Intake(book.exchange, list)
    broken = {"update_id": 1, "message": {"message_id": "x", "date": {}, "chat": 7}}
    await intake.take(application, broken, json.dumps(broken))
    await asyncio.sleep(0.01)
    assert book.done == [1]
    assert application.update_queue.empty()
