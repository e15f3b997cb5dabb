"""Which of the known matches a told one is, or that it is a new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.football.model import Leg, Match, RoundKind, Status

SAME_DAY = 1
"""Days: late kick-offs and other time zones move a date by one."""
SAME_FIXTURE = 3
"""Days: a match put off by more than this was played as another one, unless its leg says otherwise."""

_CAME_TO_NOTHING = {Status.ABANDONED, Status.CANCELLED}
_TELLING = ("date", "leg", "matchday", "status", "full_time", "extra_time", "penalties", "round")
"""What tells two meetings of the same clubs apart, where more than one would do."""


def pair(known: Sequence[Match], told: Iterable[Match]) -> list[tuple[Match, Match | None]]:
    """Each told match of one competition's season with the known one that it is, or None for a new match.

    A match told twice in one batch comes back twice, the second time with what the first was paired with,
    or with the first itself. Where several would do, the likest pairs are made first.
    """
    by_clubs: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in known:
        by_clubs[_meeting(match)].append(match)
    told = list(told)
    meetings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, match in enumerate(told):
        meetings[_meeting(match)].append(place)
    found: dict[int, Match] = {}
    for clubs, places in meetings.items():
        paired = _likest(by_clubs.get(clubs, []), [told[place] for place in places])
        found.update({places[number]: match for number, match in paired.items()})
    return [(match, found.get(place)) for place, match in enumerate(told)]


def _meeting(match: Match) -> tuple[str, str]:
    return (match.home.id, match.away.id)


def _likest(known: list[Match], told: list[Match]) -> dict[int, Match]:
    """The known match, or the earlier telling, that each told match of the same two clubs is."""
    candidates = sorted(
        (unlike, number, place)
        for number, match in enumerate(told)
        for place, one in enumerate(known)
        if (unlike := _unlikeness(one, match)) is not None
    )
    found: dict[int, Match] = {}
    taken: set[int] = set()
    for _, number, place in candidates:
        if number not in found and place not in taken:
            found[number] = known[place]
            taken.add(place)
    for number, match in enumerate(told):
        if number not in found:
            first = next((one for one in range(number) if _told_before(told[one], match)), None)
            if first is not None:
                found[number] = found.get(first, told[first])
    return found


def _told_before(earlier: Match, match: Match) -> bool:
    """One source means the same match only when it says the same day."""
    return (
        match.date is not None
        and earlier.date == match.date
        and earlier.leg == match.leg
        and _rounds_agree(earlier, match)
    )


def _unlikeness(known: Match, told: Match) -> tuple[int, int, int] | None:
    """How far two tellings are apart; None when they can't be of one match."""
    days = None if known.date is None or told.date is None else abs((known.date - told.date).days)
    if not _rounds_agree(known, told) or (days != 0 and _played_instead(known, told)):
        return None
    if days is not None and days <= SAME_DAY:
        remove = days
    elif _same_fixture(known, told, days):
        remove = 0 if known.date == told.date else SAME_DAY + 1
    else:
        return None
    differing = sum(getattr(known, fact) != getattr(told, fact) for fact in _TELLING)
    return (remove, differing, days or 0)


def _played_instead(known: Match, told: Match) -> bool:
    """Whether one came to nothing and the other is a match of its own, played for it another day."""
    if known.status in _CAME_TO_NOTHING:
        return told.status not in _CAME_TO_NOTHING
    return told.status in _CAME_TO_NOTHING and known.has_result


def _same_fixture(known: Match, told: Match, days: int | None) -> bool:
    """Whether a match that is told with another day, or none, was moved to it or is another one."""
    if known.round.kind is not told.round.kind or not _places_agree(known, told):
        return False
    elsewhere = told.round.kind is RoundKind.OTHER
    if elsewhere and known.round.label != told.round.label:
        return False
    if days is None or days <= SAME_FIXTURE or not known.has_result:
        return True
    if (known.leg and known.leg is told.leg) or (known.matchday and known.matchday == told.matchday):
        return True
    # In the leagues of other competitions clubs receive each other more than once.
    return not told.has_result and not elsewhere


def _places_agree(known: Match, told: Match) -> bool:
    if known.matchday and told.matchday and known.matchday != told.matchday:
        return False
    if known.leg is told.leg:
        return True
    return None in {known.leg, told.leg} and Leg.REPLAY not in {known.leg, told.leg}


def _rounds_agree(one: Match, other: Match) -> bool:
    return one.round.is_unknown or other.round.is_unknown or one.round.kind is other.round.kind
