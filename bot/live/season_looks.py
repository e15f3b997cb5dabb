"""Whole seasons and evenings fetched beside the watching of matches, which never waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.football.events.states import match_key
from bot.football.season.as_of import result_unknown
from bot.football.season.schedule import is_on, next_look
from bot.live.combine import SourceReport
from bot.live.seasons import Seasons, Span, is_behind
from bot.live.watcher import Watcher
from bot.sources.live import DrawSource, LiveSource, SeasonSource


@dataclass(slots=True)
class SeasonLooks:
    watcher: Watcher
    """Its sources are asked, and it takes what they report."""
    seasons: Seasons
    on_current: Callable[[], None] = lambda: None
    """Called when the first look has brought the running season up to date, or is over."""
    _is_first: bool = field(default=True, init=False)

    @property
    def is_behind(self) -> bool:
        """Whether a look may bring results of the running season."""
        return is_behind(self.watcher.knowledge, self.watcher.clock())

    async def run(self) -> None:
        """Look for ever: at once, and then now and then while no match is on."""
        watcher = self.watcher
        while True:
            await self.look()
            now = watcher.clock()
            at = next_look((), now, watcher.every)
            await asyncio.sleep((at - now).total_seconds() / watcher.speed)

    async def look(self) -> None:
        """Fetch what is wanted of each source; the sources are left alone while matches are on."""
        if self._is_first:
            try:
                await self._fetch()
            finally:
                self._is_first = False
                self.on_current()
        elif not self._on():
            await self._fetch()

    async def _fetch(self) -> None:
        for place, source in enumerate(tuple(self.watcher.sources)):
            for span in self.seasons.wanted(source, self.watcher.clock()):
                if not await self._fetch_span(place, source, span):
                    break
            if not self.is_behind:
                self.on_current()
        self.watcher.asking.log_troubles()

    async def _fetch_span(self, place: int, source: LiveSource, span: Span) -> bool:
        """Fetch some days of a source and take them; False while it is in trouble."""
        watcher = self.watcher
        if not isinstance(source, SeasonSource):
            return False
        report = await watcher.asking.about_days(place, source, span.first, span.last)
        if report is None:
            return False
        now = watcher.clock()
        if isinstance(source, DrawSource):
            watcher.live_import.save_draws(source.draws)
        watcher.take([self._without_those_on(source, report)], now, live=source.can.live)
        watcher.outbox.put((), self.seasons.fetched(source, span, now))
        return True

    def _without_those_on(self, source: LiveSource, report: SourceReport) -> SourceReport:
        """What is being watched live is left to the sources of live scores."""
        if source.can.live or not self.watcher.promises.live:
            return report
        on = self._on()
        found = tuple(each for each in report.observations if match_key(each.match) not in on)
        return replace(report, observations=found)

    def _on(self) -> set[str]:
        """The matches that are being played now, or may be."""
        now = self.watcher.clock()
        return {
            match_key(match)
            for match in self.watcher.matches_around(now)
            if is_on(match, now) and not result_unknown(match, now)
        }
