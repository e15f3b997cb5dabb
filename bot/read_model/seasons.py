"""The results as known at a moment; what was worked out for one question serves the next of that minute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from bot.database.results.of_one_club import matches_of_club, seasons_in_round
from bot.database.results.results import Results
from bot.database.results.seasons import final_matches, matches_around, rounds_held
from bot.football.competitions import competitions_of
from bot.football.model import (
    AMSTERDAM,
    Club,
    Competition,
    Match,
    RoundKind,
    Season,
    Tie,
)
from bot.football.season.as_of import match_at
from bot.football.season.club_history import ClubHistory, club_history
from bot.football.season.club_status import ClubStatus, moment_of, status_of
from bot.football.season.evening import Section, end_of_evening, evening
from bot.football.season.finals import finals_over
from bot.football.season.season_as_of import SeasonAsOf, know_season, run_until
from bot.football.seasons import season_of

MOST_SEASONS = 64
ALL_KNOWN = (8, 29)
"""Month and day: by then the last play-off has been played and it is known who takes part in what."""


@dataclass(frozen=True, slots=True)
class ResultsAsOf:
    """One database, asked at any moment."""

    results: Results
    _seasons: dict[tuple[Competition, Season, datetime], SeasonAsOf] = field(default_factory=dict)
    _rounds: dict[tuple[Competition, Season], tuple[bool, bool]] = field(default_factory=dict)

    def refresh(self) -> None:
        """Once a question: look whether another process has changed the results."""
        if self.results.refresh():
            self._seasons.clear()
            self._rounds.clear()

    def rounds_here(self, competition: Competition, season: Season) -> tuple[bool, bool]:
        """Whether qualifying rounds are here, and whether the result of the final is."""
        key = (competition, season)
        if key not in self._rounds:
            self._rounds[key] = rounds_held(self.results, *key)
        return self._rounds[key]

    def run_until(self, competition: Competition, season: Season, now: datetime) -> date | None:
        """The day of the last result of a season under way, where later ones are missing.

        What `SeasonAsOf.known_until` tells, without the whole season.
        """
        if as_of_now := self._seasons.get((competition, season, minute_of(now))):
            return as_of_now.known_until
        around = matches_around(self.results, competition, season, now.astimezone(AMSTERDAM).date())
        return run_until([match_at(match, now) for match in around], now)

    def season(self, competition: Competition, season: Season, now: datetime) -> SeasonAsOf:
        """A competition's season as known at this minute."""
        minute = minute_of(now)
        key = (competition, season, minute)
        as_of_now = self._seasons.get(key)
        if as_of_now is None:
            if len(self._seasons) >= MOST_SEASONS:
                self._seasons.clear()
            as_of_now = self._seasons[key] = know_season(
                competition,
                season,
                self.results.season_matches(competition, season),
                self.results.draws(competition, season),
                self.results.final(competition, season),
                minute,
                self.results.deductions(competition, season),
            )
        return as_of_now

    def playing_on(self, day: date) -> list[tuple[Competition, Season]]:
        """The competitions with a match on an evening, which may end after midnight."""
        days = self.days(day, day + timedelta(days=1))
        return sorted({(competition, season) for _, competition, season in days})

    def evening(
        self,
        day: date,
        now: datetime,
        followed: frozenset[str] = frozenset(),
        competition: Competition | None = None,
    ) -> tuple[Section, ...]:
        """The matches of an evening as known at this moment, which is the end of that evening at most."""
        at = min(now, end_of_evening(day))
        playing = {
            (found, season)
            for _, found, season in self.days(day, day + timedelta(days=1))
            if competition in {None, found}
        }
        return evening((self.season(*key, at) for key in sorted(playing)), day, followed)

    def days(self, first: date, last: date) -> list[tuple[date, Competition, Season]]:
        """The days with matches from the first to the last, once for each competition."""
        return self.results.days(first, last)

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
        self,
        club: Club,
        now: datetime,
        competition: Competition | None = None,
        season: Season | None = None,
    ) -> Iterator[tuple[Season, list[SeasonAsOf]]]:
        """The club's seasons in which it has a match that is known by now, newest first."""
        played = [
            (cup, year)
            for cup, year in self.results.seasons_of(club)
            if year <= season_of(now) and competition in {None, cup} and season in {None, year}
        ]
        for year, in_season in groupby(played, key=lambda entry: entry[1]):
            seasons = [self.season(cup, year, now) for cup, _ in in_season]
            if any(season.of(club) for season in seasons):
                yield year, seasons

    def seasons_together(
        self, first: Club, other: Club, now: datetime
    ) -> Iterator[tuple[Season, list[SeasonAsOf]]]:
        """The seasons of the first club in which it ever meets the other: no other has to be worked out."""
        for met in dict.fromkeys(year for _, year in self.results.seasons_together(first, other)):
            yield from self.seasons_of(first, now, season=met)

    def met(self, first: Club, other: Club, now: datetime) -> list[Match]:
        """The matches of two clubs against each other that had a result by now, newest first."""
        known_now = (match_at(match, now) for match in self.results.matches_together(first, other))
        played = [match for match in known_now if match.has_result]
        return sorted(played, key=lambda match: (match.season, moment_of(match)), reverse=True)

    def season_before(self, club: Club, season: Season) -> Season | None:
        """The club's last season in Europe before this one."""
        return max((year for _, year in self.results.seasons_of(club) if year < season), default=None)

    def finals(self, now: datetime) -> tuple[Tie, ...]:
        """The finals of all of history that were over by now, newest first."""
        return finals_over(final_matches(self.results), now)

    def history(self, club: Club, now: datetime) -> ClubHistory | None:
        """The club through the years, up to now."""
        return club_history(club, matches_of_club(self.results, club), now)

    def in_round(
        self, club: Club, kind: RoundKind, now: datetime, competition: Competition | None = None
    ) -> Iterator[tuple[SeasonAsOf, Tie]]:
        """The club's ties in a round as far as they are known by now, newest first."""
        for cup, year in seasons_in_round(self.results, club, kind):
            if competition in {None, cup} and year <= season_of(now):
                season = self.season(cup, year, now)
                yield from ((season, tie) for tie in season.ties_of(club) if tie.round.kind is kind)

    def takes_part_in(self, club: Club, now: datetime) -> Competition | None:
        """The competition of this season in which the club takes part while none of its matches is known."""
        current = season_of(now)
        if now.astimezone(AMSTERDAM).date() < date(current.start_year, *ALL_KNOWN):
            return None
        for competition in competitions_of(current):
            takes_part = club in self.results.participants(competition, current)
            if takes_part and not self.season(competition, current, now).of(club):
                return competition
        return None


def minute_of(now: datetime) -> datetime:
    """Answers change by the minute: kick-offs, ends and draws have no seconds."""
    return now.replace(second=0, microsecond=0)
