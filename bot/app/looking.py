"""The one look at the sources beside a chat in the terminal, so that it knows the latest results too."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager, closing, suppress
from functools import partial
from pathlib import Path

import httpx

from bot.app.learning import results_to_keep
from bot.app.opening import now
from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.memory import Counts, StoredPages
from bot.database.connection import open_to_keep
from bot.database.errors import DatabaseError
from bot.errors import BotError
from bot.handlers.first_look import FirstLook
from bot.live.memory import CountOfTheDay, PagesOfSource
from bot.live.wiring import Live, live_parts
from bot.read_model.seasons import ResultsAsOf
from bot.settings import Settings
from bot.sources.live import Surroundings
from bot.sources.registry import live_sources
from bot.transport.application import TelegramApplication
from bot.transport.limits import Limits
from bot.upkeep.backup import alone

PATIENCE = 10.0
"""Seconds for a source of results."""


def path_to_keep(settings: Settings, held: ExitStack) -> Path | None:
    """The results that this program may write to as long as it holds them; None while another one does."""
    try:
        held.enter_context(alone(settings.chats_db))
        return results_to_keep(settings)
    except (DatabaseError, OSError):
        held.close()
        return None


@asynccontextmanager
async def looking_once(  # noqa: PLR0913 - all that a look takes
    settings: Settings,
    path: Path,
    held: ExitStack,
    *,
    chats: Chats,
    knowledge: ResultsAsOf,
    application: TelegramApplication,
    first_look: FirstLook,
    report: Callable[[str], None],
) -> AsyncIterator[None]:
    """Meanwhile the sources are asked about the running season; whoever leaves sooner breaks that off.

    What is held for it is let go of when that is done: a bot that serves may begin while the chat goes on.
    """
    # What a source has to say of single matches is for the log of a bot that serves.
    logging.getLogger("bot.live").setLevel(logging.ERROR)

    async def look() -> None:
        try:
            with closing(open_to_keep(path)) as writer, closing(open_chats(settings.chats_db)) as kept:
                async with httpx.AsyncClient(timeout=PATIENCE) as client:
                    # What was asked and read is kept, of the chat itself nothing.
                    around = Surroundings(
                        client,
                        partial(CountOfTheDay, Counts(kept)),
                        settings.pace,
                        partial(PagesOfSource, StoredPages(kept)),
                        now,
                    )
                    live = live_parts(
                        sources=live_sources(settings.live_sources, settings, around),
                        results=writer,
                        chats=chats,
                        knowledge=knowledge,
                        bot=application.bot,
                        limits=Limits(),
                        clock=now,
                    )
                    live.season_looks.on_current = first_look.end
                    await live.season_looks.look()
                    if trouble := _trouble(live):
                        report(trouble)
        except BotError as error:
            report(str(error))
        finally:
            first_look.end()
            held.close()

    first_look.begin()
    looking = asyncio.create_task(look())
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


def _trouble(live: Live) -> str:
    """Why there is nothing new; empty if any source answered."""
    asking = live.watcher.asking
    problems = [asking.states.of(source.name).problem for source in live.watcher.sources]
    first = next(filter(None, problems), "")
    return f"the latest results can't be fetched now: {first}" if first and not asking.answered else ""
