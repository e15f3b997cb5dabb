"""What can be wrong with a source, as the local one does it."""

from __future__ import annotations

import pytest

from bot.football.events.observations import Observation
from bot.football.model import Score
from bot.local.sources.faults import one_goal_back
from tests.football.builders import goal, match


@pytest.mark.parametrize(
    ("score", "aet", "scorers", "after_90", "after_120"),
    [
        ("2-1", None, "AAB", "2-0", None),
        ("2-1", None, "ABA", "1-1", None),
        ("1-1", "2-1", "ABA", "1-1", "1-1"),
        ("1-1", "1-1", "AB", "1-1", "1-1"),
        ("0-0", None, "", "0-0", None),
    ],
)
def test_the_last_goal_goes_back_in_the_half_that_is_being_played(
    score: str, aet: str | None, scorers: str, after_90: str, after_120: str | None
) -> None:
    observation = Observation(
        match("A", "B", score, aet=aet, status="live", goals=[goal(club) for club in scorers])
    )
    back = one_goal_back(observation).match
    assert back.full_time == Score.from_text(after_90)
    assert back.extra_time == (None if after_120 is None else Score.from_text(after_120))


def test_a_match_whose_score_is_not_known_stays_as_it_is() -> None:
    observation = Observation(match("A", "B", status="live"))
    assert one_goal_back(observation) == observation
