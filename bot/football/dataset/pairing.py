"""Which of the known matches a told one is, or that it is a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.football.model import EUROPEAN_COMPETITIONS, Leg, Match, RoundKind, Status
from bot.football.rules import is_single_match
from bot.football.ties.ties import with_legs

SAME_DAY = 1
"""Days: late kick-offs and other time zones move a date by one."""
SAME_FIXTURE = 3
"""Days: a match put off by more than this was played as another one, unless its leg says otherwise."""

_LAST_REPLAY = 1973
"""The season of the last replay, that of the final of 1974; of a later one its leg must say so."""
_GROUPS = {RoundKind.GROUP, RoundKind.SECOND_GROUP}
_CAME_TO_NOTHING = {Status.ABANDONED, Status.CANCELLED}
_TELLING = ("date", "leg", "matchday", "status", "full_time", "extra_time", "penalties", "round")
"""What tells two meetings of the same clubs apart, where more than one would do."""


def pair(stored: Sequence[Match], reported: Iterable[Match]) -> list[tuple[Match, Match | None]]:
    """Each told match of one competition's season with the known one that it is, or None for a new match.

    A match told twice in one batch, be it for two days, comes back twice: the second time with what the
    first was paired with, or with the first itself. Where several would do, the likest pairs are made first.
    """
    by_clubs: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in stored:
        by_clubs[_meeting(match)].append(match)
    reported = list(reported)
    meetings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, match in enumerate(reported):
        meetings[_meeting(match)].append(place)
    found: dict[int, Match] = {}
    for clubs, places in meetings.items():
        back = clubs[::-1]
        returns = [*by_clubs.get(back, []), *(reported[place] for place in meetings.get(back, ()))]
        paired = _likest(by_clubs.get(clubs, []), [reported[place] for place in places], returns)
        found.update({places[number]: match for number, match in paired.items()})
    return [(match, found.get(place)) for place, match in enumerate(reported)]


def with_legs_once(matches: Sequence[Match]) -> tuple[Match, ...]:
    """The legs of matches from one source, in which a match told twice has one leg."""
    first_of = {id(match): first for match, first in pair([], matches) if first is not None}
    once = [match for match in matches if id(match) not in first_of]
    filled = {id(match): with_leg for match, with_leg in zip(once, with_legs(once), strict=True)}
    return tuple(
        replace(match, leg=match.leg or filled[id(first_of[id(match)])].leg)
        if id(match) in first_of
        else filled[id(match)]
        for match in matches
    )


def _meeting(match: Match) -> tuple[str, str]:
    return (match.home.id, match.away.id)


def _likest(stored: list[Match], reported: list[Match], returns: list[Match]) -> dict[int, Match]:
    """The known match, or the earlier telling, that each told match of the same two clubs is."""
    candidates = sorted(
        (unlike, number, place)
        for number, match in enumerate(reported)
        for place, candidate in enumerate(stored)
        if (unlike := _unlikeness(candidate, match, returns)) is not None
    )
    found: dict[int, Match] = {}
    taken: set[int] = set()
    for _, number, place in candidates:
        if number not in found and place not in taken:
            found[number] = stored[place]
            taken.add(place)
    for number, match in enumerate(reported):
        if number not in found:
            first = next(
                (earlier for earlier in range(number) if _told_before(reported[earlier], match, returns)),
                None,
            )
            only = next((other for other in stored if _leave_room_for_one(other, match, returns)), None)
            if first is not None:
                found[number] = found.get(first, reported[first])
            elif only is not None:
                found[number] = only
    return found


def _told_before(earlier: Match, match: Match, returns: Sequence[Match]) -> bool:
    """One source means the same match when it says the same day, or when the rules leave room for one."""
    same_day = match.date is not None and earlier.date == match.date and earlier.leg == match.leg
    return (same_day and _rounds_agree(earlier, match)) or _leave_room_for_one(earlier, match, returns)


def _leave_room_for_one(first: Match, again: Match, returns: Sequence[Match]) -> bool:
    """Whether the rules of the round let these clubs meet once only at this ground.

    They do in our competitions and in every group. An abandoned match is played again, and a replay is
    another match, as its leg or the results with those of the return say.
    """
    kind = first.round.kind
    ours = first.competition in EUROPEAN_COMPETITIONS and kind is not RoundKind.OTHER
    if kind is not again.round.kind or not (ours or kind in _GROUPS):
        return False
    if _played_instead(first, again) or _played_instead(again, first):
        return False
    if first.leg is not again.leg and (
        Leg.REPLAY in {first.leg, again.leg} or None not in {first.leg, again.leg}
    ):
        return False
    return not (first.has_result and again.has_result and _may_be_both(first, again, returns))


def _may_be_both(first: Match, again: Match, returns: Sequence[Match]) -> bool:
    """Whether two results of a knockout tie at one ground are a leg and a replay, or both legs."""
    if first.round.kind.is_table or (first.leg is not None and first.leg is again.leg):
        return False
    replays = first.season.start_year <= _LAST_REPLAY
    single = is_single_match(first.competition, first.season, first.round, first.date)
    back = next((match for match in returns if match.round == first.round and match.has_result), None)
    if single:
        return replays and first.score is not None and first.score.is_level
    if back is None:
        return first.score != again.score
    earlier, later = sorted((first, again), key=_day)
    near = first.score == again.score and (_day(later) - _day(earlier)).days <= SAME_DAY
    return replays and not near and _day(later) >= _day(back) and _is_level(earlier, back)


def _is_level(first: Match, back: Match) -> bool:
    """Whether two legs left a replay to be played."""
    return (
        first.score is not None
        and back.score is not None
        and first.score.home + back.score.away == first.score.away + back.score.home
    )


def _day(match: Match) -> date:
    return match.date or date.max


def _unlikeness(stored: Match, reported: Match, returns: Sequence[Match]) -> tuple[int, int, int] | None:
    """How far two tellings are apart; None when they can't be of one match."""
    days = None if stored.date is None or reported.date is None else abs((stored.date - reported.date).days)
    if not _rounds_agree(stored, reported) or (days != 0 and _played_instead(stored, reported)):
        return None
    if days is not None and days <= SAME_DAY:
        remove = days
    elif _same_fixture(stored, reported, days, returns):
        remove = 0 if stored.date == reported.date else SAME_DAY + 1
    else:
        return None
    differing = sum(getattr(stored, fact) != getattr(reported, fact) for fact in _TELLING)
    return (remove, differing, days or 0)


def _played_instead(stored: Match, reported: Match) -> bool:
    """Whether one came to nothing and the other is a match of its own, played for it another day."""
    if stored.status in _CAME_TO_NOTHING:
        return reported.status not in _CAME_TO_NOTHING
    return reported.status in _CAME_TO_NOTHING and stored.has_result


def _same_fixture(stored: Match, reported: Match, days: int | None, returns: Sequence[Match]) -> bool:
    """Whether a match that is told with another day, or none, was moved to it or is another one."""
    if _leave_room_for_one(stored, reported, returns):
        return True
    if stored.round.kind is not reported.round.kind or not _places_agree(stored, reported):
        return False
    elsewhere = reported.round.kind is RoundKind.OTHER
    if elsewhere and stored.round.label != reported.round.label:
        return False
    if days is None or days <= SAME_FIXTURE or not stored.has_result:
        return True
    if (stored.leg and stored.leg is reported.leg) or (
        stored.matchday and stored.matchday == reported.matchday
    ):
        return True
    # In the leagues of other competitions clubs receive each other more than once.
    return not reported.has_result and not elsewhere


def _places_agree(stored: Match, reported: Match) -> bool:
    if stored.matchday and reported.matchday and stored.matchday != reported.matchday:
        return False
    if stored.leg is reported.leg:
        return True
    return None in {stored.leg, reported.leg} and Leg.REPLAY not in {stored.leg, reported.leg}


def _rounds_agree(round_: Match, other: Match) -> bool:
    return round_.round.is_unknown or other.round.is_unknown or round_.round.kind is other.round.kind
