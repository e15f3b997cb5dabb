"""Where a match of which all is known stood at a moment: phase and minute beside the score so far.

For playing an evening again. The clock is a usual one: 2 minutes of stoppage and 15 of rest, 3 of stoppage,
a break until 112 minutes after the kick-off, extra time, a quarter of an hour of penalties; longer where a
goal in stoppage time fell later. A match with a goal of unknown minute shows no score before its end, and who
took which penalty is not in our results: their score comes with the end too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.events.observations import Observation, Phase
from bot.football.model import Match, Status
from bot.football.season.as_of import match_at, under_way

_SECOND_HALF_FROM = 62
_EXTRA_TIME_FROM = 112
_SECOND_EXTRA_HALF_FROM = 129
_EXTRA_TIME_UNTIL = 144
_SHOOT_OUT_TAKES = 15


@dataclass(frozen=True, slots=True)
class _Ends:
    """Minutes after the kick-off at which each part is over; None where there was none."""

    first_half: int
    second_half: int
    extra_time: int | None
    shoot_out: int | None

    @property
    def match(self) -> int:
        return self.shoot_out or self.extra_time or self.second_half


def observation_at(match: Match, now: datetime) -> Observation:
    """The match as it stood at that moment, with phase and minute."""
    if (
        match.kick_off is None
        or now < match.kick_off
        or match.status not in {Status.PLAYED, Status.ABANDONED}
    ):
        return Observation(match_at(match, now))
    minutes = int((now - match.kick_off).total_seconds()) // 60
    ends = _ends(match)
    if minutes >= ends.match:
        return Observation(match)
    phase, minute = _clock(minutes, ends)
    return Observation(under_way(match, minutes), phase, minute)


def _ends(match: Match) -> _Ends:
    second_half = 107 + _stoppage(match, 90, 3)
    extra_time = None
    if match.extra_time is not None:
        second_half = min(second_half, _EXTRA_TIME_FROM)
        extra_time = _EXTRA_TIME_UNTIL + _stoppage(match, 120, 2)
    shoot_out = (extra_time or second_half) + _SHOOT_OUT_TAKES if match.penalties is not None else None
    return _Ends(45 + _stoppage(match, 45, 2), second_half, extra_time, shoot_out)


def _stoppage(match: Match, minute: int, usual: int) -> int:
    """The minute in which the last goal of a half fell, and one more to see it."""
    return max([usual, *((goal.stoppage or 0) + 1 for goal in match.goals if goal.minute == minute)])


def _clock(minutes: int, ends: _Ends) -> tuple[Phase, int | None]:
    if minutes < ends.first_half:
        return Phase.FIRST_HALF, min(minutes + 1, 45)
    if minutes < _SECOND_HALF_FROM:
        return Phase.HALF_TIME, None
    if minutes < ends.second_half:
        return Phase.SECOND_HALF, min(minutes - _SECOND_HALF_FROM + 46, 90)
    if ends.extra_time is None or minutes >= ends.extra_time:
        return Phase.SHOOT_OUT, None
    return _clock_after_90(minutes)


def _clock_after_90(minutes: int) -> tuple[Phase, int | None]:
    if minutes < _EXTRA_TIME_FROM:
        return Phase.NINETY_OVER, None
    if minutes < _SECOND_EXTRA_HALF_FROM:
        return Phase.EXTRA_TIME, min(minutes - _EXTRA_TIME_FROM + 91, 105)
    return Phase.EXTRA_TIME, min(minutes - _SECOND_EXTRA_HALF_FROM + 106, 120)
