"""The results as known at a moment; what was worked out for one question serves the next of that minute."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from bot.football.known import KnownSeason, know_season
from bot.football.model import AMSTERDAM, Season

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.database.results import Results
    from bot.football.model import Club, Competition

MOST_REMEMBERED = 64
FIRST_MONTH = 7
"""A season begins in July."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One database, asked at any moment."""

    results: Results
    _remembered: dict[tuple[Competition, Season, datetime], KnownSeason] = field(default_factory=dict)

    def refresh(self) -> None:
        """Once a question: look whether another process has changed the results."""
        if self.results.refresh():
            self._remembered.clear()

    def season(self, competition: Competition, season: Season, now: datetime) -> KnownSeason:
        """A competition's season as known at this minute."""
        minute = now.replace(second=0, microsecond=0)
        key = (competition, season, minute)
        known = self._remembered.get(key)
        if known is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            known = self._remembered[key] = know_season(
                competition,
                season,
                self.results.season_matches(competition, season),
                self.results.draws(competition, season),
                self.results.final(competition, season),
                minute,
            )
        return known

    def seasons_of(
        self, club: Club, now: datetime, competition: Competition | None = None
    ) -> Iterator[tuple[Season, list[KnownSeason]]]:
        """The club's seasons in which it has a match that is known by now, newest first."""
        current = season_of(now)
        played = [
            (found, season)
            for found, season in self.results.seasons_of(club)
            if season <= current and competition in {None, found}
        ]
        for season, in_season in groupby(played, key=lambda one: one[1]):
            seasons = [self.season(found, season, now) for found, _ in in_season]
            if any(known.of(club) for known in seasons):
                yield season, seasons

    def takes_part_in(self, club: Club, now: datetime) -> Competition | None:
        """The competition of this season in which the club takes part while none of its matches is known."""
        current = season_of(now)
        for competition, season in self.results.seasons_of(club):
            if season == current and not self.season(competition, season, now).of(club):
                return competition
        return None


def season_of(now: datetime) -> Season:
    """The season that a moment falls in."""
    day = now.astimezone(AMSTERDAM)
    return Season(day.year if day.month >= FIRST_MONTH else day.year - 1)
