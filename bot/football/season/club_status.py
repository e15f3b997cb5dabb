"""How a club stands at a moment: in a tie, in a table, or with everything still ahead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.football.model import (
    Club,
    Competition,
    Match,
    Outcome,
    Round,
    RoundKind,
    Status,
    Tie,
)
from bot.football.season.as_of import result_unknown, starts_at
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.tables.advancing import Drops, Fate, GoesOn, Out, fate, next_round
from bot.football.tables.standing import Standing, Table
from bot.football.ties.needs import Needs, needs
from bot.football.ties.tie import AsItStands, as_it_stands, outcome

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
BETWEEN_LEGS = timedelta(days=35)
"""No second leg was ever planned later than this after the first."""


@dataclass(frozen=True, slots=True)
class CameFrom:
    """The table of another competition from which a club came down."""

    competition: Competition
    round: Round
    place: int
    clubs_above: tuple[Club, ...]


@dataclass(frozen=True, slots=True)
class InTie:
    """A club in a tie: its last one, or the one under way."""

    club: Club
    season: SeasonAsOf
    tie: Tie
    outcome: Outcome | None
    standing: AsItStands | None
    """While undecided."""
    unknown: bool
    """Whether it must have been decided by now and nobody told us how."""
    played_on: Club | None
    """Then the club that is seen in a later round."""
    through_to: Round | None
    came_from: CameFrom | None
    next: Match | None

    @property
    def needs(self) -> tuple[Needs, ...]:
        """What each club needs, this one first, while that can be said.

        Worked out when it is told: a list of ties does not tell it, and every score has to be tried.
        """
        if self.unknown:
            return ()
        return tuple(sorted(needs(self.tie), key=lambda need: need.club != self.club))


@dataclass(frozen=True, slots=True)
class InTable:
    """A club in a group or league phase."""

    club: Club
    season: SeasonAsOf
    table: Table
    standing: Standing
    place_known: bool
    """Whether all results that count for the place are known; without them it would be a guess."""
    if_it_stays: Standing | None
    """While the club is playing: its place if its matches and the others end as they are."""
    last: Match | None
    """The last one with a result, or the one under way."""
    unknown: tuple[Match, ...]
    """Matches that must have been played and whose result is not known."""
    fate: Fate | None
    """Once the table is complete and the place not shared."""
    next: Match | None


@dataclass(frozen=True, slots=True)
class AllAhead:
    """A club whose season is still to begin, as far as we know."""

    club: Club
    season: SeasonAsOf
    next: Match


ClubStatus = InTie | InTable | AllAhead


def status_of(club: Club, seasons: Sequence[SeasonAsOf]) -> ClubStatus | None:
    """How the club stands in the competitions of one season; None when no match of it there is known."""
    matches = [(match, season) for season in seasons for match in season.of(club)]
    begun = [
        (match, season)
        for match, season in matches
        if not match.status.is_to_begin or result_unknown(match, season.now)
    ]
    if begun:
        match, season = max(begun, key=lambda pair: moment_of(pair[0]))
        upcoming = _next(match for match, season in matches if not result_unknown(match, season.now))
        if match.round.kind.is_table:
            return in_table(club, season, match.round, upcoming)
        tie = season.tie_with(match)
        return in_tie(club, season, tie, seasons, upcoming) if tie else None
    ahead = [(match, season) for match, season in matches if match.status is Status.SCHEDULED]
    if not ahead:
        return None
    match, season = min(ahead, key=lambda pair: moment_of(pair[0]))
    return AllAhead(club, season, match)


def in_tie(
    club: Club,
    season: SeasonAsOf,
    tie: Tie,
    seasons: Sequence[SeasonAsOf] = (),
    upcoming: Match | None = None,
) -> InTie:
    """One tie, seen by one of its clubs, which bears the name of its time."""
    decided = outcome(tie)
    unknown = decided is None and _must_be_over(tie, season)
    through_to = next_round(tie.round, season.rounds)
    return InTie(
        tie.club_a if tie.club_a == club else tie.club_b,
        season,
        tie,
        decided,
        None if unknown or _score_unknown(tie) else as_it_stands(tie),
        unknown,
        _played_on(tie, season) if unknown else None,
        through_to,
        _came_from(club, season, tie, seasons),
        None if upcoming in tie.matches else upcoming,
    )


def in_table(club: Club, season: SeasonAsOf, round_: Round, upcoming: Match | None = None) -> InTable | None:
    """One group or league phase, seen by one of its clubs, which bears the name of its time."""
    table = season.table(round_)
    standing = table.of(club)
    if standing is None:
        return None
    matches = [match for match in season.of(club) if match.round == round_]
    begun = [match for match in matches if match.has_result or match.status is Status.LIVE]
    whole = season.is_whole(round_)
    settled = table.complete and whole and not standing.shared
    playing = any(match.status is Status.LIVE and match.score for match in matches)
    return InTable(
        standing.club,
        season,
        table,
        standing,
        whole,
        season.table_if_it_stays(round_).of(club) if playing else None,
        max(begun, key=moment_of, default=None),
        tuple(match for match in matches if result_unknown(match, season.now)),
        _fate(club, season, round_, standing.place) if settled else None,
        upcoming,
    )


def _fate(club: Club, season: SeasonAsOf, round_: Round, place: int) -> Fate | None:
    """By the regulations; where they leave it to other results, by the rounds that followed."""
    later = [match.round for match in season.of(club) if match.round.order > round_.order]
    by_regulations = fate(season.competition, season.season, round_, place)
    if by_regulations or later:
        return by_regulations or GoesOn(min(later, key=lambda round_: round_.order))
    # Who is not among those that play on is out, once it is known who they are.
    drawn = any(match.round.order > round_.order for match in season.matches)
    return Out() if drawn else None


def moment_of(match: Match) -> datetime:
    """When a match is, or was; long ago when not even its day is known."""
    return starts_at(match) or _LONG_AGO


def _next(matches: Iterable[Match]) -> Match | None:
    to_come = [match for match in matches if match.status is Status.SCHEDULED and match.date is not None]
    return min(to_come, key=moment_of, default=None)


def _must_be_over(tie: Tie, season: SeasonAsOf) -> bool:
    if any(match.status.is_expected and not result_unknown(match, season.now) for match in tie.matches):
        return False
    if any(result_unknown(match, season.now) for match in tie.matches):
        return True
    last = max(moment_of(match) for match in tie.matches)
    return season.is_over or season.now - last > BETWEEN_LEGS


def _score_unknown(tie: Tie) -> bool:
    """Whether a match of it is under way and nobody knows how it stands."""
    return any(match.status is Status.LIVE and match.score is None for match in tie.matches)


def _played_on(tie: Tie, season: SeasonAsOf) -> Club | None:
    later = [
        club for club in tie.clubs for other in season.ties_of(club) if other.round.order > tie.round.order
    ]
    return later[0] if len(set(later)) == 1 else None


def _came_from(club: Club, season: SeasonAsOf, tie: Tie, seasons: Sequence[SeasonAsOf]) -> CameFrom | None:
    if tie.round.kind.is_qualifying or any(match.round.kind.is_table for match in season.of(club)):
        return None
    for other in seasons:
        for round_ in {match.round for match in other.of(club) if match.round.kind is RoundKind.GROUP}:
            status = in_table(club, other, round_)
            if status and isinstance(status.fate, Drops) and status.fate.competition == season.competition:
                above = [row.club for row in status.table.standings if row.place < status.standing.place]
                return CameFrom(other.competition, round_, status.standing.place, tuple(above))
    return None
