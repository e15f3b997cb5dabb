"""What strangers send to the webhook costs little memory and little time, whatever it is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, cast

import pytest

from bot.local.telegram.http import reserved_place
from bot.transport import bounded_http
from bot.transport.ingest import Intake
from bot.transport.metrics import Metrics
from bot.transport.polling import Forgetful
from bot.transport.webhook import LARGEST, Webhook

SECRET = "only-telegram-knows-this"  # noqa: S105 - opens nothing
HEAD = f"POST /in HTTP/1.1\r\nHost: bot\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n"
UPDATE = json.dumps({"update_id": 7, "poll": {}}).encode()
PATIENCE = 120


@asynccontextmanager
async def webhook() -> AsyncIterator[tuple[str, int]]:
    """The host and port of one that serves."""
    place = reserved_place()
    host, port = place.getsockname()
    place.close()
    site = Webhook("http://bot/in", SECRET, host, port, Metrics(), lambda: {"ok": True})
    intake = Intake(Forgetful())
    serving = asyncio.create_task(site.bring(cast("Any", None), intake))
    try:
        async with asyncio.timeout(PATIENCE):
            while not await can_connect((host, port)):  # noqa: ASYNC110 - it does not say when it listens
                await asyncio.sleep(0.01)
        yield host, port
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving


async def can_connect(place: tuple[str, int]) -> bool:
    try:
        async with connection(place):
            return True
    except OSError:
        return False


@asynccontextmanager
async def connection(
    place: tuple[str, int],
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection(*place)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def send(*pieces: bytes) -> bytes:
    """All that the webhook says until it hangs up, or the first line when it answers."""
    async with asyncio.timeout(PATIENCE), webhook() as place, connection(place) as (reader, writer):
        with suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
        with suppress(ConnectionError):
            return await reader.readline()
        return b""


async def test_a_post_of_telegrams_is_taken_whole_or_in_pieces() -> None:
    head = f"{HEAD}Content-Length: {len(UPDATE)}\r\n\r\n".encode()
    assert b" 200 " in await send(head + UPDATE)
    assert b" 200 " in await send(head[:20], head[20:], UPDATE[:5], UPDATE[5:])


async def test_who_says_nothing_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_http, "SECONDS_TO_ASK", 0.05)
    assert await send() == b""


@pytest.mark.parametrize(
    "begun",
    [HEAD.encode(), f"{HEAD}Content-Length: 100\r\n\r\n".encode(), b"POST"],
    ids=["a head without end", "no first byte of a body", "half a line"],
)
async def test_who_begins_and_does_not_go_on_is_sent_away(
    begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_http, "SECONDS_TO_ASK", 0.05)
    assert await send(begun) == b""


async def test_a_header_without_end_is_not_read_to_its_end() -> None:
    assert await send(HEAD.encode() + b"X: ", *([b"x" * 4096] * 2000)) == b""


async def test_very_many_headers_are_refused() -> None:
    many = "".join(f"X-{number}: 1\r\n" for number in range(200))
    assert b" 400 " in await send(f"{HEAD}{many}\r\n".encode())


async def test_a_body_without_end_is_not_read_to_its_end() -> None:
    head = f"{HEAD}Content-Length: {1000 * LARGEST}\r\n\r\n".encode()
    assert b" 413 " in await send(head, *([b" " * 65536] * (LARGEST // 65536 + 1)))


async def test_a_connection_that_is_used_again_is_bounded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    request = f"{HEAD}Content-Length: {len(UPDATE)}\r\n\r\n".encode() + UPDATE
    async with asyncio.timeout(PATIENCE), webhook() as place, connection(place) as (reader, writer):
        for _ in range(3):
            writer.write(request)
            assert b" 200 " in await reader.readline()
            while (await reader.readline()).strip():
                pass
        monkeypatch.setattr(bounded_http, "SECONDS_TO_ASK", 0.05)
        writer.write(request[:30])
        assert await reader.read() == b""
