"""What was known at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Derived, DrawDate, Score, Status
from bot.football.season.as_of import (
    draw_over_at,
    draws_ahead,
    latest_known_result,
    match_at,
    over_at,
    result_unknown,
    season_at,
    starts_at,
)
from tests.football.builders import amsterdam, club, draw, goal, match

ARSENAL = match(
    "Arsenal",
    "Östersund",
    "1-2",
    leg=2,
    date="2018-02-22",
    time="21:05",
    ht="0-2",
    goals=[
        goal("Östersund", 22, "Hosam Aiesh"),
        goal("Östersund", 24, "Ken Sema"),
        goal("Arsenal", 47, "Sead Kolašinac"),
    ],
)
FIRST_LEG = match("Östersund", "Arsenal", "0-3", leg=1, date="2018-02-15", time="19:00")


# One match


def test_a_match_that_was_watched_is_over_at_its_recorded_end() -> None:
    ended = replace(ARSENAL, ended_at=amsterdam("2018-02-22 22:54"))
    assert match_at(ended, amsterdam("2018-02-22 22:53")).status is Status.LIVE
    assert match_at(ended, amsterdam("2018-02-22 22:54")) == ended


def test_a_match_that_is_seen_to_go_on_is_under_way_after_two_hours_too() -> None:
    live = match("PSV", "Juventus", "2-1", status="live", date="2025-02-19", time="21:00")
    observation = replace(live, seen_at=amsterdam("2025-02-19 23:10"))
    assert match_at(observation, amsterdam("2025-02-19 23:24")) == observation
    assert match_at(observation, amsterdam("2025-02-19 23:25")).status is Status.SCHEDULED
    assert match_at(live, amsterdam("2025-02-19 23:10")).status is Status.SCHEDULED


def test_a_match_of_which_only_the_day_was_known_is_under_way_once_it_is_seen_to_be() -> None:
    live = match("PSV", "Juventus", "2-1", status="live", date="2025-02-19")
    observation = replace(live, seen_at=amsterdam("2025-02-19 20:10"))
    assert match_at(observation, amsterdam("2025-02-19 20:12")) == observation
    assert match_at(live, amsterdam("2025-02-19 20:12")).status is Status.SCHEDULED


def test_before_its_kick_off_a_match_is_still_to_come() -> None:
    before = match_at(ARSENAL, amsterdam("2018-02-22 21:04"))
    assert before.status is Status.SCHEDULED
    assert before.score is None
    assert before.half_time is None
    assert before.goals == ()


@pytest.mark.parametrize(
    ("clock", "score", "rest"),
    [
        ("21:05", "0-0", None),
        ("21:26", "0-0", None),
        ("21:27", "0-1", None),
        ("21:29", "0-2", None),
        ("21:52", "0-2", "0-2"),
        ("22:08", "0-2", "0-2"),
        ("22:09", "1-2", "0-2"),
    ],
)
def test_under_way_the_goals_so_far_are_counted(clock: str, score: str, rest: str | None) -> None:
    under_way = match_at(ARSENAL, amsterdam(f"2018-02-22 {clock}"))
    assert under_way.status is Status.LIVE
    assert under_way.score == Score.from_text(score)
    assert under_way.half_time == (rest and Score.from_text(rest))


def test_a_match_of_90_minutes_is_over_an_hour_and_55_minutes_after_its_kick_off() -> None:
    assert match_at(ARSENAL, amsterdam("2018-02-22 23:00")) is ARSENAL
    assert match_at(ARSENAL, amsterdam("2018-02-22 22:59")).status is Status.LIVE


def test_a_late_goal_is_not_known_before_its_minute() -> None:
    late = replace(ARSENAL, goals=(*ARSENAL.goals[:2], goal("Arsenal", 90, "Kolašinac", stoppage=12)))
    assert match_at(late, amsterdam("2018-02-22 23:03")).status is Status.LIVE
    assert str(match_at(late, amsterdam("2018-02-22 23:03")).score) == "0-2"
    assert match_at(late, amsterdam("2018-02-22 23:05")) is late


def test_a_goal_in_extra_time_is_not_known_before_its_minute() -> None:
    """Porto – Roma, 6 March 2019: Alex Telles, 117'."""
    goals = [goal("Porto", 26), goal("Roma", 37), goal("Porto", 52), goal("Porto", 117, "Alex Telles")]
    porto = match(
        "Porto", "Roma", "2-1", aet="3-1", season=2018, leg=2, date="2019-03-06", time="21:00", goals=goals
    )
    for hour in ("22:56", "23:02", "23:20"):
        under_way = match_at(porto, amsterdam(f"2019-03-06 {hour}"))
        assert under_way.status is Status.LIVE, hour
        assert str(under_way.score) == "2-1", hour
    assert str(match_at(porto, amsterdam("2019-03-06 23:21")).score) == "3-1"
    assert match_at(porto, amsterdam("2019-03-06 23:34")).status is Status.LIVE
    assert match_at(porto, amsterdam("2019-03-06 23:35")) is porto


def test_a_shoot_out_is_not_known_before_it_was_taken() -> None:
    final = match("Villarreal", "Manchester United", "1-1", aet="1-1", pens="11-10", round="F", season=2020)
    final = replace(final, date=date(2021, 5, 26), kick_off=amsterdam("2021-05-26 21:00"))
    before = match_at(final, amsterdam("2021-05-26 23:49"))
    assert (before.status, before.penalties) == (Status.LIVE, None)
    assert match_at(final, amsterdam("2021-05-26 23:50")) is final
    at_once = replace(final, extra_time=None)
    assert match_at(at_once, amsterdam("2021-05-26 23:09")).status is Status.LIVE
    assert match_at(at_once, amsterdam("2021-05-26 23:10")) is at_once


def test_with_an_unknown_minute_the_score_so_far_is_unknown() -> None:
    goals = (*ARSENAL.goals[:2], goal("Arsenal"))
    under_way = match_at(replace(ARSENAL, goals=goals), amsterdam("2018-02-22 22:30"))
    assert under_way.status is Status.LIVE
    assert under_way.score is None
    assert under_way.half_time == Score(0, 2)
    assert match_at(replace(ARSENAL, goals=()), amsterdam("2018-02-22 22:30")).score is None


def in_extra_time(full_time: str | None, minutes: list[int]) -> Score | None:
    final = match(
        "Ajax",
        "Porto",
        full_time,
        aet="2-0",
        date="2018-05-16",
        time="20:45",
        goals=[goal("Ajax", minute) for minute in minutes],
    )
    return match_at(final, amsterdam("2018-05-16 22:42")).score


def test_in_extra_time_the_score_after_90_minutes_is_known_too() -> None:
    assert in_extra_time("0-0", [93, 107]) == Score(1, 0)
    assert in_extra_time("0-0", [106, 107]) == Score(0, 0)


def test_minutes_capped_at_90_tell_nothing_about_extra_time() -> None:
    assert in_extra_time("0-0", [90, 90]) is None
    assert in_extra_time(None, [93, 107]) is None


def test_before_extra_time_its_goals_are_unknown() -> None:
    final = match(
        "Ajax",
        "Porto",
        "1-1",
        aet="2-1",
        date="2018-05-16",
        time="20:45",
        goals=[goal("Ajax", 45, stoppage=2), goal("Porto", 60), goal("Ajax", 95)],
    )
    under_way = match_at(final, amsterdam("2018-05-16 21:31"))
    assert under_way.full_time == Score(0, 0)
    assert match_at(final, amsterdam("2018-05-16 21:32")).full_time == Score(1, 0)
    assert match_at(final, amsterdam("2018-05-16 22:30")).extra_time is None


def test_of_which_only_the_day_is_known_a_match_is_over_at_23() -> None:
    dated = match("Ajax", "Porto", "1-0", date="2018-02-22")
    assert match_at(dated, amsterdam("2018-02-22 22:59")).status is Status.SCHEDULED
    assert match_at(dated, amsterdam("2018-02-22 23:00")) is dated
    assert starts_at(dated) == over_at(dated)


def test_of_which_nothing_is_known_a_match_is_over_at_the_end_of_the_season() -> None:
    undated = match("Ajax", "Porto", "1-0")
    assert starts_at(undated) is None
    assert match_at(undated, amsterdam("2018-06-30 22:59")).status is Status.SCHEDULED
    assert match_at(undated, amsterdam("2018-06-30 23:00")) is undated


def test_what_was_derived_from_the_result_is_not_known_before() -> None:
    derived = replace(ARSENAL, derived=frozenset({Derived.HALF_TIME, Derived.LEG}))
    assert match_at(derived, amsterdam("2018-02-22 21:00")).derived == {Derived.LEG}
    assert match_at(derived, amsterdam("2018-02-22 21:10")).derived == {Derived.LEG}
    assert match_at(derived, amsterdam("2018-02-22 22:10")).derived == {Derived.LEG, Derived.HALF_TIME}


def test_what_was_never_played_is_known_from_its_kick_off() -> None:
    walkover = match("Ajax", "Porto", status="walkover", winner="Ajax", date="2018-02-22", time="21:05")
    assert match_at(walkover, amsterdam("2018-02-22 21:00")).winner is None
    assert match_at(walkover, amsterdam("2018-02-22 21:05")) is walkover


def test_a_postponed_match_stays_postponed() -> None:
    postponed = match("Ajax", "Porto", status="postponed", date="2018-02-22")
    assert match_at(postponed, amsterdam("2018-02-20 12:00")) is postponed


def test_a_match_without_a_result_stays_to_come_and_is_unknown_afterwards() -> None:
    fixture = match("Ajax", "Porto", date="2018-02-22", time="21:05")
    late = amsterdam("2018-02-23 12:00")
    assert match_at(fixture, late) is fixture
    assert result_unknown(fixture, late)
    assert not result_unknown(fixture, amsterdam("2018-02-22 22:00"))
    assert not result_unknown(ARSENAL, late)


def test_a_live_match_not_heard_of_again_is_unknown() -> None:
    live = match("Ajax", "Porto", "1-0", status="live", date="2018-02-22", time="21:05")
    late = amsterdam("2018-02-22 23:05")
    assert match_at(live, late).status is Status.SCHEDULED
    assert match_at(live, late).score is None
    assert result_unknown(live, late)


def test_a_live_match_stays_as_it_was_told() -> None:
    live = match("Ajax", "Porto", "1-0", status="live", date="2018-02-22", time="21:05")
    in_time = amsterdam("2018-02-22 22:00")
    assert match_at(live, in_time) is live
    assert (
        match_at(replace(live, extra_time=Score(1, 0)), amsterdam("2018-02-22 23:30")).status is Status.LIVE
    )


def test_an_abandoned_match_was_under_way_first() -> None:
    abandoned = match("Ajax", "Porto", status="abandoned", date="2018-02-22", time="21:05")
    assert match_at(abandoned, amsterdam("2018-02-22 22:00")).status is Status.LIVE
    assert match_at(abandoned, amsterdam("2018-02-22 23:30")).status is Status.ABANDONED


@given(st.integers(-60, 240), st.integers(0, 240))
def test_goals_once_known_stay_known(minutes: int, later: int) -> None:
    kick_off = ARSENAL.kick_off
    assert kick_off is not None
    now = kick_off + timedelta(minutes=minutes)
    goals = match_at(ARSENAL, now).goals
    assert match_at(ARSENAL, now + timedelta(minutes=later)).goals[: len(goals)] == goals


# A season

SEASON = [
    match("Ajax", "Celtic", "0-0", round="Q3", date="2017-07-27"),
    match("Celtic", "Ajax", "1-0", round="Q3", date="2017-08-03"),
    match("Arsenal", "Köln", "3-1", round="GROUP H", date="2017-09-14"),
    match("Köln", "Arsenal", "1-0", round="GROUP H", date="2017-11-23"),
    FIRST_LEG,
    ARSENAL,
    match("Milan", "Arsenal", "0-2", round="R16", date="2018-03-08"),
    match("Arsenal", "Milan", "3-1", round="R16", date="2018-03-15"),
    match("Arsenal", "CSKA", "4-1", round="QF", date="2018-04-05"),
    match("CSKA", "Arsenal", "2-2", round="QF", date="2018-04-12"),
    match("Marseille", "Atlético", "0-3", round="F", date="2018-05-16"),
]
DRAWS = [draw("R32", "2017-12-11"), draw("R16", "2018-02-23", time="13:00"), draw("QF SF F", "2018-03-16")]


def rounds_at(moment: str, draws: Sequence[DrawDate] = DRAWS) -> list[str]:
    matches = season_at(SEASON, draws, amsterdam(moment))
    return list(dict.fromkeys(match.round.code for match in matches))


def test_a_pairing_is_known_from_its_draw() -> None:
    assert "R32" not in rounds_at("2017-12-11 14:59")
    assert "R32" in rounds_at("2017-12-11 15:00")
    assert "R16" not in rounds_at("2018-02-22 23:30")
    assert "R16" not in rounds_at("2018-02-23 12:59")
    assert "R16" in rounds_at("2018-02-23 13:00")


def test_a_draw_of_several_rounds_gives_away_no_clubs() -> None:
    assert rounds_at("2018-03-17 12:00")[-1] == "QF"
    assert rounds_at("2018-04-12 22:59")[-1] == "QF"
    assert rounds_at("2018-04-12 23:00")[-1] == "F"


def test_qualifying_and_groups_without_a_draw_are_known_twelve_days_before() -> None:
    assert rounds_at("2017-07-15 22:59") == []
    assert rounds_at("2017-07-15 23:00") == ["Q3"]
    assert rounds_at("2017-09-02 22:59") == ["Q3"]
    assert rounds_at("2017-09-02 23:00") == ["Q3", "GROUP H"]


def test_a_qualifying_round_does_not_tell_who_gets_through_the_one_before() -> None:
    season = [
        match("Ajax", "Celtic", "1-0", round="Q2", date="2017-07-20", time="20:00"),
        match("Ajax", "Nice", "2-2", round="Q3", date="2017-07-27", time="20:00"),
    ]
    before = season_at(season, [], amsterdam("2017-07-20 21:54"))
    assert {match.round.code for match in before} == {"Q2"}
    after = season_at(season, [], amsterdam("2017-07-20 21:55"))
    assert {match.round.code for match in after} == {"Q2", "Q3"}


def test_a_match_without_a_day_does_not_keep_its_round_open() -> None:
    """The round of 32 of 2006/07: Braga were through on 22 February, not before and not in June."""
    season = [
        match("CSKA Moskva", "Maccabi Haifa", "0-0", season=2006, leg=1),
        match("Braga", "Parma", "1-0", season=2006, leg=1, date="2007-02-15"),
        match("Maccabi Haifa", "CSKA Moskva", "1-0", season=2006, leg=2, date="2007-02-22"),
        match("Parma", "Braga", "0-1", season=2006, leg=2, date="2007-02-22"),
        match("Braga", "Tottenham", "2-3", season=2006, round="R16", leg=1, date="2007-03-08"),
    ]
    earlier = match("Braga", "Slovan Liberec", "4-0", season=2006, round="GROUP C", date="2006-12-14")
    rounds = {match.round.code for match in season_at([earlier, *season], [], amsterdam("2007-02-20 12:00"))}
    assert rounds == {"GROUP C", "R32"}
    rounds = {match.round.code for match in season_at([earlier, *season], [], amsterdam("2007-02-23 12:00"))}
    assert rounds == {"GROUP C", "R32", "R16"}
    between = season_at(season, [], amsterdam("2007-02-16 12:00"))
    assert between[0].score == Score(0, 0)
    assert season_at(season, [], amsterdam("2007-02-15 22:59"))[0].score is None


def test_when_one_match_of_a_tie_was_called_off_nobody_waits_for_the_other() -> None:
    tie = [
        match(
            "Leipzig", "Spartak", status="cancelled", season=2021, round="R16", leg=1, date="2022-03-10",
            winner="Leipzig", decided_by="walkover",
        ),
        match("Spartak", "Leipzig", status="cancelled", season=2021, round="R16", leg=2, date="2022-03-17"),
    ]  # fmt: skip
    before = season_at(tie, [], amsterdam("2022-03-10 12:00"))
    assert [(match.status, match.winner) for match in before] == [(Status.SCHEDULED, None)] * 2
    between = season_at(tie, [], amsterdam("2022-03-12 12:00"))
    assert [match.status for match in between] == [Status.CANCELLED] * 2
    assert between[0].winner == club("Leipzig")


def test_a_match_of_a_group_that_was_called_off_says_nothing_about_the_other() -> None:
    group = [
        match("Ajax", "Porto", status="cancelled", round="GROUP A", date="2017-09-14"),
        match("Porto", "Ajax", status="cancelled", round="GROUP A", date="2017-11-23"),
    ]
    between = season_at(group, [], amsterdam("2017-10-01 12:00"))
    assert [match.status for match in between] == [Status.CANCELLED, Status.SCHEDULED]


def test_a_knockout_round_without_a_draw_is_known_the_day_after_the_round_before() -> None:
    assert "R32" not in rounds_at("2017-11-23 23:59", [])
    assert "R32" in rounds_at("2017-11-24 00:00", [])


def test_a_draw_of_the_groups_covers_every_group() -> None:
    matches = season_at(SEASON, [draw("GROUP", "2017-08-25", time="13:00")], amsterdam("2017-08-25 12:59"))
    assert {match.round.code for match in matches} == {"Q3"}


def test_a_draw_before_anything_else_of_the_season_counts_by_itself() -> None:
    matches = season_at(SEASON, [draw("Q3", "2017-07-14", time="13:00")], amsterdam("2017-07-14 13:00"))
    assert {match.round.code for match in matches} == {"Q3"}


def test_a_draw_without_a_date_says_nothing() -> None:
    matches = season_at(SEASON, [draw("R32", None)], amsterdam("2017-11-24 00:00"))
    assert "R32" in {match.round.code for match in matches}


def test_the_return_is_known_when_the_first_leg_has_begun() -> None:
    matches = season_at(SEASON, [draw("R32", "2018-03-01")], amsterdam("2018-02-15 20:00"))
    assert [match.status for match in matches if match.round.code == "R32"] == [Status.LIVE, Status.SCHEDULED]


def test_a_match_that_must_have_been_played_is_never_hidden() -> None:
    fixture = match("Ajax", "Porto", round="R16", date="2018-03-08")
    assert season_at([fixture], [draw("R16", "2019-01-01")], amsterdam("2018-03-09 12:00")) == (fixture,)


def test_a_season_without_days_is_known_at_its_end() -> None:
    undated = match("Ajax", "Porto", "1-0", round="QF")
    assert season_at([undated], [], amsterdam("2018-05-01 12:00")) == ()
    assert season_at([undated], [], amsterdam("2018-07-01 12:00")) == (undated,)


def test_a_recorded_winner_is_not_known_before_the_last_match() -> None:
    first = match(
        "Celtic", "Benfica", "3-0", season=1969, date="1969-11-12", winner="Celtic", decided_by="coin toss"
    )
    second = match("Benfica", "Celtic", "3-0", season=1969, date="1969-11-26")
    between = season_at([first, second], [], amsterdam("1969-11-20 12:00"))
    assert [match.winner for match in between] == [None, None]
    after = season_at([first, second], [], amsterdam("1969-11-27 12:00"))
    assert after[0].winner == club("Celtic")


# Draws and how far data run


def test_the_draws_ahead_come_in_order() -> None:
    ahead = draws_ahead([*reversed(DRAWS), draw("F", None)], amsterdam("2018-02-22 23:30"))
    assert [held.rounds[0].code for held in ahead] == ["R16", "QF"]
    assert draws_ahead(DRAWS, amsterdam("2018-03-16 15:00")) == ()


def test_a_draw_of_which_only_the_day_is_known_is_over_at_15() -> None:
    assert draw_over_at(DRAWS[0]) == datetime(2017, 12, 11, 14, tzinfo=UTC)


def test_data_run_until_the_last_result() -> None:
    matches = [*SEASON, match("Ajax", "Porto", date="2018-05-20"), match("Ajax", "Porto", "1-0")]
    assert latest_known_result(matches, amsterdam("2018-02-22 22:30")) == date(2018, 2, 15)
    assert latest_known_result(matches, amsterdam("2019-01-01 12:00")) == date(2018, 5, 16)
    assert latest_known_result([], amsterdam("2019-01-01 12:00")) is None
