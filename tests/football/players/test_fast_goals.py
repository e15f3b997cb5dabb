from __future__ import annotations

from bot.football.competitions import CHAMPIONS_LEAGUE
from bot.football.model import Club, Season
from bot.football.players.fast_goals import TIMED_GOALS, timed_goals

BAYERN, REAL, JUVENTUS = Club("ger-bayern-munchen", "Bayern"), Club("esp-real-madrid", "Real"), "ita-juventus"


def test_the_fastest_goal_is_makaays() -> None:
    assert TIMED_GOALS[0].seconds == min(goal.seconds for goal in TIMED_GOALS)
    assert timed_goals(None, None, ()) == list(TIMED_GOALS)


def test_of_a_club_only_its_own_goals_count_and_of_two_those_against_each_other() -> None:
    assert [goal.seconds for goal in timed_goals(None, None, [BAYERN])] == [10.12, 25.02]
    assert [goal.seconds for goal in timed_goals(None, None, [BAYERN, REAL])] == [10.12]
    assert timed_goals(None, None, [REAL]) == []
    assert [goal.away for goal in timed_goals(CHAMPIONS_LEAGUE, Season(2012), ())] == [JUVENTUS]
