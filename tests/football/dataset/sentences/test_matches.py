"""What must be true of every single match, with one that keeps to it and one that doesn't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.dataset.sentences import matches as of
from tests.football.builders import goal, match

OSTERSUND_GOALS = (
    goal("Östersund", 22, "Hosam Aiesh"),
    goal("Östersund", 24, "Ken Sema"),
    goal("Arsenal", 47, "Sead Kolašinac"),
)


def test_nobody_meets_itself() -> None:
    assert of.nobody_meets_itself(match("Arsenal", "Östersund", "1-2")) is None
    assert of.nobody_meets_itself(match("Arsenal", "Arsenal", "1-2")) == "Arsenal is both clubs"


def test_the_goals_add_up_to_the_score() -> None:
    assert of.goals_add_up(match("Arsenal", "Östersund", "1-2", goals=OSTERSUND_GOALS)) is None
    wrong = match("Arsenal", "Östersund", "2-1", goals=OSTERSUND_GOALS)
    assert of.goals_add_up(wrong) == "goals for 1-2, score 2-1"


def test_scorers_may_be_unknown_but_there_are_never_too_many() -> None:
    assert of.goals_add_up(match("Arsenal", "Östersund", "1-2")) is None
    assert of.goals_add_up(match("Arsenal", "Östersund", "1-2", goals=OSTERSUND_GOALS[1:])) is None
    assert of.goals_add_up(match("Arsenal", "Östersund", "0-2", goals=OSTERSUND_GOALS[2:])) is not None


def test_goals_of_extra_time_belong_to_the_score_and_a_shoot_out_does_not() -> None:
    goals = [goal("Real Madrid", 51, "Casemiro"), goal("Real Madrid", 104), goal("Bayern", 53)]
    played = match("Real Madrid", "Bayern", "1-1", aet="2-1", pens="4-3", goals=goals)
    assert of.goals_add_up(played) is None


def test_of_an_awarded_match_the_goals_stay_as_they_fell() -> None:
    goals = [goal("Leeds", 18), goal("Stuttgart", 33)]
    assert of.goals_add_up(match("Leeds", "Stuttgart", "3-0", status="awarded", goals=goals)) is None


def test_only_the_two_clubs_can_score() -> None:
    stranger = match("Arsenal", "Östersund", "1-2", goals=[goal("Milan", 3)])
    assert of.goals_add_up(stranger) == "a goal for Milan, who did not play"


def test_goals_without_a_score_do_not_add_up() -> None:
    unknown = match("Arsenal", "Östersund", goals=OSTERSUND_GOALS)
    assert of.goals_add_up(unknown) == "goals for 1-2, but no score"


def test_half_time_never_exceeds_full_time() -> None:
    assert of.half_time_within_full_time(match("Arsenal", "Östersund", "1-2", ht="0-2")) is None
    assert of.half_time_within_full_time(match("Arsenal", "Östersund", "1-2")) is None
    assert of.half_time_within_full_time(match("Arsenal", "Östersund")) is None
    wrong = match("Arsenal", "Östersund", "1-2", ht="2-0")
    assert of.half_time_within_full_time(wrong) == "2-0 at half-time, 1-2 at the end"


def test_half_time_never_exceeds_the_score_after_extra_time_where_only_that_is_known() -> None:
    assert of.half_time_within_full_time(match("Salzburg", "Marseille", aet="2-1", ht="0-0")) is None
    assert of.half_time_within_full_time(match("Salzburg", "Marseille", aet="2-1", ht="3-0")) is not None


def test_half_time_of_an_awarded_match_is_that_of_the_pitch() -> None:
    awarded = match("Leeds", "Stuttgart", "3-0", ht="1-1", status="awarded")
    assert of.half_time_within_full_time(awarded) is None


def test_full_time_never_exceeds_the_score_after_extra_time() -> None:
    assert of.full_time_within_extra_time(match("Salzburg", "Marseille", "2-0", aet="2-1")) is None
    assert of.full_time_within_extra_time(match("Salzburg", "Marseille", aet="2-1")) is None
    assert of.full_time_within_extra_time(match("Arsenal", "Östersund", "1-2")) is None
    wrong = match("Salzburg", "Marseille", "2-0", aet="0-1")
    assert of.full_time_within_extra_time(wrong) == "2-0 after 90 minutes, 0-1 after extra time"


def test_a_shoot_out_has_a_winner() -> None:
    final = match("Sevilla", "Benfica", "0-0", season=2013, round="F", aet="0-0", pens="4-2")
    assert of.shoot_out_has_a_winner(final) is None
    assert of.shoot_out_has_a_winner(match("Sevilla", "Benfica", "0-0")) is None
    level = match("Sevilla", "Benfica", "0-0", aet="0-0", pens="4-4")
    assert of.shoot_out_has_a_winner(level) == "a shoot-out of 4-4"


def test_a_shoot_out_under_way_may_be_level() -> None:
    going_on = match("Sevilla", "Benfica", "0-0", aet="0-0", pens="1-1", status="live")
    assert of.shoot_out_has_a_winner(going_on) is None


@pytest.mark.parametrize("day", ["2019-06-25", "2020-08-21", None])
def test_qualifying_in_june_and_august_2020_are_in_the_season(day: str | None) -> None:
    assert of.in_its_season(match("Sevilla", "Inter", "3-2", season=2019, date=day)) is None


@pytest.mark.parametrize("day", ["2017-05-24", "2018-09-20"])
def test_no_match_is_dated_outside_its_season(day: str) -> None:
    assert of.in_its_season(match("Arsenal", "Östersund", "1-2", date=day)) == f"played on {day}"


def test_another_competition_may_go_by_the_calendar_year() -> None:
    played = match("Boca Juniors", "Palmeiras", "2-0", competition="Copa Libertadores", date="2017-02-01")
    assert of.in_its_season(played) is None


def test_a_match_has_a_score_when_it_was_played() -> None:
    assert of.a_score_where_played(match("Arsenal", "Östersund", "1-2")) is None
    assert of.a_score_where_played(match("Arsenal", "Östersund")) is None
    unscored = match("Arsenal", "Östersund", status="played")
    assert of.a_score_where_played(unscored) == "played, but without a score"
    early = match("Arsenal", "Östersund", "1-2", status="scheduled")
    assert of.a_score_where_played(early) == "scheduled, but with a score of 1-2"


def test_goals_minutes_are_in_order() -> None:
    assert of.minutes_in_order(match("Arsenal", "Östersund", "1-2", goals=OSTERSUND_GOALS)) is None
    turned = match("Arsenal", "Östersund", "1-2", goals=OSTERSUND_GOALS[::-1])
    assert of.minutes_in_order(turned) == "24 after 47"


def test_a_goal_without_a_minute_disturbs_no_order() -> None:
    goals = (OSTERSUND_GOALS[0], goal("Östersund"), OSTERSUND_GOALS[2])
    assert of.minutes_in_order(match("Arsenal", "Östersund", "1-2", goals=goals)) is None


def test_stoppage_comes_before_the_second_half() -> None:
    goals = [goal("Arsenal", 45, stoppage=2), goal("Östersund", 46)]
    assert of.minutes_in_order(match("Arsenal", "Östersund", "1-1", goals=goals)) is None


def test_stoppage_is_compared_only_where_both_goals_have_it() -> None:
    first, second = goal("Arsenal", 90, stoppage=4), goal("Östersund", 90, stoppage=1)
    wrong = match("Arsenal", "Östersund", "1-1", goals=[first, second])
    assert of.minutes_in_order(wrong) == "90+1 after 90+4"
    left_out = match("Arsenal", "Östersund", "1-1", goals=[first, goal("Östersund", 90)])
    assert of.minutes_in_order(left_out) is None


def test_goals_fall_within_the_match() -> None:
    within = [goal("Arsenal", 1), goal("Arsenal"), goal("Arsenal", 90, stoppage=5)]
    assert of.minutes_within_the_match(match("Arsenal", "Östersund", "3-0", goals=within)) is None
    late = match("Salzburg", "Marseille", "1-0", goals=[goal("Salzburg", 116)])
    assert of.minutes_within_the_match(late) == "a goal in minute 116 of 90"
    early = match("Salzburg", "Marseille", "1-0", goals=[goal("Salzburg", 0)])
    assert of.minutes_within_the_match(early) == "a goal in minute 0 of 90"


def test_with_extra_time_a_match_has_120_minutes() -> None:
    goals = [goal("Marseille", 116)]
    assert of.minutes_within_the_match(match("Salzburg", "Marseille", "0-0", aet="0-1", goals=goals)) is None


def test_half_time_follows_from_the_goals() -> None:
    played = match("Arsenal", "Östersund", "1-2", ht="0-2", goals=OSTERSUND_GOALS)
    assert of.half_time_follows_from_goals(played) is None
    wrong = match("Arsenal", "Östersund", "1-2", ht="0-1", goals=OSTERSUND_GOALS)
    assert of.half_time_follows_from_goals(wrong) == "goals for 0-2 by then, half-time 0-1"


def test_stoppage_of_the_first_half_is_before_half_time() -> None:
    goals = [goal("Arsenal", 45, stoppage=2)]
    played = match("Arsenal", "Östersund", "1-0", ht="1-0", goals=goals)
    assert of.half_time_follows_from_goals(played) is None


def test_half_time_is_not_judged_where_goals_or_minutes_are_unknown() -> None:
    unknown = match("Arsenal", "Östersund", "1-2", ht="0-1", goals=OSTERSUND_GOALS[1:])
    assert of.half_time_follows_from_goals(unknown) is None
    timeless = match("Arsenal", "Östersund", "1-0", ht="1-0", goals=[goal("Arsenal")])
    assert of.half_time_follows_from_goals(timeless) is None


@given(st.lists(st.sampled_from(["Arsenal", "Östersund"])), st.integers(0, 20))
def test_goals_that_were_counted_add_up_and_so_do_any_of_them(scored: list[str], counted: int) -> None:
    score = f"{scored.count('Arsenal')}-{scored.count('Östersund')}"
    goals = [goal(by) for by in scored]
    assert of.goals_add_up(match("Arsenal", "Östersund", score, goals=goals[:counted])) is None
    one_more = match("Arsenal", "Östersund", score, goals=[*goals, goal("Arsenal")])
    assert of.goals_add_up(one_more) is not None
