"""uvicorn's HTTP protocol with bounds on what a stranger can make it hold: before the secret is looked at."""

from __future__ import annotations

from asyncio import TimerHandle, Transport
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

LARGEST_HEAD = 16 * 1024
"""Bytes of a request before its body, and a read more; Telegram and a proxy send less than one thousand."""
MOST_HEADERS = 64
SECONDS_TO_ASK = 10.0
"""For a whole request, from its first byte, or from the connection: who says nothing is sent away."""


class BoundedProtocol(HttpToolsProtocol):
    """For `uvicorn.Config(http=…)`; between two requests a connection is closed by `timeout_keep_alive`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - uvicorn's own
        super().__init__(*args, **kwargs)
        self._in_head = self._in_request = False
        self._head_bytes = 0
        self._deadline: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override] # as uvicorn has it
        super().connection_made(transport)
        self._deadline = self.loop.call_later(SECONDS_TO_ASK, self._hang_up)

    def connection_lost(self, exc: Exception | None) -> None:
        self._clear_deadline()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self._in_request:
            # Most requests come whole, in one piece: they need no clock.
            self._clear_deadline()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(SECONDS_TO_ASK, self._hang_up)
        if self._in_head:
            self._head_bytes += len(data)
            if self._head_bytes > LARGEST_HEAD:
                self._hang_up()

    def on_message_begin(self) -> None:
        self._in_head = self._in_request = True
        self._head_bytes = 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        if len(self.headers) >= MOST_HEADERS:
            # The parser makes a refusal of it.
            raise ValueError("too many headers")
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._in_request = False
        super().on_message_complete()

    def _hang_up(self) -> None:
        self._deadline = None
        self.transport.abort()

    def _clear_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
