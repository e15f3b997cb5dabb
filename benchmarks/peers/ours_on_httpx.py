"""This bot on python-telegram-bot's own HTTP client, to see what the one on aiohttp is worth."""

from __future__ import annotations

import os
from typing import Any

os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram.request import HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.app import serving
from bot.settings import Settings
from bot.transport.aiohttp_request import CONNECTIONS


class Default(HTTPXRequest):
    def __init__(self, **_: object) -> None:
        super().__init__(connection_pool_size=CONNECTIONS, pool_timeout=None)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: Any = None,  # noqa: ANN401 - the library's own, or the bot's
        *timeouts: Any,  # noqa: ANN401 - the library's own signature
        **more_timeouts: Any,  # noqa: ANN401
    ) -> tuple[int, bytes]:
        if request_data is not None and not isinstance(request_data, RequestData):
            # The bot's own, which holds the fields as they travel.
            fields = request_data.json_parameters.items()
            request_data = RequestData([RequestParameter(name, value, None) for name, value in fields])
        return await super().do_request(url, method, request_data, *timeouts, **more_timeouts)


vars(serving)["AiohttpRequest"] = Default
serving.serve_on_a_fast_loop(Settings())
