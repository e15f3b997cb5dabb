"""Requests on aiohttp: what arrives, what does not, and what nobody can know."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.local.telegram.chats import Chat
from bot.local.telegram.engine import LOCAL_TOKEN, LocalTelegram
from bot.local.telegram.http import address_of, http_door, reserved_place
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from bot.transport.aiohttp_request import AiohttpRequest, _written
from bot.transport.bot_api import surely_not_sent
from tests.local.bot_side import PNG


@pytest.fixture
def telegram() -> LocalTelegram:
    return LocalTelegram(lambda: datetime.now(UTC))


@pytest.fixture
def chat(telegram: LocalTelegram) -> Chat:
    chat = telegram.add_private_chat(telegram.add_user("Fleur"))
    chat.bot_status = "member"
    return chat


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    async with http_door(telegram) as address, bot_at(address) as bot:
        yield bot


def bot_at(address: str, token: str = LOCAL_TOKEN) -> Bot:
    return Bot(token, f"{address}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest(1))


async def test_texts_and_pictures_arrive(bot: Bot, chat: Chat) -> None:
    assert (await bot.send_message(chat.id, "Östersund 1-2")).text == "Östersund 1-2"
    assert (await bot.send_photo(chat.id, PNG, caption="Uitslag")).caption == "Uitslag"


async def test_a_long_poll_waits_longer_than_another_call(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.transport.aiohttp_request.READ", 0.1)
    assert await bot.get_updates(timeout=timedelta(seconds=1)) == ()


async def test_what_telegram_refuses_is_its_own_error(bot: Bot, telegram: LocalTelegram, chat: Chat) -> None:
    telegram.faults.append(Fault(too_many_requests(3), method="sendMessage"))
    with pytest.raises(RetryAfter):
        await bot.send_message(chat.id, "?")


@pytest.mark.parametrize(
    ("fault", "error", "sure"),
    [
        (Fault(server_error(), method="sendMessage"), NetworkError, True),
        (Fault(server_error(), html=True, method="sendMessage"), NetworkError, True),
        (Fault(html=True, method="sendMessage"), TelegramError, False),
        (Fault(lost=True, method="sendMessage"), NetworkError, False),
        (Fault(delay=30, method="sendMessage"), TimedOut, False),
    ],
    ids=["a server error", "a server's page", "a web page", "a connection reset", "no answer in time"],
)
async def test_what_may_have_arrived_is_told_from_what_can_not_have(
    bot: Bot, telegram: LocalTelegram, chat: Chat, fault: Fault, error: type[TelegramError], *, sure: bool
) -> None:
    telegram.faults.append(fault)
    with pytest.raises(error) as raised:
        await bot.send_message(chat.id, "?", read_timeout=0.3 if fault.delay else 300)
    assert surely_not_sent(raised.value) is sure
    assert LOCAL_TOKEN not in str(raised.value)


async def test_nobody_there_is_nothing_sent() -> None:
    place = reserved_place()
    address = address_of(place)
    place.close()
    bot = bot_at(address, "123456:right-and-secret")
    with pytest.raises(NetworkError) as raised:
        await bot.initialize()
    assert surely_not_sent(raised.value)
    assert "secret" not in str(raised.value)
    await bot.shutdown()


async def test_a_wrong_token_is_refused(telegram: LocalTelegram) -> None:
    async with http_door(telegram) as address:
        bot = bot_at(address, "123456:wrong")
        with pytest.raises(InvalidToken):
            await bot.initialize()
        await bot.shutdown()


async def test_connections_stay_open(telegram: LocalTelegram, chat: Chat) -> None:
    opened = 0

    async with http_door(telegram) as address:
        host, port = address.removeprefix("http://").split(":")

        async def through(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal opened
            opened += 1
            there_reader, there_writer = await asyncio.open_connection(host, int(port))
            await asyncio.gather(_pour(reader, there_writer), _pour(there_reader, writer))

        server = await asyncio.start_server(through, "127.0.0.1", 0, family=socket.AF_INET)
        async with server, bot_at(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}") as bot:
            for number in range(5):
                await bot.send_message(chat.id, str(number))
    assert opened == 1


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while piece := await reader.read(65536):
        writer.write(piece)
    writer.close()


@given(st.text(min_size=1, max_size=300).filter(lambda text: "\0" not in text))
async def test_whatever_is_written_arrives_as_it_is(text: str) -> None:
    fields = {"text": text, "chat_id": "1", "other": "a+b&c=d;e%20 f"}
    written = [RequestParameter.from_input(name, value) for name, value in fields.items()]
    body, _ = _written(RequestData(written))
    assert isinstance(body, bytes)
    assert dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True)) == fields
