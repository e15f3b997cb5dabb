"""A match night in seconds: a real evening of the database, a local Telegram, and chats that follow clubs."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from telegram.ext import ExtBot

from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.facts import ChatKind
from bot.database.connection import open_to_read, open_to_write
from bot.database.results.results import Results
from bot.football.events.alerting import WITH_SOUND, AlertSettings
from bot.football.events.observations import Observation
from bot.football.model import Match
from bot.football.season.as_of import over_at, still_to_come
from bot.live.wiring import Live, live_parts
from bot.local.request import LocalRequest
from bot.local.rewinding import PlayedAgain, rewind
from bot.local.telegram.chats import Chat
from bot.local.telegram.engine import LOCAL_TOKEN, Happening, LocalTelegram
from bot.local.under_way import observation_at
from bot.read_model.seasons import ResultsAsOf
from bot.sources.errors import SourceError
from bot.sources.live import Abilities
from bot.sources.uefa.client import CAN
from bot.transport.limits import Limits
from tests.live.fast_time import clock_from
from tests.shared import small_results

AFTERWARDS = Abilities(live=False, scorers=True, seasons=True, delay=timedelta(minutes=10))


@dataclass(slots=True)
class TrueSource:
    """Tells what is true at the moment, unless it is disturbed: then it tells or raises something else."""

    matches: Sequence[Match]
    clock: Callable[[], datetime]
    disturb: Callable[[int, tuple[Observation, ...]], tuple[Observation, ...]] = lambda _, observations: (
        observations
    )
    name: str = "true"
    can: Abilities = CAN
    looks: list[datetime] = field(default_factory=list)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        del day, now
        moment = self.clock()
        self.looks.append(moment)
        return self.disturb(len(self.looks), tuple(observation_at(match, moment) for match in self.matches))


@dataclass(slots=True)
class SourceOfResults(TrueSource):
    """Tells results some time after the final whistle, and nothing while a match is on."""

    late: timedelta = timedelta(minutes=10)
    takes: float = 0
    """Seconds before it answers."""
    refuses: bool = False
    without_scorers_until: datetime | None = None
    can: Abilities = AFTERWARDS
    spans: list[tuple[datetime, date, date]] = field(default_factory=list)

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        del day, now
        raise AssertionError("without live scores it is not looked at every half minute")

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        now = self.clock()
        self.spans.append((now, first, last))
        await asyncio.sleep(self.takes)
        if self.refuses:
            raise SourceError("http://results", "can't be reached")
        found = tuple(Observation(self._as_known(match, now)) for match in self.matches)
        return self.disturb(len(self.spans), found)

    def _as_known(self, match: Match, now: datetime) -> Match:
        if now < over_at(match) + self.late:
            return still_to_come(match)
        if self.without_scorers_until and now < self.without_scorers_until:
            return replace(match, goals=())
        return match


@dataclass(frozen=True, slots=True)
class Said:
    """A message of the bot as it arrived, or an edit of one."""

    at: datetime
    chat: int
    message: int
    text: str
    edited: bool
    silent: bool


@dataclass(slots=True)
class Night:
    folder: Path
    again: PlayedAgain
    results: Database
    chats: Chats
    telegram: LocalTelegram
    source: TrueSource
    live: Live
    clock: Callable[[], datetime]
    build: Callable[[], Live]
    messages: list[Said] = field(default_factory=list)

    def follower(self, name: str, *clubs: str, kind: str = "private", stories: bool = False) -> Chat:
        """Somebody, or a group, that follows these clubs; most tests are of those who want no stories."""
        if kind == "group":
            chat = self.telegram.add_group(name)
        else:
            chat = self.telegram.add_private_chat(self.telegram.add_user(name))
            chat.bot_status = "member"
        self.chats.mark_active(chat.id, ChatKind(kind), self.clock())
        for club in clubs:
            self.chats.follow(chat.id, club, self.clock())
        if not stories:
            self.live.watcher.alert_messages.alerts.save(chat.id, AlertSettings(WITH_SOUND))
        return chat

    def heard_by(self, chat: Chat, *, edits: bool = False) -> list[str]:
        """The alerts of a chat, in order; or all contents of its live message."""
        live = self.live_messages(chat)
        return [
            message.text
            for message in self.messages
            if message.chat == chat.id and (message.message in live) is edits
        ]

    def live_messages(self, chat: Chat) -> set[int]:
        """The live message of a chat begins with the day."""
        return {
            message.message
            for message in self.messages
            if message.chat == chat.id and message.text.startswith("📅")
        }

    async def until(self, moment: datetime) -> None:
        """Let the evening go on until then."""
        await asyncio.sleep((moment - self.clock()).total_seconds())

    def watch(self, happening: Happening) -> None:
        if happening.kind in {"sent", "edited"}:
            message: dict[str, Any] = happening.content
            self.messages.append(
                Said(
                    self.clock(),
                    happening.chat_id,
                    message["message_id"],
                    message.get("text", ""),
                    happening.kind == "edited",
                    bool(message.get("disable_notification")),
                )
            )


def only_those_of(*clubs: str) -> Callable[[Iterable[Match]], list[Match]]:
    """Where the other matches of the evening do not matter."""
    return lambda all_of_them: [game for game in all_of_them if {club.id for club in game.clubs} & set(clubs)]


@asynccontextmanager
async def night(
    folder: Path,
    day: date,
    begin: datetime,
    *,
    results: Path | None = None,
    disturb: Callable[[int, tuple[Observation, ...]], tuple[Observation, ...]] = lambda _, observations: (
        observations
    ),
    matches: Callable[[Iterable[Match]], Iterable[Match]] = lambda all_of_them: all_of_them,
    source_of: type[TrueSource] = TrueSource,
) -> AsyncIterator[Night]:
    """Everything stands ready at that moment; `playing` lets it run. For a fast loop."""
    clock = clock_from(begin)
    path = folder / "results.db"
    shutil.copyfile(results or small_results(), path)
    writer = open_to_write(path)
    writer.enable_wal()
    again = rewind(writer, day)
    knowledge = ResultsAsOf(Results(open_to_read(path)))
    chats = Chats(open_chats(folder / "chats.db"))
    telegram = LocalTelegram(clock)
    limits = Limits()
    request = LocalRequest(telegram)
    source = source_of(tuple(matches(again.matches)), clock, disturb)
    async with ExtBot(LOCAL_TOKEN, request=request, get_updates_request=request, rate_limiter=limits) as bot:

        def build() -> Live:
            return live_parts(
                sources=(source,),
                results=writer,
                chats=chats,
                knowledge=knowledge,
                bot=bot,
                limits=limits,
                clock=clock,
            )

        tonight = Night(folder, again, writer, chats, telegram, source, build(), clock, build)
        telegram.watchers.append(tonight.watch)
        try:
            yield tonight
        finally:
            chats.db.close()
            writer.close()
    assert not telegram.violations, telegram.violations


async def killed(tonight: Night, work: asyncio.Task[None]) -> None:
    """As kill -9 does: nothing is finished, nothing is noted; what was saved is there for the next one."""
    for task in (work, *tonight.live.delivery._under_way):  # noqa: SLF001 - there is no gentle way
        task.cancel()
    await asyncio.wait((work,))
    tonight.live = tonight.build()


@asynccontextmanager
async def playing(tonight: Night) -> AsyncIterator[None]:
    """The watcher and delivery at work."""
    work = asyncio.create_task(tonight.live.run())
    try:
        yield
    finally:
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work
