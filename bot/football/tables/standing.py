"""A table and its rows."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.model import Club, Competition, Round, Season


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
