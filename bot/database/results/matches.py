"""Matches as they are stored, and the clubs in them under the names of their season."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sqlite_utils import Database

from bot.database.results.rows import GOAL_COLUMNS, MATCH_COLUMNS, Row, goal_of, match_of
from bot.football.model import Club, Goal, Match, Season

_IDS = "(SELECT value FROM json_each(?))"
CLUBS = f"SELECT id, name, country, dutch_name FROM clubs WHERE id IN {_IDS}"  # noqa: S608 - the line above
CLUB_IDS = "SELECT id FROM clubs ORDER BY id"
NAMES_OF_THEIR_TIME = """
    SELECT club, name, dutch_name FROM club_names_of_their_time
    WHERE first_season <= :season AND last_season >= :season
"""
_OF_SEASON = "competition = ? AND season = ?"
SEASON_MATCHES = f"SELECT {MATCH_COLUMNS} FROM matches WHERE {_OF_SEASON} ORDER BY date, kick_off, id"  # noqa: S608 - our own column names
SEASON_GOALS = f"""
    SELECT {GOAL_COLUMNS} FROM goals
    WHERE match IN (SELECT id FROM matches WHERE {_OF_SEASON}) ORDER BY match, place
"""  # noqa: S608 - our own column names
SEASON, HOME, AWAY = map(MATCH_COLUMNS.split(", ").index, ("season", "home", "away"))
MATCHES_BY_ID = f"SELECT {MATCH_COLUMNS} FROM matches WHERE id IN {_IDS} ORDER BY id"  # noqa: S608 - our own column names
GOALS_BY_MATCH = f"SELECT {GOAL_COLUMNS} FROM goals WHERE match IN {_IDS} ORDER BY match, place"  # noqa: S608 - our own column names


@dataclass(frozen=True, slots=True)
class StoredMatch:
    """A match with its place in the database and how much its source is believed."""

    id: int
    authority: int
    match: Match


class ClubsById(Mapping[str, Club]):
    """Clubs by their ids; each is read when it is first asked for."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._clubs: dict[str, Club] = {}

    def __getitem__(self, club_id: str) -> Club:
        if club_id not in self._clubs:
            self.read([club_id])
        return self._clubs[club_id]

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._db.execute(CLUB_IDS).fetchall())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def in_season(self, season: Season, ids: Collection[str]) -> dict[str, Club]:
        """Some clubs under the names of a season."""
        self.read(ids)
        clubs = {club_id: self._clubs[club_id] for club_id in ids}
        names = self._db.execute(NAMES_OF_THEIR_TIME, {"season": season.start_year}).fetchall()
        for club_id, name, dutch_name in names:
            if club_id in clubs:
                clubs[club_id] = replace(clubs[club_id], name=name, dutch_name=dutch_name)
        return clubs

    def read(self, ids: Iterable[str]) -> None:
        """Read at once those of them that were not read before."""
        missing = [club_id for club_id in ids if club_id not in self._clubs]
        rows = self._db.execute(CLUBS, (json.dumps(missing),)).fetchall() if missing else ()
        self._clubs |= {row[0]: Club(*row) for row in rows}


def stored_matches(
    clubs: ClubsById, season: Season, matches: Sequence[Row], goals: Iterable[Row]
) -> tuple[StoredMatch, ...]:
    """Matches of a season from their rows and those of their goals."""
    in_season = clubs.in_season(season, {row[place] for row in matches for place in (HOME, AWAY)})
    by_match: dict[int, list[Goal]] = defaultdict(list)
    for row in goals:
        by_match[row[0]].append(goal_of(row, in_season))
    return tuple(
        StoredMatch(row[0], row[1], match_of(row, in_season, by_match.get(row[0], ()))) for row in matches
    )


def without_goals(clubs: ClubsById, rows: Sequence[Row]) -> tuple[Match, ...]:
    """The matches in these rows, which are in the order of their seasons; clubs bear their names of then."""
    clubs.read({row[place] for row in rows for place in (HOME, AWAY)})
    return tuple(
        stored.match
        for year, of_season in groupby(rows, key=lambda row: int(row[SEASON]))
        for stored in stored_matches(clubs, Season(year), list(of_season), ())
    )


def matches_by_id(db: Database, clubs: ClubsById, ids: Collection[int]) -> dict[int, StoredMatch]:
    """Some matches, each with its clubs as they were called in its season."""
    wanted = (json.dumps(sorted(ids)),)
    goals = db.execute(GOALS_BY_MATCH, wanted).fetchall()
    seasons: dict[int, list[Row]] = defaultdict(list)
    for row in db.execute(MATCHES_BY_ID, wanted).fetchall():
        seasons[row[SEASON]].append(row)
    return {
        stored.id: stored
        for year, rows in seasons.items()
        for stored in stored_matches(clubs, Season(year), rows, _of(goals, {row[0] for row in rows}))
    }


def _of(goals: Iterable[Row], matches: Collection[int]) -> Iterator[Row]:
    return (row for row in goals if row[0] in matches)
