"""What a club still needs, checked against the rules themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.football.model import Match, Score, Status, Tie
from bot.football.ties.needs import Band, NeedKind, Needs, Verdict, needs
from bot.football.ties.tie import Then, outcome
from tests.football.builders import club, match, tie

FEW = st.integers(0, 4)


def level(lowest: str, highest: str | None = None) -> Band:
    return band(Verdict.LEVEL, lowest, highest)


def band(verdict: Verdict, lowest: str, highest: str | None) -> Band:
    return Band(verdict, Score.from_text(lowest), None if highest is None else Score.from_text(highest))


def of(name: str, on: Tie) -> Needs:
    return next(need for need in needs(on) if need.club == club(name))


def after(first_leg: str, season: int = 2017) -> Tie:
    """Porto at home first; the return at Ajax is to come."""
    return tie(
        match("Porto", "Ajax", first_leg, season=season, leg=1), match("Ajax", "Porto", season=season, leg=2)
    )


def test_after_a_3_0_lead_a_club_may_lose_by_two() -> None:
    need = of("Porto", after("3-0", 2023))
    assert need.kind is NeedKind.MAY_LOSE
    assert need.margin == -2
    assert need.bands == (level("3-0"),)
    assert need.then is Then.EXTRA_TIME


def test_after_a_3_0_defeat_a_club_must_win_by_four() -> None:
    need = of("Ajax", after("3-0", 2023))
    assert need.kind is NeedKind.WIN_BY
    assert need.margin == 4
    assert need.bands == (level("3-0"),)


def test_after_3_0_away_goals_make_3_0_the_only_level_score() -> None:
    need = of("Ajax", after("3-0"))
    assert need.margin == 4
    assert need.bands == (level("3-0", "3-0"), band(Verdict.OUT, "4-1", None))
    assert of("Porto", after("3-0")).bands == (level("3-0", "3-0"), band(Verdict.THROUGH, "4-1", None))


def test_after_a_narrow_defeat_a_club_must_win_by_two_or_take_extra_time() -> None:
    assert of("Ajax", after("1-0", 2023)).margin == 2
    assert of("Ajax", after("1-0", 2023)).bands == (level("1-0"),)


def test_after_a_narrow_win_a_level_score_is_enough() -> None:
    need = of("Porto", after("1-0", 2023))
    assert need.kind is NeedKind.LEVEL
    assert need.bands == (level("1-0"),)


def test_level_after_the_first_leg_a_club_must_win() -> None:
    for name in ("Ajax", "Porto"):
        need = of(name, after("2-2", 2023))
        assert need.kind is NeedKind.WIN
        assert need.bands == (level("0-0"),)


def test_after_0_0_a_level_score_with_goals_is_enough_for_the_visitors() -> None:
    assert of("Porto", after("0-0")).bands == (level("0-0", "0-0"), band(Verdict.THROUGH, "1-1", None))
    assert of("Ajax", after("0-0")).bands == (level("0-0", "0-0"), band(Verdict.OUT, "1-1", None))


def test_after_1_1_goalless_is_enough_at_home_and_2_2_is_not() -> None:
    assert of("Ajax", after("1-1")).bands == (
        band(Verdict.THROUGH, "0-0", "0-0"),
        level("1-1", "1-1"),
        band(Verdict.OUT, "2-2", None),
    )
    assert of("Porto", after("1-1")).bands == (
        band(Verdict.OUT, "0-0", "0-0"),
        level("1-1", "1-1"),
        band(Verdict.THROUGH, "2-2", None),
    )


def test_after_a_1_2_home_defeat_only_a_win_by_two_or_a_rich_win_will_do() -> None:
    need = of("Porto", after("1-2"))
    assert need.margin == 2
    assert need.bands == (
        band(Verdict.OUT, "0-1", "0-1"),
        level("1-2", "1-2"),
        band(Verdict.THROUGH, "2-3", None),
    )


def test_in_a_match_under_way_only_scores_that_can_still_come_are_told() -> None:
    under_way = tie(match("Porto", "Ajax", "1-1", leg=1), match("Ajax", "Porto", "1-1", leg=2, status="live"))
    assert of("Porto", under_way).bands == (level("1-1", "1-1"), band(Verdict.THROUGH, "2-2", None))
    assert of("Porto", under_way).margin == 1


def test_a_level_score_that_can_only_be_rich_is_simply_enough() -> None:
    under_way = tie(match("Porto", "Ajax", "1-1", leg=1), match("Ajax", "Porto", "2-2", leg=2, status="live"))
    assert of("Porto", under_way).kind is NeedKind.LEVEL
    assert of("Ajax", under_way).kind is NeedKind.WIN
    assert of("Ajax", under_way).bands == ()


def test_in_extra_time_penalties_come_next() -> None:
    under_way = tie(
        match("Porto", "Ajax", "1-0", leg=1, season=2023),
        match("Ajax", "Porto", "1-0", aet="1-0", leg=2, season=2023, status="live"),
    )
    need = of("Ajax", under_way)
    assert need.margin == 2
    assert need.bands == (level("1-0"),)
    assert need.then is Then.PENALTIES


def test_a_goal_in_extra_time_counts_away_too() -> None:
    under_way = tie(
        match("Porto", "Ajax", "1-0", leg=1), match("Ajax", "Porto", "1-0", aet="1-0", leg=2, status="live")
    )
    assert of("Porto", under_way).bands == (level("1-0", "1-0"), band(Verdict.THROUGH, "2-1", None))


def test_an_unknown_return_is_imagined_at_the_other_club() -> None:
    need = of("Ajax", tie(match("Porto", "Ajax", "2-0", leg=1, season=2023)))
    assert need.match.clubs == (club("Ajax"), club("Porto"))
    assert need.match.status is Status.SCHEDULED
    assert need.margin == 3


def test_a_final_under_way_must_be_won() -> None:
    need = of("Ajax", tie(match("Ajax", "Porto", "0-1", competition="CL", round="F", status="live")))
    assert need.kind is NeedKind.WIN
    assert need.bands == (level("1-1"),)


def test_a_replay_must_be_won() -> None:
    matches = (
        match("Ajax", "Porto", "2-1", season=1960),
        match("Porto", "Ajax", "1-0", season=1960),
        match("Porto", "Ajax", season=1960),
    )
    assert of("Ajax", tie(*matches)).kind is NeedKind.WIN


@pytest.mark.parametrize(
    "matches",
    [
        (match("Ajax", "Porto", leg=1), match("Porto", "Ajax", leg=2)),
        (match("Ajax", "Porto", "1-0", leg=1, status="live"), match("Porto", "Ajax", leg=2)),
        (match("Porto", "Ajax", "1-0", leg=2),),
        (match("Ajax", "Porto", round="F"),),
        (match("Ajax", "Porto", "1-0", leg=1), match("Porto", "Ajax", "1-1", leg=2)),
        (match("Ajax", "Porto", "1-0", leg=1), match("Porto", "Ajax", leg=2, status="cancelled")),
        (match("Ajax", "Porto", "0-0", leg=1), match("Porto", "Ajax", "0-0", leg=2)),
    ],
    ids=[
        "before",
        "first leg under way",
        "first leg unknown",
        "final ahead",
        "over",
        "cancelled",
        "no shoot-out yet",
    ],
)
def test_nothing_is_needed_before_the_last_match_or_after_it(matches: tuple[Match, ...]) -> None:
    assert needs(tie(*matches)) == ()


@settings(max_examples=60, deadline=None)
@given(FEW, FEW, st.integers(0, 9), st.integers(0, 9), st.sampled_from([1960, 2017, 2023]))
def test_needs_say_of_every_score_what_the_rules_say(
    home_first: int, away_first: int, home: int, away: int, season: int
) -> None:
    waiting = after(f"{home_first}-{away_first}", season)
    first, second = waiting.matches
    ended = replace(second, status=Status.PLAYED, full_time=Score(home, away))
    result = outcome(replace(waiting, matches=(first, ended)))
    for need in needs(waiting):
        verdict = need.verdict(Score(home, away))
        if result is None:
            assert verdict is Verdict.LEVEL
        else:
            assert verdict is (Verdict.THROUGH if result.winner == need.club else Verdict.OUT)
