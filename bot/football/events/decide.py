"""What to believe after a look at the sources, and what happened since the last one: pure, no I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.football.events.changes import GOALLESS, events_between
from bot.football.events.ends import can_be_over, earliest_end, is_surely_over
from bot.football.events.events import EndRevoked, GoalDisallowed, MatchEnded, MatchEvent
from bot.football.events.filling import filled_in
from bot.football.events.observations import Observation, Phase
from bot.football.events.scorers import with_plausible_goals
from bot.football.events.states import MatchState, match_key
from bot.football.model import Match, Status
from bot.football.season.as_of import over_at

BELIEVED_AFTER = timedelta(seconds=50)
"""How long every look must go back before it is believed: caches of sources are stale for half a minute."""


@dataclass(frozen=True, slots=True)
class Decision:
    states: Mapping[str, MatchState]
    """What is believed now of every match that was looked at, by its key."""
    events: tuple[MatchEvent, ...]
    """What happened, match by match, in the order of play."""


def decide(
    observations: Iterable[Observation],
    states: Mapping[str, MatchState],
    now: datetime,
    fixtures: Sequence[Match] = (),
) -> Decision:
    """What follows from one look at several matches.

    `states` holds what was believed of them before, `fixtures` the matches of their seasons: with the other
    leg it is sure that a match must have a winner. A match under way that is first seen without a score gets
    no state yet, for its goals may be old when they show.
    """
    after: dict[str, MatchState] = {}
    events: list[MatchEvent] = []
    for observation in observations:
        key = match_key(observation.match)
        before = states.get(key)
        if before is not None:
            after[key], happened = _next_state(before, observation, now, fixtures)
            events += happened
        elif first := _first_state(observation, now, fixtures):
            after[key] = first
    return Decision(after, tuple(events))


def _first_state(observation: Observation, now: datetime, fixtures: Sequence[Match]) -> MatchState | None:
    """What is believed after a first look: it leads to no event, for what it shows may be old."""
    match = with_plausible_goals(observation.match)
    if match.score is None and match.status in {Status.LIVE, Status.PLAYED}:
        return None
    look = replace(observation, match=match)
    if not _is_end_possible(observation, look, None, now, fixtures):
        if observation.editable or not _has_begun(match, now):
            return None
        look = _as_under_way(look)
    return MatchState(look, now, earliest_end=earliest_end(look, now))


def _next_state(
    before: MatchState, observation: Observation, now: datetime, fixtures: Sequence[Match]
) -> tuple[MatchState, tuple[MatchEvent, ...]]:
    """What is believed after another look, and what happened since the last one.

    What a look leaves out is no news, and an end that is not possible is none: then a page that anybody may
    edit says nothing at all. A look that goes back (a goal
    less, an earlier phase, play after the end) is believed when every look has done so for a while.
    """
    believed = before.observation
    look = filled_in(believed, observation)
    if not _is_end_possible(observation, look, before, now, fixtures):
        if observation.editable:
            return before, ()
        if believed.match.status.is_to_begin and not _has_begun(look.match, now):
            return before, ()
        look = _as_under_way(look)
    elif look.match.status is not Status.LIVE:
        look = replace(look, phase=None)
    is_revoked = (
        believed.match.status is Status.PLAYED
        and look.match.status is Status.LIVE
        and not is_surely_over(look.match, now)
    )
    if believed.match.has_result and not look.match.has_result and not is_revoked:
        return before, ()
    if goes_back(believed, look):
        since = before.doubted_since or now
        if now - since < BELIEVED_AFTER:
            return replace(before, doubted_since=since), ()
    events: list[MatchEvent] = []
    if is_revoked:
        if before.ends:
            events.append(EndRevoked(look.match, f"end {before.ends} revoked"))
        before = replace(before, observation=_as_under_way(believed))
    events += events_between(before, look)
    state = MatchState(
        look,
        now,
        taken_back=before.taken_back + sum(isinstance(event, GoalDisallowed) for event in events),
        ends=before.ends + sum(isinstance(event, MatchEnded) for event in events),
        earliest_end=earliest_end(look, now) or before.earliest_end,
    )
    return state, tuple(events)


def _is_end_possible(
    observation: Observation,
    look: Observation,
    before: MatchState | None,
    now: datetime,
    fixtures: Sequence[Match],
) -> bool:
    """Whether an end that a look shows can be believed; `look` is the observation filled in.

    An end without a score may follow a goal that nobody saw: it is believed when the match is over as a rule.
    """
    was_over = before is not None and before.observation.match.has_result
    if look.match.status is not Status.PLAYED or look.entered or was_over:
        return True
    if observation.match.score is None and now < over_at(look.match):
        return False
    return can_be_over(look, before.earliest_end if before else None, fixtures, now)


def _has_begun(match: Match, now: datetime) -> bool:
    return match.score is not None and match.kick_off is not None and now >= match.kick_off


def _as_under_way(look: Observation) -> Observation:
    return replace(look, match=replace(look.match, status=Status.LIVE))


def goes_back(believed: Observation, look: Observation) -> bool:
    """Whether a look shows less than what is believed: an old answer, or something was taken back."""
    before, after = believed.match, look.match
    if before.status is Status.LIVE and after.status.is_to_begin:
        return True
    was, now = before.score or GOALLESS, after.score or GOALLESS
    if now.home < was.home or now.away < was.away:
        return True
    if before.status is Status.PLAYED and after.status is Status.LIVE:
        return not _shows_play_after_the_end(believed, look)
    return bool(believed.phase and look.phase and look.phase.order < believed.phase.order)


def _shows_play_after_the_end(believed: Observation, look: Observation) -> bool:
    """Whether a look shows something that no old answer can: a goal more, or a part that was not played."""
    before, after = believed.match, look.match
    was, now = before.score or GOALLESS, after.score or GOALLESS
    if now.home + now.away > was.home + was.away or after.extra_time != before.extra_time:
        return True
    if look.phase is Phase.SHOOT_OUT:
        return before.penalties is None
    return look.phase in {Phase.NINETY_OVER, Phase.EXTRA_TIME} and before.extra_time is None
