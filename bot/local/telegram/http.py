"""The HTTP door: the local Telegram as a server on this machine, for tests that start the whole program."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession, web

from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.files import file_at
from bot.local.telegram.refusals import (
    WEB_PAGE,
    LocalResponse,
    LocalTelegramError,
    RefusalError,
    bad_request,
    refused,
)
from bot.local.telegram.webhook import Postman

_HERE = "127.0.0.1"
# Telegram takes files of up to 50 MB.
_LARGEST = 51 * 1024 * 1024
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
# A connection closed with this is reset at once, whatever was still to be sent.
_WITHOUT_GOODBYE = struct.pack("ii", 1, 0)


def reserved_place() -> socket.socket:
    """A port of this machine where nobody answers until the door is opened there."""
    place = socket.socket()
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    place.bind((_HERE, 0))
    return place


def address_of(place: socket.socket) -> str:
    return f"http://{_HERE}:{place.getsockname()[1]}"


@asynccontextmanager
async def http_door(
    telegram: LocalTelegram,
    place: socket.socket | None = None,
    *,
    served: Callable[[], None] = lambda: None,
    redelivery: float = 1.0,
) -> AsyncIterator[str]:
    """The address to call it at, for this machine only.

    `served` is called after every request; a webhook that failed is tried again after `redelivery` seconds.
    """
    place = place or reserved_place()
    application = web.Application(client_max_size=_LARGEST, middlewares=[_as_json])
    door = _Door(telegram, served)
    application.router.add_route("GET", "/bot{token}/{method}", door.method)
    application.router.add_route("POST", "/bot{token}/{method}", door.method)
    application.router.add_get("/file/bot{token}/{path:.+}", door.file)
    # A poller that hangs up must be noticed; no access log, for addresses have the token in them.
    runner = web.AppRunner(application, handler_cancellation=True, access_log=None, shutdown_timeout=0)
    await runner.setup()
    try:
        await web.SockSite(runner, place).start()
        async with ClientSession() as session:
            postman = asyncio.create_task(Postman(telegram, session, redelivery).work())
            try:
                yield address_of(place)
            finally:
                postman.cancel()
                await asyncio.wait((postman,))
                if not postman.cancelled():
                    postman.result()
    finally:
        await runner.cleanup()


@dataclass(frozen=True, slots=True)
class _Door:
    telegram: LocalTelegram
    served: Callable[[], None]

    async def method(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            given, files = await _given(request)
            response = await call(self.telegram, token, method, given, files)
        except RefusalError as refusal:
            response = refused(refusal)
        except LocalTelegramError as error:
            response = refused(RefusalError(500, f"Internal Server Error: {error}"))
        finally:
            self.served()
        return await _sent(request, response)

    async def file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.telegram.token:
            raise web.HTTPUnauthorized
        content = file_at(self.telegram, request.match_info["path"])
        if content is None:
            raise web.HTTPNotFound
        return web.Response(body=content, content_type="application/octet-stream")


async def _given(request: web.Request) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The parameters of the address and of the body together, and the files that came along."""
    given: dict[str, Any] = dict(request.query)
    files: dict[str, bytes] = {}
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.read() or b"{}")
        except ValueError:
            raise bad_request("can't parse request JSON") from None
        if not isinstance(body, dict):
            raise bad_request("the request JSON must be an object")
        given |= body
    elif request.content_type in _FORMS:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = value.file.read()
            else:
                given[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    return given, files


async def _sent(request: web.Request, response: LocalResponse) -> web.StreamResponse:
    if response.lost:
        await _hang_up(request)
    if response.delay:
        await asyncio.sleep(response.delay)
    if response.html:
        return web.Response(
            status=response.status, headers=response.headers, body=WEB_PAGE, content_type="text/html"
        )
    return web.json_response(response.body, status=response.status, headers=response.headers)


async def _hang_up(request: web.Request) -> None:
    """Resets the connection; the loss of it then cancels whoever waits here."""
    if request.transport:
        line = request.transport.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _WITHOUT_GOODBYE)
        request.transport.abort()
    await asyncio.get_running_loop().create_future()


@web.middleware
async def _as_json(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """What the web server itself refuses, in Telegram's words."""
    try:
        return await handler(request)
    except web.HTTPException as refusal:
        return await _sent(request, refused(RefusalError(refusal.status, refusal.reason)))
