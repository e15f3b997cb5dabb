"""Answering Telegram, and watching the matches beside it."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial

import httpx

from bot.app.health import Health
from bot.app.heartbeat import beat
from bot.app.learning import results_to_keep
from bot.app.logs import quiet_loop, start_logging
from bot.app.opening import now, open_results
from bot.app.wiring import build_application
from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.inbox import Inbox
from bot.database.chats.memory import Counts, StoredPages
from bot.database.chats.pending_writes import PendingWrites
from bot.database.connection import open_to_keep
from bot.database.results.names import StoredNames
from bot.football.names.finder import ClubFinder
from bot.handlers.commands import Commands, commands
from bot.handlers.watching import Watching
from bot.live.memory import CountOfTheDay, PagesOfSource
from bot.live.wiring import Live, live_parts
from bot.read_model.seasons import ResultsAsOf
from bot.settings import Settings
from bot.sources.live import Surroundings
from bot.sources.registry import live_sources
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.ingest import Intake
from bot.transport.limits import Limits
from bot.transport.metrics import Metrics
from bot.transport.polling import Door, Polling, answer
from bot.transport.telegram_clock import TelegramClock
from bot.upkeep.backup import alone

EVERYWHERE = "0.0.0.0"  # noqa: S104 - when the setting says so
PATIENCE = 10.0
"""Seconds for a source of results."""

PAUSE = 0.02
"""Seconds between two steps of what is prepared: an update that has come goes first."""

RARELY = (20_000, 20, 20)
"""Objects made before the collector looks them over: few are in cycles, and looking takes its time."""

log = logging.getLogger(__name__)


def serve_on_a_fast_loop(settings: Settings) -> None:
    """As `serve`, on uvloop where there is one for this machine."""
    try:
        fast = importlib.import_module("uvloop").new_event_loop
    except ImportError:
        fast = None
    with asyncio.Runner(loop_factory=fast) as runner:
        runner.run(serve(settings))


async def serve(settings: Settings) -> None:
    """Answer Telegram until told to stop. Raises DatabaseError and TelegramRefusedError."""
    start_logging(settings.log_level, settings.log_format)
    quiet_loop(asyncio.get_running_loop())
    token = settings.telegram_bot_token.get_secret_value().strip()
    async with AsyncExitStack() as stack:
        stack.enter_context(alone(settings.chats_db))
        path = results_to_keep(settings)
        # Whatever is put off is saved by the intake, after each answer.
        chats = Chats(open_chats(settings.chats_db), PendingWrites())
        stack.callback(chats.db.close)
        limits, metrics, watching = (
            Limits(settings.messages_per_second, speed=settings.pace),
            Metrics(),
            Watching(),
        )
        knowledge = ResultsAsOf(open_results(path))
        answering = commands(ClubFinder(StoredNames(knowledge.results)), knowledge, chats, watching)
        intake = Intake(Inbox(chats, now), settings.pace, answering.changes_something)
        telegram_clock = TelegramClock(now)
        request = AiohttpRequest(on_call=metrics.called, on_date=telegram_clock.heard)
        # Also when Telegram won't have us.
        stack.push_async_callback(request.shutdown)
        application = build_application(
            answering,
            token,
            request,
            chats=chats,
            limits=limits,
            api_url=settings.telegram_api_url,
            processor=intake.processor(metrics.handled.observe),
            ahead=lambda: telegram_clock.ahead,
        )
        live: Live | None = None
        if settings.live_sources or settings.owners:
            client = await stack.enter_async_context(httpx.AsyncClient(timeout=PATIENCE))
            writer = open_to_keep(path)
            stack.callback(writer.close)
            live = live_parts(
                sources=live_sources(
                    settings.live_sources,
                    settings,
                    Surroundings(
                        client,
                        partial(CountOfTheDay, Counts(chats.db)),
                        settings.pace,
                        partial(PagesOfSource, StoredPages(chats.db)),
                        now,
                    ),
                ),
                results=writer,
                chats=chats,
                knowledge=knowledge,
                bot=application.bot,
                limits=limits,
                clock=now,
                owners=settings.owners,
                every=timedelta(seconds=settings.live_every),
                speed=settings.pace,
            )
            watching.promises, watching.whole_evening = live.promises, live.whole_evening
            watching.owners = frozenset(settings.owners)
            watching.entered, watching.undone = live.entered, live.undone
            live.season_looks.on_current = watching.first_look.end
            if settings.live_sources and live.season_looks.is_behind:
                watching.first_look.begin()
        gc.set_threshold(*RARELY)
        health = Health(knowledge.results, chats, live, metrics, intake, limits)
        health.count()
        door = _door(settings, metrics, health)

        async def beside() -> None:
            async with asyncio.TaskGroup() as work:
                work.create_task(beat(settings.chats_db.parent, lambda: health.is_well))
                work.create_task(_prepare(answering))
                if live:
                    work.create_task(live.run())

        await answer(application, beside, intake, door, settings.pace)


async def _prepare(answering: Commands) -> None:
    """Every player and every record, so that nobody waits for them, nor anybody else meanwhile."""
    for _ in answering.prepare():
        await asyncio.sleep(PAUSE)
    # What was made by now stays; the collector need not look it over in the middle of an answer.
    gc.collect()
    gc.freeze()


def _door(settings: Settings, metrics: Metrics, health: Health) -> Door:
    if not settings.webhook_url:
        return Polling(on_update=metrics.update_came, pace=settings.pace)
    # A web server of its own, which only a webhook needs.
    from bot.transport.webhook import Webhook  # noqa: PLC0415

    host, _, port = settings.webhook_listen.rpartition(":")
    return Webhook(
        settings.webhook_url,
        settings.webhook_secret.get_secret_value(),
        # Nothing before the port: on every address, as in a container.
        host.strip("[]") or EVERYWHERE,
        int(port),
        metrics,
        health.details,
    )
