"""What happened between two looks at the same match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.football.events.events import (
    GoalDetailed,
    GoalDisallowed,
    GoalScored,
    KickedOff,
    KickOffMoved,
    KickTaken,
    MatchAwarded,
    MatchCalledOff,
    MatchEnded,
    MatchEvent,
    PhaseBegan,
    PlayerSentOff,
    ResultCorrected,
)
from bot.football.events.observations import Observation, Phase
from bot.football.model import Club, Goal, Match, Score, Status

BELIEVED_AFTER = timedelta(seconds=50)
"""So long must every look go back before it is believed: caches of sources are stale for half a minute."""

_NOT_BEGUN = frozenset({Status.SCHEDULED, Status.POSTPONED})
_BY_VERDICT = frozenset({Status.AWARDED, Status.WALKOVER})
_NOTHING_YET = Score(0, 0)


@dataclass(frozen=True, slots=True)
class Watched:
    """What is believed of a match, and since when."""

    sighting: Observation
    at: datetime
    """The last look that agreed."""
    doubted_since: datetime | None = None
    """Since when every look has gone back behind what is believed."""
    taken_back: int = 0
    """Goals disallowed so far, so that the next second goal is not taken for the first one."""


def look_again(
    before: Watched | None, seen: Observation, now: datetime
) -> tuple[Watched, tuple[MatchEvent, ...]]:
    """What is believed after another look, and what happened since the last one.

    A first look tells of nothing: what it shows may be old. A look that goes back (a goal less, an earlier
    phase) is believed when every look has done so for a while. A match that was over stays over; only its
    result may be corrected.
    """
    if before is None:
        return Watched(seen, now), ()
    believed = before.sighting
    if _is_over(believed.match) and not _is_over(seen.match):
        return before, ()
    if goes_back(believed, seen):
        since = before.doubted_since or now
        if now - since < BELIEVED_AFTER:
            return replace(before, doubted_since=since), ()
    changes = tuple(_changes(believed, seen, before.taken_back))
    lost = sum(isinstance(change, GoalDisallowed) for change in changes)
    return Watched(seen, now, taken_back=before.taken_back + lost), changes


def goes_back(believed: Observation, seen: Observation) -> bool:
    """Whether a look shows less than what is believed: an old answer, or something was taken back."""
    before, after = believed.match, seen.match
    if before.status is Status.LIVE and after.status in _NOT_BEGUN:
        return True
    was, now = before.score or _NOTHING_YET, after.score or _NOTHING_YET
    if now.home < was.home or now.away < was.away:
        return True
    if believed.phase and seen.phase and seen.phase.order < believed.phase.order:
        return True
    return len(seen.kicks) < len(believed.kicks) and not _is_over(after)


def shows_more(before: Observation, after: Observation) -> bool:
    """Whether anything changed that a reader can see; the minute alone is not worth an edit."""
    return (before.match, before.phase, before.red_cards) != (after.match, after.phase, after.red_cards)


def seen_late(goal: Goal, seen: Observation) -> timedelta:
    """How long ago a goal fell by the minute that the same look shows; nothing where either isn't known."""
    if goal.minute is None or seen.minute is None:
        return timedelta(0)
    return timedelta(minutes=max(0, seen.minute - goal.minute - (goal.stoppage or 0) - 1))


def _changes(believed: Observation, seen: Observation, taken_back: int) -> Iterator[MatchEvent]:
    before, after = believed.match, seen.match
    if after.status is Status.LIVE or after.status is Status.PLAYED:
        yield from _of_play(believed, seen, taken_back)
    elif after.status is Status.SCHEDULED:
        if before.kick_off and after.kick_off and before.kick_off != after.kick_off:
            yield KickOffMoved(after, before.kick_off, f"moved {after.kick_off:%Y-%m-%dT%H:%M}")
    elif before.status is after.status:
        return
    elif after.status in _BY_VERDICT:
        yield MatchAwarded(after)
    else:
        yield MatchCalledOff(after, f"called off {after.status}")


def _of_play(believed: Observation, seen: Observation, taken_back: int) -> Iterator[MatchEvent]:
    before, after = believed.match, seen.match
    if _is_over(before):
        if _result(before) != _result(after):
            yield ResultCorrected(after, before.score, f"corrected {_result(after)}")
        yield from _detailed(before, after, taken_back)
        return
    if before.status in _NOT_BEGUN:
        yield KickedOff(after)
    yield from _goals(before, after, taken_back)
    yield from _detailed(before, after, taken_back)
    for number, card in enumerate(seen.red_cards[len(believed.red_cards) :], len(believed.red_cards) + 1):
        yield PlayerSentOff(after, card, f"red {number}")
    yield from _phases(believed.phase, seen.phase, after)
    yield from _kicks(believed, seen)
    if _is_over(after):
        yield MatchEnded(after)


def _goals(before: Match, after: Match, taken_back: int) -> Iterator[MatchEvent]:
    """First what was taken back, then what was scored, in the order of play as far as it is known."""
    running, now = before.score or _NOTHING_YET, after.score or _NOTHING_YET
    while running.home > now.home or running.away > now.away:
        home = running.home > now.home
        key = _goal_key("home" if home else "away", running.home if home else running.away, taken_back)
        running = Score(running.home - 1, running.away) if home else Score(running.home, running.away - 1)
        taken_back += 1
        yield GoalDisallowed(after, after.home if home else after.away, running, f"no {key}")
    for goal in _new_goals(running, now, after):
        home = goal.club == after.home
        running += Score(1, 0) if home else Score(0, 1)
        key = _goal_key("home" if home else "away", running.home if home else running.away, taken_back)
        yield GoalScored(after, goal, running, key)


def _new_goals(running: Score, now: Score, match: Match) -> Sequence[Goal]:
    """The goals that make the score what it is; of whom the source does not tell, the home club's first."""
    home = _from(match.goals_of(match.home), running.home, now.home, match.home)
    away = _from(match.goals_of(match.away), running.away, now.away, match.away)
    told = [goal for goal in match.goals if any(goal is new for new in (*home, *away))]
    # Equal goals (nobody's, no minute) are one and the same value: where that hides one, the order is lost.
    return told if len(told) == len(home) + len(away) else [*home, *away]


def _from(told: Sequence[Goal], number: int, until: int, club: Club) -> list[Goal]:
    known = list(told[number:until])
    return known + [Goal(club)] * (until - number - len(known))


def _detailed(before: Match, after: Match, taken_back: int) -> Iterator[GoalDetailed]:
    """Goals that were there before, and of which more is known now."""
    was, now = before.score or _NOTHING_YET, after.score or _NOTHING_YET
    for club, side, number in (
        (after.home, "home", min(was.home, now.home)),
        (after.away, "away", min(was.away, now.away)),
    ):
        known, told = before.goals_of(club)[:number], after.goals_of(club)[:number]
        for place, goal in enumerate(told):
            if goal.scorer and (place >= len(known) or known[place] != goal):
                running = _score_after(after, goal)
                yield GoalDetailed(after, goal, running, _goal_key(side, place + 1, taken_back))


def _score_after(match: Match, goal: Goal) -> Score:
    """The score with this goal, by the order in which the source tells them."""
    until = match.goals[: match.goals.index(goal) + 1]
    home = sum(one.club == match.home for one in until)
    return Score(home, len(until) - home)


def _phases(before: Phase | None, after: Phase | None, match: Match) -> Iterator[PhaseBegan]:
    worth_telling = (Phase.HALF_TIME, Phase.NINETY_OVER, Phase.EXTRA_TIME, Phase.SHOOT_OUT)
    if before is None or after is None or after is before or after not in worth_telling:
        return
    yield PhaseBegan(match, after, f"phase {after}")


def _kicks(believed: Observation, seen: Observation) -> Iterator[KickTaken]:
    match, score = seen.match, _NOTHING_YET
    for number, kick in enumerate(seen.kicks, 1):
        if kick.scored:
            score += Score(1, 0) if kick.club == match.home else Score(0, 1)
        if number > len(believed.kicks):
            yield KickTaken(match, kick, score, f"kick {number}")


def _goal_key(side: str, number: int, taken_back: int) -> str:
    return f"goal {side} {number}.{taken_back}"


def _is_over(match: Match) -> bool:
    return match.has_result


def _result(match: Match) -> tuple[Score | None, Score | None]:
    return (match.score, match.penalties)
