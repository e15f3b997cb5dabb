"""What a look leaves out is no news: there, what is believed already stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.football.events.observations import Kick, Observation, RedCard
from bot.football.events.scorers import with_plausible_goals
from bot.football.model import Club, Goal, GoalKind, Match, Status

_HAS_SCORE = frozenset({Status.LIVE, Status.PLAYED, Status.ABANDONED})


def filled_in(believed: Observation, look: Observation) -> Observation:
    """The look, with what is believed wherever it shows nothing.

    The score of an entry of an owner is complete as it is: an undone extra time is gone.
    """
    before, match = believed.match, look.match
    day, kick_off = _when(before, match)
    match = replace(
        match,
        round=match.round if match.round.label else before.round,
        date=day,
        kick_off=kick_off,
        leg=match.leg or before.leg,
        matchday=match.matchday or before.matchday,
        neutral=match.neutral or before.neutral,
        winner=match.winner or before.winner,
        decided_by=match.decided_by or before.decided_by,
        venue=match.venue or before.venue,
        city=match.city or before.city,
        note=match.note or before.note,
    )
    if match.status in _HAS_SCORE:
        if not look.entered:
            match = _with_scores(before, match)
        match = with_plausible_goals(match)
        match = replace(match, goals=_goals(before, match))
    return replace(
        look,
        match=match,
        phase=look.phase or believed.phase,
        red_cards=_red_cards(believed.red_cards, look.red_cards),
        kicks=_kicks(believed.kicks, look.kicks),
    )


def _when(before: Match, match: Match) -> tuple[date | None, datetime | None]:
    """The day and the hour; another day without an hour is one of which the hour isn't fixed yet."""
    if match.kick_off is None and match.date in {None, before.date}:
        return before.date, before.kick_off
    return match.date, match.kick_off


def _with_scores(before: Match, match: Match) -> Match:
    extra_time = match.extra_time or before.extra_time
    full_time = match.full_time or (None if match.extra_time else before.full_time)
    if extra_time and full_time and (full_time.home > extra_time.home or full_time.away > extra_time.away):
        # A source without extra time counts its goals among the others.
        extra_time = match.extra_time
    return replace(
        match,
        full_time=full_time,
        half_time=match.half_time or before.half_time,
        extra_time=extra_time,
        penalties=match.penalties or before.penalties,
    )


def _goals(before: Match, match: Match) -> tuple[Goal, ...]:
    """The goals in scoring order, those of each club with whatever was left out of its list."""
    score = match.score
    if score is None:
        return ()
    home = _goals_of(before, match, match.home, score.home)
    away = _goals_of(before, match, match.away, score.away)
    if len(home) + len(away) == len(match.goals):
        sides = {match.home: iter(home), match.away: iter(away)}
        return tuple(next(sides[goal.club]) for goal in match.goals)
    goals = (*home, *away)
    if any(goal.minute is None for goal in goals):
        return goals
    return tuple(sorted(goals, key=lambda goal: (goal.minute or 0, goal.stoppage or 0)))


def _goals_of(before: Match, match: Match, club: Club, scored: int) -> Sequence[Goal]:
    earlier, listed = before.goals_of(club), match.goals_of(club)
    if len(listed) < min(len(earlier), scored):
        # After a disallowed goal nobody can tell which of the earlier ones is gone.
        is_of_use = len(earlier) <= scored and any(goal.scorer or goal.minute for goal in earlier)
        return earlier if is_of_use else listed
    return [*map(_filled_in_goal, earlier, listed), *listed[len(earlier) :]]


def _filled_in_goal(earlier: Goal, goal: Goal) -> Goal:
    """A goal as listed now, with its scorer and minute from an earlier list if they fit."""
    if earlier.scorer and goal.scorer and earlier.scorer != goal.scorer:
        return goal
    if earlier.minute is not None and goal.minute is not None and earlier.minute != goal.minute:
        return goal
    is_plain = goal.kind is GoalKind.OPEN_PLAY
    return replace(
        goal,
        scorer=goal.scorer or earlier.scorer,
        minute=earlier.minute if goal.minute is None else goal.minute,
        stoppage=goal.stoppage or earlier.stoppage,
        kind=earlier.kind if is_plain else goal.kind,
    )


def _red_cards(before: Sequence[RedCard], cards: Sequence[RedCard]) -> tuple[RedCard, ...]:
    """The red cards; a shorter list than before left some out."""
    if len(cards) < len(before):
        return tuple(before)
    return (*map(_filled_in_card, before, cards), *cards[len(before) :])


def _filled_in_card(earlier: RedCard, card: RedCard) -> RedCard:
    if card.player is None and card.minute in {None, earlier.minute} and card.club == earlier.club:
        return earlier
    if card.minute is None and (card.club, card.player) == (earlier.club, earlier.player):
        return earlier
    return card


def _kicks(before: Sequence[Kick], kicks: Sequence[Kick]) -> tuple[Kick, ...]:
    """The kicks of the shoot-out; a shorter list than before left some out."""
    return tuple(before if len(kicks) < len(before) else kicks)
