from __future__ import annotations

import pytest

from bot.football.players.kinds import has_any, only, take_kind_of_record
from bot.football.players.records import FeatKind, Records
from bot.football.players.top_scorers import Coverage
from bot.football.questions.competition import Rest
from tests.football.builders import match


@pytest.mark.parametrize(
    ("text", "kind", "left"),
    [
        ("hattricks", FeatKind.HAT_TRICK, ""),
        ("hat-trick Ajax", FeatKind.HAT_TRICK, "Ajax"),
        ("snelste doelpunt CL", FeatKind.FAST_GOAL, "CL"),
        ("fastest goals", FeatKind.FAST_GOAL, ""),
        ("grootste zege", FeatKind.WIN, ""),
        ("biggest win PSV", FeatKind.WIN, "PSV"),
        ("meeste doelpunten", FeatKind.GOALS, ""),
        ("eigen doelpunten", FeatKind.OWN_GOALS, ""),
        ("Ajax", None, "Ajax"),
    ],
)
def test_one_kind_of_record_may_be_asked_for(text: str, kind: FeatKind | None, left: str) -> None:
    rest = Rest(text)
    assert (take_kind_of_record(rest), rest.text) == (kind, left)


def test_the_other_kinds_are_left_out() -> None:
    win = match("Ajax", "Milan")
    records = Records(1, Coverage(1, 1), (win,), (win,), (), 0, (), 0, 2, (win,))
    wins, own_goals = only(records, FeatKind.WIN), only(records, FeatKind.OWN_GOALS)
    assert has_any(wins)
    assert not has_any(only(records, FeatKind.FAST_GOAL))
    assert (wins.biggest_wins, wins.most_goals, wins.own_goals, wins.most_own_goals) == ((win,), (), 0, ())
    assert (own_goals.biggest_wins, own_goals.own_goals, own_goals.most_own_goals) == ((), 2, (win,))
