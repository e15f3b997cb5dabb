"""Finals on the ground that was chosen for them, whatever source the match came from."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.writing import change_match
from bot.football.model import FinalDate, Match, Round, RoundKind
from bot.football.rules import is_single_match

_FINAL = Round(RoundKind.FINAL)


def fill_finals(db: Database) -> None:
    """Mark every final of a single match as played on neutral ground, and say where, if the facts do.

    The ground is neutral also where it is a finalist's own: it was chosen before anybody knew (Bayern in
    Munich, 2012).
    """
    results = Results(db)
    for competition, season in results.seasons():
        if is_single_match(competition, season, _FINAL):
            where = results.final(competition, season)
            for row in results.stored_matches(competition, season):
                if row.match.round == _FINAL and (filled := _on_its_ground(row.match, where)) != row.match:
                    change_match(db, row.id, filled, row.authority)


def _on_its_ground(match: Match, where: FinalDate | None) -> Match:
    """The final there, unless its source says it was somewhere else; a replay was on another day."""
    if where is None or match.date not in {None, where.date} or match.city not in {"", where.city}:
        return replace(match, neutral=True)
    return replace(match, neutral=True, city=where.city, venue=match.venue or where.venue)
