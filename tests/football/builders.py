"""Clubs, matches and ties in one line, for every test that needs some."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from bot.football.model import (
    AMSTERDAM,
    Club,
    Competition,
    DecidedBy,
    DrawDate,
    Goal,
    GoalKind,
    Leg,
    Match,
    Round,
    Score,
    Season,
    Status,
    Tie,
)


def club(name: str, country: str = "") -> Club:
    """A club whose id is its name in small letters: equal names are equal clubs."""
    return Club(id=name.casefold().replace(" ", "-"), name=name, country=country)


def goal(
    for_club: str,
    minute: int | None = None,
    scorer: str | None = None,
    *,
    stoppage: int | None = None,
    kind: str = "goal",
) -> Goal:
    return Goal(club(for_club), scorer, minute, stoppage, GoalKind(kind))


def match(
    home: str,
    away: str,
    score: str | None = None,
    *,
    competition: str = "EL",
    season: int = 2017,
    round: str = "R32",  # noqa: A002 - football's word; these builders round nothing
    leg: int | str | None = None,
    matchday: int | None = None,
    date: str | None = None,
    time: str | None = None,
    ht: str | None = None,
    aet: str | None = None,
    pens: str | None = None,
    goals: Iterable[Goal] = (),
    status: str | None = None,
    neutral: bool = False,
    winner: str | None = None,
    decided_by: str | None = None,
) -> Match:
    """A match, played when there is a score and scheduled otherwise; date and time are Amsterdam's."""
    return Match(
        competition=Competition(competition),
        season=Season(season),
        round=Round.from_code(round),
        home=club(home),
        away=club(away),
        status=Status(status or ("played" if score or aet else "scheduled")),
        date=_day(date),
        kick_off=amsterdam(f"{date} {time}") if date and time else None,
        leg=None if leg is None else Leg(str(leg)),
        matchday=matchday,
        full_time=_score(score),
        half_time=_score(ht),
        extra_time=_score(aet),
        penalties=_score(pens),
        goals=tuple(goals),
        neutral=neutral,
        winner=None if winner is None else club(winner),
        decided_by=None if decided_by is None else DecidedBy(decided_by),
    )


def tie(*matches: Match) -> Tie:
    """A tie of these matches in this order; club_a is at home in the first, unless that is a second leg."""
    first = matches[0]
    a, b = (first.away, first.home) if first.leg is Leg.SECOND else (first.home, first.away)
    return Tie(first.competition, first.season, first.round, a, b, matches)


def draw(
    rounds: str, day: str | None, *, time: str | None = None, competition: str = "EL", season: int = 2017
) -> DrawDate:
    """A draw of one round or of several (`QF SF`) in Nyon."""
    return DrawDate(
        competition=Competition(competition),
        season=Season(season),
        rounds=tuple(Round.from_code(code) for code in rounds.split()),
        date=_day(day),
        at=amsterdam(f"{day} {time}") if day and time else None,
        place="Nyon",
        confirmed=True,
    )


def amsterdam(moment: str) -> datetime:
    """`2018-02-22 23:30` on the clock of Amsterdam, in UTC."""
    return datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM).astimezone(UTC)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _score(text: str | None) -> Score | None:
    return None if text is None else Score.from_text(text)
