"""Whole seasons, once a day: results of days that nobody watched, fixtures, pairings after a draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.database.chats.watched import Believed, WatchedMatches
from bot.football.model import Season
from bot.football.season.as_of import result_unknown
from bot.football.season.evening import evening_of
from bot.football.seasons import competitions_of, season_of
from bot.live.draws import DrawTeller
from bot.read_model.seasons import ResultsAsOf
from bot.sources.live import LiveSource, SeasonSource

NEW_DAY = timedelta(hours=2)
"""After the night is over: at ten in the morning."""
AHEAD = timedelta(days=120)
"""A draw pairs clubs that meet before then."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days to ask a source about; what is remembered of it, so that it is asked once a day."""

    first: date
    last: date
    what: str = ""


@dataclass(frozen=True, slots=True)
class Seasons:
    """Which days a source is to be asked about now."""

    knowledge: ResultsAsOf
    watched: WatchedMatches
    draws: DrawTeller

    def wanted(self, source: LiveSource, now: datetime) -> list[Span]:
        """The running season once a day, the one before while it lacks results; what was drawn just now."""
        if not isinstance(source, SeasonSource):
            return []
        running = season_of(now)
        before = Season(running.start_year - 1)
        seasons = [running, before] if self._lacks_results(before, now) else [running]
        spans = [_whole(one, f"season {source.name} {one}") for one in seasons]
        wanted = [span for span in spans if not self.watched.knows_on(span.what, _day(now))]
        if not wanted and self.draws.awaited(now):
            today = evening_of(now)
            wanted.append(Span(today, today + AHEAD))
        return wanted

    def asked(self, span: Span, now: datetime) -> list[Believed]:
        """What is to be remembered of a span that a source told about."""
        return [Believed(span.what, _day(now), "{}")] if span.what else []

    def _lacks_results(self, season: Season, now: datetime) -> bool:
        played = [found for found in self.knowledge.results.seasons() if found[1] == season]
        return any(
            result_unknown(match, now)
            for found in played
            if found[0] in competitions_of(season)
            for match in self.knowledge.results.season_matches(*found)
        )


def _whole(season: Season, what: str) -> Span:
    return Span(date(season.start_year, 6, 20), date(season.start_year + 1, 6, 19), what)


def _day(now: datetime) -> date:
    return evening_of(now - NEW_DAY)
