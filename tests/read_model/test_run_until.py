"""How far results run is told alike by a whole season and by the few matches that decide it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.read_model.seasons import ResultsAsOf
from tests.shared import knowledge_of_the_snapshot


def test_a_season_runs_as_far_as_its_matches_around_a_day_tell() -> None:
    results = knowledge_of_the_snapshot().results
    newest = results.seasons()[0][1]
    behind = 0
    for competition, season in results.seasons():
        for days in range(0, 360, 9) if season == newest else ():
            for hour in (11, 20, 23):
                now = datetime(season.start_year, 7, 8, hour, tzinfo=UTC) + timedelta(days=days)
                whole = ResultsAsOf(results).season(competition, season, now)
                if any(match.status.is_expected for match in whole.matches):
                    # Else a draw without a date hides what is to come.
                    assert ResultsAsOf(results).run_until(competition, season, now) == whole.known_until
                    behind += whole.known_until is not None
    assert behind > 50
