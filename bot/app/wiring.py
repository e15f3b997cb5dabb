"""Databases, commands and handlers: what every way of running the bot has in common."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from telegram.ext import (
    ApplicationBuilder,
    TypeHandler,
)
from telegram.request import BaseRequest

from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats_in_memory
from bot.database.chats.menus import StoredMenus
from bot.database.connection import open_to_read, open_to_write
from bot.database.errors import DatabaseBusyError, DatabaseError
from bot.database.results.results import Results
from bot.handlers.chat import ChatHandlers
from bot.handlers.club_finder_cache import ClubFinderCache
from bot.handlers.commands import Commands, commands
from bot.handlers.failures import Failures
from bot.handlers.inline import InlineHandler
from bot.handlers.menus import Menus
from bot.read_model.seasons import ResultsAsOf
from bot.settings import Settings
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.application import TelegramApplication
from bot.transport.incoming import ButtonPress, IncomingMessage, InlineQuery, Membership, Migration
from bot.transport.limits import Limits
from bot.transport.side_by_side import SideBySide
from bot.upkeep.working_copy import is_outdated, prepare_working_copy

log = logging.getLogger(__name__)
SNAPSHOTS = (
    Path(__file__).parents[1] / "data" / "results.db",  # in a wheel
    Path(__file__).parents[2] / "data" / "results.db",  # in a checkout
)
WORKING_COPY = Path("var") / "results.db"


def now() -> datetime:
    return datetime.now(UTC)


def snapshot() -> Path:
    """The results database that came along."""
    return next((path for path in SNAPSHOTS if path.is_file()), SNAPSHOTS[-1])


def results_path(settings: Settings) -> Path:
    """The database to answer from: the one set, else what this bot learned, else what came along."""
    if settings.results_db:
        return settings.results_db
    return WORKING_COPY if WORKING_COPY.is_file() else snapshot()


def results_to_keep(settings: Settings) -> Path:
    """The database to answer from; with sources of newer results one to write to.

    What came along since is taken into it; a copy for which that can't be done is used as it is, unless it is
    damaged. Raises OSError and DatabaseError.
    """
    path = results_path(settings)
    if path not in {snapshot(), WORKING_COPY} or not (settings.live_sources or settings.owners):
        return path
    try:
        learned = prepare_working_copy(snapshot(), WORKING_COPY)
    except DatabaseBusyError:
        raise
    except DatabaseError as error:
        if not WORKING_COPY.is_file():
            raise
        open_to_write(WORKING_COPY).close()
        log.warning("the newer results that came along are left out for now: %s", error)
        return WORKING_COPY
    if learned and path == WORKING_COPY:
        log.info("newer results came along; of what had been learned: %s", learned)
    return WORKING_COPY


def outdated_copy(path: Path) -> str:
    """What to know when other results were published since this bot's copy was made."""
    if path != WORKING_COPY or not is_outdated(snapshot(), path):
        return ""
    return f"{snapshot()} is newer than {path}: the next 'run' takes it in, and keeps what was learned."


def open_results(path: Path) -> Results:
    """Raises DatabaseError."""
    if path == WORKING_COPY:
        # Made by an earlier version perhaps: the steps that it lacks are taken, nothing else changes.
        open_to_write(path).close()
    return Results(open_to_read(path))


def open_commands(path: Path, chats: Chats | None = None) -> Commands:
    """Everything that can be asked of one database. Raises DatabaseError.

    Without a database of chats nothing about a chat outlives the program.
    """
    results = open_results(path)
    return commands(ClubFinderCache(results), ResultsAsOf(results), chats or forgetful_chats())


def forgetful_chats() -> Chats:
    return Chats(open_chats_in_memory())


def build_application(  # noqa: PLR0913 - what differs between Telegram, the console and tests
    answering: Commands,
    token: str,
    request: BaseRequest | None,
    *,
    chats: Chats | None = None,
    limits: Limits | None = None,
    api_url: str = "",
    clock: Callable[[], datetime] = now,
    processor: SideBySide | None = None,
    ahead: Callable[[], timedelta] = timedelta,
) -> TelegramApplication:
    """The Telegram application; the request is swapped for the local Telegram."""
    chats = chats or forgetful_chats()

    async def prepare(application: TelegramApplication) -> None:
        await Menus(answering, StoredMenus(chats)).set_changed(application)

    builder = ApplicationBuilder().token(token).rate_limiter(limits or Limits()).post_init(prepare)
    builder = builder.concurrent_updates(processor or SideBySide())
    if api_url:
        builder = builder.base_url(f"{api_url}/bot")
    # One for everything: updates are asked for by `polling`, and not by the library.
    request = request or AiohttpRequest()
    builder = builder.request(request).get_updates_request(request)
    application = builder.build()
    add_handlers(
        application,
        ChatHandlers(answering, chats, clock, ahead),
        InlineHandler(answering, chats, clock),
        Failures(chats, clock),
    )
    return application


def add_handlers(
    application: TelegramApplication, chat: ChatHandlers, inline: InlineHandler, failures: Failures
) -> None:
    """One handler for each kind of update that leads to something."""
    application.add_handler(TypeHandler(IncomingMessage, chat.command))
    application.add_handler(TypeHandler(ButtonPress, chat.button))
    application.add_handler(TypeHandler(InlineQuery, inline.query))
    application.add_handler(TypeHandler(Migration, chat.moved))
    application.add_handler(TypeHandler(Membership, chat.membership))
    application.add_error_handler(failures.on_error)
