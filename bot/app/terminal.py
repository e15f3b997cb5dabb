"""The bot without Telegram: a chat in this terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack, suppress

from bot.app.looking import looking_once, path_to_keep
from bot.app.opening import forgetful_chats, now, open_results, results_path
from bot.app.wiring import build_application
from bot.database.results.names import StoredNames
from bot.football.names.finder import ClubFinder
from bot.handlers.commands import commands
from bot.handlers.watching import Watching
from bot.live.seasons import is_behind
from bot.local.console import ConsoleSentences, standard_screen, talk
from bot.local.console_input import standard_lines
from bot.local.request import LocalRequest
from bot.local.telegram.engine import LocalTelegram
from bot.read_model.seasons import ResultsAsOf
from bot.settings import Settings
from bot.words import words_for


async def chat_here(settings: Settings, report: Callable[[str], None]) -> None:
    """The same handlers in this terminal, on a Telegram of our own. Raises DatabaseError.

    Where results are missing the sources are asked beside it, once; `report` is called if that fails. While
    a bot that serves keeps the results, they are only read.
    """
    # There is no other chat here to share an answer with.
    telegram = LocalTelegram(now, inline_mode=False)
    chats, watching = forgetful_chats(), Watching()
    knowledge = ResultsAsOf(open_results(results_path(settings.results_db)))
    async with AsyncExitStack() as stack:
        kept = None
        if settings.live_sources and is_behind(knowledge, now()):
            kept = path_to_keep(settings, held := stack.enter_context(ExitStack()))
        if kept:
            knowledge = ResultsAsOf(open_results(kept))
        answering = commands(ClubFinder(StoredNames(knowledge.results)), knowledge, chats, watching)
        application = build_application(answering, telegram.token, LocalRequest(telegram), chats=chats)
        if kept:
            looking = looking_once(
                settings,
                kept,
                held,
                chats=chats,
                knowledge=knowledge,
                application=application,
                first_look=watching.first_look,
                report=report,
            )
            await stack.enter_async_context(looking)
        with suppress(KeyboardInterrupt, asyncio.CancelledError):
            await talk(application, telegram, standard_lines("> "), standard_screen(), console_sentences())


def console_sentences() -> ConsoleSentences:
    words = words_for("nl")
    return ConsoleSentences(
        greeting=words.console_greeting,
        no_such_button=words.console_no_such_button,
        photo=words.console_photo,
        document=words.console_document,
        button_hint=words.console_button_hint,
        only_you=words.console_only_you,
        goodbye=words.goodbye,
        user_name=words.console_user,
    )
