"""A copy of the results in which an evening is still to be played, so that it can be played again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import cycle

from sqlite_utils import Database

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.database.results.writing import change_match
from bot.football.model import AMSTERDAM, Match
from bot.football.season.as_of import still_to_come
from bot.football.season.evening import on_evening, usual_order

LEAST = 0
"""What is to come is believed less than whatever a source will tell."""
USUAL_KICK_OFFS = (time(19, 0), time(21, 5))
"""As on most evenings of the Europa League; in Amsterdam."""


@dataclass(frozen=True, slots=True)
class PlayedAgain:
    """The matches of an evening by kick-off; where none was known, one is assumed."""

    matches: tuple[Match, ...]
    assumed: tuple[Match, ...]


def play_again(matches: Iterable[Match], day: date) -> PlayedAgain:
    """The matches of an evening; unknown kick-offs are put at 19.00 and 21.05 in turn."""
    tonight = on_evening(matches, day)
    kicked_off = [match for match in tonight if match.kick_off is not None]
    unknown = sorted(
        (match for match in tonight if match.kick_off is None),
        key=lambda match: (usual_order(match.competition), match.round.order, match.home.name),
    )
    assumed = [
        replace(match, kick_off=datetime.combine(day, at, AMSTERDAM).astimezone(UTC))
        for match, at in zip(unknown, cycle(USUAL_KICK_OFFS), strict=False)
    ]
    together = sorted([*kicked_off, *assumed], key=_place)
    return PlayedAgain(tuple(together), tuple(sorted(assumed, key=_place)))


def rewind(db: Database, day: date) -> PlayedAgain:
    """Turns that evening's matches into fixtures with a kick-off; returns them as they were played."""
    results = Results(db)
    seasons = {(competition, season) for _, competition, season in results.days(day, day)}
    stored = [row for season in sorted(seasons) for row in results.stored_matches(*season)]
    again = play_again([row.match for row in stored], day)
    played = {_name(match): match for match in again.matches}
    with transaction(db):
        for row in stored:
            if on_evening([row.match], day) and (match := played.get(_name(row.match))):
                assert match.kick_off  # noqa: S101 - whoever is played again kicks off
                here = match.kick_off.astimezone(AMSTERDAM).date()
                change_match(db, row.id, replace(still_to_come(match), date=here), LEAST)
    return again


def _name(match: Match) -> tuple[str, str, str]:
    return (match.competition.code, match.home.id, match.away.id)


def _place(match: Match) -> tuple[datetime | None, str]:
    return (match.kick_off, match.home.name)
