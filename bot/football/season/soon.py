"""Whether what is known of some matches may change within minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.football.model import AMSTERDAM, Match, Status

WITHIN = timedelta(hours=1)


def changes_soon(matches: Iterable[Match], now: datetime) -> bool:
    """Whether one is under way, begins within the hour, or is to be played today at an hour unknown."""
    return any(match.status is Status.LIVE or _begins_soon(match, now) for match in matches)


def _begins_soon(match: Match, now: datetime) -> bool:
    if match.status is not Status.SCHEDULED:
        return False
    if match.kick_off is None:
        return match.date == now.astimezone(AMSTERDAM).date()
    return now <= match.kick_off <= now + WITHIN
