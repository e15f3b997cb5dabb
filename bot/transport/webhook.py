"""Updates posted by Telegram: an ASGI application that takes them, says how the bot is, and nothing else."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from telegram.error import BadRequest

from bot.transport.application import TelegramApplication
from bot.transport.bounded_http import BoundedProtocol
from bot.transport.ingest import Intake, NotStoredError
from bot.transport.metrics import Metrics
from bot.transport.polling import TelegramRefusedError
from bot.transport.updates.reading import UnreadableUpdateError, wanted_from
from bot.transport.updates.untrusted_json import Json, parsed

log = logging.getLogger(__name__)
SECRET = b"x-telegram-bot-api-secret-token"
"""The header, as ASGI names it."""
LARGEST = 1024 * 1024
"""Bytes; an update is a few thousand."""
CONNECTIONS = 100
"""As many as Telegram opens at most."""
MOST_CONNECTIONS = 1_000
"""Whoever is more hears that we are busy; it keeps strangers from costing memory."""
KEEP_ALIVE = 75
"""Seconds that a connection may be idle: Telegram, or a proxy before us, uses it again."""
GOODBYE = 2
_RESPONSES = {status: Response(status_code=status) for status in (200, 403, 413, 503)}
Take: TypeAlias = "Callable[[Json, str], Awaitable[None]]"
"""Hears an update, and how Telegram wrote it; raises UnreadableUpdateError and NotStoredError."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram posts, and where we listen."""

    url: str
    secret: str
    host: str
    port: int
    metrics: Metrics
    health: Callable[[], Mapping[str, Any]]
    """How the bot is; with a true `ok` when it can answer."""

    async def open(self, application: TelegramApplication) -> None:
        """Tell Telegram to post here from now on."""
        try:
            await application.bot.set_webhook(
                self.url,
                secret_token=self.secret,
                allowed_updates=wanted_from(application.bot),
                max_connections=CONNECTIONS,
            )
        except BadRequest as refusal:
            raise TelegramRefusedError(
                f"Telegram does not take WEBHOOK_URL ({refusal.message}): correct it in .env."
            ) from refusal

    async def bring(self, _application: TelegramApplication, intake: Intake) -> None:
        """Take what is posted until cancelled; what is being taken then is taken."""
        config = uvicorn.Config(
            webhook_application(self, intake.take),
            host=self.host,
            port=self.port,
            access_log=False,
            log_config=None,
            http=BoundedProtocol,
            ws="none",
            limit_concurrency=MOST_CONNECTIONS,
            lifespan="off",
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=GOODBYE,
        )
        server = _Server(config)
        serving = asyncio.create_task(server.serve())
        try:
            await asyncio.shield(serving)
        except asyncio.CancelledError:
            server.should_exit = True
            await serving
            raise

    async def close(self, application: TelegramApplication) -> None:
        """The webhook stays set: what is posted meanwhile is posted again."""


class _Server(uvicorn.Server):
    """Signals are for the whole program."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def webhook_application(webhook: Webhook, take: Take) -> ASGIApp:
    """POST on the path of the webhook's address, GET on /healthz and /metrics."""
    path, posts = urlsplit(webhook.url).path or "/", _Posts(webhook, take)

    async def healthz(_request: Request) -> Response:
        found = webhook.health()
        return JSONResponse(found, 200 if found.get("ok") else 503)

    async def metrics(_request: Request) -> Response:
        return Response(webhook.metrics.text(), media_type="text/plain; version=0.0.4")

    others = Starlette(
        routes=[
            Route(path, posts, methods=["POST"]),
            Route("/healthz", healthz, methods=["GET"]),
            Route("/metrics", metrics, methods=["GET"]),
        ]
    )

    async def site(scope: Scope, receive: Receive, send: Send) -> None:
        # Updates have no need of what starlette puts around a route.
        wanted = scope["type"] == "http" and scope["path"] == path and scope["method"] == "POST"
        await (posts if wanted else others)(scope, receive, send)

    return site


@dataclass(frozen=True, slots=True)
class _Posts:
    """Takes updates."""

    webhook: Webhook
    take: Take

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await _RESPONSES[await self._status(scope, receive)](scope, receive, send)

    async def _status(self, scope: Scope, receive: Receive) -> int:
        given = next((value for name, value in scope["headers"] if name == SECRET), b"")
        if not hmac.compare_digest(given, self.webhook.secret.encode()):
            return 403
        body = await _body(receive)
        if body is None:
            return 413
        self.webhook.metrics.update_came()
        try:
            # In UTF-8, as everything of Telegram's.
            content = body.decode()
            await self.take(parsed(content), content)
        except NotStoredError:
            # Telegram posts it again.
            return 503
        except UnreadableUpdateError as error:
            log.warning("an update can't be read and is passed over: %s", error)
        except ValueError:
            log.warning("an update can't be read and is passed over: it is no JSON")
        return 200


async def _body(receive: Receive) -> bytes | None:
    """None when it is larger than any update, or breaks off."""
    body = bytearray()
    while True:
        piece = await receive()
        if piece["type"] == "http.disconnect":
            return None
        body += piece.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not piece.get("more_body"):
            return bytes(body)
