"""Handlers and a Telegram: what every way of running the bot has in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from telegram.ext import (
    ApplicationBuilder,
    TypeHandler,
)
from telegram.request import BaseRequest

from bot.app.opening import forgetful_chats, now
from bot.database.chats.chats import Chats
from bot.database.chats.menus import StoredMenus
from bot.handlers.chat import ChatHandlers
from bot.handlers.commands import Commands
from bot.handlers.failures import Failures
from bot.handlers.guests import GuestHandlers
from bot.handlers.inline import InlineHandler
from bot.handlers.menus import Menus
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.application import TelegramApplication
from bot.transport.limits import Limits
from bot.transport.side_by_side import SideBySide
from bot.transport.updates.incoming import (
    ButtonPress,
    GuestQuestion,
    IncomingMessage,
    InlineQuery,
    Membership,
    Migration,
)


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
        ChatHandlers(answering, chats, GuestHandlers(answering, clock), clock, ahead),
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
    application.add_handler(TypeHandler(GuestQuestion, chat.guests.question))
    application.add_handler(TypeHandler(Migration, chat.moved))
    application.add_handler(TypeHandler(Membership, chat.membership))
    application.add_error_handler(failures.on_error)
