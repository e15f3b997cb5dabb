"""Whole seasons, once a day: results of days that nobody watched, fixtures, pairings after a draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.database.chats.match_states import MatchStates, StateRow
from bot.football.competitions import competitions_of
from bot.football.model import Season
from bot.football.season.as_of import result_unknown
from bot.football.season.evening import evening_of
from bot.football.seasons import season_of
from bot.live.draws import DrawMessages
from bot.read_model.seasons import ResultsAsOf
from bot.sources.live import LiveSource, SeasonSource

NEW_DAY = timedelta(hours=2)
"""After the night is over: at ten in the morning."""
AHEAD = timedelta(days=120)
"""A draw pairs clubs that meet within this time."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days to fetch from a source."""

    first: date
    last: date
    key: str = ""
    """Of the row by which it is fetched once a day; empty for what is fetched until it is there."""


@dataclass(frozen=True, slots=True)
class Seasons:
    """Which days to fetch from a source now."""

    knowledge: ResultsAsOf
    states: MatchStates
    draws: DrawMessages

    def wanted(self, source: LiveSource, now: datetime) -> list[Span]:
        """The running season once a day, the one before while it lacks results; what was drawn just now."""
        if not isinstance(source, SeasonSource):
            return []
        running = season_of(now)
        before = Season(running.start_year - 1)
        seasons = [running, before] if self._lacks_results(before, now) else [running]
        spans = [_whole(season, f"season {source.name} {season}") for season in seasons]
        wanted = [span for span in spans if not self.states.has_on(span.key, _day(now))]
        if not wanted and self.draws.awaited(now):
            today = evening_of(now)
            wanted.append(Span(today, today + AHEAD))
        return wanted

    def fetched(self, span: Span, now: datetime) -> list[StateRow]:
        """The row that keeps a span from being fetched again today."""
        return [StateRow(span.key, _day(now))] if span.key else []

    def _lacks_results(self, season: Season, now: datetime) -> bool:
        played = [found for found in self.knowledge.results.seasons() if found[1] == season]
        return any(
            result_unknown(match, now)
            for found in played
            if found[0] in competitions_of(season)
            for match in self.knowledge.results.season_matches(*found)
        )


def _whole(season: Season, key: str) -> Span:
    return Span(date(season.start_year, 6, 20), date(season.start_year + 1, 6, 19), key)


def _day(now: datetime) -> date:
    return evening_of(now - NEW_DAY)
