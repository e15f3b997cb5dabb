"""Who is answered when: chats beside each other, one question after another within each."""

from __future__ import annotations

import asyncio

from bot.transport.by_chat import ByChat
from bot.transport.incoming import Incoming, read


def said(number: int, chat: int) -> Incoming:
    told = {
        "update_id": number,
        "message": {"message_id": number, "date": 0, "chat": {"id": chat, "type": "private"}, "text": "?"},
    }
    update = read(told)
    assert update
    return update


def asked_inline(number: int, user: int) -> Incoming:
    somebody = {"id": user, "is_bot": False, "first_name": "Fleur"}
    told = {"update_id": number, "inline_query": {"id": "1", "from": somebody, "query": "", "offset": ""}}
    update = read(told)
    assert update
    return update


async def test_a_slow_chat_holds_up_nobody_and_keeps_its_order() -> None:
    done: list[int] = []
    processor = ByChat(done.append)
    slow = asyncio.Event()

    async def answer(update: Incoming) -> None:
        if update.queue == 1:
            await slow.wait()

    updates = [said(1, 1), said(2, 1), said(3, 2), asked_inline(4, 3), said(5, 1)]
    tasks = [asyncio.create_task(processor.process_update(one, answer(one))) for one in updates]
    for _ in range(10):
        await asyncio.sleep(0)
    assert done == [3, 4]
    slow.set()
    await asyncio.gather(*tasks)
    assert done == [3, 4, 1, 2, 5]


async def test_what_goes_wrong_in_one_answer_stops_no_other() -> None:
    done: list[int] = []
    processor = ByChat(done.append)

    async def fail() -> None:
        raise ValueError("a fault of ours")

    async def answer() -> None:
        pass

    first, second = said(1, 1), said(2, 1)
    both = (processor.process_update(first, fail()), processor.process_update(second, answer()))
    results = await asyncio.gather(*both, return_exceptions=True)
    assert isinstance(results[0], ValueError)
    # Asked again it would go wrong again.
    assert done == [1, 2]


async def test_nobody_is_remembered_once_answered() -> None:
    processor = ByChat()

    async def answer() -> None:
        pass

    await asyncio.gather(*(processor.process_update(said(one, one), answer()) for one in range(50)))
    assert not processor._turns  # noqa: SLF001 - memory that would grow for ever
