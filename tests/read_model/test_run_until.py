"""How far results run is told alike by a whole season and by the few matches that decide it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

from bot.app.opening import snapshot
from bot.database.results.results import Results
from bot.football.model import Season
from bot.read_model.seasons import ResultsAsOf

SEASON = Season(2018)
FORGET_RESULTS = """
    UPDATE matches SET status = 'scheduled', ft_home = NULL, ft_away = NULL, ht_home = NULL, ht_away = NULL,
        aet_home = NULL, aet_away = NULL, pens_home = NULL, pens_away = NULL, ended_at = NULL
    WHERE season = 2018 AND date > '2018-11-10'
"""


def test_a_season_runs_as_far_as_its_matches_around_a_day_tell() -> None:
    db = Database(memory=True)
    with closing(sqlite3.connect(snapshot())) as source:
        source.backup(db.conn)
    db.execute(FORGET_RESULTS)
    results = Results(db)
    behind = 0
    for competition in [cup for cup, season in results.seasons() if season == SEASON]:
        for days in range(0, 330, 9):
            for hour in (11, 20, 23):
                now = datetime(SEASON.start_year, 7, 8, hour, tzinfo=UTC) + timedelta(days=days)
                whole = ResultsAsOf(results).season(competition, SEASON, now)
                if any(match.status.is_expected for match in whole.matches):
                    # Else a draw without a date hides what is to come.
                    assert ResultsAsOf(results).run_until(competition, SEASON, now) == whole.known_until
                    behind += whole.known_until is not None
    assert behind > 50
