"""The clock's side of the bot wired: sources, watcher, messages, delivery."""

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
from bot.database.chats.match_states import MatchStates, state_row
from bot.database.chats.outbox import Outbox
from bot.database.chats.source_states import SourceStates
from bot.database.errors import DatabaseError
from bot.errors import ErrorLog
from bot.football.events.observations import Observation
from bot.football.events.promises import Promises
from bot.football.events.states import MatchState
from bot.football.season.evening import evening_of, evening_of_match
from bot.importing.observations import LiveImport
from bot.live.asking import Asking
from bot.live.by_hand import ByHand
from bot.live.compose import AlertMessages
from bot.live.delivery import Delivery
from bot.live.draws import DrawMessages
from bot.live.evening_messages import EveningMessages
from bot.live.owners import Owners
from bot.live.reminders import ReminderMessages
from bot.live.results import ResultMessages
from bot.live.season_looks import SeasonLooks
from bot.live.seasons import Seasons
from bot.live.stories import StoryMessages
from bot.live.watcher import EVERY, Watcher
from bot.read_model.seasons import ResultsAsOf
from bot.sources.live import LiveSource, promises_of
from bot.transport.limits import Granted, Limits

log = logging.getLogger(__name__)
AGAIN_AFTER = 30.0


@dataclass(frozen=True, slots=True)
class Live:
    watcher: Watcher
    season_looks: SeasonLooks
    delivery: Delivery
    messages: EveningMessages
    by_hand: ByHand
    clock: Callable[[], datetime]

    async def run(self) -> None:
        """Watch and deliver until cancelled; what is on its way then is waited for."""
        log.info("matches are watched by %s", ", ".join(source.name for source in self.watcher.sources))
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_again_and_again("watching", self.watcher.run))
                group.create_task(_again_and_again("asking about seasons", self.season_looks.run))
                group.create_task(_again_and_again("delivering", self.delivery.run))
        finally:
            await self.delivery.finish()

    @property
    def promises(self) -> Promises:
        return self.watcher.promises

    def entered(self, entry: Entry) -> None:
        """An owner saved an entry: the next look is due at once."""
        watcher, now, before = self.watcher, self.clock(), entry.before
        # A match that nobody watched is compared with what it was before the entry.
        if not watcher.states.of([before], watcher.knowledge.results.clubs()):
            day = evening_of_match(before) or now.date()
            watcher.outbox.put((), [state_row(MatchState(Observation(before), now), day)])
        watcher.look_soon()

    def undone(self, entry: Entry) -> None:
        """An owner took an entry back: followers hear of it openly."""
        self.by_hand.live_import.put_back(entry.before, entry.authority)
        self.watcher.look_soon()

    def whole_evening(self, chat: int) -> None:
        """Tell a chat of the database of every match of this evening, live or in its results."""
        now = self.clock()
        day = evening_of(now)
        outbox = self.watcher.outbox
        outbox.want_whole_evening(chat, day)
        if not self.promises.live:
            return
        outbox.put(self.messages.whole_evening(chat, day, self.watcher.believed_tonight(now), now))
        self.delivery.wake()


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
    """The parts over a results database, opened to write, and one of chats; `speed` is a rehearsal's."""
    alerts, outbox, states = Alerts(chats.db), Outbox(chats.db), MatchStates(chats.db)
    messages = EveningMessages(alerts, knowledge)
    delivery = Delivery(bot, outbox, chats, alerts, limits, clock, speed)
    live_import = LiveImport(results, knowledge.results)
    by_hand = ByHand(Entries(chats.db), live_import)
    draws = DrawMessages(alerts, knowledge, states)
    # Nobody can promise what owners will enter; it is told when they do.
    promises = promises_of(source.can for source in sources)
    stories = StoryMessages(alerts, knowledge, states, promises)
    watcher = Watcher(
        (by_hand, *sources) if owners else tuple(sources),
        live_import,
        knowledge,
        states,
        outbox,
        AlertMessages(alerts, knowledge),
        messages,
        draws,
        stories,
        ReminderMessages(alerts, states),
        ResultMessages(alerts, knowledge, states, stories),
        Owners(owners, chats),
        Asking(live_import, SourceStates(chats.db), clock),
        promises,
        clock,
        delivery.wake,
        every,
        speed,
    )
    season_looks = SeasonLooks(watcher, Seasons(knowledge, states, draws))
    return Live(watcher, season_looks, delivery, messages, by_hand, clock)


async def _again_and_again(what: str, work: Callable[[], Awaitable[None]]) -> None:
    """Repeat the work for ever: trouble and faults are logged, and don't end the evening."""
    errors, time = ErrorLog(log, f"{what} waits: %s", f"{what} goes on"), asyncio.get_running_loop().time
    while True:
        begun = time()
        try:
            await work()
        except DatabaseError as error:
            if time() - begun > AGAIN_AFTER:
                errors.note(None)
            errors.note(error)
            await asyncio.sleep(AGAIN_AFTER)
        except Exception:
            log.exception("%s met a fault; going on in %.0f s", what, AGAIN_AFTER)
            await asyncio.sleep(AGAIN_AFTER)
