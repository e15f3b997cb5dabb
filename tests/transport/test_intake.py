"""Updates on their way in: as many at once as can be answered, and none twice."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from telegram.ext import ApplicationBuilder

from bot.transport.intake import MOST_IN_HAND, Intake
from bot.transport.local_telegram.engine import LOCAL_TOKEN


def posted(number: int) -> dict[str, Any]:
    chat = {"id": number, "type": "private"}
    return {"update_id": number, "message": {"message_id": 1, "date": 0, "chat": chat, "text": "?"}}


async def test_who_brings_more_than_can_be_answered_waits() -> None:
    done: list[int] = []
    intake = Intake(lambda updates: {number for number, _ in updates}, list, done.extend)
    processor = intake.processor()
    application = cast("Any", ApplicationBuilder().token(LOCAL_TOKEN).build())
    for number in range(MOST_IN_HAND - 1):
        await intake.take_raw(application, [posted(number)])
    waiting = asyncio.create_task(intake.take_raw(application, [posted(MOST_IN_HAND)]))
    await asyncio.sleep(0)
    assert not waiting.done()

    async def answer() -> None:
        pass

    first = application.update_queue.get_nowait()
    await processor.process_update(first, answer())
    await waiting
    await asyncio.sleep(0)
    assert done == [0]


async def test_an_update_that_can_not_be_read_is_put_aside() -> None:
    done: list[int] = []
    intake = Intake(lambda updates: {number for number, _ in updates}, list, done.extend)
    application = cast("Any", ApplicationBuilder().token(LOCAL_TOKEN).build())
    await intake.take_raw(
        application, [{"update_id": 1, "message": {"message_id": "x", "date": {}, "chat": 7}}]
    )
    await asyncio.sleep(0)
    assert done == [1]
    assert application.update_queue.empty()
