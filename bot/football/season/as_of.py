"""What was known at a moment: later matches are not played yet, later draws are still to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from operator import itemgetter

from bot.football.model import AMSTERDAM, Derived, DrawDate, Leg, Match, Round, RoundKind, Score, Status

_NINETY_MINUTES = timedelta(hours=1, minutes=55)
_WITH_EXTRA_TIME = timedelta(hours=2, minutes=35)
_SHOOT_OUT = timedelta(minutes=15)
_UNKNOWN_AFTER = timedelta(hours=2)
_UNKNOWN_AFTER_EXTRA_TIME = timedelta(hours=3)
_STILL_UNDER_WAY = timedelta(minutes=15)
"""Grace period: a live match not seen for so long is no longer taken to be live."""
_DAY_IS_OVER = time(23, 0)
_DRAW_IS_OVER = time(15, 0)
_ANNOUNCED_BEFORE = timedelta(days=12)
_CALLED_OFF = frozenset({Status.CANCELLED, Status.WALKOVER})
_AFTER_THE_GAME = frozenset({Derived.MATCH, Derived.HALF_TIME, Derived.FULL_TIME})

# On the clock: 45 minutes and 2 of stoppage, 15 of rest, 45 and 5 of stoppage and rest, 15 and 2.
_SECOND_HALF_LATER = 17
_EXTRA_TIME_LATER = 22
_LAST_QUARTER_LATER = 24


def starts_at(match: Match) -> datetime | None:
    """When it kicks off; the end of its day where only that is known; None where nothing is."""
    return match.kick_off or (None if match.date is None else _on(match.date, _DAY_IS_OVER))


def over_at(match: Match) -> datetime:
    """From when its result may be known: its recorded end, else the usual one, or 23.00 without a kick-off.

    90 minutes take 1 h 55 on the clock, extra time 2 h 35, and a shoot-out 15 minutes more. Without even a
    day it is the end of the season, 30 June. A result that is not there is missed two hours after the
    kick-off, three when extra time was seen, and later while the match is still seen to go on.
    """
    if match.ended_at is not None:
        return match.ended_at
    if match.kick_off is None:
        over = starts_at(match) or _on(date(match.season.start_year + 1, 6, 30), _DAY_IS_OVER)
    elif match.status.is_open:
        over = match.kick_off + (_UNKNOWN_AFTER_EXTRA_TIME if match.extra_time else _UNKNOWN_AFTER)
    else:
        return match.kick_off + _usual_length(match)
    return _seen_to_go_on(match, over)


def _usual_length(match: Match) -> timedelta:
    """From the kick-off to the end, the last goal included."""
    length = _WITH_EXTRA_TIME if match.extra_time else _NINETY_MINUTES
    if match.goals:
        last_goal = max(on_the_clock(goal.minute, goal.stoppage) for goal in match.goals)
        length = max(length, timedelta(minutes=last_goal + 1))
    return length + _SHOOT_OUT if match.penalties else length


def _seen_to_go_on(match: Match, over: datetime) -> datetime:
    if match.status is Status.LIVE and match.seen_at is not None:
        return max(over, match.seen_at + _STILL_UNDER_WAY)
    return over


def match_at(match: Match, now: datetime) -> Match:
    """The match as it was known at this moment.

    Under way it has the score so far if all its goals are known with their minutes, estimated by the clock: a
    goal after the break comes 17 minutes later than its minute says. A live match that should be over but was
    not heard of again is unknown: scheduled, without a score (see `result_unknown`). A postponed match has no
    result to give away and stays as it is.
    """
    return match if match.status.is_to_begin else _begun_at(match, now, over_at(match))


def _begun_at(match: Match, now: datetime, over: datetime) -> Match:
    if now >= over:
        return still_to_come(match) if match.status is Status.LIVE else match
    begun = match.kick_off or (match.seen_at if match.status is Status.LIVE else None)
    if begun is None or now < begun:
        return still_to_come(match)
    if match.kick_off and match.status in {Status.PLAYED, Status.ABANDONED}:
        return under_way(match, int((now - match.kick_off).total_seconds()) // 60)
    return match


def result_unknown(match: Match, now: datetime) -> bool:
    """Whether it must have been played by now while nothing is known of it."""
    return match.status.is_expected and now >= over_at(match)


def season_at(matches: Sequence[Match], draws: Sequence[DrawDate], now: datetime) -> tuple[Match, ...]:
    """All matches of one competition's season as known at this moment, without pairings not yet drawn.

    A pairing is known after its draw (15.00 where only the day is known) and when the round before it is
    over, so that a draw of several rounds gives away no clubs. Without a known draw: in qualifying rounds and
    tables 12 days before the first match, but not before the round before is over either; elsewhere from the
    day after the round before. What has begun is always known. A match without a day is over with the others
    of its round and leg. Of a tie that was called off everything is known once one of its matches would have
    been played. A winner recorded with a tie is not known before its last match.
    """
    overs = [over_at(match) for match in matches]
    as_of_now = _with_what_was_called_off(matches, _each_at(matches, overs, now))
    spans = _spans(matches, overs)
    hidden = {round_ for round_ in spans if now < _known_from(round_, spans, draws)}
    begun = {
        _pairing(match)
        for match, match_now, over in zip(matches, as_of_now, overs, strict=True)
        if match.round in hidden and (not match_now.status.is_to_begin or now >= over)
    }
    unfinished = {_pairing(match_now) for match_now in as_of_now if match_now.status.is_open}
    return tuple(
        replace(match_now, winner=None, decided_by=None)
        if match_now.winner and _pairing(match_now) in unfinished
        else match_now
        for match_now in as_of_now
        if match_now.round not in hidden or _pairing(match_now) in begun
    )


def draws_ahead(draws: Iterable[DrawDate], now: datetime) -> tuple[DrawDate, ...]:
    """The draws still to come, the next one first; one without a date is not known to be ahead."""
    ahead = [(held, draw) for draw in draws if (held := draw_over_at(draw)) is not None and now < held]
    return tuple(draw for _, draw in sorted(ahead, key=lambda pair: pair[0]))


def draw_over_at(draw: DrawDate) -> datetime | None:
    """From when its outcome is known: its hour, or 15.00 that day; None without a date."""
    return draw.at or (None if draw.date is None else _on(draw.date, _DRAW_IS_OVER))


def latest_known_result(matches: Iterable[Match], now: datetime) -> date | None:
    """The last day of which a result is known: how far these data run."""
    with_result = [(match.date, match) for match in matches if match.date is not None and match.has_result]
    latest_first = sorted(with_result, key=itemgetter(0), reverse=True)
    return next((day for day, match in latest_first if now >= over_at(match)), None)


def still_to_come(match: Match) -> Match:
    """The fixture that it was."""
    return replace(
        match,
        status=Status.SCHEDULED,
        full_time=None,
        half_time=None,
        extra_time=None,
        penalties=None,
        goals=(),
        winner=None,
        decided_by=None,
        note="",
        derived=match.derived - _AFTER_THE_GAME,
        seen_at=None,
        ended_at=None,
    )


def under_way(match: Match, minutes: int) -> Match:
    """The match so many minutes after its kick-off; the score so far only if the goals' minutes tell."""
    begun = replace(still_to_come(match), status=Status.LIVE)
    if minutes >= 47:
        begun = replace(
            begun, half_time=match.half_time, derived=begun.derived | (match.derived & {Derived.HALF_TIME})
        )
    if not minutes_can_be_trusted(match):
        return begun
    went_on = match.extra_time is not None and minutes >= 90 + _EXTRA_TIME_LATER
    goals = tuple(
        goal
        for goal in match.goals
        if on_the_clock(goal.minute, goal.stoppage) <= minutes or (went_on and (goal.minute or 0) <= 90)
    )
    home = sum(goal.club == match.home for goal in goals)
    score = Score(home, len(goals) - home)
    if went_on:
        return replace(begun, full_time=match.full_time, extra_time=score, goals=goals)
    return replace(begun, full_time=score, goals=goals)


def minutes_can_be_trusted(match: Match) -> bool:
    """Whether every goal has its minute; some sources write 90 for every goal of extra time."""
    if not match.scorers_known or any(goal.minute is None for goal in match.goals):
        return False
    if match.extra_time is None:
        return True
    in_90 = [goal for goal in match.goals if goal.minute is not None and goal.minute <= 90]
    return match.full_time is not None and len(in_90) == match.full_time.home + match.full_time.away


def on_the_clock(minute: int | None, stoppage: int | None) -> int:
    """How many minutes after the kick-off a goal of this minute fell, as a rule."""
    minute = minute or 0
    later = 0
    if minute > 105:
        later = _LAST_QUARTER_LATER
    elif minute > 90:
        later = _EXTRA_TIME_LATER
    elif minute > 45:
        later = _SECOND_HALF_LATER
    return minute + later + (stoppage or 0)


def _each_at(matches: Sequence[Match], overs: Sequence[datetime], now: datetime) -> list[Match]:
    """Each match as it was known; one without a day is over with the last of its round, leg and matchday."""
    undated = [match for match in matches if match.date is None]
    ends = {_turn(match): _ends_of_turn(match, matches) for match in undated}
    return [
        match
        if match.status.is_to_begin or (match.date is None and (end := ends[_turn(match)]) and now >= end)
        else _begun_at(match, now, over)
        for match, over in zip(matches, overs, strict=True)
    ]


def _turn(match: Match) -> tuple[RoundKind, Leg | None, int | None]:
    return (match.round.kind, match.leg, match.matchday)


def _ends_of_turn(undated: Match, matches: Iterable[Match]) -> datetime | None:
    with_it = (match for match in matches if match.date is not None and _turn(match) == _turn(undated))
    return max(map(over_at, with_it), default=None)


def _with_what_was_called_off(matches: Sequence[Match], as_of_now: Sequence[Match]) -> list[Match]:
    """Nobody waits for the second leg of a tie of which the first was called off for good."""
    off = {
        _pairing(match_now)
        for match, match_now in zip(matches, as_of_now, strict=True)
        if match_now is match and match.status in _CALLED_OFF and not match.round.kind.is_table
    }
    return [
        match if match.status in _CALLED_OFF and _pairing(match) in off else match_now
        for match, match_now in zip(matches, as_of_now, strict=True)
    ]


def _pairing(match: Match) -> tuple[Round, frozenset[object]]:
    return (match.round, frozenset(match.clubs))


def _spans(matches: Sequence[Match], overs: Sequence[datetime]) -> dict[Round, tuple[datetime, datetime]]:
    """When each round begins and when it is over; a match without a day tells only where no other does."""
    dated = {match.round for match in matches if match.date is not None}
    spans: dict[Round, tuple[datetime, datetime]] = {}
    for match, over in zip(matches, overs, strict=True):
        if match.date is None and match.round in dated:
            continue
        start = starts_at(match) or over
        begins, ends = spans.get(match.round, (start, over))
        spans[match.round] = (min(begins, start), max(ends, over))
    return spans


def _known_from(
    round_: Round, spans: dict[Round, tuple[datetime, datetime]], draws: Iterable[DrawDate]
) -> datetime:
    """When the pairings of a round came to be known."""
    begins, _ = spans[round_]
    before = max((ends for _, ends in spans.values() if ends < begins), default=None)
    held = [at for draw in draws if _covers(draw, round_) and (at := draw_over_at(draw)) is not None]
    if held:
        return max(held) if before is None else max(*held, before)
    if before is None or round_.kind.is_table or round_.kind.is_qualifying:
        announced = begins - _ANNOUNCED_BEFORE
        return announced if before is None else max(announced, before)
    return _on(before.astimezone(AMSTERDAM).date() + timedelta(days=1), time(0, 0))


def _covers(draw: DrawDate, round_: Round) -> bool:
    """A draw of the groups covers each of them."""
    return any(drawn.kind is round_.kind and drawn.label in {"", round_.label} for drawn in draw.rounds)


@lru_cache(maxsize=8192)
def _on(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, AMSTERDAM).astimezone(UTC)
