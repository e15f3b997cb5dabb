"""Which events are still news, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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
    MatchEvent,
    PhaseBegan,
    PlayerSentOff,
)
from bot.football.events.observations import Observation
from bot.football.events.states import MatchState, match_key
from bot.football.model import Goal
from bot.football.season.evening import evening_of, evening_of_match

SOON = timedelta(minutes=2)
"""How long a goal stays news, and everything else that passes."""
TONIGHT = timedelta(hours=1)
"""How long an end stays news, when Telegram can't be reached."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """An event that followers hear of, until its deadline."""

    event: MatchEvent
    deadline: datetime

    @property
    def key(self) -> str:
        return f"{match_key(self.event.match)} {self.event.key}"


def announcements(
    events: Iterable[MatchEvent],
    before: Mapping[str, MatchState],
    after: Mapping[str, MatchState],
    now: datetime,
) -> list[Announcement]:
    """The events that are still news, by what was and is believed; a goal of an outage may be too old."""
    found = []
    for event in events:
        key = match_key(event.match)
        deadline = _deadline(event, before[key].at, after[key].observation, now)
        if deadline >= now and (_holds_any_day(event) or _is_of_tonight(event, now)):
            found.append(Announcement(event, deadline))
    return found


def _deadline(event: MatchEvent, last_look: datetime, observation: Observation, now: datetime) -> datetime:
    match event:
        case GoalScored():
            # By the minutes that the source shows; without them it may have fallen right after the last look.
            has_minutes = event.goal.minute is not None and observation.minute is not None
            at = now - _age(event.goal, observation) if has_minutes or now - last_look <= SOON else last_look
            return max(at, last_look) + SOON
        case KickedOff() | PhaseBegan() | PlayerSentOff() | KickTaken():
            return (now if now - last_look <= SOON else last_look) + SOON
        case GoalDetailed() | GoalDisallowed():
            return now + SOON
        case _:
            return now + TONIGHT


def _age(goal: Goal, observation: Observation) -> timedelta:
    """How long ago a goal fell, by the minute of the same observation; nothing where a minute is missing."""
    if goal.minute is None or observation.minute is None:
        return timedelta(0)
    return timedelta(minutes=max(0, observation.minute - goal.minute - (goal.stoppage or 0) - 1))


def _holds_any_day(event: MatchEvent) -> bool:
    return isinstance(event, KickOffMoved | MatchCalledOff | MatchAwarded)


def _is_of_tonight(event: MatchEvent, now: datetime) -> bool:
    return evening_of_match(event.match) == evening_of(now)
