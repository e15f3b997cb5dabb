"""An evening of the past played again, through sources and a bot that are the real ones.

The sources answer from a server of our own; the clock runs as many times as fast as asked. In this terminal
everything happens on a Telegram of our own; in a real chat the limits of the real one are kept, so that at a
high speed a goal may be too old to be told before its turn comes.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
from aiohttp import web
from telegram.request import BaseRequest

from bot.app.opening import open_results, results_path
from bot.app.rehearsal import ReplayError, ReplayOptions
from bot.app.terminal import console_sentences
from bot.app.wiring import build_application
from bot.database.chats.chats import MOST_FOLLOWED, Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.facts import ChatKind, TooMany
from bot.database.connection import open_to_keep
from bot.database.results.names import StoredNames
from bot.football.model import AMSTERDAM, Club
from bot.football.names.finder import ClubFinder, OneClub
from bot.football.season.as_of import over_at
from bot.handlers.commands import Commands, commands
from bot.handlers.watching import Watching
from bot.live.wiring import Live, live_parts
from bot.local.console import standard_screen, talk
from bot.local.console_input import attended, standard_lines
from bot.local.request import LocalRequest
from bot.local.rewinding import PlayedAgain, rewind
from bot.local.sources.faults import FaultsByLot, SourceFault, no_faults
from bot.local.sources.server import LocalSources, settings_at
from bot.local.telegram.engine import LocalTelegram
from bot.local.under_way import observation_at
from bot.read_model.seasons import ResultsAsOf
from bot.settings import Settings
from bot.sources.live import InMemory, Surroundings
from bot.sources.registry import live_sources
from bot.transport.application import TelegramApplication
from bot.transport.limits import Limits
from bot.transport.polling import answer

BEFORE, AFTER = timedelta(minutes=5), timedelta(minutes=45)
"""Of the first kick-off and of the last end; half an hour after that the story of the night is told."""
WITHOUT_LIVE_SCORES = timedelta(minutes=100)
"""After the last end: the sources are asked after the evening, and an hour later for what is missing."""
SHARE_OF_FAULTS, SECONDS_OF_A_FAULT = 0.2, 60.0
PATIENCE = 2.0
NOT_YET = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class FastClock:
    """The time of that evening, once it has been started."""

    speed: float
    _begin: datetime = NOT_YET
    _started: float = field(default_factory=time.monotonic)

    def __call__(self) -> datetime:
        return self._begin + timedelta(seconds=(time.monotonic() - self._started) * self.speed)

    def start(self, begin: datetime) -> None:
        self._begin, self._started = begin, time.monotonic()


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Everything that takes part in an evening that is played again."""

    again: PlayedAgain
    clock: FastClock
    end: datetime
    chats: Chats
    finder: ClubFinder
    answering: Commands
    live: Live
    application: TelegramApplication


async def replay(settings: Settings, options: ReplayOptions, report: Callable[[str], None]) -> None:
    """Play the evening again; `report` is called with what somebody has to know about it.

    Raises ReplayError, DatabaseError and TelegramRefusedError.
    """
    if options.in_telegram:
        await _in_telegram(settings, options, report)
    else:
        await _in_this_terminal(settings, options, report)


async def _in_telegram(settings: Settings, options: ReplayOptions, report: Callable[[str], None]) -> None:
    token = settings.telegram_bot_token.get_secret_value().strip()
    if not token:
        raise ReplayError("--telegram needs TELEGRAM_BOT_TOKEN in .env")
    clock = FastClock(options.speed)
    async with _rehearsal(settings, options, clock, token, None, Limits(), report) as rehearsal:

        async def evening() -> None:
            await _play(rehearsal, report)
            report("stop with Ctrl-C")

        await answer(rehearsal.application, evening)


async def _in_this_terminal(
    settings: Settings, options: ReplayOptions, report: Callable[[str], None]
) -> None:
    clock = FastClock(options.speed)
    telegram = LocalTelegram(clock, inline_mode=False)
    limits = Limits(speed=options.speed)
    request = LocalRequest(telegram)
    async with _rehearsal(settings, options, clock, telegram.token, request, limits, report) as rehearsal:
        sentences = console_sentences()
        user = telegram.add_user(sentences.user_name)
        chat = telegram.add_private_chat(user)
        # Whoever follows a club has spoken to the bot before.
        chat.bot_status = "member"
        report(f"this chat follows {', '.join(_follow(rehearsal, user.id, options))}")
        playing = asyncio.create_task(_play(rehearsal, report))
        lines = standard_lines("> ") if attended() else _and_then_nothing(standard_lines("> "))
        talking = asyncio.create_task(
            talk(rehearsal.application, telegram, lines, standard_screen(), sentences, (user, chat))
        )
        await asyncio.wait((playing, talking), return_when=asyncio.FIRST_COMPLETED)
        for task in (playing, talking):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _play(rehearsal: Rehearsal, report: Callable[[str], None]) -> None:
    """Runs the evening until some time after its last match."""
    living = asyncio.create_task(rehearsal.live.run())
    try:
        await asyncio.sleep((rehearsal.end - rehearsal.clock()).total_seconds() / rehearsal.clock.speed)
    finally:
        living.cancel()
        with suppress(asyncio.CancelledError):
            await living
    report(f"over; {rehearsal.live.watcher.outbox.states().get('sent', 0)} messages came without being asked")


async def _and_then_nothing(lines: AsyncIterator[str]) -> AsyncIterator[str]:
    """The piped lines, and then a wait: the evening goes on to its end."""
    async for line in lines:
        yield line
    await asyncio.Event().wait()


@asynccontextmanager
async def _rehearsal(  # noqa: PLR0913, PLR0917 - both ways of playing it
    settings: Settings,
    options: ReplayOptions,
    clock: FastClock,
    token: str,
    request: BaseRequest | None,
    limits: Limits,
    report: Callable[[str], None],
) -> AsyncIterator[Rehearsal]:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        path = folder / "results.db"
        shutil.copyfile(results_path(settings.results_db), path)
        writer = open_to_keep(path)
        stack.callback(writer.close)
        again = rewind(writer, options.day)
        if not again.matches:
            raise ReplayError(f"I know no matches on {options.day:%d-%m-%Y}")
        kick_offs = [match.kick_off for match in again.matches if match.kick_off]
        clock.start(min(kick_offs) - BEFORE)
        knowledge = ResultsAsOf(open_results(path))
        chats = Chats(open_chats(folder / "chats.db"))
        stack.callback(chats.db.close)
        watching, finder = Watching(), ClubFinder(StoredNames(knowledge.results))
        answering = commands(finder, knowledge, chats, watching)
        application = build_application(
            answering,
            token,
            request,
            chats=chats,
            limits=limits,
            api_url=settings.telegram_api_url if options.in_telegram else "",
            clock=clock,
        )
        address = await stack.enter_async_context(_sources(again, clock, options))
        client = await stack.enter_async_context(httpx.AsyncClient(timeout=PATIENCE))
        live = live_parts(
            sources=live_sources(
                options.sources,
                settings_at(address),
                Surroundings(client, lambda _name: InMemory(), options.speed, clock=clock),
            ),
            results=writer,
            chats=chats,
            knowledge=knowledge,
            bot=application.bot,
            limits=limits,
            clock=clock,
            speed=options.speed,
        )
        watching.promises, watching.whole_evening = live.promises, live.whole_evening
        _tell(again, options, report)
        after = AFTER if live.promises.live else WITHOUT_LIVE_SCORES
        end = max(over_at(match) for match in again.matches) + after
        yield Rehearsal(again, clock, end, chats, finder, answering, live, application)


@asynccontextmanager
async def _sources(again: PlayedAgain, clock: FastClock, options: ReplayOptions) -> AsyncIterator[str]:
    """The address of a local server that plays the sources of that evening."""
    faults = [SourceFault(kind, SECONDS_OF_A_FAULT / options.speed) for kind in options.faults]
    server = LocalSources(
        lambda moment: [observation_at(match, moment) for match in again.matches],
        clock,
        FaultsByLot(1, SHARE_OF_FAULTS, faults) if faults else no_faults,
    )
    runner = web.AppRunner(server.application(), shutdown_timeout=0, handler_cancellation=True)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _tell(again: PlayedAgain, options: ReplayOptions, report: Callable[[str], None]) -> None:
    report(f"{len(again.matches)} matches of {options.day:%d-%m-%Y}, {options.speed:g} times as fast")
    for at in sorted({match.kick_off for match in again.assumed if match.kick_off}):
        names = [f"{match.home.name} – {match.away.name}" for match in again.assumed if match.kick_off == at]
        report(f"kick-off not known, put at {at.astimezone(AMSTERDAM):%H.%M}: {', '.join(names)}")


def _follow(rehearsal: Rehearsal, chat: int, options: ReplayOptions) -> list[str]:
    """The names of the clubs that the chat follows from now on: as asked, else the Dutch ones, else some."""
    playing = list(dict.fromkeys(club for match in rehearsal.again.matches for club in match.clubs))
    clubs = [_club(rehearsal, name, playing) for name in options.follow]
    clubs = clubs or [club for club in playing if club.country == "NED"] or playing[:MOST_FOLLOWED]
    now = rehearsal.clock()
    rehearsal.chats.mark_active(chat, ChatKind.PRIVATE, now)
    for club in clubs:
        if isinstance(rehearsal.chats.follow(chat, club.id, now), TooMany):
            raise ReplayError(f"a chat follows {MOST_FOLLOWED} clubs at most")
    return [club.name for club in clubs]


def _club(rehearsal: Rehearsal, name: str, playing: Sequence[Club]) -> Club:
    match rehearsal.finder.find(name):
        case OneClub(club) if club in playing:
            return club
        case _:
            raise ReplayError(f"'{name}' is no club that plays that evening: --follow takes one that does")
