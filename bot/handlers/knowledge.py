"""The results as known at a moment; what was worked out for one question serves the next of that minute."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from bot.football.club_status import status_of
from bot.football.known import KnownSeason, know_season
from bot.football.model import AMSTERDAM, Season

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.database.results import Results
    from bot.football.club_status import ClubStatus
    from bot.football.model import Club, Competition

MOST_SEASONS = 64
FIRST_MONTH = 7
"""A season begins in July."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One database, asked at any moment."""

    results: Results
    _seasons: dict[tuple[Competition, Season, datetime], KnownSeason] = field(default_factory=dict)

    def refresh(self) -> bool:
        """Once a question: look whether another process has changed the results; whether it has."""
        changed = self.results.refresh()
        if changed:
            self._seasons.clear()
        return changed

    def season(self, competition: Competition, season: Season, now: datetime) -> KnownSeason:
        """A competition's season as known at this minute."""
        minute = minute_of(now)
        key = (competition, season, minute)
        known = self._seasons.get(key)
        if known is None:
            if len(self._seasons) >= MOST_SEASONS:
                self._seasons.clear()
            known = self._seasons[key] = know_season(
                competition,
                season,
                self.results.season_matches(competition, season),
                self.results.draws(competition, season),
                self.results.final(competition, season),
                minute,
            )
        return known

    def latest(
        self, club: Club, now: datetime, competition: Competition | None = None
    ) -> tuple[Season, ClubStatus] | None:
        """How the club stands in the last season in which a match of it is known."""
        for season, seasons in self.seasons_of(club, now, competition):
            status = status_of(club, seasons)
            if status:
                return season, status
        return None

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


def minute_of(now: datetime) -> datetime:
    """Answers change by the minute: kick-offs, ends and draws have no seconds."""
    return now.replace(second=0, microsecond=0)


def season_of(now: datetime) -> Season:
    """The season that a moment falls in."""
    day = now.astimezone(AMSTERDAM)
    return Season(day.year if day.month >= FIRST_MONTH else day.year - 1)
