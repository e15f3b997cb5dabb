"""The HTTP door: the local Telegram as a server on this machine, which brings updates to a webhook too."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from bot.local.telegram.calls import call
from bot.local.telegram.chats import Json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.refusals import (
    WEB_PAGE,
    LocalResponse,
    LocalTelegramError,
    RefusalError,
    bad_request,
    refused,
)

_HERE = "127.0.0.1"
# Telegram takes files of up to 50 MB.
_LARGEST = 51 * 1024 * 1024
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header
_PATIENCE = ClientTimeout(total=60)
_LONGEST_WAIT = 60.0
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
    # A poller that hangs up must be noticed; no access log, for addresses have the token in them.
    runner = web.AppRunner(application, handler_cancellation=True, access_log=None, shutdown_timeout=0)
    await runner.setup()
    try:
        await web.SockSite(runner, place).start()
        async with ClientSession() as session:
            delivery = asyncio.create_task(_Delivery(telegram, session, redelivery).work())
            try:
                yield address_of(place)
            finally:
                delivery.cancel()
                await asyncio.wait((delivery,))
                if not delivery.cancelled():
                    delivery.result()
    finally:
        await runner.cleanup()


@dataclass(frozen=True, slots=True)
class _Door:
    telegram: LocalTelegram
    served: Callable[[], None]

    async def method(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            given, files, file_names = await _given(request)
            response = await call(self.telegram, token, method, given, files, file_names)
        except RefusalError as refusal:
            response = refused(refusal)
        except LocalTelegramError as error:
            response = refused(RefusalError(500, f"Internal Server Error: {error}"))
        finally:
            self.served()
        return await _sent(request, response)


async def _given(request: web.Request) -> tuple[dict[str, Any], dict[str, bytes], dict[str, str]]:
    """The parameters of the address and of the body together, and the files that came along, with names."""
    given: dict[str, Any] = dict(request.query)
    files: dict[str, bytes] = {}
    file_names: dict[str, str] = {}
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
                files[name], file_names[name] = value.file.read(), value.filename
            else:
                given[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    return given, files, file_names


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


@dataclass(slots=True)
class _Delivery:
    """Brings each queue's updates to the webhook in order, one at a time, again until the bot takes it."""

    telegram: LocalTelegram
    session: ClientSession
    first_wait: float
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    # The queues that have an update on its way.
    _busy: set[str] = field(default_factory=set)

    async def work(self) -> None:
        """Delivers until cancelled."""
        watchers = self.telegram.updates.watchers
        watchers.append(self._news.set)
        try:
            async with asyncio.TaskGroup() as rounds:
                while True:
                    self._news.clear()
                    self._start(rounds)
                    await self._news.wait()
        finally:
            watchers.remove(self._news.set)

    def _start(self, rounds: asyncio.TaskGroup) -> None:
        webhook = self.telegram.updates.webhook
        for update in self.telegram.updates.waiting() if webhook else ():
            if len(self._busy) >= webhook["max_connections"]:
                return
            queue = _queue_of(update)
            if queue not in self._busy:
                self._busy.add(queue)
                rounds.create_task(self._bring(queue, update, webhook))

    async def _bring(self, queue: str, update: Json, webhook: Json) -> None:
        wait = self.first_wait
        updates = self.telegram.updates
        while webhook is updates.webhook and update in updates.waiting():
            error = await self._post(update, webhook)
            if error is None:
                updates.confirm(update["update_id"])
                break
            webhook |= {"last_error_date": self.telegram.now(), "last_error_message": error}
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)
        self._busy.discard(queue)
        self._news.set()

    async def _post(self, update: Json, webhook: Json) -> str | None:
        """The error, or None when the bot took the update."""
        headers = {SECRET_HEADER: webhook["secret_token"]} if webhook["secret_token"] else {}
        try:
            async with self.session.post(
                webhook["url"], json=update, headers=headers, timeout=_PATIENCE, allow_redirects=False
            ) as response:
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await self._carry_out(await response.read())
        except TimeoutError:
            return "Read timeout expired"
        except ClientError as error:
            return f"Connection failed: {type(error).__name__}"
        return None

    async def _carry_out(self, reply: bytes) -> None:
        """The bot may answer an update with a request, as JSON; it does not hear what came of that."""
        try:
            request = json.loads(reply)
        except ValueError:
            return
        if isinstance(request, dict) and "method" in request:
            given = {name: value for name, value in request.items() if name != "method"}
            # What a test must fail for is remembered as a violation.
            with suppress(LocalTelegramError):
                await call(self.telegram, self.telegram.token, str(request["method"]), given)


def _queue_of(update: Json) -> str:
    """Messages wait for those before them in the same chat, queries for those of the same user."""
    content: Any = next((value for name, value in update.items() if name != "update_id"), None)
    try:
        return f"chat {content['chat']['id']}" if "chat" in content else f"user {content['from']['id']}"
    except (KeyError, TypeError):
        # Nobody's: a test lets something strange come.
        return f"update {update['update_id']}"
