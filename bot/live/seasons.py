"""Which days are asked for when: seasons once a day, evenings before and after, and what they still lack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.database.chats.match_states import MatchStates, StateRow
from bot.football.competitions import competitions_of
from bot.football.model import AMSTERDAM, Match, Season
from bot.football.season.as_of import over_at, result_unknown
from bot.football.season.evening import evening_of
from bot.football.seasons import season_of
from bot.live.draws import DrawMessages
from bot.read_model.seasons import ALL_KNOWN, ResultsAsOf
from bot.sources.live import LiveSource, SeasonSource

NEW_DAY = timedelta(hours=2)
"""After the night is over: at eight in the morning."""
AHEAD = timedelta(days=120)
"""A draw pairs clubs that meet within this time."""
BEFORE, AFTER = timedelta(hours=2), timedelta(minutes=15)
"""Of an evening's first kick-off, and of its last match by the clock."""
AGAIN = (timedelta(hours=1), timedelta(hours=3), timedelta(hours=12))
"""So long after an evening was found to lack something it is asked for again, and then no more."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days to fetch from a source."""

    first: date
    last: date
    key: str = ""
    """Of the row by which it is fetched once; empty for what is fetched until it is there."""


@dataclass(frozen=True, slots=True)
class Seasons:
    """Which days to fetch from a source now; what was fetched is remembered over a restart."""

    knowledge: ResultsAsOf
    states: MatchStates
    draws: DrawMessages

    def wanted(self, source: LiveSource, now: datetime) -> list[Span]:
        """The running season once a day, the one before while it lacks results; evenings; what was drawn."""
        if not isinstance(source, SeasonSource):
            return []
        running = season_of(now)
        before = Season(running.start_year - 1)
        seasons = [running, before] if _lacks_results(self.knowledge, before, now) else [running]
        spans = [_whole(season, f"season {source.name} {season}") for season in seasons]
        if wanted := [span for span in spans if not self.states.has_on(span.key, _day(now))]:
            return wanted
        if due := [*self._due(source.name, now), *self._due_again(source, now)]:
            return [Span(min(due), max(due) + timedelta(days=1), f"evening {source.name}")]
        today = evening_of(now)
        return [Span(today, today + AHEAD)] if self.draws.awaited(now) else []

    def fetched(self, source: LiveSource, span: Span, now: datetime) -> list[StateRow]:
        """The rows that keep what was fetched from being fetched again, or say when it is."""
        rows = [StateRow(span.key, _day(now))] if span.key else []
        for day in _evenings(now):
            rows += [StateRow(key, day) for key, at in self._looks(source.name, day, now) if at <= now]
            rows += self._again(source, day, now)
        return rows

    def _due(self, source: str, now: datetime) -> Iterator[date]:
        """The evenings that are about to begin, or are just over."""
        for day in _evenings(now):
            if any(at <= now and not self.states.has(key) for key, at in self._looks(source, day, now)):
                yield day

    def _looks(self, source: str, day: date, now: datetime) -> Iterator[tuple[str, datetime]]:
        """When a source is asked about an evening, with the key of the row that says so."""
        if matches := self._matches(day, now):
            kick_offs = [match.kick_off for match in matches if match.kick_off]
            if kick_offs:
                yield f"before {source} {day}", min(kick_offs) - BEFORE
            yield f"after {source} {day}", max(map(over_at, matches)) + AFTER

    def _due_again(self, source: LiveSource, now: datetime) -> Iterator[date]:
        for day in _evenings(now):
            kept = self.states.kept(_again_key(source, day))
            times = kept.get("times", len(AGAIN))
            is_due = times < len(AGAIN) and now >= datetime.fromisoformat(kept["since"]) + AGAIN[times]
            if is_due and self._lacks(source, day, now):
                yield day

    def _again(self, source: LiveSource, day: date, now: datetime) -> Iterator[StateRow]:
        """How often an evening was asked for again, from when it was found to lack something."""
        if not self._lacks(source, day, now):
            return
        kept = self.states.kept(_again_key(source, day)) or {"since": now.isoformat(), "times": 0}
        since = datetime.fromisoformat(kept["since"])
        times = max(kept["times"], sum(now >= since + wait for wait in AGAIN))
        yield StateRow(_again_key(source, day), day, json.dumps({**kept, "times": times}))

    def _lacks(self, source: LiveSource, day: date, now: datetime) -> bool:
        """Whether an evening lacks a result, or scorers that this source may have."""
        return any(
            result_unknown(match, now) or (source.can.scorers and _lacks_scorers(match))
            for match in self._matches(day, now)
        )

    def _matches(self, day: date, now: datetime) -> list[Match]:
        return [match for section in self.knowledge.evening(day, now) for match in section.matches]


def is_behind(knowledge: ResultsAsOf, now: datetime) -> bool:
    """Whether an evening with matches has passed of which results of the running season are not here."""
    running = season_of(now)
    held = [competition for competition, season in knowledge.results.seasons() if season == running]
    if not held:
        return now.astimezone(AMSTERDAM).date() >= date(running.start_year, *ALL_KNOWN)
    return _lacks_results(knowledge, running, now) or any(
        knowledge.season(competition, running, now).known_until for competition in held
    )


def _lacks_results(knowledge: ResultsAsOf, season: Season, now: datetime) -> bool:
    played = [found for found in knowledge.results.seasons() if found[1] == season]
    return any(
        result_unknown(match, now)
        for found in played
        if found[0] in competitions_of(season)
        for match in knowledge.results.season_matches(*found)
    )


def _lacks_scorers(match: Match) -> bool:
    return match.has_result and not match.status.is_by_verdict and not match.scorers_known


def _whole(season: Season, key: str) -> Span:
    return Span(date(season.start_year, 6, 20), date(season.start_year + 1, 6, 19), key)


def _day(now: datetime) -> date:
    return evening_of(now - NEW_DAY)


def _evenings(now: datetime) -> tuple[date, date]:
    """The last evening and the one that is next, or goes on."""
    day = evening_of(now)
    return day - timedelta(days=1), day


def _again_key(source: LiveSource, day: date) -> str:
    return f"again {source.name} {day}"
