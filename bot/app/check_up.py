"""What `check` says of Telegram and of the sources of newer results."""

from __future__ import annotations

from contextlib import closing

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app.opening import now
from bot.database.chats.connection import open_chats
from bot.database.chats.counts import Counts
from bot.live.quota import CountOfTheDay
from bot.settings import Settings
from bot.sources.api_football.quota import Budget
from bot.sources.live import Count, InMemory
from bot.sources.registry import REGISTRY
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.telegram_clock import TelegramClock


def sources_say(settings: Settings) -> list[str]:
    """A line for each source of newer results; nothing is asked of it."""
    if not settings.live_sources:
        return ["none: newer results come by import only"]
    return [_line(name, settings) for name in settings.live_sources]


def _line(name: str, settings: Settings) -> str:
    source = REGISTRY[name]
    if source.quota:
        how = source.quota(settings, lambda: _today(name, settings))
    else:
        how = f"every {settings.live_every} s while matches are on" if source.can.live else "once a day"
    return f"{name}: {how}, {source.address(settings)}"


def _today(name: str, settings: Settings) -> Count:
    if not settings.chats_db.is_file():
        return Budget(InMemory()).count(now())
    with closing(open_chats(settings.chats_db)) as db:
        return Budget(CountOfTheDay(Counts(db), name)).count(now())


async def telegram_says(settings: Settings) -> str:
    """Who Telegram takes this token for, or why it can't be said."""
    token = settings.telegram_bot_token.get_secret_value().strip()
    base_url = f"{settings.telegram_api_url}/bot"
    clock = TelegramClock(now)
    request = AiohttpRequest(on_date=clock.heard)
    bot = Bot(token, base_url, request=request, get_updates_request=request)
    try:
        async with bot:
            return "; ".join(filter(None, (f"@{bot.username}", clock.advice())))
    except InvalidToken:
        return "does not know this token: check TELEGRAM_BOT_TOKEN in .env"
    except TelegramError as error:
        return f"can't be asked ({type(error).__name__})"
