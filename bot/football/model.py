"""The facts of football that everything else speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.football.competitions import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    EUROPEAN_COMPETITIONS,
)
from bot.football.rounds import (
    UNKNOWN_ROUND,
    Competition,
    Round,
    RoundKind,
    Season,
)
from bot.football.status import Status

__all__ = [
    "AMSTERDAM",
    "CHAMPIONS_LEAGUE",
    "CONFERENCE_LEAGUE",
    "CUP_WINNERS_CUP",
    "EUROPA_LEAGUE",
    "EUROPEAN_COMPETITIONS",
    "SOURCE_SEPARATOR",
    "UNKNOWN_ROUND",
    "Club",
    "Competition",
    "DecidedBy",
    "Derived",
    "DrawDate",
    "FinalDate",
    "Goal",
    "GoalKind",
    "Leg",
    "Match",
    "Outcome",
    "Round",
    "RoundKind",
    "Score",
    "Season",
    "Status",
    "Tie",
]

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SOURCE_SEPARATOR = " + "
"""Between the sources of a match that several tell of."""


@dataclass(frozen=True, slots=True)
class Club:
    """A club: the id is ours and never changes, the country is three letters as results files write it."""

    id: str
    name: str
    country: str = ""
    dutch_name: str = ""
    """The name in Dutch where it differs: Spartak Moskou."""
    shown: str = ""
    """What a source prints where the name is a page's title; looked up where the title is not known."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Club) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Score:
    """Goals of the home and of the away club."""

    home: int
    away: int

    @classmethod
    def from_text(cls, text: str) -> Score:
        """Read `2-1`; ValueError when it is none."""
        found = re.fullmatch(r"\s*(\d{1,3})\s*[-–:]\s*(\d{1,3})\s*", text)
        if found is None:
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))

    @property
    def is_level(self) -> bool:
        return self.home == self.away

    @property
    def turned(self) -> Score:
        """The same score from the other side."""
        return Score(self.away, self.home)

    def __add__(self, other: Score) -> Score:
        return Score(self.home + other.home, self.away + other.away)

    def __str__(self) -> str:
        return f"{self.home}-{self.away}"


class GoalKind(StrEnum):
    OPEN_PLAY = "goal"
    PENALTY = "penalty"
    OWN_GOAL = "own"


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal; the club is the one that benefits. A shoot-out has no goals."""

    club: Club
    scorer: str | None = None
    """The name as the source gives it."""
    minute: int | None = None
    stoppage: int | None = None
    """The 2 of 45+2."""
    kind: GoalKind = GoalKind.OPEN_PLAY


class DecidedBy(StrEnum):
    AGGREGATE = "aggregate"
    AWAY_GOALS = "away goals"
    EXTRA_TIME = "extra time"
    PENALTIES = "penalties"
    REPLAY = "replay"
    COIN_TOSS = "coin toss"
    WALKOVER = "walkover"
    AWARD = "award"


class Leg(StrEnum):
    FIRST = "1"
    SECOND = "2"
    REPLAY = "replay"


class Derived(StrEnum):
    """What the source did not say and we concluded from other facts."""

    MATCH = "match"
    """The match itself: it must have been goalless, since the source leaves those out."""
    ROUND = "round"
    LEG = "leg"
    HALF_TIME = "half time"
    WINNER = "winner"
    """Who won the tie, from who played on."""
    FULL_TIME = "full time"
    """The score after 90 minutes, from the minutes of the goals, or from a score that may hide extra time."""


@dataclass(frozen=True, slots=True)
class Match:
    """One game. Scores are None where unknown or not played."""

    competition: Competition
    season: Season
    round: Round
    home: Club
    away: Club
    status: Status
    date: date | None = None
    """The day in Amsterdam."""
    kick_off: datetime | None = None
    """In UTC; None where only the day is known."""
    leg: Leg | None = None
    matchday: int | None = None
    full_time: Score | None = None
    """After 90 minutes."""
    half_time: Score | None = None
    extra_time: Score | None = None
    """After 120 minutes, the first 90 included."""
    penalties: Score | None = None
    """The shoot-out alone."""
    goals: tuple[Goal, ...] = ()
    """In scoring order; may be fewer than the score where scorers are unknown."""
    unmarked: frozenset[GoalKind] = frozenset()
    """The kinds that the source of the goals does not mark: an ordinary goal may be one of these."""
    neutral: bool = False
    winner: Club | None = None
    """Recorded only where no rule can tell: who won the tie (or this single match)."""
    decided_by: DecidedBy | None = None
    """Recorded with the winner."""
    venue: str = ""
    city: str = ""
    note: str = ""
    source: str = ""
    derived: frozenset[Derived] = frozenset()
    seen_at: datetime | None = None
    """When a source last saw it under way, in UTC."""
    ended_at: datetime | None = None
    """When a source first said that it was over, in UTC; None where nobody watched it."""

    @property
    def score(self) -> Score | None:
        """The result: after extra time where there was any, never with the shoot-out."""
        return self.extra_time or self.full_time

    @property
    def has_result(self) -> bool:
        """Whether its score counts, in a tie and in a table."""
        return self.score is not None and (self.status is Status.PLAYED or self.status.is_by_verdict)

    @property
    def clubs(self) -> tuple[Club, Club]:
        return (self.home, self.away)

    def opponent_of(self, club: Club) -> Club:
        return self.away if club == self.home else self.home

    def score_for(self, club: Club) -> Score | None:
        """The result with this club's goals first."""
        if self.score is None or club == self.home:
            return self.score
        return self.score.turned

    def goals_of(self, club: Club) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.goals if goal.club == club)

    @property
    def scorers_known(self) -> bool:
        """Whether every goal of the result is there (a goalless match knows them all)."""
        return self.score is not None and len(self.goals) == self.score.home + self.score.away

    def knows_every(self, kind: GoalKind) -> bool:
        """Whether every goal of the result is there, and those of a kind are marked."""
        return self.scorers_known and (not self.goals or kind not in self.unmarked)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two clubs and the matches between them in one round, in the order of the legs."""

    competition: Competition
    season: Season
    round: Round
    club_a: Club
    """At home in the first leg, or in the only match."""
    club_b: Club
    matches: tuple[Match, ...]
    """One match, two legs, or a replay too; none of them from another round."""

    @property
    def clubs(self) -> tuple[Club, Club]:
        return (self.club_a, self.club_b)

    def opponent_of(self, club: Club) -> Club:
        return self.club_b if club == self.club_a else self.club_a


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who goes through, and why. A tie still undecided has no outcome at all."""

    winner: Club
    decided_by: DecidedBy


@dataclass(frozen=True, slots=True)
class DrawDate:
    """The ceremony of a draw; one can cover several rounds."""

    competition: Competition
    season: Season
    rounds: tuple[Round, ...]
    date: date | None
    at: datetime | None
    """The hour in UTC, where known."""
    place: str
    confirmed: bool
    """False while the date is only expected."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FinalDate:
    """When and where a season's final is (or was) played."""

    competition: Competition
    season: Season
    date: date
    kick_off: datetime | None
    city: str
    venue: str
    confirmed: bool
    source: str = ""
