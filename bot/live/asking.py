"""The sources asked: one in trouble is left alone for a while, and the log says so once."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.database.chats.source_states import SourceStates
from bot.football.events.observations import Observation
from bot.importing.observations import LiveImport
from bot.importing.origins import origin_of
from bot.live.combine import SourceReport
from bot.sources.errors import SourceError
from bot.sources.live import LiveSource, SeasonSource

log = logging.getLogger(__name__)
FIRST, LONGEST = timedelta(seconds=30), timedelta(minutes=10)
"""The back-off of a source in trouble; chats hear nothing of it."""


@dataclass(slots=True)
class Backoff:
    """The back-off of one source: it doubles with every failure in a row."""

    until: datetime | None = None
    failures: int = 0

    def asks_at(self, now: datetime) -> bool:
        return self.until is None or now >= self.until

    def failed(self, now: datetime, retry_after: float | None = None) -> timedelta:
        """Record a failure; the back-off is 30 s doubling to 10 min, or Retry-After if that is longer."""
        wait = min(FIRST * (1 << min(self.failures, 10)), LONGEST)
        if retry_after is not None:
            wait = max(wait, timedelta(seconds=retry_after))
        self.failures += 1
        # A second less than the pause between looks, or the next but one would come a moment too early.
        self.until = now + wait - timedelta(seconds=1)
        return wait

    def answered(self) -> bool:
        """Record an answer; whether the source had been in trouble."""
        recovered = self.failures > 0
        self.until, self.failures = None, 0
        return recovered


@dataclass(slots=True)
class Asking:
    live_import: LiveImport
    states: SourceStates
    clock: Callable[[], datetime]
    answered: dict[str, datetime] = field(default_factory=dict)
    """When each source last answered."""
    _backoffs: dict[str, Backoff] = field(default_factory=dict)
    _troubles: list[str] = field(default_factory=list)
    """What the log has to say of sources that have just got into trouble."""
    _problems: set[str] = field(default_factory=set)
    """Problems that were logged before."""

    async def about_evening(
        self, place: int, source: LiveSource, day: date, now: datetime
    ) -> SourceReport | None:
        """What a source, of this place among them, shows of an evening; None while it is in trouble."""
        return await self._report(place, source.name, source.name, lambda: source.look(day, now))

    async def about_days(
        self, place: int, source: SeasonSource, first: date, last: date
    ) -> SourceReport | None:
        """What a source knows of these days; None while it is in trouble."""
        question = f"{source.name} seasons"
        return await self._report(place, source.name, question, lambda: source.of_days(first, last))

    def log_troubles(self) -> None:
        """Log in one line which sources have got into trouble: without a network all of them do."""
        if self._troubles:
            log.warning("%s", "; ".join(self._troubles))
            self._troubles.clear()

    async def _report(
        self, place: int, source: str, question: str, ask: Callable[[], Awaitable[tuple[Observation, ...]]]
    ) -> SourceReport | None:
        backoff = self._backoffs.setdefault(question, Backoff())
        now = self.clock()
        if not backoff.asks_at(now):
            return None
        try:
            found = await ask()
        except SourceError as error:
            # Chats hear nothing of it, and the log once for several errors in a row.
            wait = backoff.failed(now, error.wait)
            if backoff.failures == 1:
                self._troubles.append(f"{error}; asking again in {wait.total_seconds():.0f} s")
            self.states.failed(source, str(error), now)
            return None
        if backoff.answered():
            log.info("%s answers again", source)
        self.answered[source] = self.clock()
        self.states.answered(source, self.answered[source])
        return self._recognised(place, source, found)

    def _recognised(self, place: int, source: str, found: Sequence[Observation]) -> SourceReport:
        """The observations with our clubs; each problem is logged once."""
        recognised = self.live_import.recognise(found)
        for problem in recognised.problems:
            if problem not in self._problems:
                self._problems.add(problem)
                log.warning("%s: %s", source, problem)
        return SourceReport(origin_of(source, place), recognised.observations, recognised.doubted)
