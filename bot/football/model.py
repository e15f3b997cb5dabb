"""The facts of football that everything else speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date, datetime

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, order=True)
class Competition:
    """A competition by its code: CL, EL, ECL and CWC are ours, any other title is kept as it is written."""

    code: str

    def __str__(self) -> str:
        return self.code


CHAMPIONS_LEAGUE = Competition("CL")
EUROPA_LEAGUE = Competition("EL")
CONFERENCE_LEAGUE = Competition("ECL")
CUP_WINNERS_CUP = Competition("CWC")
EUROPEAN_COMPETITIONS = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE, CUP_WINNERS_CUP)


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """A season by the year in which it starts; written 2017/18."""

    start_year: int

    def __str__(self) -> str:
        return f"{self.start_year}/{(self.start_year + 1) % 100:02d}"


class RoundKind(StrEnum):
    """Rounds in the order in which they are played; the values are the codes of the CSV format."""

    PRELIMINARY = "PR"
    QUALIFYING_1 = "Q1"
    QUALIFYING_2 = "Q2"
    QUALIFYING_3 = "Q3"
    PLAY_OFF = "PO"
    FIRST = "R1"
    SECOND = "R2"
    THIRD = "R3"
    GROUP = "GROUP"
    SECOND_GROUP = "G2"
    LEAGUE = "LEAGUE"
    KNOCKOUT_PLAY_OFF = "KPO"
    OTHER = "OTHER"
    """A round of another competition that has no code here; its label is its name."""
    LAST_64 = "R64"
    LAST_32 = "R32"
    LAST_16 = "R16"
    QUARTER_FINAL = "QF"
    SEMI_FINAL = "SF"
    FINAL = "F"

    @property
    def is_table(self) -> bool:
        """Whether places in a table are at stake, not a tie."""
        return self in {RoundKind.GROUP, RoundKind.SECOND_GROUP, RoundKind.LEAGUE}

    @property
    def is_qualifying(self) -> bool:
        return self in {
            RoundKind.PRELIMINARY,
            RoundKind.QUALIFYING_1,
            RoundKind.QUALIFYING_2,
            RoundKind.QUALIFYING_3,
            RoundKind.PLAY_OFF,
        }


_ROUND_ORDER = {kind: place for place, kind in enumerate(RoundKind)}


@dataclass(frozen=True, slots=True)
class Round:
    """A round; the label is the letter of a group (empty when unknown) or the name of another round."""

    kind: RoundKind
    label: str = ""

    @classmethod
    def from_code(cls, code: str) -> Round:
        """Read `R16`, `GROUP`, `GROUP A` or `OTHER Match for third place`; ValueError when it is none."""
        kind, _, label = code.strip().partition(" ")
        label = label.strip()
        found = RoundKind(kind)
        if label and not (found.is_table or found is RoundKind.OTHER):
            raise ValueError(code)
        if found is RoundKind.OTHER and not label:
            raise ValueError(code)
        return cls(found, label)

    @property
    def code(self) -> str:
        return f"{self.kind.value} {self.label}".rstrip()

    @property
    def is_unknown(self) -> bool:
        """Whether the source does not tell the round."""
        return self == UNKNOWN_ROUND

    @property
    def order(self) -> tuple[int, str]:
        """Where this round comes in a season."""
        return (_ROUND_ORDER[self.kind], self.label)

    def __str__(self) -> str:
        return self.code


UNKNOWN_ROUND = Round(RoundKind.OTHER, "?")


@dataclass(frozen=True, slots=True)
class Club:
    """A club: the id is ours and never changes, the country is three letters as results files write it."""

    id: str
    name: str
    country: str = ""
    dutch_name: str = ""
    """The name in Dutch where it differs: Spartak Moskou."""

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


class Status(StrEnum):
    SCHEDULED = "scheduled"
    LIVE = "live"
    PLAYED = "played"
    POSTPONED = "postponed"
    ABANDONED = "abandoned"
    AWARDED = "awarded"
    WALKOVER = "walkover"
    CANCELLED = "cancelled"


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
    FULL_TIME = "full time"
    """The score after 90 minutes, from the minutes of the goals."""


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

    @property
    def score(self) -> Score | None:
        """The result: after extra time where there was any, never with the shoot-out."""
        return self.extra_time or self.full_time

    @property
    def has_result(self) -> bool:
        """Whether its score counts, in a tie and in a table."""
        return self.score is not None and self.status in {Status.PLAYED, Status.AWARDED, Status.WALKOVER}

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


@dataclass(frozen=True, slots=True)
class Standing:
    """One row of a table."""

    place: int
    """Shared by clubs that results alone cannot part."""
    shared: bool
    club: Club
    played: int
    won: int
    drawn: int
    lost: int
    goals_for: int
    goals_against: int
    points: int

    @property
    def goal_difference(self) -> int:
        return self.goals_for - self.goals_against


@dataclass(frozen=True, slots=True)
class Table:
    """A group or league phase, best club first."""

    competition: Competition
    season: Season
    round: Round
    standings: tuple[Standing, ...]
    complete: bool
    """Whether every match of it has its result."""

    def of(self, club: Club) -> Standing | None:
        return next((standing for standing in self.standings if standing.club == club), None)
