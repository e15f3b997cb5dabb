"""Rows of the tables, turned into facts of football and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from bot.database.moments import moment_of, text_of
from bot.football.model import (
    Club,
    Competition,
    DecidedBy,
    Derived,
    Goal,
    GoalKind,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)

Row = tuple[Any, ...]

MATCH_COLUMNS = (
    "id, authority, competition, season, round, label, leg, matchday, home, away, date, kick_off, status, "
    "ft_home, ft_away, ht_home, ht_away, aet_home, aet_away, pens_home, pens_away, "
    "neutral, winner, decided_by, venue, city, note, source, derived, seen_at, ended_at, unmarked"
)
# Looked up: an enumeration takes three times as long to find its member.
_STATUS = {status.value: status for status in Status}
_LEG = {leg.value: leg for leg in Leg}
_KIND = {kind.value: kind for kind in GoalKind}
GOAL_COLUMNS = "match, club, scorer, minute, stoppage, kind"


def match_of(row: Row, clubs: Mapping[str, Club], goals: Sequence[Goal]) -> Match:
    """The match in a row of MATCH_COLUMNS."""
    # fmt: off
    (
        _, _, competition, season, kind, label, leg, matchday, home, away, day, kick_off, status,
        ft_home, ft_away, ht_home, ht_away, aet_home, aet_away, pens_home, pens_away,
        neutral, winner, decided_by, venue, city, note, source, derived, seen_at, ended_at, unmarked,
    ) = row
    # fmt: on
    return Match(
        competition=_competition(competition),
        season=_season(season),
        round=_round(kind, label),
        home=clubs[home],
        away=clubs[away],
        status=_STATUS[status],
        date=_day(day) if day else None,
        kick_off=moment_of(kick_off),
        leg=_LEG[leg] if leg else None,
        matchday=matchday,
        full_time=_score(ft_home, ft_away),
        half_time=_score(ht_home, ht_away),
        extra_time=_score(aet_home, aet_away),
        penalties=_score(pens_home, pens_away),
        goals=tuple(goals),
        unmarked=_kinds(unmarked),
        neutral=bool(neutral),
        winner=clubs[winner] if winner else None,
        decided_by=DecidedBy(decided_by) if decided_by else None,
        venue=venue and _same(venue),
        city=city and _same(city),
        note=note,
        source=_same(source),
        derived=_derived(derived),
        seen_at=moment_of(seen_at),
        ended_at=moment_of(ended_at),
    )


def row_of(match: Match, authority: int) -> Row:
    """The values of MATCH_COLUMNS without the id."""
    return (
        authority,
        match.competition.code,
        match.season.start_year,
        match.round.kind.value,
        match.round.label,
        match.leg.value if match.leg else None,
        match.matchday,
        match.home.id,
        match.away.id,
        match.date.isoformat() if match.date else None,
        minute_text(match.kick_off),
        match.status.value,
        *_two(match.full_time),
        *_two(match.half_time),
        *_two(match.extra_time),
        *_two(match.penalties),
        int(match.neutral),
        match.winner.id if match.winner else None,
        match.decided_by.value if match.decided_by else None,
        match.venue,
        match.city,
        match.note,
        match.source,
        "|".join(sorted(match.derived)),
        minute_text(match.seen_at),
        minute_text(match.ended_at),
        "|".join(sorted(match.unmarked)),
    )


def goal_of(row: Row, clubs: Mapping[str, Club]) -> Goal:
    """The goal in a row of GOAL_COLUMNS."""
    (_, club, scorer, minute, stoppage, kind) = row
    return Goal(clubs[club], scorer and _same(scorer), minute, stoppage, _KIND[kind])


def minute_text(moment: datetime | None) -> str | None:
    return None if moment is None else text_of(moment, "minutes")


# The same few values stand in thousands of rows: they are made once.
@cache
def _same(text: str) -> str:
    """Not sys.intern: its table is made twice as large for a few more."""
    return text


@lru_cache
def _round(kind: str, label: str) -> Round:
    return Round(RoundKind(kind), label)


@lru_cache
def _competition(code: str) -> Competition:
    return Competition(code)


@lru_cache
def _derived(text: str) -> frozenset[Derived]:
    return frozenset(map(Derived, text.split("|"))) if text else frozenset()


@lru_cache
def _kinds(text: str) -> frozenset[GoalKind]:
    return frozenset(map(GoalKind, text.split("|"))) if text else frozenset()


@lru_cache
def _season(start_year: int) -> Season:
    return Season(start_year)


@lru_cache(maxsize=8192)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=1024)
def _score(home: int | None, away: int | None) -> Score | None:
    return None if home is None or away is None else Score(home, away)


def _two(score: Score | None) -> tuple[int | None, int | None]:
    return (None, None) if score is None else (score.home, score.away)
