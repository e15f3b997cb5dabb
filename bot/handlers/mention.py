"""The bot's name in what somebody says."""

from __future__ import annotations

import re
from typing import Any

from telegram.ext import ExtBot


def without_mention(text: str, bot: ExtBot[Any]) -> str | None:
    """What is asked of the bot by its name; None where it is not named."""
    named = re.compile(rf"(?<!\w)@{bot.username}(?!\w)", re.IGNORECASE)
    return named.sub(" ", text).strip(" ,:") if named.search(text) else None
