"""The legs of the ties of one round, and the goalless leg that a source has left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.football.dataset.deriving.formats import Stage
from bot.football.model import Club, Derived, Leg, Match, Score, Status

GOALLESS = Score(0, 0)
AUGUST_2020 = date(2020, 8, 1)
SEPTEMBER_2020 = date(2020, 9, 1)
"""In August 2020 ties were single matches on neutral ground, save for returns of ties begun in the spring."""
AGREEING_TIES = 2
_LEGS = (Leg.FIRST, Leg.SECOND, Leg.REPLAY)


def goalless(match: Match, home: Club, away: Club) -> Match:
    """The match a source of goals leaves out, in the round of another one."""
    return Match(
        match.competition,
        match.season,
        match.round,
        home,
        away,
        Status.PLAYED,
        full_time=GOALLESS,
        half_time=GOALLESS,
        source=match.source,
        derived=frozenset({Derived.MATCH, Derived.ROUND}),
    )


def with_legs(
    stage: Stage, matches: Sequence[Match], first_legs: Mapping[Match, Score], later: frozenset[Club]
) -> list[Match]:
    """The matches of a knockout round with their legs, and the goalless legs that must have been played.

    A first leg is restored when the return's heading says that it was goalless; a return, when the only match
    was played before all returns and the club that a goalless return puts through did play on (`later`).
    Of a tie of which neither leg is known nothing is restored.
    """
    ties: dict[frozenset[Club], list[Match]] = defaultdict(list)
    for match in matches:
        ties[frozenset(match.clubs)].append(match)
    told_returns = [match.date for match in first_legs if match in matches and match.date]
    returns_began = min(told_returns, default=date.max)
    legs: list[Match] = []
    for tie in ties.values():
        if _is_of_august_2020(tie, first_legs):
            legs += [replace(match, neutral=True) for match in tie]
        elif stage.meetings == 1:
            legs += tie
        elif len(tie) > 1:
            legs += _in_order(tie)
        elif tie[0] in first_legs:
            legs += _with_first_leg(tie[0], first_legs[tie[0]])
        elif tie[0].date is not None and tie[0].date < returns_began:
            legs += _with_return(tie[0], later)
        else:
            legs += tie
    return _with_days(legs)


def _is_of_august_2020(tie: Sequence[Match], first_legs: Mapping[Match, Score]) -> bool:
    return all(
        match.date and AUGUST_2020 <= match.date < SEPTEMBER_2020 and match not in first_legs for match in tie
    )


def _in_order(tie: Iterable[Match]) -> list[Match]:
    """First leg, return and, where the tie was still undecided, a replay on neutral ground."""
    by_date = sorted(tie, key=lambda match: match.date or date.max)
    open_legs = iter([leg for leg in _LEGS if leg not in {match.leg for match in by_date}])
    return [match if match.leg else _as_leg(match, next(open_legs)) for match in by_date]


def _as_leg(match: Match, leg: Leg) -> Match:
    if match.leg is not None:
        return match
    return replace(
        match, leg=leg, neutral=match.neutral or leg is Leg.REPLAY, derived=match.derived | {Derived.LEG}
    )


def _with_first_leg(second: Match, first_leg: Score) -> list[Match]:
    legs = [_as_leg(second, Leg.SECOND)]
    if first_leg != GOALLESS:
        return legs
    return [_as_leg(goalless(second, second.away, second.home), Leg.FIRST), *legs]


def _with_return(first: Match, later: frozenset[Club]) -> list[Match]:
    legs = [_as_leg(first, Leg.FIRST)]
    if first.score is None or first.score == GOALLESS:
        return legs
    # Level after a goalless return, the away goals of the first leg decide.
    winner = first.home if first.score.home > first.score.away else first.away
    if winner not in later or first.opponent_of(winner) in later:
        return legs
    return [*legs, _as_leg(goalless(first, first.away, first.home), Leg.SECOND)]


def _with_days(legs: Sequence[Match]) -> list[Match]:
    """Restored legs on their days, as far as other ties tell.

    Ties that share the day of one leg share that of the other: where at least two other ties did and none did
    not, it holds for this one too.
    """
    days: dict[tuple[Leg | None, date | None], set[frozenset[Club]]] = defaultdict(set)
    for match in legs:
        days[match.leg, match.date].add(frozenset(match.clubs))
    return [_on_its_day(match, days) if Derived.MATCH in match.derived else match for match in legs]


def _on_its_day(
    restored: Match, days: Mapping[tuple[Leg | None, date | None], set[frozenset[Club]]]
) -> Match:
    tie = frozenset(restored.clubs)
    # The other leg is the one told, so that its day is known.
    beside = {
        other
        for (leg, day), ties in days.items()
        if leg is not restored.leg and day and tie in ties
        for other in ties
    }
    found = Counter(
        day for (leg, day), ties in days.items() if leg is restored.leg and day for _ in ties & beside
    )
    if len(found) != 1 or found.total() < AGREEING_TIES:
        return restored
    return replace(restored, date=next(iter(found)))
