"""What is asked over all seasons: players and records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.database.results.players import StoredPlayers
from bot.database.results.results import Results
from bot.database.results.tallies import (
    coverage_of_club,
    coverage_of_seasons,
    last_result,
    seconds_of_matches,
    tally_of_clubs,
    tally_of_seasons,
)
from bot.football.model import EUROPEAN_COMPETITIONS, Club, Competition, Season
from bot.football.players.fast_goals import timed_goals
from bot.football.players.player_finder import PlayerFinder
from bot.football.players.players import Player
from bot.football.players.records import Records, records_of
from bot.football.players.top_scorers import Coverage, TopScorers, ranked
from bot.football.questions.question import FIRST_YEAR
from bot.football.seasons import season_of


@dataclass(slots=True)
class AllTime:
    results: Results
    _players: StoredPlayers = field(init=False)

    def __post_init__(self) -> None:
        self._players = StoredPlayers(self.results)

    def players(self, text: str) -> list[Player]:
        """Who can be meant, with all goals; most goals first."""
        return [self._players.player(entry) for entry in PlayerFinder(self._players).find(text)]

    def player(self, button: str) -> Player | None:
        """Who stands behind the key on a button."""
        entry = self._players.by_button(button)
        return self._players.player(entry) if entry else None

    def top_scorers(
        self,
        club: Club,
        now: datetime,
        most: int,
        competition: Competition | None = None,
        season: Season | None = None,
    ) -> TopScorers:
        """The best of a club in its matches that were over by now."""
        scored = self._players.scorers_of(club, now, competition, season)
        covered = coverage_of_club(self.results.db, club, now, competition, season)
        return ranked([(name, (club,), goals) for name, goals in scored], covered, most)

    def best(
        self, now: datetime, most: int, competition: Competition | None = None, country: str = ""
    ) -> TopScorers:
        """The best of all seasons up to now, perhaps of one competition, or for the clubs of one country."""
        scored = self._players.best(now, most, competition, country)
        cups = (competition,) if competition else EUROPEAN_COMPETITIONS
        return ranked([(name, (), goals) for name, goals in scored], self.coverage_ever(now, cups), most)

    def records(
        self,
        now: datetime,
        competition: Competition | None = None,
        season: Season | None = None,
        clubs: Sequence[Club] = (),
    ) -> Records:
        """Those of the matches that were over by now, of all clubs, of one, or of two against each other."""
        db = self.results.db
        counted = (
            tally_of_clubs(db, clubs, now, competition, season)
            if clubs
            else tally_of_seasons(db, now, competition, season)
        )
        timed = seconds_of_matches(db, timed_goals(competition, season, clubs), now)
        stored = self.results.matches({*(record.match.id for record in counted.best), *timed})
        return records_of(counted, {number: found.match for number, found in stored.items()}, timed)

    def until(self, competition: Competition, now: datetime) -> date | None:
        """The day of the last result of a competition that was known by now."""
        seasons = (season for cup, season in self.results.seasons() if cup == competition)
        days = (last_result(self.results.db, competition, season, now) for season in seasons)
        return next(filter(None, days), None)

    def coverage_ever(
        self, now: datetime, competitions: Sequence[Competition] = EUROPEAN_COMPETITIONS
    ) -> Coverage:
        """Of all matches that were over by now."""
        first, last = Season(FIRST_YEAR), season_of(now)
        return sum((self.coverage(now, cup, first, last) for cup in competitions), Coverage(0, 0))

    def coverage(self, now: datetime, competition: Competition, first: Season, last: Season) -> Coverage:
        """Of the matches of a competition that were over by now, from one season to another."""
        return coverage_of_seasons(self.results.db, now, competition, first, last)
