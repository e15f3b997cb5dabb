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
from bot.football.events.deadlines import Announcement, announcements, late_results
from bot.football.events.decide import decide
from bot.football.events.observations import Observation
from bot.football.events.promises import Promises
from bot.football.events.states import MatchState, match_key, shows_more
from bot.football.model import Match, Status
from bot.football.season.evening import evening_of, evening_of_match, on_evening
from bot.football.season.schedule import NOW_AND_THEN, next_look
from bot.importing.observations import LiveImport
from bot.live.asking import Asking
from bot.live.combine import SourceReport, combine, other_results
from bot.live.compose import AlertMessages
from bot.live.draws import DrawMessages
from bot.live.evening_messages import EveningMessages
from bot.live.owners import Owners
from bot.live.reminders import ReminderMessages
from bot.live.results import ResultMessages
from bot.live.stories import StoryMessages
from bot.read_model.seasons import ResultsAsOf
from bot.sources.live import LiveSource

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
    reminders: ReminderMessages
    results: ResultMessages
    owners: Owners
    asking: Asking
    promises: Promises
    clock: Callable[[], datetime]
    wake: Callable[[], None]
    """Called when there is something new in the outbox."""
    every: timedelta = EVERY
    speed: float = 1.0
    """How many seconds of the clock pass in one."""
    _saved: dict[str, datetime] = field(default_factory=dict)
    """When a match under way was saved last."""
    _pruned: date | None = None
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
            report
            for place, source in enumerate(self.sources)
            if source.can.live and (report := await self.asking.about_evening(place, source, day, begun))
        ]
        self.asking.log_troubles()
        now = self.clock()
        self.take(reports, now)
        self._prune(now)
        # Without live scores the clock has nothing to look at but what it is to tell.
        every = self.every if any(source.can.live for source in self.sources) else NOW_AND_THEN
        matches = self.matches_around(now)
        later = (self.stories.due(now), self.reminders.due(matches, now))
        return min([next_look(matches, now, every), *(at for at in later if at and at > now)])

    def take(self, reports: Sequence[SourceReport], now: datetime, *, live: bool = True) -> None:
        """Gather what was believed before, decide what the reports mean, and act: save and announce it.

        What does not come of a look at live scores is never told as if it happened now.
        """
        self.knowledge.refresh()
        combined = combine(reports)
        recent = [(origin, found) for origin, found in combined if _is_recent(found.match, now)]
        observations = [observation for _, observation in recent]
        before = self._states_of(observations)
        decision = decide(observations, before, now, self._season_matches(observations))
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
        self._save(old, now, live=live)
        conflicts = self._save(changed, now, live=live)
        conflicts += self._save(other_results(reports, changed), now, live=live)
        self.knowledge.refresh()
        news = announcements(decision.events, before, decision.states, now, live=live)
        messages: list[OutgoingMessage] = list(self.owners.messages(conflicts, now))
        if live or self.promises.live:
            messages += self._live_messages(before, decision.states, now)
        late = late_results(decision.events, before, now, live=live)
        self._announce(news, late, decision.states, messages, now)

    def believed_tonight(self, now: datetime) -> list[Observation]:
        """What is believed of the matches of the evening."""
        states = self.states.of_evening(evening_of(now), self.knowledge.results.clubs())
        return [state.observation for state in states]

    def _states_of(self, observations: Sequence[Observation]) -> dict[str, MatchState]:
        matches = [observation.match for observation in observations]
        return self.states.of(matches, self.knowledge.results.clubs())

    def _season_matches(self, observations: Sequence[Observation]) -> list[Match]:
        """All matches of the seasons in which a match is reported to be over."""
        seasons = {
            (observation.match.competition, observation.match.season)
            for observation in observations
            if observation.match.status is Status.PLAYED
        }
        return [match for season in seasons for match in self.knowledge.results.season_matches(*season)]

    def _is_worth_saving(self, before: MatchState | None, match: Match, now: datetime) -> bool:
        key = match_key(match)
        is_unchanged = before is not None and before.observation.match == match
        is_fresh = match.status is not Status.LIVE or now - self._saved.get(key, now - REFRESHED) < REFRESHED
        if is_unchanged and is_fresh:
            return False
        self._saved[key] = now
        return True

    def _save(self, by_origin: dict[Origin, list[Match]], now: datetime, *, live: bool) -> list[Conflict]:
        """Save matches; the conflicts that came to light."""
        before = set(self.live_import.conflicts()) if by_origin else set()
        found = 0
        for origin, matches in by_origin.items():
            found += self.live_import.save(matches, origin, now, live=live).conflicts
        if not found:
            return []
        return [conflict for conflict in self.live_import.conflicts() if conflict not in before]

    def _announce(
        self,
        news: Sequence[Announcement],
        late: Sequence[Match],
        states: Mapping[str, MatchState],
        messages: list[OutgoingMessage],
        now: datetime,
    ) -> None:
        """Put everything there is to tell into the outbox, together with the states that it tells of."""
        rows = [
            state_row(state, evening_of_match(state.observation.match) or now.date())
            for state in states.values()
        ]
        results, results_told = self.results.messages(late, now)
        stories, stories_told = self.stories.messages(now, {message.chat for message in results})
        drawn, draws_told = self.draws.messages(now)
        reminders, reminded = self.reminders.messages(self.matches_around(now), now)
        alerts = self.alert_messages.messages(news, now)
        messages = [*alerts, *reminders, *drawn, *results, *stories, *messages]
        rows += [*reminded, *draws_told, *results_told, *stories_told]
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

    def matches_around(self, now: datetime) -> list[Match]:
        """The matches of this evening and of the next day."""
        day, matches = evening_of(now), list[Match]()
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
