"""Answering Telegram by long polling, until told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

if TYPE_CHECKING:
    from bot.transport.local_request import LocalApplication

log = logging.getLogger(__name__)
FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
WANTED = [Update.MESSAGE, Update.CALLBACK_QUERY]


class TelegramTrouble(Exception):  # noqa: N818 - the house word for what is nobody's programming error
    """Telegram won't have us; the message says what to do."""


async def poll(application: LocalApplication) -> None:
    """Answer until SIGINT or SIGTERM. Raises TelegramTrouble when the token is refused or used elsewhere."""
    stopping = asyncio.Event()
    trouble: list[TelegramTrouble] = []
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stopping.set)

    def heard(error: TelegramError) -> None:
        if isinstance(error, Conflict):
            trouble.append(
                TelegramTrouble("another program answers for this bot's token: stop that one first.")
            )
            stopping.set()
        else:
            log.warning("Telegram can't be reached: %s; trying again", _without_secrets(error))

    if not await _reach(application, stopping):
        return
    await application.start()
    assert application.updater  # noqa: S101 - built with one
    await application.updater.start_polling(
        allowed_updates=WANTED, bootstrap_retries=-1, error_callback=heard
    )
    log.info("answering as @%s; stop with Ctrl-C", application.bot.username)
    await stopping.wait()
    await application.updater.stop()
    await application.stop()
    await application.shutdown()
    if trouble:
        raise trouble[0]


async def _reach(application: LocalApplication, stopping: asyncio.Event) -> bool:
    """Keep trying until Telegram answers; False when told to stop before it did."""
    wait = FIRST_WAIT
    while not stopping.is_set():
        try:
            await application.initialize()
        except InvalidToken as refused:
            raise TelegramTrouble(
                "Telegram does not know this token: check TELEGRAM_BOT_TOKEN in .env "
                "against what @BotFather gave."
            ) from refused
        except NetworkError as error:
            log.warning(
                "Telegram can't be reached (%s); trying again in %.0f s", _without_secrets(error), wait
            )
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), wait)
            wait = min(2 * wait, LONGEST_WAIT)
        else:
            return True
    return False


def _without_secrets(error: TelegramError) -> str:
    """The kind of the error alone: its text may quote an address with the token in it."""
    return type(error).__name__
