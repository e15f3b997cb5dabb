"""Two tellings of one match made into one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.dataset.merging import Disagreement, facts_that_differ, merge
from bot.football.model import Derived, GoalKind, Match, Round, Score, Status
from tests.football.builders import amsterdam, club, goal, match

PLAYED = replace(match("Arsenal", "Östersund", "1-2", ht="0-2", date="2018-02-22"), source="one")
FIXTURE = match("Arsenal", "Östersund", date="2018-02-22", time="21:05")


def from_other(brought: Match, **facts: object) -> Match:
    return replace(brought, source="other", **facts)  # type: ignore[arg-type] # each by its own name


def test_another_score_is_a_conflict_and_the_less_believed_source_is_refused() -> None:
    merged = merge(PLAYED, from_other(PLAYED, full_time=Score(2, 2)), told_wins=False)
    assert merged.match == PLAYED
    assert merged.disagreements == (Disagreement("full time", "1-2", "2-2"),)


def test_the_better_source_is_believed_and_what_was_known_is_recorded() -> None:
    merged = merge(PLAYED, from_other(PLAYED, full_time=Score(2, 2)), told_wins=True)
    assert merged.match.full_time == Score(2, 2)
    assert merged.disagreements == (Disagreement("full time", "2-2", "1-2"),)
    assert merged.match.source == "one + other"


def test_half_time_extra_time_and_shoot_out_go_with_the_score_they_belong_to() -> None:
    kept = match("Ajax", "Porto", "1-1", ht="1-0", aet="2-2", pens="4-3")
    brought = match("Ajax", "Porto", "2-1")
    believed = merge(kept, brought, told_wins=True).match
    assert (believed.full_time, believed.half_time, believed.extra_time, believed.penalties) == (
        Score(2, 1),
        None,
        None,
        None,
    )
    assert merge(brought, kept, told_wins=False).match == brought


def test_sources_add_what_the_other_does_not_say() -> None:
    brought = from_other(PLAYED, half_time=None, venue="Emirates Stadium", matchday=2)
    merged = merge(PLAYED, brought, told_wins=False)
    assert merged.match == replace(PLAYED, venue="Emirates Stadium", matchday=2, source="one + other")
    assert merged.disagreements == ()


def test_a_source_is_named_once_however_often_it_adds_something() -> None:
    kept = replace(PLAYED, source="one + other")
    brought = replace(PLAYED, source="other + third", venue="Emirates Stadium")
    assert merge(kept, brought, told_wins=True).match.source == "one + other + third"


def test_a_telling_that_adds_nothing_is_not_named() -> None:
    assert merge(PLAYED, from_other(PLAYED), told_wins=True).match.source == "one"


def test_another_winner_is_a_conflict_by_name() -> None:
    kept, brought = replace(PLAYED, winner=club("Arsenal")), replace(PLAYED, winner=club("Östersund"))
    merged = merge(kept, brought, told_wins=False)
    assert merged.match.winner == club("Arsenal")
    assert merged.disagreements == (Disagreement("winner", "Arsenal", "Östersund"),)


@pytest.mark.parametrize("status", ["scheduled", "live", "postponed"])
@pytest.mark.parametrize("told_wins", [True, False])
def test_a_fixture_list_never_overwrites_a_result(status: str, told_wins: bool) -> None:  # noqa: FBT001 - a case
    brought = match("Arsenal", "Östersund", date="2018-02-23", status=status)
    assert merge(PLAYED, brought, told_wins=told_wins).match == PLAYED


def test_a_match_under_way_is_not_to_come_any_more() -> None:
    live = match("Arsenal", "Östersund", "0-1", date="2018-02-22", status="live")
    assert merge(live, FIXTURE, told_wins=True).match == live


def test_a_result_takes_the_place_of_a_fixture_whoever_tells_it() -> None:
    merged = merge(FIXTURE, PLAYED, told_wins=False).match
    assert (merged.status, merged.full_time, merged.kick_off) == (
        Status.PLAYED,
        Score(1, 2),
        amsterdam("2018-02-22 21:05"),
    )


def test_scores_of_a_match_under_way_are_no_conflict() -> None:
    live = match("Arsenal", "Östersund", "0-1", status="live")
    merged = merge(live, match("Arsenal", "Östersund", "0-2", status="live"), told_wins=True)
    assert merged.match.full_time == Score(0, 2)
    assert merged.disagreements == ()


def test_a_moved_fixture_moves_when_the_better_source_says_so() -> None:
    moved = match("Arsenal", "Östersund", date="2018-02-28", time="18:00")
    merged = merge(FIXTURE, moved, told_wins=True)
    assert (merged.match.date, merged.match.kick_off) == (moved.date, moved.kick_off)
    assert merged.disagreements == ()
    assert merge(FIXTURE, moved, told_wins=False).match.date == FIXTURE.date


def test_a_better_source_corrects_the_hour() -> None:
    later = replace(FIXTURE, kick_off=amsterdam("2018-02-22 21:30"))
    assert merge(FIXTURE, later, told_wins=True).match.kick_off == later.kick_off
    assert merge(FIXTURE, later, told_wins=False).match.kick_off == FIXTURE.kick_off


def test_a_result_without_a_day_keeps_the_day() -> None:
    dateless = match("Arsenal", "Östersund", "1-2")
    assert merge(FIXTURE, dateless, told_wins=True).match.date == FIXTURE.date
    assert merge(dateless, PLAYED, told_wins=False).match.date == PLAYED.date


def test_a_result_of_another_day_is_a_conflict() -> None:
    brought = match("Arsenal", "Östersund", "1-2", date="2018-02-23")
    merged = merge(PLAYED, brought, told_wins=False)
    assert merged.match.date == PLAYED.date
    assert merged.disagreements == (Disagreement("date", "2018-02-22", "2018-02-23"),)


def test_a_match_said_to_be_cancelled_and_to_be_played_is_a_conflict() -> None:
    cancelled = match("Arsenal", "Östersund", date="2018-02-22", status="cancelled")
    merged = merge(PLAYED, cancelled, told_wins=True)
    assert merged.match.status is Status.CANCELLED
    assert merged.disagreements == (Disagreement("status", "cancelled", "played"),)


def test_an_unbelieved_source_can_say_that_a_postponed_match_was_played_but_not_that_it_is_to_come() -> None:
    postponed = match("Arsenal", "Östersund", date="2018-02-22", status="postponed")
    assert merge(postponed, FIXTURE, told_wins=False).match.status is Status.POSTPONED
    assert merge(postponed, PLAYED, told_wins=False).match.status is Status.PLAYED


def test_an_unbelieved_source_does_not_change_how_a_match_ended() -> None:
    awarded = match("Arsenal", "Östersund", "3-0", status="awarded")
    assert merge(awarded, match("Arsenal", "Östersund", "3-0"), told_wins=False).match == awarded


CONCLUDED = replace(PLAYED, half_time=Score(0, 1), derived=frozenset({Derived.HALF_TIME}))


@pytest.mark.parametrize("told_wins", [True, False])
def test_what_was_concluded_yields_to_what_is_told(told_wins: bool) -> None:  # noqa: FBT001 - a case
    for kept, brought in ((CONCLUDED, PLAYED), (PLAYED, CONCLUDED)):
        merged = merge(kept, brought, told_wins=told_wins)
        assert merged.match.half_time == Score(0, 2)
        assert merged.match.derived == frozenset()
        assert merged.disagreements == ()


def test_a_better_conclusion_stays_a_conclusion() -> None:
    brought = replace(CONCLUDED, half_time=Score(0, 0))
    merged = merge(CONCLUDED, brought, told_wins=True)
    assert merged.match.half_time == Score(0, 0)
    assert merged.match.derived == {Derived.HALF_TIME}
    assert merged.disagreements == ()


def test_saying_again_what_was_concluded_leaves_it_marked() -> None:
    assert merge(CONCLUDED, replace(CONCLUDED, derived=frozenset()), told_wins=True).match == CONCLUDED


GOALLESS = replace(match("Ajax", "Roma", "0-0", date="2005-09-14"), derived=frozenset({Derived.MATCH}))


def test_a_match_that_was_concluded_is_told_once_a_source_tells_more_of_it() -> None:
    assert merge(GOALLESS, match("Ajax", "Roma", "0-0", date="2005-09-14"), told_wins=True).match == GOALLESS
    brought = match("Ajax", "Roma", "0-0", date="2005-09-14", time="20:45")
    assert merge(GOALLESS, brought, told_wins=False).match.derived == frozenset()
    again = replace(GOALLESS, venue="Arena")
    assert merge(GOALLESS, again, told_wins=True).match.derived == {Derived.MATCH}


@pytest.mark.parametrize(
    ("kept", "brought", "told_wins", "merged"),
    [
        ("OTHER ?", "R16", False, "R16"),
        ("R16", "OTHER ?", True, "R16"),
        ("GROUP", "GROUP A", False, "GROUP A"),
        ("GROUP A", "GROUP", True, "GROUP A"),
        ("GROUP A", "GROUP B", True, "GROUP B"),
        ("GROUP A", "GROUP B", False, "GROUP A"),
    ],
)
def test_the_round_that_says_more(kept: str, brought: str, merged: str, told_wins: bool) -> None:  # noqa: FBT001 - a case
    pair = (match("Ajax", "Roma", "1-0", round=kept), match("Ajax", "Roma", "1-0", round=brought))
    assert merge(*pair, told_wins=told_wins).match.round == Round.from_code(merged)


def test_a_told_round_beats_a_concluded_one_and_unmarks_it() -> None:
    concluded = replace(match("Ajax", "Roma", "1-0", round="GROUP 1"), derived=frozenset({Derived.ROUND}))
    brought = match("Ajax", "Roma", "1-0", round="GROUP A")
    assert merge(concluded, brought, told_wins=False).match == brought
    assert merge(brought, concluded, told_wins=True).match == brought


def test_goals_come_from_the_source_believed() -> None:
    kept = replace(PLAYED, goals=(goal("Östersund", 22), goal("Östersund", 24), goal("Arsenal", 47)))
    brought = replace(
        PLAYED, goals=(goal("Östersund", 22, "Aiesh"), goal("Östersund", 24), goal("Arsenal", 47))
    )
    assert merge(PLAYED, brought, told_wins=False).match.goals == brought.goals
    assert merge(kept, brought, told_wins=False).match.goals == kept.goals
    assert merge(kept, brought, told_wins=True).match.goals == brought.goals
    assert merge(kept, PLAYED, told_wins=True).match.goals == kept.goals


def test_whether_own_goals_are_marked_is_up_to_the_source_of_the_goals() -> None:
    unmarked = frozenset({GoalKind.OWN_GOAL})
    kept = replace(PLAYED, goals=(goal("Arsenal", 47, "Kolašinac"),), unmarked=unmarked)
    brought = from_other(kept, goals=(goal("Arsenal", 47, "Sead Kolašinac"),), unmarked=frozenset())
    assert merge(kept, brought, told_wins=True).match.unmarked == frozenset()
    assert merge(kept, brought, told_wins=False).match.unmarked == unmarked
    assert merge(kept, replace(brought, goals=kept.goals), told_wins=True).match.unmarked == unmarked


def test_goals_that_add_up_are_kept_where_the_others_do_not() -> None:
    whole = replace(PLAYED, goals=(goal("Östersund", 22), goal("Östersund", 24), goal("Arsenal", 47)))
    part = replace(PLAYED, goals=(goal("Arsenal", 47, "Kolašinac"),))
    assert merge(whole, part, told_wins=True).match.goals == whole.goals
    assert merge(part, whole, told_wins=False).match.goals == whole.goals


def test_a_goal_taken_back_from_a_match_under_way_takes_goals_along_that_no_longer_add_up() -> None:
    kept = replace(
        match("Arsenal", "Östersund", "0-2", status="live"),
        goals=(goal("Östersund", 22, "Aiesh"), goal("Östersund", 24, "Sema")),
    )
    brought = match("Arsenal", "Östersund", "0-1", status="live")
    assert merge(kept, brought, told_wins=True).match.goals == ()
    assert merge(kept, replace(brought, full_time=Score(0, 2)), told_wins=True).match.goals == kept.goals


def test_the_first_end_that_was_seen_is_the_end_and_the_last_look_the_last() -> None:
    first, later = amsterdam("2018-02-22 22:53"), amsterdam("2018-02-22 23:05")
    kept = replace(PLAYED, ended_at=first, seen_at=first)
    merged = merge(kept, replace(PLAYED, ended_at=later, seen_at=later), told_wins=True).match
    assert (merged.ended_at, merged.seen_at) == (first, later)
    assert merge(PLAYED, kept, told_wins=True).match.ended_at == first


def test_goals_without_a_score_stay() -> None:
    kept = match("Ajax", "Roma", status="live", goals=[goal("Ajax", 3)])
    brought = match("Ajax", "Roma", status="live", goals=[goal("Ajax", 3, "Litmanen")])
    assert merge(kept, brought, told_wins=True).match.goals == brought.goals


def test_the_source_is_no_fact_of_the_match() -> None:
    assert facts_that_differ(PLAYED, replace(PLAYED, source="other")) == ()
    assert facts_that_differ(PLAYED, replace(PLAYED, matchday=3, venue="Wembley")) == ("matchday", "venue")


_scores = st.none() | st.builds(Score, st.integers(0, 3), st.integers(0, 3))
_tellings = st.builds(
    replace,
    st.just(match("Ajax", "Roma")),
    status=st.sampled_from(Status),
    round=st.sampled_from([Round.from_code(code) for code in ("GROUP", "GROUP A", "GROUP B", "OTHER ?")]),
    full_time=_scores,
    half_time=_scores,
    extra_time=_scores,
    penalties=_scores,
    date=st.sampled_from([None, PLAYED.date, FIXTURE.date]),
    winner=st.sampled_from([None, club("Ajax"), club("Roma")]),
    goals=st.lists(st.just(goal("Ajax", 3)), max_size=3).map(tuple),
    derived=st.frozensets(st.sampled_from(Derived)),
    source=st.sampled_from(["", "one", "other"]),
)


@given(_tellings, _tellings, st.booleans())
def test_told_twice_is_told_once(kept: Match, brought: Match, told_wins: bool) -> None:  # noqa: FBT001 - a case
    # As when saved: a first result is believed whoever tells it.
    wins = told_wins or (brought.has_result and not kept.has_result)
    once = merge(kept, brought, told_wins=wins).match
    assert merge(once, brought, told_wins=wins).match == once
