"""How requests travel to Telegram: python-telegram-bot's on aiohttp, over connections that stay open."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from aiohttp import (
    ClientConnectionError,
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    TCPConnector,
)
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.errors import BotError
from bot.transport.updates.untrusted_json import parsed

KEEP_ALIVE = 75.0
"""Seconds; Telegram's servers keep an idle connection as long."""
CONNECTIONS = 64
"""More than the limits ever let answer at once; what is more waits for one to be free."""
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_FIRST_UPDATE = re.compile(r'"result"\s*:\s*\[\s*\{\s*"update_id"\s*:\s*(\d{1,18})\b')
_OF_AN_ANSWER = ("result", "description", "error_code")
_BEGINNING = 200
"""Characters of an answer in which its first update begins."""
READ, CONNECT, WRITE_MEDIA = 5.0, 5.0, 20.0
"""Seconds, unless a call says otherwise."""


class NotSentError(BotError):
    """Nobody was reached: the request can't have arrived."""


class UnreadableAnswerError(BotError, TelegramError):
    """Telegram's answer is no JSON, or none that can be read; nothing of it is quoted."""

    __slots__ = ("first_update",)

    def __init__(self, message: str, first_update: int | None = None) -> None:
        """With the number of the first update in it, where there is one."""
        super().__init__(message)
        self.first_update = first_update


class AiohttpRequest(BaseRequest):
    """No error quotes the address, for the token is in it; a `NotSentError` stands behind what never left."""

    __slots__ = ("_connections", "_on_call", "_on_date", "_session")

    def __init__(
        self,
        connections: int = CONNECTIONS,
        on_call: Callable[[str, str, float], None] = lambda _method, _outcome, _seconds: None,
        on_date: Callable[[str], None] = lambda _date: None,
    ) -> None:
        """`on_call` is called with the method of every call, its status or kind of error, and its seconds.

        `on_date` is called with the header `Date` of every response.
        """
        self._on_date = on_date
        self._connections = connections
        self._on_call = on_call
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return READ

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As the library's own, which writes what it can't read to the log, or raises RecursionError."""
        text = payload.decode("utf-8", "replace")
        try:
            answer = parsed(text)
        except ValueError:
            answer = None
        # What is none of Telegram's answers has neither: a proxy says it, or another server.
        if isinstance(answer, dict) and not answer.keys().isdisjoint(_OF_AN_ANSWER):
            return answer
        first = _FIRST_UPDATE.search(text[:_BEGINNING])
        raise UnreadableAnswerError("Invalid server response", int(first[1]) if first else None) from None

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = TCPConnector(limit=self._connections, keepalive_timeout=KEEP_ALIVE)
            self._session = ClientSession(
                connector=connector, headers={"User-Agent": self.USER_AGENT}, cookie_jar=DummyCookieJar()
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        files = bool(request_data and request_data.contains_files)
        timeout = _timeout(
            _seconds(read_timeout, READ),
            _seconds(connect_timeout, CONNECT),
            _seconds(pool_timeout, None),
            (_seconds(write_timeout, WRITE_MEDIA) or WRITE_MEDIA) + READ if files else None,
        )
        came, outcome = time.perf_counter(), "broken off"
        try:
            body, headers = _written(request_data)
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                answer = await response.read()
                outcome = str(response.status)
                if date := response.headers.get("Date"):
                    self._on_date(date)
                return response.status, answer
        except ConnectionTimeoutError:
            raise TimedOut from NotSentError()
        except TimeoutError:
            raise TimedOut from None
        except ClientConnectorError as error:
            raise NetworkError(f"Telegram can't be reached ({type(error).__name__})") from NotSentError()
        except (ClientConnectionError, ClientError, OSError) as error:
            raise NetworkError(f"the connection broke ({type(error).__name__})") from ConnectionError()
        finally:
            self._on_call(url.rpartition("/")[2], outcome, time.perf_counter() - came)


@lru_cache
def _timeout(
    read: float | None, connect: float | None, wait: float | None, total: float | None
) -> ClientTimeout:
    """For a free connection it waits as long as it takes, unless a call says otherwise."""
    return ClientTimeout(sock_read=read, sock_connect=connect, connect=wait, total=total)


def _seconds(timeout: ODVInput[float], usual: float | None) -> float | None:
    return usual if isinstance(timeout, DefaultValue) else timeout


def _written(data: RequestData | None) -> tuple[bytes | FormData | None, dict[str, str] | None]:
    """The body, and the headers that go with it."""
    if data is None:
        return None, None
    fields = data.json_parameters
    if not data.contains_files:
        # 4 µs for an answer where aiohttp's own form takes 40.
        return URL.build(query=fields).raw_query_string.encode(), _FORM
    form = FormData()
    for name, value in fields.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None
