from __future__ import annotations

from bot.football.players.fast_goals import TIMED_GOALS
from tests.shared import knowledge_of_the_snapshot


def test_every_goal_of_which_the_seconds_are_known_is_the_first_goal_of_a_match_that_is_here() -> None:
    for timed in TIMED_GOALS:
        (match,) = (
            match
            for match in knowledge_of_the_snapshot().results.season_matches(timed.competition, timed.season)
            if (match.home.id, match.away.id) == (timed.home, timed.away)
        )
        assert (match.goals[0].club.id, match.goals[0].minute) == (timed.club, 1)
