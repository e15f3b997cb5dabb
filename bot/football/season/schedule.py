"""When matches are worth looking at again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from bot.football.model import AMSTERDAM, Match, Status

BEFORE = timedelta(minutes=10)
"""So long before a kick-off it is worth looking whether it is moved."""
AT_MOST = timedelta(hours=4)
"""After its kick-off a match is over, whatever happened: extra time, a shoot-out, a long break."""
WITHIN = timedelta(hours=1)
"""Before a kick-off, what is known of a match may change within minutes."""
NOW_AND_THEN = timedelta(minutes=15)
NIGHT_BEGINS, NIGHT_ENDS = time(1, 0), time(8, 0)
"""Amsterdam; nothing is played then and nobody is told anything."""


def is_on(match: Match, now: datetime) -> bool:
    """Whether it is being played or about to be, so that every look may show something new."""
    if match.status is Status.LIVE:
        return True
    if not match.status.is_expected or match.kick_off is None:
        return False
    return match.kick_off - BEFORE <= now < match.kick_off + AT_MOST


def next_look(matches: Iterable[Match], now: datetime, every: timedelta) -> datetime:
    """The moment of the next look: soon while a match is on, now and then on other days, not at night."""
    matches = list(matches)
    if any(is_on(match, now) for match in matches):
        return now + every
    kick_offs = [match.kick_off - BEFORE for match in matches if match.kick_off and match.status.is_expected]
    later = min([now + NOW_AND_THEN, *(at for at in kick_offs if at > now)])
    here = later.astimezone(AMSTERDAM)
    if NIGHT_BEGINS <= here.time() < NIGHT_ENDS:
        return datetime.combine(here.date(), NIGHT_ENDS, AMSTERDAM).astimezone(UTC)
    return later


def changes_soon(matches: Iterable[Match], now: datetime) -> bool:
    """Whether one is under way, begins within the hour, or is to be played today at an hour unknown."""
    return any(match.status is Status.LIVE or _begins_soon(match, now) for match in matches)


def _begins_soon(match: Match, now: datetime) -> bool:
    if match.status is not Status.SCHEDULED:
        return False
    if match.kick_off is None:
        return match.date == now.astimezone(AMSTERDAM).date()
    return now <= match.kick_off <= now + WITHIN
