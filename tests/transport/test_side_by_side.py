"""Side by side: what goes wrong in one answer stops no other, and each is noted once."""

from __future__ import annotations

import asyncio

from telegram.constants import ChatType

from bot.transport.side_by_side import SideBySide
from bot.transport.updates.incoming import ChatRef, Incoming, Membership


def change(number: int) -> Incoming:
    return Membership(number, ChatRef(number, ChatType.GROUP), "member")


async def test_what_goes_wrong_in_one_answer_stops_no_other() -> None:
    done: list[int] = []
    processor = SideBySide(lambda update: done.append(update.update_id))

    async def fail() -> None:
        raise ValueError("a fault of ours")

    async def answer() -> None:
        pass

    both = (processor.process_update(change(1), fail()), processor.process_update(change(2), answer()))
    results = await asyncio.gather(*both, return_exceptions=True)
    assert isinstance(results[0], ValueError)
    # Asked again it would go wrong again.
    assert done == [1, 2]


async def test_an_answer_that_is_broken_off_is_given_after_the_next_start() -> None:
    done: list[Incoming] = []

    async def answer() -> None:
        await asyncio.sleep(100)

    answering = asyncio.create_task(SideBySide(done.append).process_update(change(1), answer()))
    await asyncio.sleep(0)
    answering.cancel()
    await asyncio.wait((answering,))
    assert done == []
