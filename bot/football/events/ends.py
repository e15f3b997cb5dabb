"""Whether a match can be over: an end is believed only when it is possible."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.football.events.observations import Observation, Phase
from bot.football.model import EUROPEAN_COMPETITIONS, Match, RoundKind, Status
from bot.football.rules import is_single_match
from bot.football.season.as_of import starts_at
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import Then, as_it_stands
from bot.football.ties.ties import ties_of

NINETY_MINUTES = timedelta(minutes=105)
"""From the kick-off to the earliest end: two halves and the break."""
SURELY_OVER = timedelta(hours=3, minutes=30)
"""From the kick-off to an end that nobody doubts any more: after extra time, a shoot-out and a late start."""
SHOWN_LATE = timedelta(minutes=3)
"""How far the minute that a source shows may lag behind."""


def can_be_over(
    look: Observation, earliest: datetime | None, season_matches: Iterable[Match], now: datetime
) -> bool:
    """Whether a match that a look shows as played can be over.

    `earliest` is what the minutes shown before allow; the clock counts where no minute was shown. A tie or a
    final that must have a winner is not over before it has one, as far as `season_matches` tell.
    """
    match = look.match
    if is_surely_over(match, now):
        return True
    if earliest is None and match.kick_off is not None:
        earliest = match.kick_off + NINETY_MINUTES
    if earliest is not None and now < earliest:
        return False
    if look.minute is not None and look.minute < 90:
        return False
    return not _goes_on(match, season_matches)


def is_surely_over(match: Match, now: datetime) -> bool:
    """Whether it began so long ago that nobody plays any more, whatever a source shows."""
    start = starts_at(match)
    return start is not None and now >= start + SURELY_OVER


def earliest_end(look: Observation, now: datetime) -> datetime | None:
    """The earliest end of a match under way by the phase or the minute that a look shows; None without."""
    if look.match.status is not Status.LIVE or (look.phase is None and look.minute is None):
        return None
    return now + timedelta(minutes=_minutes_left(look)) - SHOWN_LATE


def _minutes_left(look: Observation) -> int:
    minute = look.minute
    match look.phase:
        case Phase.SHOOT_OUT | Phase.NINETY_OVER:
            return 0
        case Phase.EXTRA_TIME:
            return max(0, 120 - minute) if minute is not None else 0
        case Phase.FIRST_HALF | Phase.HALF_TIME if minute is None:
            return 45
        case _:
            return max(0, 90 - minute) if minute is not None else 0


def _goes_on(match: Match, season_matches: Iterable[Match]) -> bool:
    """Whether extra time or a shoot-out must follow, because a winner is needed and there is none."""
    if match.round.kind.is_table or match.round.is_unknown or match.round.kind is RoundKind.OTHER:
        return False
    others = (
        other
        for other in season_matches
        if other.round == match.round
        and set(other.clubs) == set(match.clubs)
        and (other.home, other.leg) != (match.home, match.leg)
    )
    (tie,) = ties_of([*others, match])
    legs = legs_of(tie)
    last = legs.replays[-1] if legs.replays else legs.last
    if last is not match or (legs.two_legged and not (legs.first and legs.first.has_result)):
        return False
    if not legs.two_legged and not legs.replays and not _is_single(match):
        return False
    standing = as_it_stands(tie)
    return standing is not None and standing.then in {Then.EXTRA_TIME, Then.PENALTIES}


def _is_single(match: Match) -> bool:
    """Whether the only match of a tie is all there will be, not a first leg whose return isn't listed yet."""
    if match.competition in EUROPEAN_COMPETITIONS:
        return is_single_match(match.competition, match.season, match.round, match.date)
    return match.round.kind is RoundKind.FINAL
