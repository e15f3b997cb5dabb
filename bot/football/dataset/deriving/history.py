"""Seasons of which every result is told and nothing else: rounds, legs, groups, and who went through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.football.dataset.deriving.deriving import SAME_MATCH, MatchReport, derive_season
from bot.football.dataset.deriving.formats import Stage, format_of, knockouts_of
from bot.football.dataset.deriving.groups import with_groups
from bot.football.dataset.deriving.knockout import by_knockout_stage
from bot.football.dataset.deriving.winners import with_winners
from bot.football.model import Competition, Derived, Leg, Match, Round, RoundKind, Season
from bot.football.rules import is_single_match
from bot.football.ties.ties import with_legs

SAME_RESULT = timedelta(days=3)


def derive_history(
    competition: Competition, season: Season, reported: Sequence[Match], stored: Sequence[Match] = ()
) -> tuple[Match, ...]:
    """Every match with its round and leg; what can't be placed comes back without a round.

    A match that is stored keeps its place, and only its day and its score are compared. The others are
    placed by the season's format, and marked so.
    """
    beside = [(match, _stored_as(match, stored)) for match in _once_each(reported)]
    known_matches = [_in_place_of(found, match) for match, found in beside if found is not None]
    new = [match for match, found in beside if found is None]
    placed: list[Match] = []
    main_rounds = format_of(competition, season)
    if main_rounds and not _are_stored(main_rounds, stored, new):
        # Single facts may be stored; they help to place the others.
        placed = [
            match
            for match in derive_season(competition, season, [MatchReport(match) for match in new], stored)
            if not match.round.is_unknown and _stored_as(match, stored) is None
        ]
        days = {(match.clubs, match.date) for match in placed}
        new = [match for match in new if (match.clubs, match.date) not in days]
    stages = knockouts_of(competition, season)
    if stages:
        # Where the knockout is the whole season, the stored matches help to place the others.
        helping = [] if main_rounds else known_matches
        for stage, matches in by_knockout_stage(stages, [*new, *helping]).items():
            placed += _in_stage(stage, matches, helping)
        new = []
    return (*known_matches, *with_winners(placed, stored), *new)


def _are_stored(rounds: Sequence[Stage], stored: Sequence[Match], new: Sequence[Match]) -> bool:
    """Whether all matches from the first of these rounds on are stored: what is new came before."""
    first = min((_day(match) for match in stored if match.round.kind is rounds[0].kind), default=None)
    return first is not None and all(_day(match) < first for match in new)


def _once_each(matches: Iterable[Match]) -> list[Match]:
    """The matches without those told again with another day: nobody wins twice alike in three days."""
    once: list[Match] = []
    for match in matches:
        again = any(
            other.clubs == match.clubs
            and other.score == match.score
            and match.date is not None
            and other.date is not None
            and abs(match.date - other.date) <= SAME_RESULT
            for other in once
        )
        if not again:
            once.append(match)
    return once


def _stored_as(match: Match, stored: Iterable[Match]) -> Match | None:
    """The stored match that this one is, of a match and its replay the nearer.

    The final of a single match has an arbitrary home side.
    """
    found: list[Match] = []
    for candidate in stored:
        same = candidate.clubs == match.clubs or (
            candidate.clubs == match.clubs[::-1]
            and candidate.round.kind is RoundKind.FINAL
            and candidate.leg is None
        )
        apart = SAME_RESULT if candidate.leg is Leg.REPLAY else SAME_MATCH
        undated = candidate.date is None or match.date is None
        if same and (undated or abs(_day(candidate) - _day(match)) <= apart):
            found.append(candidate)
    return min(found, key=lambda candidate: abs(_day(candidate) - _day(match)), default=None)


def _day(match: Match) -> date:
    return match.date or date.max


def _in_place_of(stored: Match, reported: Match) -> Match:
    """What is told of a stored match, in the form in which it is stored."""
    score = (
        reported.score if reported.home == stored.home or reported.score is None else reported.score.turned
    )
    after_extra_time = stored.extra_time is not None
    return replace(
        reported,
        home=stored.home,
        away=stored.away,
        round=stored.round,
        leg=stored.leg,
        matchday=stored.matchday,
        full_time=None if after_extra_time else score,
        extra_time=score if after_extra_time else None,
        derived=stored.derived & {Derived.ROUND, Derived.LEG},
    )


def _in_stage(stage: Stage, matches: Sequence[Match], helping: Sequence[Match]) -> list[Match]:
    in_round = [
        match
        if match in helping
        else replace(
            match,
            round=Round(stage.kind),
            neutral=match.neutral
            or (
                stage.kind is RoundKind.FINAL
                and is_single_match(match.competition, match.season, Round(stage.kind))
            ),
            derived=match.derived | {Derived.ROUND},
        )
        for match in matches
    ]
    if stage.is_group_stage:
        return with_groups(stage, in_round)
    legs = [
        _as_derived(match)
        for match, before in zip(with_legs(in_round), in_round, strict=True)
        if before not in helping
    ]
    return _with_possible_days(_away_from_home(legs))


def _away_from_home(matches: Sequence[Match]) -> list[Match]:
    """A return at the club that was at home before is on neutral ground, whatever was agreed."""
    first_at = {_clubs(match): match.home for match in matches if match.leg is Leg.FIRST}
    return [
        replace(match, neutral=True)
        if match.leg is Leg.SECOND and first_at.get(_clubs(match)) == match.home
        else match
        for match in matches
    ]


def _as_derived(match: Match) -> Match:
    return match if match.leg is None else replace(match, derived=match.derived | {Derived.LEG})


def _with_possible_days(matches: Sequence[Match]) -> list[Match]:
    """Two legs on one day have one day that is right: the one on which other ties had that leg."""
    days = {
        leg: [match.date for match in matches if match.leg is leg and match.date]
        for leg in (Leg.FIRST, Leg.SECOND)
    }
    first_on: dict[frozenset[str], date | None] = {}
    for match in matches:
        if match.leg is Leg.FIRST:
            first_on[_clubs(match)] = match.date
    return [
        replace(match, date=None)
        if match.leg in days
        and match.date is not None
        and _other_leg_on(match, matches)
        and days[match.leg].count(match.date)
        <= days[Leg.SECOND if match.leg is Leg.FIRST else Leg.FIRST].count(match.date)
        else match
        for match in matches
    ]


def _other_leg_on(match: Match, matches: Sequence[Match]) -> bool:
    return any(
        other is not match and _clubs(other) == _clubs(match) and other.date == match.date
        for other in matches
    )


def _clubs(match: Match) -> frozenset[str]:
    return frozenset((match.home.id, match.away.id))
