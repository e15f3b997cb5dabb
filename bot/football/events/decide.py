"""What to believe after a look at the sources, and what happened since the last one: pure, no I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.football.events.changes import GOALLESS, events_between
from bot.football.events.events import GoalDisallowed, MatchEvent
from bot.football.events.observations import Observation
from bot.football.events.states import MatchState, match_key
from bot.football.model import Status

BELIEVED_AFTER = timedelta(seconds=50)
"""How long every look must go back before it is believed: caches of sources are stale for half a minute."""

_NOT_BEGUN = frozenset({Status.SCHEDULED, Status.POSTPONED})


@dataclass(frozen=True, slots=True)
class Decision:
    states: Mapping[str, MatchState]
    """What is believed now of every match that was looked at, by its key."""
    events: tuple[MatchEvent, ...]
    """What happened, match by match, in the order of play."""


def decide(observations: Iterable[Observation], states: Mapping[str, MatchState], now: datetime) -> Decision:
    """What follows from one look at several matches; `states` holds what was believed of them before."""
    after: dict[str, MatchState] = {}
    events: list[MatchEvent] = []
    for observation in observations:
        key = match_key(observation.match)
        after[key], happened = next_state(states.get(key), observation, now)
        events += happened
    return Decision(after, tuple(events))


def next_state(
    before: MatchState | None, observation: Observation, now: datetime
) -> tuple[MatchState, tuple[MatchEvent, ...]]:
    """What is believed after another look, and what happened since the last one.

    A first look leads to no event: what it shows may be old. A look that goes back (a goal less, an earlier
    phase) is believed when every look has done so for a while. A match that was over stays over; only its
    result may be corrected.
    """
    if before is None:
        return MatchState(observation, now), ()
    believed = before.observation
    if believed.match.has_result and not observation.match.has_result:
        return before, ()
    if goes_back(believed, observation):
        since = before.doubted_since or now
        if now - since < BELIEVED_AFTER:
            return replace(before, doubted_since=since), ()
    events = tuple(events_between(believed, observation, before.taken_back))
    lost = sum(isinstance(event, GoalDisallowed) for event in events)
    return MatchState(observation, now, taken_back=before.taken_back + lost), events


def goes_back(believed: Observation, observation: Observation) -> bool:
    """Whether a look shows less than what is believed: an old answer, or something was taken back."""
    before, after = believed.match, observation.match
    if before.status is Status.LIVE and after.status in _NOT_BEGUN:
        return True
    was, now = before.score or GOALLESS, after.score or GOALLESS
    if now.home < was.home or now.away < was.away:
        return True
    if believed.phase and observation.phase and observation.phase.order < believed.phase.order:
        return True
    return len(observation.kicks) < len(believed.kicks) and not after.has_result
