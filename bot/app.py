"""The parts put together, once: settings, databases, parts, handlers."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, filters

from bot.database.connection import open_to_read
from bot.database.results import Results
from bot.finding import finder_of
from bot.handlers.chat import ChatHandlers, on_error
from bot.handlers.commands import Commands, commands
from bot.handlers.knowledge import Knowledge

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import BaseRequest

    from bot.settings import Settings
    from bot.transport.local_request import LocalApplication

SNAPSHOTS = (
    Path(__file__).parent / "data" / "results.db",  # in a wheel
    Path(__file__).parents[1] / "data" / "results.db",  # in a checkout
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


def open_commands(path: Path) -> Commands:
    """Everything that can be asked of one database. Raises DatabaseTrouble."""
    results = Results(open_to_read(path))
    return commands(finder_of(results), Knowledge(results))


def build_application(
    answering: Commands, token: str, request: BaseRequest | None, *, api_url: str = "", clock: Callable[[], datetime] = now
) -> LocalApplication:
    """The Telegram application; the request is swapped for the local Telegram."""
    builder = ApplicationBuilder().token(token)
    if api_url:
        builder = builder.base_url(f"{api_url}/bot").base_file_url(f"{api_url}/file/bot")
    if request:
        builder = builder.request(request).get_updates_request(request)
    application = builder.build()
    add_handlers(application, ChatHandlers(answering, clock))
    return application


def add_handlers(application: LocalApplication, chat: ChatHandlers) -> None:
    """All handlers, in the order in which they are tried."""
    for command in chat.commands.all:
        application.add_handler(CommandHandler(command.names, chat.command, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(chat.button))
    application.add_error_handler(on_error)
