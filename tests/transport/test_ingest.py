"""Updates on their way in: as many at once as can be answered, and none twice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from telegram.ext import ApplicationBuilder

from bot.local.telegram.engine import LOCAL_TOKEN
from bot.transport.ingest import Intake, NotStoredError


@dataclass
class Book:
    """What was written down, transaction by transaction."""

    numbers: set[int] = field(default_factory=set)
    done: list[int] = field(default_factory=list)
    kept: dict[int, str] = field(default_factory=dict)
    writings: int = 0
    is_full: bool = False

    def exchange(self, answered: Sequence[int], brought: Sequence[tuple[int, str]]) -> set[int]:
        if self.is_full:
            raise OSError("the disk is full")
        self.writings += 1
        self.done.extend(answered)
        self.kept |= dict(brought)
        new = {number for number, _ in brought} - self.numbers
        self.numbers |= new
        return new

    def waiting(self) -> list[tuple[int, str]]:
        return [(number, text) for number, text in self.kept.items() if number not in self.done]

    def content(self, number: int) -> str | None:
        if self.is_full:
            raise OSError("the disk is full")
        return self.kept.get(number)


@pytest.fixture
def application() -> Any:  # noqa: ANN401 - of whatever kind
    return cast("Any", ApplicationBuilder().token(LOCAL_TOKEN).build())


def update(number: int, chat_id: int = 0) -> tuple[dict[str, Any], str]:
    chat = {"id": chat_id or number, "type": "private"}
    message = {"message_id": 1, "date": 0, "chat": chat, "text": "?"}
    content = {"update_id": number, "message": message}
    return content, json.dumps(content)


async def answer() -> None:
    pass


async def answered_all(application: Any, intake: Intake) -> list[int]:  # noqa: ANN401
    """The numbers in the order in which they were answered."""
    found, processor = [], intake.processor()
    while not application.update_queue.empty():
        update = application.update_queue.get_nowait()
        found.append(update.update_id)
        await processor.process_update(update, answer())
        await asyncio.sleep(0)
    return found


async def test_a_chat_that_asks_very_much_is_answered_in_order_and_holds_up_no_other(
    application: Any,  # noqa: ANN401
) -> None:
    book = Book()
    intake = Intake(book)
    intake.resume(application)
    for number in range(1, 501):
        await intake.take(*update(number, 7))
    await intake.take(*update(501, 8))
    # All is stored, and little of it in hand.
    assert len(book.kept) == 501
    assert application.update_queue.qsize() == 2
    found = await answered_all(application, intake)
    assert found[:2] == [1, 501]
    assert sorted(found) == list(range(1, 502))
    assert [number for number in found if number != 501] == list(range(1, 501))


async def test_what_was_left_before_a_restart_is_answered_chat_by_chat(application: Any) -> None:  # noqa: ANN401
    book = Book()
    book.kept = {number: update(number, 7)[1] for number in range(1, 6)} | {
        6: "{",
        7: update(7, 9)[1],
        8: "{}",
    }
    intake = Intake(book)
    intake.resume(application)
    assert application.update_queue.qsize() == 2
    assert await answered_all(application, intake) == [1, 7, 2, 3, 4, 5]
    await asyncio.sleep(0.01)
    assert sorted(book.done) == list(range(1, 9))


async def test_a_question_that_can_not_be_read_now_is_answered_once_it_can(
    application: Any,  # noqa: ANN401
) -> None:
    book = Book()
    intake = Intake(book, pace=1000)
    intake.resume(application)
    for number in (1, 2):
        await intake.take(*update(number, 7))
    book.is_full = True
    await answered_all(application, intake)
    book.is_full = False
    async with asyncio.timeout(60):
        while application.update_queue.empty():  # noqa: ASYNC110 - a timer of its own
            await asyncio.sleep(0.001)
    assert await answered_all(application, intake) == [2]


async def test_a_full_disk_is_logged_once_and_once_more_when_there_is_room(
    application: Any,  # noqa: ANN401
    caplog: pytest.LogCaptureFixture,
) -> None:
    book = Book()
    intake = Intake(book, pace=1000)
    intake.resume(application)
    caplog.set_level("INFO")
    book.is_full = True
    for number in range(1, 6):
        with pytest.raises(NotStoredError):
            await intake.take(*update(number, 7))
    book.is_full = False
    await intake.take(*update(6, 7))
    lines = [line for line in caplog.messages if "stored" in line]
    assert lines == [
        "questions and answers can't be stored now; new ones wait at Telegram: the disk is full",
        "questions and answers are stored again",
    ]


async def test_what_is_brought_and_answered_together_is_written_down_together(
    application: Any,  # noqa: ANN401
) -> None:
    book = Book()
    intake = Intake(book)
    intake.resume(application)
    await asyncio.gather(*(intake.take(*update(number)) for number in range(50)))
    assert book.writings == 1
    processor = intake.processor()
    updates = [application.update_queue.get_nowait() for _ in range(50)]
    await asyncio.gather(*(processor.process_update(number, answer()) for number in updates))
    await asyncio.sleep(0.01)
    assert sorted(book.done) == list(range(50))
    assert book.writings == 2


async def test_what_is_told_twice_at_once_is_answered_once(application: Any) -> None:  # noqa: ANN401
    intake = Intake(Book())
    intake.resume(application)
    await asyncio.gather(*(intake.take(*update(1)) for _ in range(3)))
    await intake.take(*update(1))
    assert application.update_queue.qsize() == 1


async def test_what_can_not_be_stored_is_refused_and_what_was_answered_is_noted_later(
    application: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.transport.ingest.AGAIN_AFTER", 0.01)
    book = Book()
    intake = Intake(book)
    intake.resume(application)
    await intake.take(*update(1))
    book.is_full = True
    await intake.processor().process_update(application.update_queue.get_nowait(), answer())
    with pytest.raises(NotStoredError, match="full"):
        await intake.take(*update(2))
    assert application.update_queue.empty()
    book.is_full = False
    await asyncio.sleep(0.05)
    assert book.done == [1]
    await intake.take(*update(2))
    assert application.update_queue.qsize() == 1


async def test_an_update_that_can_not_be_read_is_put_aside(application: Any) -> None:  # noqa: ANN401
    book = Book()
    intake = Intake(book)
    intake.resume(application)
    broken = {"update_id": 1, "message": {"message_id": "x", "date": {}, "chat": 7}}
    await intake.take(broken, json.dumps(broken))
    await asyncio.sleep(0.01)
    assert book.done == [1]
    assert application.update_queue.empty()


async def test_a_bot_that_stops_hands_on_no_more_and_keeps_what_waits(application: Any) -> None:  # noqa: ANN401
    book = Book()
    intake = Intake(book)
    intake.resume(application)
    for number in (1, 2):
        await intake.take(*update(number, 7))
    intake.stop()
    assert await answered_all(application, intake) == [1]
    await intake.take(*update(3, 9))
    await asyncio.sleep(0.01)
    assert application.update_queue.empty()
    assert [number for number, _ in book.waiting()] == [2, 3]


async def test_an_answer_that_is_broken_off_at_a_stop_is_given_after_the_next_start(
    application: Any,  # noqa: ANN401
) -> None:
    book = Book()
    intake = Intake(book)
    intake.resume(application)
    await intake.take(*update(1, 7))
    processor = intake.processor()

    async def long() -> None:
        await asyncio.sleep(1000)

    answering = asyncio.create_task(processor.process_update(application.update_queue.get_nowait(), long()))
    await asyncio.sleep(0)
    intake.stop()
    await intake.break_off()
    assert answering.cancelled()
    intake.flush()
    assert [number for number, _ in book.waiting()] == [1]
