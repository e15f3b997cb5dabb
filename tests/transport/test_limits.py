import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot.local.request import LocalRequest
from bot.local.telegram import people
from bot.local.telegram.engine import LOCAL_TOKEN, LocalTelegram
from bot.local.telegram.refusals import Fault, too_many_requests
from bot.transport.limits import Granted, Limits
from tests.live.fast_time import run_fast


@pytest.fixture
def telegram() -> LocalTelegram:
    return LocalTelegram(lambda: datetime.now(UTC))


def limited(telegram: LocalTelegram) -> ExtBot[Granted]:
    request = LocalRequest(telegram)
    return ExtBot(LOCAL_TOKEN, request=request, get_updates_request=request, rate_limiter=Limits())


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[ExtBot[Granted]]:
    async with limited(telegram) as bot:
        yield bot


def _chat(telegram: LocalTelegram, name: str) -> int:
    user = telegram.add_user(name)
    chat = telegram.add_private_chat(user)
    people.say(telegram, chat, user, "/start")
    return chat.id


def test_a_message_that_came_too_soon_is_sent_when_telegram_said(telegram: LocalTelegram) -> None:
    async def send() -> float:
        async with limited(telegram) as bot:
            chat = _chat(telegram, "Fleur")
            telegram.faults.append(Fault(too_many_requests(17), method="sendMessage"))
            since = asyncio.get_running_loop().time()
            assert (await bot.send_message(chat, "1-0")).text == "1-0"
            return asyncio.get_running_loop().time() - since

    assert 17 <= run_fast(send()) < 18
    assert len(telegram.refusals) == 1


def test_only_that_chat_waits(telegram: LocalTelegram) -> None:
    async def send() -> tuple[float, float, float]:
        async with limited(telegram) as bot:
            fleur, daan = _chat(telegram, "Fleur"), _chat(telegram, "Daan")
            telegram.faults.append(Fault(too_many_requests(17), chat_id=fleur))

            async def sent_after(chat: int, text: str) -> float:
                await bot.send_message(chat, text)
                return asyncio.get_running_loop().time()

            return await asyncio.gather(
                sent_after(fleur, "1-0"), sent_after(daan, "elders"), sent_after(fleur, "2-0")
            )

    refused, elsewhere, behind = run_fast(send())
    assert elsewhere < 1
    assert refused >= 17
    # Telegram would have taken it at once; it waited all the same.
    assert behind >= 17


async def test_it_does_not_wait_for_ever(telegram: LocalTelegram, bot: ExtBot[Granted]) -> None:
    chat = _chat(telegram, "Fleur")
    telegram.faults.append(Fault(too_many_requests(3600)))
    with pytest.raises(RetryAfter):
        await bot.send_message(chat, "1-0")


@given(st.lists(st.floats(0, 20), max_size=150))
def test_a_group_never_gets_more_than_telegram_allows_it(waits: list[float]) -> None:
    async def sent() -> list[float]:
        limits, times, loop = Limits(), [], asyncio.get_running_loop()
        for wait in waits:
            await asyncio.sleep(wait)
            if limits.is_open(-1):
                limits.count(-1)
                times.append(loop.time())
        return times

    times = run_fast(sent())
    for at in times:
        assert sum(at <= other < at + 60 for other in times) <= 20
        assert sum(at <= other < at + 1 for other in times) <= 4


@given(st.lists(st.floats(0, 0.2), max_size=80))
def test_all_together_never_get_more_than_telegram_allows(waits: list[float]) -> None:
    async def sent() -> list[float]:
        limits, times, loop = Limits(), list[float](), asyncio.get_running_loop()

        async def send(chat: int) -> None:
            async def callback() -> None:
                times.append(loop.time())

            await limits.process_request(callback, (), {}, "sendMessage", {"chat_id": chat}, None)

        async with asyncio.TaskGroup() as tasks:
            for chat, wait in enumerate(waits, start=1):
                await asyncio.sleep(wait)
                tasks.create_task(send(chat))
        return times

    times = run_fast(sent())
    assert len(times) == len(waits)
    for at in times:
        assert sum(at <= other < at + 1 for other in times) <= 26


def test_what_one_chat_is_told_for_hours_is_not_meant_for_all(telegram: LocalTelegram) -> None:
    async def send() -> float:
        async with limited(telegram) as bot:
            anna, bram, cato = (_chat(telegram, name) for name in ("Anna", "Bram", "Cato"))
            telegram.faults.append(Fault(too_many_requests(20), chat_id=anna))
            telegram.faults.append(Fault(too_many_requests(36_000), chat_id=bram))
            begun = asyncio.get_running_loop().time()
            waiting = asyncio.create_task(bot.send_message(anna, "1-0"))
            await asyncio.sleep(1)
            with pytest.raises(RetryAfter):
                await bot.send_message(bram, "1-0")
            await bot.send_message(cato, "1-0")
            took = asyncio.get_running_loop().time() - begun
            await waiting
            return took

    assert run_fast(send()) < 70
