"""The records of many matches: the biggest wins, hat-tricks, the fastest goals, own goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import reduce
from heapq import nsmallest
from itertools import chain
from types import MappingProxyType

from bot.football.model import Club, Goal, GoalKind, Match, Score, Status
from bot.football.players.top_scorers import Coverage, coverage
from bot.football.story.scored_goals import HatTrick, hat_tricks

MOST = 5
"""Of each kind."""
FASTEST = 2
"""Minutes: a goal later than this is no fast one."""


class FeatKind(StrEnum):
    WIN = "win"
    GOALS = "goals"
    HAT_TRICK = "hat-trick"
    FAST_GOAL = "fast goal"
    OWN_GOALS = "own goals"


@dataclass(frozen=True, slots=True)
class Feat:
    """What a club or one of its players did in a match, and how often; of a fast goal the minute."""

    kind: FeatKind
    number: int
    club: str = ""
    """Its id; none for the goals of a match."""
    scorer: str = ""


@dataclass(frozen=True, slots=True)
class PlayedMatch:
    """What of a match counts for records."""

    id: int
    competition: str
    season: int
    day: date | None
    kick_off: str
    home: str
    away: str
    score: Score
    coverage: Coverage
    feats: tuple[Feat, ...] = ()
    """Those that its score alone doesn't tell."""

    @property
    def newest_first(self) -> tuple[int, int, str, str, int]:
        """Its place among equals."""
        day = self.day.toordinal() if self.day else 0
        return (-day, -self.season, self.competition, self.kick_off, self.id)


@dataclass(frozen=True, slots=True)
class Record:
    """A feat with its match."""

    feat: Feat
    match: PlayedMatch

    @property
    def rank(self) -> int:
        """The least is the best."""
        return self.feat.number if self.feat.kind is FeatKind.FAST_GOAL else -self.feat.number

    @property
    def best_first(self) -> tuple[int, tuple[int, int, str, str, int]]:
        return (self.rank, self.match.newest_first)


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted in many matches, and the best few of each kind."""

    first_season: int | None = None
    """The year in which the first of them began."""
    coverage: Coverage = field(default_factory=lambda: Coverage(0, 0))
    hat_tricks: int = 0
    in_first_minute: int = 0
    own_goals: int = 0
    best: tuple[Record, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            min((year for year in (self.first_season, other.first_season) if year), default=None),
            self.coverage + other.coverage,
            self.hat_tricks + other.hat_tricks,
            self.in_first_minute + other.in_first_minute,
            self.own_goals + other.own_goals,
            _best_of_each((*self.best, *other.best)),
        )


@dataclass(frozen=True, slots=True)
class Records:
    """The same to be shown, with the matches."""

    first_season: int | None
    coverage: Coverage
    biggest_wins: tuple[Match, ...]
    most_goals: tuple[Match, ...]
    most_by_one: tuple[tuple[Match, HatTrick], ...]
    hat_tricks: int
    """How often somebody scored three or more."""
    fastest: tuple[tuple[Match, Goal, float | None], ...]
    """With the seconds where somebody took them."""
    in_first_minute: int
    own_goals: int
    most_own_goals: tuple[Match, ...]

    @property
    def matches(self) -> int:
        return self.coverage.of


def feats_of(match: Match) -> tuple[Feat, ...]:
    """What the goals of a match tell: who scored three, a goal in the first minutes, own goals."""
    feats = [
        Feat(FeatKind.HAT_TRICK, trick.goals, trick.club.id, trick.scorer) for trick in hat_tricks(match)
    ]
    first = next(iter(match.goals), None)
    if first and first.kind is not GoalKind.OWN_GOAL and first.minute is not None and first.minute <= FASTEST:
        feats.append(Feat(FeatKind.FAST_GOAL, first.minute, first.club.id))
    for club in match.clubs:
        own = sum(
            goal.kind is GoalKind.OWN_GOAL and match.opponent_of(goal.club) == club for goal in match.goals
        )
        if own:
            feats.append(Feat(FeatKind.OWN_GOALS, own, club.id))
    return tuple(feats)


def played_match(match: Match, match_id: int) -> PlayedMatch | None:
    """What of a match counts; None when it was not played, or nobody knows how it ended."""
    if match.score is None or match.status is not Status.PLAYED:
        return None
    return PlayedMatch(
        match_id,
        match.competition.code,
        match.season.start_year,
        match.date,
        match.kick_off.isoformat() if match.kick_off else "",
        match.home.id,
        match.away.id,
        match.score,
        coverage([match]),
        feats_of(match),
    )


def tally(matches: Iterable[PlayedMatch], club: Club | None = None) -> Tally:
    """What these matches count; of a club only what it or its players did."""
    of = club.id if club else None
    played = list(matches)
    found = [Record(feat, match) for match in played for feat in _feats(match, of)]
    numbers = {
        kind: [record.feat.number for record in found if record.feat.kind is kind] for kind in FeatKind
    }
    return Tally(
        min((match.season for match in played), default=None),
        reduce(Coverage.__add__, (match.coverage for match in played), Coverage(0, 0)),
        len(numbers[FeatKind.HAT_TRICK]),
        numbers[FeatKind.FAST_GOAL].count(1),
        sum(numbers[FeatKind.OWN_GOALS]),
        _best_of_each(found),
    )


def records_of(
    counted: Tally, matches: Mapping[int, Match], timed: Mapping[int, float] = MappingProxyType({})
) -> Records:
    """The records with their matches, by the numbers under which these are stored.

    Of some matches the seconds until the first goal are known, the fastest first: they go before the others.
    """

    def shown(kind: FeatKind) -> Iterator[tuple[Match, Feat]]:
        return (
            (matches[record.match.id], record.feat) for record in counted.best if record.feat.kind is kind
        )

    taken = [(matches[number], seconds) for number, seconds in timed.items()]
    others = [
        (matches[record.match.id], None)
        for record in counted.best
        if record.feat.kind is FeatKind.FAST_GOAL and record.match.id not in timed
    ]
    fastest: list[tuple[Match, float | None]] = [*taken, *others]
    return Records(
        counted.first_season,
        counted.coverage,
        tuple(match for match, _ in shown(FeatKind.WIN)),
        tuple(match for match, _ in shown(FeatKind.GOALS)),
        tuple(
            (
                match,
                HatTrick(
                    feat.scorer, next(club for club in match.clubs if club.id == feat.club), feat.number
                ),
            )
            for match, feat in shown(FeatKind.HAT_TRICK)
        ),
        counted.hat_tricks,
        tuple((match, match.goals[0], seconds) for match, seconds in fastest)[:MOST],
        counted.in_first_minute,
        counted.own_goals,
        tuple(match for match, _ in shown(FeatKind.OWN_GOALS)),
    )


def _best_of_each(found: Sequence[Record]) -> tuple[Record, ...]:
    each = (
        nsmallest(
            MOST,
            (record for record in found if record.feat.kind is kind),
            key=lambda record: record.best_first,
        )
        for kind in FeatKind
    )
    return tuple(chain.from_iterable(each))


def _feats(match: PlayedMatch, club: str | None) -> Iterator[Feat]:
    home, away = match.score.home, match.score.away
    winner = match.home if home > away else match.away
    if home != away and club in {None, winner}:
        yield Feat(FeatKind.WIN, abs(home - away), winner)
    if home + away:
        yield Feat(FeatKind.GOALS, home + away)
    of_club = [feat for feat in match.feats if club in {None, feat.club}]
    own = [feat for feat in of_club if feat.kind is FeatKind.OWN_GOALS]
    if own:
        yield Feat(FeatKind.OWN_GOALS, sum(feat.number for feat in own))
    yield from (feat for feat in of_club if feat.kind is not FeatKind.OWN_GOALS)
