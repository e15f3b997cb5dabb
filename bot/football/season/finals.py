"""The finals of all of history, as known at a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime

from bot.football.competitions import ROWS
from bot.football.model import Club, Competition, Match, Season, Tie
from bot.football.season.as_of import over_at
from bot.football.seasons import season_of
from bot.football.ties.tie import outcome
from bot.football.ties.ties import ties_of

MOST_NAMED = 6
"""Clubs that won most."""


def finals_over(matches: Iterable[Match], now: datetime) -> tuple[Tie, ...]:
    """The finals of which every match was over by now, newest first."""
    over = [
        tie
        for tie in ties_of(matches)
        if all(match.has_result and over_at(match) <= now for match in tie.matches)
    ]
    return tuple(sorted(over, key=last_day, reverse=True))


def last_day(tie: Tie) -> date:
    """The day on which it was decided; the end of the season where that is not known."""
    season_ends = date(tie.season.start_year + 1, 6, 30)
    return max((match.date for match in tie.matches if match.date), default=season_ends)


def winner_of(tie: Tie) -> Club | None:
    decided = outcome(tie)
    return decided.winner if decided else None


def missing_finals(competition: Competition, finals: Iterable[Tie], now: datetime) -> tuple[Season, ...]:
    """The seasons of a competition that are over and of which the final is not among these."""
    row = ROWS[competition]
    won = {tie.season for tie in finals if tie.competition == competition}
    over = map(Season, range(row.first, season_of(now).start_year))
    return tuple(season for season in over if row.was_held(season) and season not in won)


def won_most(
    finals: Iterable[Tie], competition: Competition | None = None, *, country: str = ""
) -> list[tuple[Club, int]]:
    """The clubs that won most of these, with how many: of equals all or none, and more than one."""
    wins = Counter(
        winner
        for tie in finals
        if competition in {None, tie.competition}
        and (winner := winner_of(tie))
        and country in {"", winner.country}
    ).most_common(MOST_NAMED + 1)
    if not wins or wins[0][1] == 1:
        return []
    fewest = wins[MOST_NAMED][1] if len(wins) > MOST_NAMED else 0
    return [(club, number) for club, number in wins if number > fewest]
