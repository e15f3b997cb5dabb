import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from time import monotonic

import pytest
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot.transport.limits import Granted, Limits
from bot.transport.local_request import LocalRequest
from bot.transport.local_telegram import people
from bot.transport.local_telegram.engine import LOCAL_TOKEN, LocalTelegram
from bot.transport.local_telegram.refusals import Fault, too_many_requests


@pytest.fixture
def telegram() -> LocalTelegram:
    return LocalTelegram(lambda: datetime.now(UTC))


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[ExtBot[Granted]]:
    request = LocalRequest(telegram)
    async with ExtBot(
        LOCAL_TOKEN, request=request, get_updates_request=request, rate_limiter=Limits()
    ) as bot:
        yield bot


def _chat(telegram: LocalTelegram, name: str) -> int:
    user = telegram.add_user(name)
    chat = telegram.add_private_chat(user)
    people.say(telegram, chat, user, "/start")
    return chat.id


async def test_a_message_that_came_too_soon_is_sent_when_telegram_said(
    telegram: LocalTelegram, bot: ExtBot[Granted]
) -> None:
    chat = _chat(telegram, "Fleur")
    telegram.faults.append(Fault(too_many_requests(1), method="sendMessage"))
    asked = monotonic()
    message = await bot.send_message(chat, "1-0")
    assert monotonic() - asked >= 1
    assert message.text == "1-0"
    assert len(telegram.refusals) == 1


async def test_only_that_chat_waits(telegram: LocalTelegram, bot: ExtBot[Granted]) -> None:
    fleur, daan = _chat(telegram, "Fleur"), _chat(telegram, "Daan")
    telegram.faults.append(Fault(too_many_requests(1), chat_id=fleur))
    began = monotonic()

    async def sent_after(chat: int, text: str) -> float:
        await bot.send_message(chat, text)
        return monotonic() - began

    refused, elsewhere, behind = await asyncio.gather(
        sent_after(fleur, "1-0"), sent_after(daan, "elders"), sent_after(fleur, "2-0")
    )
    assert elsewhere < 0.9 < refused
    # Telegram would have taken it at once; it waited all the same.
    assert behind > 0.9


async def test_it_does_not_wait_for_ever(telegram: LocalTelegram, bot: ExtBot[Granted]) -> None:
    chat = _chat(telegram, "Fleur")
    telegram.faults.append(Fault(too_many_requests(3600)))
    with pytest.raises(RetryAfter):
        await bot.send_message(chat, "1-0")
