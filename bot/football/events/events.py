"""The events of a match, in the past tense; its key tells an event from every other of that match."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from bot.football.events.observations import Kick, Phase, RedCard
from bot.football.model import Club, Goal, Match, Score


@dataclass(frozen=True, slots=True)
class KickedOff:
    match: Match
    key: str = "kick-off"


@dataclass(frozen=True, slots=True)
class GoalScored:
    match: Match
    goal: Goal
    score: Score
    """With this goal; a later one of the same look is not in it."""
    key: str


@dataclass(frozen=True, slots=True)
class GoalDetailed:
    """The scorer of an earlier goal came to light, or is another one after all."""

    match: Match
    goal: Goal
    score: Score
    key: str
    """That of the goal."""


@dataclass(frozen=True, slots=True)
class GoalDisallowed:
    match: Match
    club: Club
    score: Score
    """Without the goal."""
    key: str


@dataclass(frozen=True, slots=True)
class PlayerSentOff:
    match: Match
    card: RedCard
    key: str


@dataclass(frozen=True, slots=True)
class PhaseBegan:
    """Half-time, the end of the 90 minutes, extra time, a shoot-out."""

    match: Match
    phase: Phase
    key: str


@dataclass(frozen=True, slots=True)
class KickTaken:
    """A penalty of the shoot-out."""

    match: Match
    kick: Kick
    score: Score
    """Of the shoot-out."""
    key: str


@dataclass(frozen=True, slots=True)
class MatchEnded:
    match: Match
    key: str = "end"


@dataclass(frozen=True, slots=True)
class EndRevoked:
    """A match that was said to be over goes on."""

    match: Match
    key: str


@dataclass(frozen=True, slots=True)
class ResultCorrected:
    """The result of a match that was over has changed."""

    match: Match
    before: Score | None
    key: str


@dataclass(frozen=True, slots=True)
class KickOffMoved:
    match: Match
    before: datetime
    key: str


@dataclass(frozen=True, slots=True)
class MatchCalledOff:
    """Postponed, abandoned or cancelled."""

    match: Match
    key: str


@dataclass(frozen=True, slots=True)
class MatchAwarded:
    """A result by verdict, or because a club did not turn up."""

    match: Match
    key: str = "verdict"


MatchEvent: TypeAlias = (
    KickedOff
    | GoalScored
    | GoalDetailed
    | GoalDisallowed
    | PlayerSentOff
    | PhaseBegan
    | KickTaken
    | MatchEnded
    | EndRevoked
    | ResultCorrected
    | KickOffMoved
    | MatchCalledOff
    | MatchAwarded
)
"""Everything that can happen to a match."""
