"""The bot without Telegram: a chat in this terminal."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from bot.app.opening import now, open_commands, results_path
from bot.app.wiring import build_application
from bot.local.console import ConsoleSentences, standard_screen, talk
from bot.local.console_input import standard_lines
from bot.local.request import LocalRequest
from bot.local.telegram.engine import LocalTelegram
from bot.settings import Settings
from bot.words import words_for


async def chat_here(settings: Settings) -> None:
    """The same handlers in this terminal, on a Telegram of our own. Raises DatabaseError."""
    # There is no other chat here to share an answer with.
    telegram = LocalTelegram(now, inline_mode=False)
    answering = open_commands(results_path(settings.results_db))
    application = build_application(answering, telegram.token, LocalRequest(telegram))
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        await talk(application, telegram, standard_lines("> "), standard_screen(), console_sentences())


def console_sentences() -> ConsoleSentences:
    words = words_for("nl")
    return ConsoleSentences(
        greeting=words.console_greeting,
        no_such_button=words.console_no_such_button,
        photo=words.console_photo,
        goodbye=words.console_goodbye,
        user_name=words.console_user,
    )
