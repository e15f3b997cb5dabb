"""Answering Telegram, and watching the matches beside it."""

from __future__ import annotations

import gc
import logging
import sys
from contextlib import AsyncExitStack, closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import httpx
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app.parts import build_application, now, open_results, outdated_copy, results_to_keep
from bot.database.chats import Chats
from bot.database.chats_connection import open_chats
from bot.database.connection import open_to_keep
from bot.database.counts import Counts
from bot.database.inbox import Inbox
from bot.handlers.commands import commands
from bot.handlers.finder import Finder
from bot.handlers.watching import Watching
from bot.knowledge import Knowledge
from bot.live.parts import live_parts
from bot.live.quota import CountOfTheDay
from bot.sources.api_football_quota import Budget
from bot.sources.live_registry import live_sources
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.intake import Intake
from bot.transport.limits import Limits
from bot.transport.polling import poll

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.settings import Settings

PATIENCE = 10.0
"""Seconds for a source of results."""

log = logging.getLogger(__name__)


async def serve(settings: Settings) -> None:
    """Answer Telegram until told to stop. Raises DatabaseTrouble and TelegramTrouble."""
    start_logging(settings.log_level)
    token = settings.telegram_bot_token.get_secret_value().strip()
    path = results_to_keep(settings)
    if outdated := outdated_copy(path):
        log.warning(outdated)
    async with AsyncExitStack() as stack:
        chats = Chats(open_chats(settings.chats_db))
        stack.callback(chats.db.close)
        limits = Limits()
        results = open_results(path)
        knowledge = Knowledge(results)
        watching = Watching()
        answering = commands(Finder(results), knowledge, chats, watching)
        inbox = Inbox(chats.db)
        inbox.prune(now())
        intake = Intake(lambda updates: inbox.store(updates, now()), inbox.waiting, inbox.done)
        application = build_application(
            answering,
            token,
            None,
            chats=chats,
            limits=limits,
            api_url=settings.telegram_api_url,
            processor=intake.processor(),
        )
        beside: Callable[[], Coroutine[Any, Any, None]] | None = None
        if settings.live_sources or settings.owners:
            client = await stack.enter_async_context(httpx.AsyncClient(timeout=PATIENCE))
            writer = open_to_keep(path)
            stack.callback(writer.close)
            live = live_parts(
                sources=live_sources(settings, client, CountOfTheDay(Counts(chats.db))),
                results=writer,
                chats=chats,
                knowledge=knowledge,
                bot=application.bot,
                limits=limits,
                clock=now,
                owners=settings.owners,
                every=timedelta(seconds=settings.live_every),
            )
            beside = live.run
            watching.whole_evening = live.whole_evening if settings.live_sources else None
            watching.owners = frozenset(settings.owners)
            watching.entered, watching.undone = live.entered, live.undone
        # Asked now, so that nobody waits for it: every name, and every player.
        answering.warm()
        # What was made by now stays; the collector need not look it over in the middle of an answer.
        gc.collect()
        gc.freeze()
        await poll(application, beside, intake)


def start_logging(level: str) -> None:
    """Readable lines on stderr; httpx would write whole addresses, with the token in them."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    for name in ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # A web page in the place of an answer is told of in one line by whoever asked.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)


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
    bot = Bot(token, base_url, request=AiohttpRequest(), get_updates_request=AiohttpRequest(1))
    try:
        async with bot:
            return f"@{bot.username}"
    except InvalidToken:
        return "does not know this token: check TELEGRAM_BOT_TOKEN in .env"
    except TelegramError as error:
        return f"can't be asked ({type(error).__name__})"
