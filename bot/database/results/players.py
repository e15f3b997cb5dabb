"""Players and their goals, looked up in the tables in which they are worked out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.database.moments import moment_of, text_of
from bot.database.results.results import Results
from bot.database.results.rows import Row
from bot.database.results.tallies import OF_CLUB
from bot.football.model import Club, Competition, Season
from bot.football.players.player_finder import PlayerEntry, PlayerKey
from bot.football.players.players import Player, Scored

ENTRY = "surname, number, name, goals"
BY_KEYS = f"""
    SELECT DISTINCT {ENTRY} FROM player_keys JOIN players USING (surname, number)
    WHERE by = ? AND key IN (SELECT value FROM json_each(?)) ORDER BY goals DESC, name, number
"""  # noqa: S608 - our own column names
BY_BUTTON = f"SELECT {ENTRY} FROM players WHERE button = ? ORDER BY goals DESC, name, number"  # noqa: S608 - our own column names
SOUNDING = "SELECT word FROM player_sounds WHERE sound = ? ORDER BY word"
OF_LENGTH = "SELECT keys FROM player_keys_by_length WHERE by = ? AND length = ?"
GOAL_COLUMNS = """
    player_goals.match, player_goals.place, scorer, club, home, away, competition, season, date, over, source
"""
HOME, AWAY, SEASON = 4, 5, 7
GOALS = f"""
    SELECT {GOAL_COLUMNS}, doubtful FROM player_goals JOIN goals USING (match, place)
    JOIN matches ON id = player_goals.match JOIN played ON played.match = id
    WHERE surname = ? AND number = ? ORDER BY nth
"""  # noqa: S608 - our own column names
SCORERS = f"""
    SELECT name, count(*) AS scored FROM matches JOIN played ON played.match = id
    JOIN player_goals ON player_goals.match = id AND NOT doubtful AND number > 0
    JOIN goals ON goals.match = id AND goals.place = player_goals.place AND goals.club = :club
    JOIN players USING (surname, number)
    WHERE id IN ({OF_CLUB}) AND over <= :now
    AND (:competition IS NULL OR competition = :competition) AND (:season IS NULL OR season = :season)
    GROUP BY surname, number ORDER BY scored DESC, name
"""  # noqa: S608 - our own column names
# Nobody has more goals among some than among all: whoever has few of all is not looked at.
BEST = """
    SELECT players.name, count(*) AS scored FROM
    (SELECT surname, number, name FROM players ORDER BY goals DESC, surname, number LIMIT :most OFFSET :first)
    AS players JOIN player_goals USING (surname, number) JOIN played USING (match)
    JOIN matches ON matches.id = match JOIN goals USING (match, place) JOIN clubs ON clubs.id = goals.club
    WHERE NOT doubtful AND over <= :now AND (:competition IS NULL OR competition = :competition)
    AND (:country = '' OR clubs.country = :country)
    GROUP BY surname, number
"""
GOALS_OF_NTH = "SELECT goals FROM players ORDER BY goals DESC, surname, number LIMIT 1 OFFSET ?"
AT_ONCE = 250


@dataclass(slots=True)
class StoredPlayers:
    """The players of one database; the lists of one length are remembered until something changes."""

    results: Results
    _version: int | None = None
    _of_length: dict[tuple[PlayerKey, int], tuple[str, ...]] = field(default_factory=dict)

    def players(self, by: PlayerKey, keys: Iterable[str]) -> list[PlayerEntry]:
        rows = self.results.db.execute(BY_KEYS, (by.value, json.dumps(list(keys)))).fetchall()
        return [PlayerEntry(*row) for row in rows]

    def keys_of_length(self, by: PlayerKey, length: int) -> Sequence[str]:
        if self._version != self.results.version:
            self._version = self.results.version
            self._of_length.clear()
        found = self._of_length.get((by, length))
        if found is None:
            row = self.results.db.execute(OF_LENGTH, (by.value, length)).fetchone()
            found = self._of_length[by, length] = tuple(row[0].split("\n")) if row else ()
        return found

    def words_sounding(self, sounds: str) -> list[str]:
        return [word for (word,) in self.results.db.execute(SOUNDING, (sounds,)).fetchall()]

    def by_button(self, key: str) -> PlayerEntry | None:
        row = self.results.db.execute(BY_BUTTON, (key,)).fetchone()
        return PlayerEntry(*row) if row else None

    def player(self, entry: PlayerEntry) -> Player:
        """With every goal."""
        rows = self.results.db.execute(GOALS, (entry.surname, entry.number)).fetchall()
        ids: dict[int, set[str]] = defaultdict(set)
        for row in rows:
            ids[row[SEASON]].update(row[HOME : AWAY + 1])
        clubs = {year: self.results.clubs().in_season(Season(year), of) for year, of in ids.items()}
        scored = [(scored_of(row[:-1], clubs[row[SEASON]]), row[-1]) for row in rows]
        return Player(
            tuple(goal for goal, is_doubtful in scored if not is_doubtful),
            tuple(goal for goal, is_doubtful in scored if is_doubtful),
        )

    def scorers_of(
        self, club: Club, now: datetime, competition: Competition | None, season: Season | None
    ) -> list[tuple[str, int]]:
        """Who scored for a club in its matches that were over by then, and how often, most goals first."""
        chosen = {
            "club": club.id,
            "now": text_of(now, "minutes"),
            "competition": competition.code if competition else None,
            "season": season.start_year if season else None,
        }
        return [(name, goals) for name, goals in self.results.db.execute(SCORERS, chosen).fetchall()]

    def best(
        self, now: datetime, most: int, competition: Competition | None, country: str
    ) -> list[tuple[str, int]]:
        """Who scored most by then, and how often; so many, and all others who have as many as the last."""
        chosen = {
            "now": text_of(now, "minutes"),
            "competition": competition.code if competition else None,
            "country": country,
        }
        found: list[tuple[str, int]] = []
        first, at_once = 0, AT_ONCE
        while row := self.results.db.execute(GOALS_OF_NTH, (first,)).fetchone():
            if len(found) >= most and row[0] < found[most - 1][1]:
                break
            found += self.results.db.execute(BEST, {**chosen, "first": first, "most": at_once}).fetchall()
            found.sort(key=lambda scorer: (-scorer[1], scorer[0]))
            first, at_once = first + at_once, 4 * at_once
        return found


def scored_of(row: Row, clubs: Mapping[str, Club]) -> Scored:
    """The goal in a row of GOAL_COLUMNS."""
    _, _, scorer, club, home, away, code, year, day, over, source = row
    known_from = moment_of(over)
    assert known_from is not None  # noqa: S101 - the column is NOT NULL
    return Scored(
        scorer,
        clubs[club],
        clubs[away if club == home else home],
        Competition(code),
        Season(year),
        date.fromisoformat(day),
        known_from,
        source,
    )
