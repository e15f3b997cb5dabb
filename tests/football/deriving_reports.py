"""Matches as a source of goals tells them: with goals, without a round."""

from __future__ import annotations

import re
from datetime import date

from bot.football.dataset.deriving.deriving import MatchReport
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    UNKNOWN_ROUND,
    Club,
    Competition,
    Leg,
    Match,
    Score,
    Season,
    Status,
)

_LINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d) (?P<home>.+?) (?P<score>\d+-\d+) (?P<away>.+?)(?: \((?P<first>\d+-\d+)\))?"
)


def club(name: str) -> Club:
    return Club(id=name, name=name)


def reports_of(
    text: str, competition: Competition = CHAMPIONS_LEAGUE, season: int = 1993
) -> list[MatchReport]:
    """One match a line: `1991-03-20 Real Madrid 1-3 Spartak Moscow (0-0)`, the first leg behind a return."""
    reports = []
    for line in filter(None, map(str.strip, text.splitlines())):
        found = _LINE.fullmatch(line)
        assert found is not None, line
        match = Match(
            competition,
            Season(season),
            UNKNOWN_ROUND,
            club(found["home"]),
            club(found["away"]),
            Status.PLAYED,
            date=date.fromisoformat(found["day"]),
            leg=Leg.SECOND if found["first"] else None,
            full_time=Score.from_text(found["score"]),
        )
        reports.append(MatchReport(match, Score.from_text(found["first"]) if found["first"] else None))
    return reports


def line(match: Match) -> str:
    """The match as these tests write it, `?` for a day that isn't known."""
    return f"{match.date or '?'} {match.home.name} {match.full_time} {match.away.name}"
