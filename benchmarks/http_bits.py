"""As little HTTP as a load generator needs, so that it costs less than what it measures."""

from __future__ import annotations

import asyncio
import re
import time
from collections import deque
from collections.abc import Callable
from typing import cast

_LENGTH = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"transfer-encoding:\s*chunked", re.IGNORECASE)
_CHAT = re.compile(rb'chat_id"?(?:=|\r\n(?:[^\r\n]+\r\n)*\r\n)(-?\d+)')
_YES = b'{"ok":true,"result":true}'
_BOT = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Bot","username":"benchmarkbot"}}'
_SENT = b'{"ok":true,"result":{"message_id":2,"date":0,"chat":{"id":%d,"type":"private"},"text":"yes"}}'


class BotApi(asyncio.Protocol):
    """Telegram, which takes everything; `sent` hears the chat of each message, and all of its fields."""

    def __init__(self, sent: Callable[[int, bytes], None], delay: Callable[[], float]) -> None:
        self._sent, self._delay = sent, delay
        self._held = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._held += data
        while (whole := _whole(self._held)) is not None:
            head, body, self._held = whole
            self._answer(head, body)

    def _answer(self, head: bytes, body: bytes) -> None:
        path = head.split(b" ", 2)[1]
        method = path.rpartition(b"/")[2].partition(b"?")[0].lower()
        if method == b"sendmessage":
            found = _CHAT.search(body)
            chat = int(found[1]) if found else 0
            self._sent(chat, body)
            answer = _SENT % chat
        else:
            answer = _BOT if method == b"getme" else _YES
        whole = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s" % (
            len(answer),
            answer,
        )
        if delay := self._delay():
            asyncio.get_running_loop().call_later(delay, self._write, whole)
        else:
            self._write(whole)

    def _write(self, whole: bytes) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.write(whole)


class Poster(asyncio.Protocol):
    """One connection that posts updates, one after another."""

    def __init__(self, free: Callable[[Poster], None]) -> None:
        self._free = free
        self._held = b""
        self.transport: asyncio.Transport | None = None
        self.refused = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._held += data
        while (whole := _whole(self._held)) is not None:
            head, _, self._held = whole
            self.refused += b" 200 " not in head.partition(b"\r\n")[0] + b" "
            self._free(self)

    def post(self, request: bytes) -> None:
        assert self.transport  # noqa: S101 - connected by then
        self.transport.write(request)


class Posting:
    """Updates posted over so many connections, as fast as they are taken."""

    def __init__(self, port: int, secret: str) -> None:
        self._port, self._secret = port, secret
        self._free: deque[Poster] = deque()
        self._all: list[Poster] = []
        self._room = asyncio.Event()

    async def connect(self, connections: int) -> None:
        loop = asyncio.get_running_loop()
        for _ in range(connections):
            _, poster = await loop.create_connection(lambda: Poster(self._freed), "127.0.0.1", self._port)
            self._all.append(poster)
            self._freed(poster)

    def _freed(self, poster: Poster) -> None:
        self._free.append(poster)
        self._room.set()

    async def post(self, body: bytes) -> float:
        """When it was posted."""
        while not self._free:
            self._room.clear()
            await self._room.wait()
        head = (
            f"POST /in HTTP/1.1\r\nhost: bot\r\nx-telegram-bot-api-secret-token: {self._secret}\r\n"
            f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        self._free.popleft().post(head.encode() + body)
        return time.perf_counter()

    @property
    def refused(self) -> int:
        return sum(poster.refused for poster in self._all)

    def close(self) -> None:
        for poster in self._all:
            if poster.transport:
                poster.transport.close()


def _whole(held: bytes) -> tuple[bytes, bytes, bytes] | None:
    """A message's head and body, and what follows; None while it is not all there."""
    end = held.find(b"\r\n\r\n")
    if end < 0:
        return None
    head, start = held[:end], end + 4
    if _CHUNKED.search(head):
        stop = held.find(b"0\r\n\r\n", start)
        return None if stop < 0 else (head, held[start:stop], held[stop + 5 :])
    found = _LENGTH.search(head)
    length = int(found[1]) if found else 0
    end = start + length
    return None if len(held) < end else (head, held[start:end], held[end:])
