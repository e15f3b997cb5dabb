"""What `check` says of Telegram and of the sources of newer results."""

from __future__ import annotations

from contextlib import closing

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app.wiring import now
from bot.database.chats.connection import open_chats
from bot.database.chats.counts import Counts
from bot.live.quota import CountOfTheDay
from bot.settings import Settings
from bot.sources.api_football_quota import Budget
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.telegram_clock import TelegramClock


def sources_say(settings: Settings) -> list[str]:
    """A line for each source of newer results; nothing is asked of it."""
    if not settings.live_sources:
        return ["none: newer results come by import only"]
    return [f"{name}: {_asked_how(name, settings)}" for name in settings.live_sources]


def _asked_how(name: str, settings: Settings) -> str:
    match name:
        case "openfootball":
            return f"once a day, {settings.openfootball_url}"
        case "uefa":
            return f"every {settings.live_every} s while matches are on, {settings.uefa_api_url}"
        case _:
            return f"{_quota_of(settings)}, {settings.api_football_url}"


def _quota_of(settings: Settings) -> str:
    if not settings.api_football_key.get_secret_value():
        return "no key: set API_FOOTBALL_KEY in .env"
    quota = None
    if settings.chats_db.is_file():
        with closing(open_chats(settings.chats_db)) as db:
            quota = Budget(CountOfTheDay(Counts(db))).count(now())
    if quota is None or not quota.asked:
        return "key set, nothing asked today"
    return f"key set, {quota.left} of {quota.of} questions left today"


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
