"""What the results database knows: clubs, seasons, matches, draws and finals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlite_utils import Database

from bot.database.results.rows import GOAL_COLUMNS, MATCH_COLUMNS, goal_of, match_of, moment_of
from bot.football.model import Club, Competition, DrawDate, FinalDate, Match, Round, Season

REVISIONS = "SELECT competition, season, number FROM revisions"
NAMES_REVISION = ("", 0)
CLUBS = "SELECT id, name, country, dutch_name FROM clubs ORDER BY id"
NAMES = "SELECT club, name, kind, country, shared FROM club_names ORDER BY club, name"
NAMES_OF_THEIR_TIME = """
    SELECT club, name, dutch_name FROM club_names_of_their_time
    WHERE first_season <= :season AND last_season >= :season
"""
PAGES = "SELECT page, club FROM club_pages"
ELSEWHERE = "SELECT name, country, also FROM elsewhere_clubs ORDER BY name"
SEASONS = """
    SELECT competition, season FROM revisions WHERE EXISTS
    (SELECT 1 FROM matches WHERE competition = revisions.competition AND season = revisions.season)
    ORDER BY season DESC, competition
"""
SEASON_MATCHES = (
    f"SELECT {MATCH_COLUMNS} FROM matches "  # noqa: S608 - our own column names
    "WHERE competition = ? AND season = ? ORDER BY date, kick_off, id"
)
SEASON_GOALS = f"""
    SELECT {GOAL_COLUMNS} FROM goals
    WHERE match IN (SELECT id FROM matches WHERE competition = ? AND season = ?) ORDER BY match, place
"""  # noqa: S608 - our own column names
SEASONS_OF_CLUB = """
    SELECT competition, season FROM matches WHERE home = :club
    UNION SELECT competition, season FROM matches WHERE away = :club
    UNION SELECT competition, season FROM participants WHERE club = :club
    ORDER BY season DESC, competition
"""
DAYS = """
    SELECT DISTINCT date, competition, season FROM matches WHERE date BETWEEN ? AND ?
    ORDER BY date, competition, season
"""
SEASONS_TOGETHER = """
    SELECT competition, season FROM matches WHERE home = :first AND away = :other
    UNION SELECT competition, season FROM matches WHERE home = :other AND away = :first
    ORDER BY season DESC, competition
"""
DRAWS = """
    SELECT rounds, date, at, place, confirmed, source FROM draws
    WHERE competition = ? AND season = ? ORDER BY date
"""
DRAW_SEASONS = "SELECT DISTINCT competition, season FROM draws ORDER BY season DESC, competition"
FINAL = (
    "SELECT date, kick_off, city, venue, confirmed, source FROM finals WHERE competition = ? AND season = ?"
)
PARTICIPANTS = "SELECT club FROM participants WHERE competition = ? AND season = ? ORDER BY club"
DEDUCTIONS = "SELECT club, points FROM deductions WHERE competition = ? AND season = ?"
CONFLICTS = """
    SELECT competition, season, home, away, fact, kept, kept_source, refused, refused_source
    FROM conflicts JOIN matches ON matches.id = conflicts.match
    ORDER BY competition, season, date, home, fact
"""


@dataclass(frozen=True, slots=True)
class StoredName:
    """One spelling of a club; the country only where a source writes another one than the club's own."""

    club: Club
    name: str
    kind: str
    country: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources disagreed about a match; one was believed."""

    competition: Competition
    season: Season
    home: Club
    away: Club
    fact: str
    kept: str
    kept_source: str
    refused: str
    refused_source: str


@dataclass(frozen=True, slots=True)
class StoredMatch:
    """A match with its place in the database and how much its source is believed."""

    id: int
    authority: int
    match: Match


@dataclass(slots=True)
class _Remembered:
    """What was read since it last changed in the file."""

    version: int = -1
    revisions: dict[tuple[str, int], int] = field(default_factory=dict)
    clubs: dict[str, Club] = field(default_factory=dict)
    seasons: dict[tuple[Competition, Season], tuple[Match, ...]] = field(default_factory=dict)
    seasons_of: dict[Club, tuple[tuple[Competition, Season], ...]] = field(default_factory=dict)
    draws: dict[tuple[Competition, Season], tuple[DrawDate, ...]] = field(default_factory=dict)
    deductions: dict[tuple[Competition, Season], Mapping[Club, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """One connection's view; a season is read whole, once, and remembered until `refresh`."""

    db: Database
    _remembered: _Remembered = field(default_factory=_Remembered)

    def clubs(self) -> dict[str, Club]:
        """Every club by its id."""
        remembered = self._remembered
        if not remembered.clubs:
            remembered.clubs = {row[0]: Club(*row) for row in self.db.execute(CLUBS)}
        return remembered.clubs

    def _clubs_in(self, season: Season) -> dict[str, Club]:
        """Every club by its id, under the name of a season."""
        names = self.db.execute(NAMES_OF_THEIR_TIME, {"season": season.start_year}).fetchall()
        clubs = self.clubs()
        return clubs | {
            club: replace(clubs[club], name=name, dutch_name=dutch_name) for club, name, dutch_name in names
        }

    @property
    def version(self) -> int:
        """Another number after each `refresh` that had something to forget."""
        return self._remembered.version

    @property
    def names_version(self) -> int:
        """Another number after each `refresh` that found other clubs or other names of them."""
        return self._remembered.revisions.get(NAMES_REVISION, 0)

    def refresh(self) -> bool:
        """Forget what another connection has changed in the file since; whether there was something."""
        remembered = self._remembered
        version = int(self.db.execute("PRAGMA data_version").fetchone()[0])
        if version == remembered.version:
            return False
        remembered.version = version
        before = remembered.revisions
        now = {(code, year): number for code, year, number in self.db.execute(REVISIONS).fetchall()}
        remembered.revisions = now
        if before.get(NAMES_REVISION) != now.get(NAMES_REVISION):
            for cache in (remembered.clubs, remembered.seasons, remembered.draws, remembered.deductions):
                cache.clear()
        for code, year in {key for key in before | now if before.get(key) != now.get(key)} - {NAMES_REVISION}:
            season = (Competition(code), Season(year))
            remembered.seasons.pop(season, None)
            remembered.draws.pop(season, None)
            remembered.deductions.pop(season, None)
        remembered.seasons_of.clear()
        return True

    def names(self) -> tuple[StoredName, ...]:
        clubs = self.clubs()
        return tuple(
            StoredName(clubs[club], name, kind, country, bool(shared))
            for club, name, kind, country, shared in self.db.execute(NAMES)
        )

    def pages(self) -> tuple[tuple[str, Club], ...]:
        """The pages of Wikipedia, and the club that each is about."""
        clubs = self.clubs()
        return tuple((page, clubs[club]) for page, club in self.db.execute(PAGES).fetchall())

    def elsewhere(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Clubs that are known but have no match here: name, country and other names."""
        rows = self.db.execute(ELSEWHERE).fetchall()
        return tuple((name, country, tuple(filter(None, also.split("|")))) for name, country, also in rows)

    def seasons(self) -> tuple[tuple[Competition, Season], ...]:
        """Every competition's season with matches, newest first."""
        return tuple((Competition(code), Season(year)) for code, year in self.db.execute(SEASONS).fetchall())

    def days(self, first: date = date.min, last: date = date.max) -> list[tuple[date, Competition, Season]]:
        """The days with matches from the first to the last, once for each competition on it."""
        days = self.db.execute(DAYS, (first.isoformat(), last.isoformat())).fetchall()
        return [(date.fromisoformat(day), Competition(code), Season(year)) for day, code, year in days]

    def draw_seasons(self) -> tuple[tuple[Competition, Season], ...]:
        """Every competition's season of which a draw is known, newest first."""
        return tuple(
            (Competition(code), Season(year)) for code, year in self.db.execute(DRAW_SEASONS).fetchall()
        )

    def seasons_of(self, club: Club) -> tuple[tuple[Competition, Season], ...]:
        """The competitions and seasons that a club took part in, newest first."""
        remembered = self._remembered
        if club not in remembered.seasons_of:
            rows = self.db.execute(SEASONS_OF_CLUB, {"club": club.id}).fetchall()
            remembered.seasons_of[club] = tuple((Competition(code), Season(year)) for code, year in rows)
        return remembered.seasons_of[club]

    def seasons_together(self, first: Club, other: Club) -> list[tuple[Competition, Season]]:
        """The competitions and seasons in which two clubs met, newest first."""
        rows = self.db.execute(SEASONS_TOGETHER, {"first": first.id, "other": other.id}).fetchall()
        return [(Competition(code), Season(year)) for code, year in rows]

    def season_matches(self, competition: Competition, season: Season) -> tuple[Match, ...]:
        """Every match of a competition's season, by date."""
        remembered = self._remembered
        key = (competition, season)
        if key not in remembered.seasons:
            remembered.seasons[key] = tuple(
                stored.match for stored in self.stored_matches(competition, season)
            )
        return remembered.seasons[key]

    def stored_matches(self, competition: Competition, season: Season) -> tuple[StoredMatch, ...]:
        """The same with their ids, read anew; clubs are called what they were called in that season."""
        clubs = self._clubs_in(season)
        key = (competition.code, season.start_year)
        goals = defaultdict(list)
        for row in self.db.execute(SEASON_GOALS, key):
            goals[row[0]].append(goal_of(row, clubs))
        return tuple(
            StoredMatch(row[0], row[1], match_of(row, clubs, goals.get(row[0], ())))
            for row in self.db.execute(SEASON_MATCHES, key).fetchall()
        )

    def draws(self, competition: Competition, season: Season) -> tuple[DrawDate, ...]:
        remembered = self._remembered
        key = (competition, season)
        if key not in remembered.draws:
            remembered.draws[key] = tuple(
                DrawDate(
                    competition,
                    season,
                    tuple(Round.from_code(code) for code in rounds.split("|")),
                    date.fromisoformat(day) if day else None,
                    moment_of(at),
                    place,
                    bool(confirmed),
                    source,
                )
                for rounds, day, at, place, confirmed, source in self.db.execute(
                    DRAWS, (competition.code, season.start_year)
                )
            )
        return remembered.draws[key]

    def final(self, competition: Competition, season: Season) -> FinalDate | None:
        """When and where the final is, if the facts say it."""
        row = self.db.execute(FINAL, (competition.code, season.start_year)).fetchone()
        if row is None:
            return None
        day, kick_off, city, venue, confirmed, source = row
        return FinalDate(
            competition,
            season,
            date.fromisoformat(day),
            moment_of(kick_off),
            city,
            venue,
            bool(confirmed),
            source,
        )

    def participants(self, competition: Competition, season: Season) -> tuple[Club, ...]:
        clubs = self.clubs()
        rows = self.db.execute(PARTICIPANTS, (competition.code, season.start_year)).fetchall()
        return tuple(clubs[row[0]] for row in rows)

    def deductions(self, competition: Competition, season: Season) -> Mapping[Club, int]:
        """The points that each punished club lost in its group."""
        remembered = self._remembered
        key = (competition, season)
        if key not in remembered.deductions:
            clubs = self.clubs()
            rows = self.db.execute(DEDUCTIONS, (competition.code, season.start_year)).fetchall()
            remembered.deductions[key] = {clubs[club]: points for club, points in rows}
        return remembered.deductions[key]

    def conflicts(self) -> tuple[Conflict, ...]:
        clubs = self.clubs()
        return tuple(
            Conflict(Competition(code), Season(year), clubs[home], clubs[away], *rest)
            for code, year, home, away, *rest in self.db.execute(CONFLICTS).fetchall()
        )
