"""Which changes are news, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.database.chats.watched import name_of
from bot.football.events.changes import Watched, seen_late
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
from bot.football.events.observations import Observation
from bot.football.season.evening import evening_of, evening_of_match

SOON = timedelta(minutes=2)
"""A goal that can't be told within this time is not told; nor is anything else that passes."""
TONIGHT = timedelta(hours=1)
"""An end is still news an hour later, when Telegram could not be reached."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A change, and until when it is worth telling."""

    change: MatchEvent
    deadline: datetime

    @property
    def event(self) -> str:
        return f"{name_of(self.change.match)} {self.change.key}"


def happened(
    changes: Iterable[MatchEvent], before: Watched | None, seen: Observation, now: datetime
) -> list[Happened]:
    """The changes that followers may be told of; what fell while nobody looked may be too old for that."""
    found = []
    for change in changes:
        deadline = _deadline(change, before.at if before else now, seen, now)
        if deadline >= now and (_holds_any_day(change) or _is_of_tonight(change, now)):
            found.append(Happened(change, deadline))
    return found


def _deadline(change: MatchEvent, last_look: datetime, seen: Observation, now: datetime) -> datetime:
    match change:
        case GoalScored():
            # By the minutes that the source shows; without them it may have fallen right after the last look.
            told = change.goal.minute is not None and seen.minute is not None
            at = now - seen_late(change.goal, seen) if told or now - last_look <= SOON else last_look
            return max(at, last_look) + SOON
        case KickedOff() | PhaseBegan() | PlayerSentOff() | KickTaken():
            return (now if now - last_look <= SOON else last_look) + SOON
        case GoalDetailed() | GoalDisallowed():
            return now + SOON
        case MatchEnded() | ResultCorrected() | KickOffMoved() | MatchCalledOff() | MatchAwarded():
            return now + TONIGHT


def _holds_any_day(change: MatchEvent) -> bool:
    return isinstance(change, KickOffMoved | MatchCalledOff | MatchAwarded)


def _is_of_tonight(change: MatchEvent, now: datetime) -> bool:
    return evening_of_match(change.match) == evening_of(now)
