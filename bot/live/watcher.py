"""The sources looked at while matches are on; what happened goes into the database and to the followers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.database.chats.outbox import Outbox
from bot.database.chats.outbox_facts import OutgoingMessage
from bot.database.chats.watched import WatchedMatches, believed_of, name_of
from bot.database.results.results import Conflict
from bot.database.results.saving import Origin
from bot.database.trouble import DatabaseTrouble
from bot.football.events.changes import Watched, look_again, shows_more
from bot.football.events.observations import Observation
from bot.football.model import Match, Status
from bot.football.season.evening import evening_of, evening_of_match, on_evening
from bot.football.season.watching import is_on, next_look
from bot.importing.sightings import Incoming, origin_of
from bot.live.backoff import Backoff
from bot.live.combine import Telling, other_results, together
from bot.live.draws import DrawTeller
from bot.live.evening_messages import EveningMessages
from bot.live.news import Happened, happened
from bot.live.owners import Owners
from bot.live.seasons import Seasons, Span
from bot.live.stories import StoryTeller
from bot.live.teller import Teller
from bot.read_model.seasons import ResultsAsOf
from bot.sources.errors import SourceError
from bot.sources.live import LiveSource, SeasonSource

log = logging.getLogger(__name__)
EVERY = timedelta(seconds=30)
REFRESHED = timedelta(minutes=5)
"""So often a match under way is saved although nothing changed, so that it is known to go on."""
REMEMBERED = timedelta(hours=40)


@dataclass(slots=True)
class Watcher:
    """Gathers what the sources say, decides what happened, and hands it on: all in one task."""

    sources: Sequence[LiveSource]
    incoming: Incoming
    knowledge: ResultsAsOf
    watched: WatchedMatches
    outbox: Outbox
    teller: Teller
    messages: EveningMessages
    draws: DrawTeller
    stories: StoryTeller
    seasons: Seasons
    owners: Owners
    clock: Callable[[], datetime]
    wake: Callable[[], None]
    """Called when there is something new in the outbox."""
    every: timedelta = EVERY
    speed: float = 1.0
    """How many seconds of the clock pass in one."""
    _patience: dict[str, Backoff] = field(default_factory=dict)
    _saved: dict[str, datetime] = field(default_factory=dict)
    """When a match under way was saved last."""
    _problems: set[str] = field(default_factory=set)
    """What was logged before and need not be again."""
    _pruned: date | None = None
    answered: dict[str, datetime] = field(default_factory=dict)
    """When each source last told something."""
    _sooner: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Watch for ever; a database in trouble is logged, and the next look makes up for it."""
        while True:
            try:
                at = await self.look()
            except DatabaseTrouble as trouble:
                log.warning("what the sources told can't be kept now: %s", trouble)
                at = self.clock() + self.every
            self._sooner.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, (at - self.clock()).total_seconds()) / self.speed):
                    await self._sooner.wait()

    def look_soon(self) -> None:
        """Somebody entered something: not to wait for the next look."""
        self._sooner.set()

    async def look(self) -> datetime:
        """One look at every source that is due; when to look next."""
        asked_at = self.clock()
        day = evening_of(asked_at)
        self.knowledge.refresh()
        told = [
            Telling(origin_of(source.name, place), self._recognised(source.name, found))
            for place, source in enumerate(self.sources)
            if source.can.live and (found := await self._ask(source, day, asked_at))
        ]
        now = self.clock()
        self.take(told, now)
        matches = self._matches_around(day, now)
        # Nobody is to wait for what happens on the pitch.
        if not any(is_on(match, now) for match in matches):
            await self._look_at_seasons()
            now = self.clock()
        self._prune(now)
        at = next_look(matches, now, self.every)
        story = self.stories.due(now)
        return min(at, story) if story and story > now else at

    def take(self, told: Sequence[Telling], now: datetime) -> None:
        """What the sources told, the one most believed first: saved, and told on."""
        self.knowledge.refresh()
        clubs = self.knowledge.results.clubs()
        old: dict[Origin, list[Match]] = {}
        news: list[Happened] = []
        believed: list[Watched] = []
        moved: list[Match] = []
        changed: dict[Origin, list[Match]] = {}
        for origin, seen in together(told):
            if not _is_recent(seen.match, now):
                old.setdefault(origin, []).append(seen.match)
                continue
            before = self.watched.of(seen.match, clubs)
            after, changes = look_again(before, seen, now)
            believed.append(after)
            news += happened(changes, before, seen, now)
            if before is None or shows_more(before.sighting, after.sighting):
                moved.append(seen.match)
            if after.sighting is seen and self._is_worth_saving(before, seen.match, now):
                changed.setdefault(origin, []).append(seen.match)
        self._save(old, now)
        conflicts = self._save(changed, now)
        conflicts += self._save(other_results(told, changed), now)
        self._tell(news, believed, moved, conflicts, now)

    def seen_tonight(self, now: datetime) -> list[Observation]:
        """What is believed of the matches of the evening."""
        watched = self.watched.of_evening(evening_of(now), self.knowledge.results.clubs())
        return [one.sighting for one in watched]

    async def _look_at_seasons(self) -> None:
        """What else is to be known, from the sources that tell of many days at once."""
        for place, source in enumerate(self.sources):
            for span in self.seasons.wanted(source, self.clock()):
                found = await self._ask_of_days(source, span)
                if found is None:
                    break
                now = self.clock()
                self.take([Telling(origin_of(source.name, place), self._recognised(source.name, found))], now)
                self.outbox.put((), self.seasons.asked(span, now))

    async def _ask_of_days(self, source: LiveSource, span: Span) -> tuple[Observation, ...] | None:
        patience = self._patience.setdefault(f"{source.name} seasons", Backoff())
        now = self.clock()
        if not patience.asks_at(now) or not isinstance(source, SeasonSource):
            return None
        try:
            found = await source.of_days(span.first, span.last)
        except SourceError as trouble:
            self._complain(patience, trouble, now)
            return None
        patience.answered()
        self.answered[source.name] = self.clock()
        return found

    async def _ask(self, source: LiveSource, day: date, now: datetime) -> tuple[Observation, ...]:
        patience = self._patience.setdefault(source.name, Backoff())
        if not patience.asks_at(now):
            return ()
        try:
            found = await source.look(day, now)
        except SourceError as trouble:
            self._complain(patience, trouble, now)
            return ()
        if patience.answered():
            log.info("%s answers again", source.name)
        self.answered[source.name] = self.clock()
        return found

    def _complain(self, patience: Backoff, trouble: SourceError, now: datetime) -> None:
        """In the log, and once; chats hear nothing of it."""
        wait = patience.failed(now, trouble.wait)
        if patience.failures == 1:
            log.warning("%s; asking again in %.0f s", trouble, wait.total_seconds())

    def _recognised(self, source: str, found: Sequence[Observation]) -> tuple[Observation, ...]:
        recognised = self.incoming.recognise(found)
        for problem in recognised.problems:
            if problem not in self._problems:
                self._problems.add(problem)
                log.warning("%s: %s", source, problem)
        return recognised.sightings

    def _is_worth_saving(self, before: Watched | None, match: Match, now: datetime) -> bool:
        name = name_of(match)
        quiet = before is not None and before.sighting.match == match
        fresh = match.status is not Status.LIVE or now - self._saved.get(name, now - REFRESHED) < REFRESHED
        if quiet and fresh:
            return False
        self._saved[name] = now
        return True

    def _save(self, told: dict[Origin, list[Match]], now: datetime) -> list[Conflict]:
        """The conflicts that came to light."""
        before = set(self.incoming.conflicts()) if told else set()
        found = 0
        for origin, matches in told.items():
            found += self.incoming.save(matches, origin, now).conflicts
        return [one for one in self.incoming.conflicts() if one not in before] if found else []

    def _tell(
        self,
        news: Sequence[Happened],
        believed: Sequence[Watched],
        moved: Sequence[Match],
        conflicts: Sequence[Conflict],
        now: datetime,
    ) -> None:
        self.knowledge.refresh()
        rows = [believed_of(one, evening_of_match(one.sighting.match) or now.date()) for one in believed]
        parcels: list[OutgoingMessage] = list(self.teller.parcels(news, now))
        drawn, told = self.draws.parcels(now)
        stories, story_told = self.stories.parcels(now)
        parcels += [*drawn, *stories]
        told += story_told
        parcels += self.owners.parcels(conflicts, now)
        day = evening_of(now)
        clubs = {club for match in on_evening(moved, day) for club in match.clubs}
        if clubs:
            seen = [one.sighting for one in believed]
            parcels += self.messages.parcels(day, clubs, seen, now)
        if parcels or rows or told:
            self.outbox.put(parcels, [*rows, *told])
        if parcels:
            self.wake()

    def _matches_around(self, day: date, now: datetime) -> list[Match]:
        """What is known of this evening and of the next day."""
        matches: list[Match] = []
        for one in (day, day + timedelta(days=1)):
            for competition, season in self.knowledge.playing_on(one):
                matches += on_evening(self.knowledge.season(competition, season, now).matches, one)
        return matches

    def _prune(self, now: datetime) -> None:
        if self._pruned != now.date():
            self._pruned = now.date()
            self.outbox.prune(now - REMEMBERED)
            self._saved.clear()


def _is_recent(match: Match, now: datetime) -> bool:
    """Whether anybody may still be told something of it."""
    day = evening_of_match(match)
    return day is not None and day >= (now.astimezone(UTC) - REMEMBERED).date()
