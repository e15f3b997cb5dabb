"""A call to the Bot API on behalf of somebody who waits: made until it arrives, its answer left as it came.

The library makes objects of every answer; of a message that we sent only the number is of use, and reading
the rest takes as long as finding what to say.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.transport.aiohttp_request import NotSentError
from bot.transport.limits import Granted, Limits, seconds_asked

log = logging.getLogger(__name__)
FIRST_WAIT, LONGEST_WAIT = 1.0, 600.0
RARER = 4
"""What was tried in vain for so many seconds is left alone for one more: ever less often, and yet it arrives
soon after Telegram is back."""
PATIENCE = 120.0
"""Seconds, unless a call says otherwise."""
_SERVER_FAILED = re.compile(r"[\w ]+ \((?:500|502|503)\)")
"""How the library begins what it says of a web page that came in the place of an answer."""


@dataclass(frozen=True, slots=True)
class _Fields:
    """What our requests want of the library's RequestData, without an object for each field."""

    json_parameters: dict[str, str]
    contains_files: bool = False


def fields(given: Mapping[str, object]) -> RequestData:
    """The fields of a call as they travel; one that is None is left out."""
    written = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in given.items()
        if value is not None
    }
    return cast("RequestData", _Fields(written))


async def call(
    bot: ExtBot[Any],
    method: str,
    given: dict[str, object],
    *,
    patience: float = PATIENCE,
    granted: Granted | None = None,
) -> Any:  # noqa: ANN401 - whatever Telegram answers
    """The result, parsed from JSON; within the bot's limits. A field that is None is left out.

    What surely did not arrive is sent again, for so many seconds; what may have arrived is not.
    Raises TelegramError.
    """
    data, address = fields(given), f"{bot.base_url}/{method}"
    limits = limits_of(bot)
    tries = _Tries(method, patience, limits)
    while True:
        if (closed_for := limits.closed_for(given.get("chat_id"))) > max(0.0, patience):
            raise RetryAfter(timedelta(seconds=closed_for))
        try:
            if bot.rate_limiter is None:
                return await bot.request.post(address, data)
            return await bot.rate_limiter.process_request(
                bot.request.post, (address, data), {}, method, given, granted
            )
        except TelegramError as error:
            if not await tries.one_more_after(error):
                raise


def limits_of(bot: ExtBot[Any]) -> Limits:
    """Those that the bot keeps, or new ones."""
    return bot.rate_limiter if isinstance(bot.rate_limiter, Limits) else Limits()


@dataclass(slots=True)
class _Tries:
    method: str
    patience: float
    limits: Limits
    _waited: float = 0.0
    _told: float = 0.0
    """How long it had been tried when the log said so last."""

    async def one_more_after(self, error: TelegramError) -> bool:
        """Waits, unless waiting is of no use."""
        if isinstance(error, RetryAfter):
            # The limits waited already, and know for how long the chat is closed.
            wait, worth_it = seconds_asked(error), True
        else:
            seconds = min(max(FIRST_WAIT, self._waited * self.limits.speed / RARER), LONGEST_WAIT)
            wait, worth_it = seconds / self.limits.speed, surely_not_sent(error)
        if not worth_it or self._waited + wait > self.patience:
            return False
        if self._waited >= 2 * self._told or not self._waited:
            self._told = self._waited
            log.warning(
                "Telegram can't take %s (%s); again in %.3g s", self.method, type(error).__name__, wait
            )
        self._waited += wait
        await self.limits.pause(wait)
        return True


def surely_not_sent(error: TelegramError) -> bool:
    """Whether Telegram can't have taken it: nobody was reached, or a server said that it failed."""
    if isinstance(error, TimedOut):
        return isinstance(error.__cause__, NotSentError)
    if not isinstance(error, NetworkError) or isinstance(error, BadRequest):
        return False
    cause = error.__cause__
    is_page = isinstance(cause, TelegramError) and _SERVER_FAILED.match(error.message) is not None
    return cause is None or isinstance(cause, NotSentError) or is_page
