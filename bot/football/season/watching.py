"""When matches are worth looking at again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from bot.football.model import AMSTERDAM, Match, Status

BEFORE = timedelta(minutes=10)
"""So long before a kick-off it is worth looking whether it is moved."""
AT_MOST = timedelta(hours=4)
"""After its kick-off a match is over, whatever happened: extra time, a shoot-out, a long break."""
NOW_AND_THEN = timedelta(minutes=15)
NIGHT_BEGINS, NIGHT_ENDS = time(1, 0), time(8, 0)
"""Amsterdam; nothing is played then and nobody is told anything."""
_DONE = frozenset(
    {Status.PLAYED, Status.AWARDED, Status.WALKOVER, Status.CANCELLED, Status.POSTPONED, Status.ABANDONED}
)


def is_on(match: Match, now: datetime) -> bool:
    """Whether it is being played or about to be, so that every look may show something new."""
    if match.status is Status.LIVE:
        return True
    if match.status in _DONE or match.kick_off is None:
        return False
    return match.kick_off - BEFORE <= now < match.kick_off + AT_MOST


def next_look(matches: Iterable[Match], now: datetime, every: timedelta) -> datetime:
    """The moment of the next look: soon while a match is on, now and then on other days, not at night."""
    matches = list(matches)
    if any(is_on(match, now) for match in matches):
        return now + every
    kick_offs = [match.kick_off - BEFORE for match in matches if match.kick_off and match.status not in _DONE]
    later = min([now + NOW_AND_THEN, *(at for at in kick_offs if at > now)])
    here = later.astimezone(AMSTERDAM)
    if NIGHT_BEGINS <= here.time() < NIGHT_ENDS:
        return datetime.combine(here.date(), NIGHT_ENDS, AMSTERDAM).astimezone(UTC)
    return later
