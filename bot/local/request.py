"""The in-process door: python-telegram-bot's requests handed straight to the local Telegram."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.refusals import WEB_PAGE
from bot.transport.application import TelegramApplication
from bot.transport.updates.reading import read

_PATIENCE = 5.0


class LocalRequest(BaseRequest):
    """Sends the form fields that would go over the wire, without the wire."""

    __slots__ = ("_telegram",)

    def __init__(self, telegram: LocalTelegram) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float:
        return _PATIENCE

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's own signature
        self,
        url: str,
        method: str,  # noqa: ARG002 - the library's own signature
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        _, bot, name = url.rsplit("/", 2)
        given: dict[str, Any] = request_data.json_parameters if request_data else {}
        files, names = _files(request_data) if request_data and request_data.contains_files else ({}, {})
        response = await call(self._telegram, bot.removeprefix("bot"), name, given, files, names)
        if response.lost:
            raise NetworkError("the connection was reset") from ConnectionResetError()
        if response.delay:
            patience = read_timeout if isinstance(read_timeout, (int, float)) else _PATIENCE
            # Nobody is made to wait for an answer that comes too late.
            if read_timeout is not None and response.delay > patience:
                raise TimedOut
            await asyncio.sleep(response.delay)
        return response.status, WEB_PAGE if response.html else json.dumps(response.body).encode()


@asynccontextmanager
async def running(application: TelegramApplication) -> AsyncIterator[None]:
    """The application as run_polling would have it, but for the polling."""
    try:
        async with application:
            if application.post_init:
                await application.post_init(application)
            await application.start()
            try:
                yield
            finally:
                await application.stop()
                if application.post_stop:
                    await application.post_stop(application)
    finally:
        if application.post_shutdown:
            await application.post_shutdown(application)


async def deliver(telegram: LocalTelegram, application: TelegramApplication) -> None:
    """Hands the application every update that waits, one after the other."""
    while waiting := telegram.updates.take():
        for update in waiting:
            if (incoming := read(update)) is not None:
                await application.process_update(incoming)


def _files(data: RequestData) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files by the names of their fields, and what they are called."""
    files, names = {}, {}
    for name, (file_name, content, _) in data.multipart_data.items():
        files[name] = content if isinstance(content, bytes) else content.read()
        names[name] = file_name
    return files, names
