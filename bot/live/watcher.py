"""The watcher looks at the sources while matches are on; events go into the database and to followers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from bot.database.chats.match_states import MatchStates, state_row
from bot.database.chats.outbox import Outbox
from bot.database.chats.outgoing import OutgoingMessage
from bot.database.errors import DatabaseError
from bot.database.results.results import Conflict
from bot.database.results.saving import Origin
from bot.errors import ErrorLog
from bot.football.events.deadlines import Announcement, announcements
from bot.football.events.decide import decide
from bot.football.events.observations import Observation
from bot.football.events.states import MatchState, match_key, shows_more
from bot.football.model import Match, Status
from bot.football.season.evening import evening_of, evening_of_match, on_evening
from bot.football.season.schedule import is_on, next_look
from bot.importing.observations import LiveImport
from bot.importing.origins import origin_of
from bot.live.backoff import Backoff
from bot.live.combine import SourceReport, combine, other_results
from bot.live.compose import AlertMessages
from bot.live.draws import DrawMessages
from bot.live.evening_messages import EveningMessages
from bot.live.owners import Owners
from bot.live.seasons import Seasons, Span
from bot.live.stories import StoryMessages
from bot.read_model.seasons import ResultsAsOf
from bot.sources.errors import SourceError
from bot.sources.live import DrawSource, LiveSource, SeasonSource

log = logging.getLogger(__name__)
EVERY = timedelta(seconds=30)
REFRESHED = timedelta(minutes=5)
"""How often a match under way is saved although nothing changed, as a sign that it goes on."""
REMEMBERED = timedelta(hours=40)


@dataclass(slots=True)
class Watcher:
    """Gathers observations, decides what happened, and acts on it: all in one task."""

    sources: Sequence[LiveSource]
    live_import: LiveImport
    knowledge: ResultsAsOf
    states: MatchStates
    outbox: Outbox
    alert_messages: AlertMessages
    evening_messages: EveningMessages
    draws: DrawMessages
    stories: StoryMessages
    seasons: Seasons
    owners: Owners
    clock: Callable[[], datetime]
    wake: Callable[[], None]
    """Called when there is something new in the outbox."""
    every: timedelta = EVERY
    speed: float = 1.0
    """How many seconds of the clock pass in one."""
    _backoffs: dict[str, Backoff] = field(default_factory=dict)
    _saved: dict[str, datetime] = field(default_factory=dict)
    """When a match under way was saved last."""
    _problems: set[str] = field(default_factory=set)
    """Problems that were logged before."""
    _pruned: date | None = None
    answered: dict[str, datetime] = field(default_factory=dict)
    """When each source last answered."""
    _errors: ErrorLog = field(
        default_factory=lambda: ErrorLog(log, "what the sources report can't be saved now: %s", "saved again")
    )
    _sooner: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Watch for ever; trouble with the database is logged, and the next look makes up for it."""
        while True:
            try:
                at = await self.look()
                self._errors.note(None)
            except DatabaseError as error:
                self._errors.note(error)
                at = self.clock() + self.every
            self._sooner.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, (at - self.clock()).total_seconds()) / self.speed):
                    await self._sooner.wait()

    def look_soon(self) -> None:
        """Look now: somebody entered something."""
        self._sooner.set()

    async def look(self) -> datetime:
        """One look at every source that is due; when to look next."""
        begun = self.clock()
        day = evening_of(begun)
        self.knowledge.refresh()
        reports = [
            self._report(source.name, place, found)
            for place, source in enumerate(self.sources)
            if source.can.live and (found := await self._ask(source, day, begun))
        ]
        now = self.clock()
        self.take(reports, now)
        matches = self._matches_around(day, now)
        # Alerts of the pitch don't wait for the seasons.
        if not any(is_on(match, now) for match in matches):
            await self._look_at_seasons()
            now = self.clock()
        self._prune(now)
        at = next_look(matches, now, self.every)
        story = self.stories.due(now)
        return min(at, story) if story and story > now else at

    def take(self, reports: Sequence[SourceReport], now: datetime) -> None:
        """Gather what was believed before, decide what the reports mean, and act: save and announce it."""
        self.knowledge.refresh()
        combined = combine(reports)
        recent = [(origin, found) for origin, found in combined if _is_recent(found.match, now)]
        observations = [observation for _, observation in recent]
        before = self._states_of(observations)
        decision = decide(observations, before, now, self._fixtures_of(observations))
        old: dict[Origin, list[Match]] = {}
        for origin, observation in combined:
            match = observation.match
            # Played without a score is no result: the match stays one whose result is missed.
            if not _is_recent(match, now) and (match.score or match.status is not Status.PLAYED):
                old.setdefault(origin, []).append(match)
        changed: dict[Origin, list[Match]] = {}
        for origin, observation in recent:
            key = match_key(observation.match)
            state = decision.states.get(key)
            if state is None or state.doubted_since is not None:
                continue
            match = state.observation.match
            if key in before and before[key].observation.match.has_result and not match.has_result:
                self.live_import.reopen(match, now)
            if self._is_worth_saving(before.get(key), match, now):
                changed.setdefault(origin, []).append(match)
        self._save(old, now)
        conflicts = self._save(changed, now)
        conflicts += self._save(other_results(reports, changed), now)
        news = announcements(decision.events, before, decision.states, now)
        self._announce(news, before, decision.states, conflicts, now)

    def believed_tonight(self, now: datetime) -> list[Observation]:
        """What is believed of the matches of the evening."""
        states = self.states.of_evening(evening_of(now), self.knowledge.results.clubs())
        return [state.observation for state in states]

    def _states_of(self, observations: Sequence[Observation]) -> dict[str, MatchState]:
        matches = [observation.match for observation in observations]
        return self.states.of(matches, self.knowledge.results.clubs())

    def _fixtures_of(self, observations: Sequence[Observation]) -> list[Match]:
        """All matches of the seasons in which a match is reported to be over."""
        seasons = {
            (observation.match.competition, observation.match.season)
            for observation in observations
            if observation.match.status is Status.PLAYED
        }
        return [match for season in seasons for match in self.knowledge.results.season_matches(*season)]

    async def _look_at_seasons(self) -> None:
        """Fetch whole seasons from the sources that have them."""
        for place, source in enumerate(self.sources):
            for span in self.seasons.wanted(source, self.clock()):
                found = await self._ask_of_days(source, span)
                if found is None:
                    break
                self.take([self._report(source.name, place, found)], self.clock())
                if isinstance(source, DrawSource):
                    self.live_import.save_draws(source.draws)
                self.outbox.put((), self.seasons.fetched(span, self.clock()))

    async def _ask_of_days(self, source: LiveSource, span: Span) -> tuple[Observation, ...] | None:
        backoff = self._backoffs.setdefault(f"{source.name} seasons", Backoff())
        now = self.clock()
        if not backoff.asks_at(now) or not isinstance(source, SeasonSource):
            return None
        try:
            found = await source.of_days(span.first, span.last)
        except SourceError as error:
            self._complain(backoff, error, now)
            return None
        backoff.answered()
        self.answered[source.name] = self.clock()
        return found

    async def _ask(self, source: LiveSource, day: date, now: datetime) -> tuple[Observation, ...]:
        backoff = self._backoffs.setdefault(source.name, Backoff())
        if not backoff.asks_at(now):
            return ()
        try:
            found = await source.look(day, now)
        except SourceError as error:
            self._complain(backoff, error, now)
            return ()
        if backoff.answered():
            log.info("%s answers again", source.name)
        self.answered[source.name] = self.clock()
        return found

    def _complain(self, backoff: Backoff, error: SourceError, now: datetime) -> None:
        """Log the first of several errors in a row; chats hear nothing of it."""
        wait = backoff.failed(now, error.wait)
        if backoff.failures == 1:
            log.warning("%s; asking again in %.0f s", error, wait.total_seconds())

    def _report(self, source: str, place: int, found: Sequence[Observation]) -> SourceReport:
        recognised = self.live_import.recognise(found)
        for problem in recognised.problems:
            if problem not in self._problems:
                self._problems.add(problem)
                log.warning("%s: %s", source, problem)
        return SourceReport(origin_of(source, place), recognised.observations, recognised.doubted)

    def _is_worth_saving(self, before: MatchState | None, match: Match, now: datetime) -> bool:
        key = match_key(match)
        is_unchanged = before is not None and before.observation.match == match
        is_fresh = match.status is not Status.LIVE or now - self._saved.get(key, now - REFRESHED) < REFRESHED
        if is_unchanged and is_fresh:
            return False
        self._saved[key] = now
        return True

    def _save(self, by_origin: dict[Origin, list[Match]], now: datetime) -> list[Conflict]:
        """Save matches; the conflicts that came to light."""
        before = set(self.live_import.conflicts()) if by_origin else set()
        found = 0
        for origin, matches in by_origin.items():
            found += self.live_import.save(matches, origin, now).conflicts
        if not found:
            return []
        return [conflict for conflict in self.live_import.conflicts() if conflict not in before]

    def _announce(
        self,
        news: Sequence[Announcement],
        before: Mapping[str, MatchState],
        states: Mapping[str, MatchState],
        conflicts: Sequence[Conflict],
        now: datetime,
    ) -> None:
        """Put everything there is to tell into the outbox, together with the states that it tells of."""
        self.knowledge.refresh()
        rows = [
            state_row(state, evening_of_match(state.observation.match) or now.date())
            for state in states.values()
        ]
        messages: list[OutgoingMessage] = list(self.alert_messages.messages(news, now))
        for more, announced in (self.draws.messages(now), self.stories.messages(now)):
            messages += more
            rows += announced
        messages += self.owners.messages(conflicts, now)
        messages += self._live_messages(before, states, now)
        if messages or rows:
            self.outbox.put(messages, rows)
        if messages:
            self.wake()

    def _live_messages(
        self, before: Mapping[str, MatchState], states: Mapping[str, MatchState], now: datetime
    ) -> Iterator[OutgoingMessage]:
        observations = {key: state.observation for key, state in states.items()}
        moved = [
            observation.match
            for key, observation in observations.items()
            if key not in before or shows_more(before[key].observation, observation)
        ]
        day = evening_of(now)
        clubs = {club for match in on_evening(moved, day) for club in match.clubs}
        if clubs:
            yield from self.evening_messages.messages(day, clubs, list(observations.values()), now)

    def _matches_around(self, day: date, now: datetime) -> list[Match]:
        """The matches of this evening and of the next day."""
        matches: list[Match] = []
        for evening in (day, day + timedelta(days=1)):
            for competition, season in self.knowledge.playing_on(evening):
                matches += on_evening(self.knowledge.season(competition, season, now).matches, evening)
        return matches

    def _prune(self, now: datetime) -> None:
        if self._pruned != now.date():
            self._pruned = now.date()
            self.outbox.prune(now - REMEMBERED)
            self._saved.clear()


def _is_recent(match: Match, now: datetime) -> bool:
    """Whether a match may still be news for anybody."""
    day = evening_of_match(match)
    return day is not None and day >= (now.astimezone(UTC) - REMEMBERED).date()
