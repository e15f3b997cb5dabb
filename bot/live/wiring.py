"""The clock's side of the bot put together: sources, watcher, teller, postman."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database
from telegram.ext import ExtBot

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.entries import Entries, Entry
from bot.database.chats.outbox import Outbox
from bot.database.chats.watched import WatchedMatches, believed_of
from bot.database.trouble import DatabaseTrouble
from bot.football.events.changes import Watched
from bot.football.events.observations import Observation
from bot.football.season.evening import evening_of, evening_of_match
from bot.importing.sightings import Incoming
from bot.live.by_hand import ByHand
from bot.live.draws import DrawTeller
from bot.live.evening_messages import EveningMessages
from bot.live.owners import Owners
from bot.live.postman import Postman
from bot.live.seasons import Seasons
from bot.live.stories import StoryTeller
from bot.live.teller import Teller
from bot.live.watcher import EVERY, Watcher
from bot.read_model.seasons import ResultsAsOf
from bot.sources.live import LiveSource
from bot.transport.limits import Granted, Limits

log = logging.getLogger(__name__)
AGAIN_AFTER = 30.0


@dataclass(frozen=True, slots=True)
class Live:
    watcher: Watcher
    postman: Postman
    messages: EveningMessages
    by_hand: ByHand
    clock: Callable[[], datetime]

    async def run(self) -> None:
        """Watch and deliver until cancelled; what is on its way then is waited for."""
        log.info("matches are watched by %s", ", ".join(source.name for source in self.watcher.sources))
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_again_and_again("watching", self.watcher.run))
                group.create_task(_again_and_again("delivering", self.postman.run))
        finally:
            await self.postman.finish()

    def entered(self, entry: Entry) -> None:
        """An owner saved something: to be told of without waiting for the next look."""
        watcher, now, before = self.watcher, self.clock(), entry.before
        # Against what was known, of which followers were told if anybody watched.
        if watcher.watched.of(before, watcher.knowledge.results.clubs()) is None:
            day = evening_of_match(before) or now.date()
            watcher.outbox.put((), [believed_of(Watched(Observation(before), now), day)])
        watcher.look_soon()

    def undone(self, entry: Entry) -> None:
        """What was known before is told again, openly."""
        self.by_hand.incoming.put_back(entry.before, entry.authority)
        self.watcher.look_soon()

    def whole_evening(self, chat: int) -> None:
        """Keep up with every match of this evening in one message there; for a chat that is known."""
        now = self.clock()
        day = evening_of(now)
        outbox = self.watcher.outbox
        outbox.want_whole_evening(chat, day)
        outbox.put(self.messages.whole_evening(chat, day, self.watcher.seen_tonight(now), now))
        self.postman.wake()


def live_parts(  # noqa: PLR0913 - everything that the clock needs
    *,
    sources: Sequence[LiveSource],
    results: Database,
    chats: Chats,
    knowledge: ResultsAsOf,
    bot: ExtBot[Granted],
    limits: Limits,
    clock: Callable[[], datetime],
    owners: tuple[int, ...] = (),
    every: timedelta = EVERY,
    speed: float = 1.0,
) -> Live:
    """Over one results database, opened to write, and one of chats; a rehearsal's clock may be a fast one."""
    alerts, outbox, watched = Alerts(chats.db), Outbox(chats.db), WatchedMatches(chats.db)
    messages = EveningMessages(alerts, knowledge)
    postman = Postman(bot, outbox, chats, alerts, limits, clock, speed)
    incoming = Incoming(results, knowledge.results)
    by_hand = ByHand(Entries(chats.db), incoming)
    draws = DrawTeller(alerts, knowledge, watched)
    watcher = Watcher(
        (by_hand, *sources) if owners else tuple(sources),
        incoming,
        knowledge,
        watched,
        outbox,
        Teller(alerts, knowledge),
        messages,
        draws,
        StoryTeller(alerts, knowledge, watched),
        Seasons(knowledge, watched, draws),
        Owners(owners, chats),
        clock,
        postman.wake,
        every,
        speed,
    )
    return Live(watcher, postman, messages, by_hand, clock)


async def _again_and_again(what: str, work: Callable[[], Awaitable[None]]) -> None:
    """Neither trouble nor a fault of ours may end the evening: it is logged, and the work goes on."""
    while True:
        try:
            await work()
        except DatabaseTrouble as trouble:
            log.warning("%s goes on in %.0f s: %s", what, AGAIN_AFTER, trouble)
            await asyncio.sleep(AGAIN_AFTER)
        except Exception:
            log.exception("%s met a fault; going on in %.0f s", what, AGAIN_AFTER)
            await asyncio.sleep(AGAIN_AFTER)
