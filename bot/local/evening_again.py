"""An evening that can be played again: every match with a kick-off, and which of them were assumed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import cycle

from bot.football.model import AMSTERDAM, Match
from bot.football.season.evening import on_evening, usual_order

USUAL_KICK_OFFS = (time(19, 0), time(21, 5))
"""As on most evenings of the Europa League; in Amsterdam."""


@dataclass(frozen=True, slots=True)
class PlayedAgain:
    """The matches of an evening by kick-off; those without one known are among them with an assumed one."""

    matches: tuple[Match, ...]
    assumed: tuple[Match, ...]


def play_again(matches: Iterable[Match], day: date) -> PlayedAgain:
    """An evening of these matches; where no kick-off is known, they take turns at 19.00 and at 21.05."""
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


def _place(match: Match) -> tuple[datetime | None, str]:
    return (match.kick_off, match.home.name)
