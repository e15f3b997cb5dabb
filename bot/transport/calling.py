"""A call to the Bot API whose answer is left as it came.

The library makes objects of every answer; of a message that we sent only the number is of use, and reading
the rest takes as long as finding what to say.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from telegram.ext import ExtBot
    from telegram.request import RequestData


@dataclass(frozen=True, slots=True)
class Fields:
    """What our requests want of the library's RequestData, without an object for each field."""

    json_parameters: dict[str, str]
    contains_files: bool = False


async def call(bot: ExtBot[Any], method: str, fields: dict[str, object]) -> Any:  # noqa: ANN401
    """The result, parsed from JSON; within the bot's limits. A field that is None is left out.

    Raises TelegramError.
    """
    written = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in fields.items()
        if value is not None
    }
    data, address = cast("RequestData", Fields(written)), f"{bot.base_url}/{method}"
    if bot.rate_limiter is None:
        return await bot.request.post(address, data)
    return await bot.rate_limiter.process_request(bot.request.post, (address, data), {}, method, fields, None)
