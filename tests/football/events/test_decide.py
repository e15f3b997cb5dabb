"""What to believe after a look, and what happened since the last one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.events.decide import BELIEVED_AFTER, decide
from bot.football.events.events import (
    GoalDetailed,
    GoalDisallowed,
    GoalScored,
    KickedOff,
    KickOffMoved,
    KickTaken,
    MatchAwarded,
    MatchCalledOff,
    MatchEnded,
    MatchEvent,
    PhaseBegan,
    PlayerSentOff,
    ResultCorrected,
)
from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.events.states import MatchState, match_key, shows_more
from bot.football.model import Goal
from tests.football.builders import amsterdam, club, goal, match

KICK_OFF = amsterdam("2018-02-22 21:05")
LATE = amsterdam("2018-02-22 22:55")
AIESH, SEMA = goal("Östersund", 22, "Hosam Aiesh"), goal("Östersund", 24, "Ken Sema")
KOLASINAC = goal("Arsenal", 47, "Sead Kolašinac")


def look(
    score: str | None = None,
    *goals: Goal,
    status: str | None = None,
    phase: Phase | None = None,
    minute: int | None = None,
    aet: str | None = None,
    pens: str | None = None,
    time: str = "21:05",
) -> Observation:
    """Arsenal – Östersund as a source shows it; under way when it has a score."""
    status = status or ("live" if score else "scheduled")
    shown = match(
        "Arsenal",
        "Östersund",
        score,
        leg=2,
        date="2018-02-22",
        time=time,
        goals=goals,
        status=status,
        aet=aet,
        pens=pens,
    )
    return Observation(shown, phase, minute)


def watch(
    *looks: Observation, every: timedelta = timedelta(seconds=30), begin: datetime = KICK_OFF
) -> tuple[MatchState, list[MatchEvent]]:
    """What is believed after these looks, and all that happened."""
    states: dict[str, MatchState] = {}
    events: list[MatchEvent] = []
    now = begin
    for observation in looks:
        decision = decide([observation], states, now)
        states |= decision.states
        events += decision.events
        now += every
    (state,) = states.values()
    return state, events


def scores(events: Iterable[MatchEvent]) -> list[str]:
    """1-2 for a goal, !1-1 for one that was taken back."""
    found = []
    for event in events:
        match event:
            case GoalScored():
                found.append(str(event.score))
            case GoalDisallowed():
                found.append(f"!{event.score}")
            case _:
                pass
    return found


def test_a_first_look_tells_of_nothing_for_what_it_shows_may_be_old() -> None:
    assert watch(look("0-2", AIESH, SEMA))[1] == []


def test_a_match_begins_and_goals_fall() -> None:
    _, events = watch(look(), look("0-0"), look("0-1", AIESH), look("0-2", AIESH, SEMA))
    assert isinstance(events[0], KickedOff)
    assert scores(events) == ["0-1", "0-2"]
    assert [event.goal for event in events if isinstance(event, GoalScored)] == [AIESH, SEMA]


def test_goals_of_both_clubs_in_one_look_are_told_in_their_order() -> None:
    _, events = watch(look("0-1", AIESH), look("1-2", AIESH, SEMA, KOLASINAC))
    assert scores(events) == ["0-2", "1-2"]


def test_a_goal_of_which_the_scorer_is_not_told_yet_is_told_and_then_filled_in() -> None:
    _, events = watch(look("0-0"), look("0-1"), look("0-1", AIESH))
    scored, detailed = events
    assert isinstance(scored, GoalScored)
    assert isinstance(detailed, GoalDetailed)
    assert scored.goal.scorer is None
    assert detailed.goal == AIESH
    assert detailed.key == scored.key
    assert str(detailed.score) == "0-1"


def test_a_goal_that_gets_another_scorer_is_filled_in_again() -> None:
    _, events = watch(look("1-0", goal("Arsenal", 12, "Welbeck")), look("1-0", goal("Arsenal", 12, "Elneny")))
    assert [event.goal.scorer for event in events if isinstance(event, GoalDetailed)] == ["Elneny"]


def test_two_goals_of_nobody_are_two_goals() -> None:
    assert scores(watch(look("0-0"), look("2-1"))[1]) == ["1-0", "2-0", "2-1"]


def test_the_same_look_twice_tells_nothing_twice() -> None:
    assert scores(watch(look("0-0"), look("0-1", AIESH), look("0-1", AIESH))[1]) == ["0-1"]


def test_a_look_that_goes_back_a_step_is_not_believed_at_once() -> None:
    _, events = watch(look("0-1", AIESH), look("0-0"), look("0-1", AIESH), look("0-0"), look("0-1", AIESH))
    assert events == []


def test_a_goal_that_stays_away_was_disallowed() -> None:
    state, events = watch(look("0-1", AIESH), *[look("0-0")] * 3)
    (event,) = events
    assert isinstance(event, GoalDisallowed)
    assert event.club == club("Östersund")
    assert str(event.score) == "0-0"
    assert state.taken_back == 1


def test_after_a_disallowed_goal_the_next_one_is_another() -> None:
    looks = (look("0-0"), look("1-0", KOLASINAC), *[look("0-0")] * 3, look("1-0", KOLASINAC))
    _, events = watch(*looks)
    assert scores(events) == ["1-0", "!0-0", "1-0"]
    assert len({event.key for event in events}) == len(events)


def test_a_home_goal_given_to_the_visitors_after_all_is_told_as_both() -> None:
    assert scores(watch(look("1-0", KOLASINAC), *[look("0-1", AIESH)] * 3)[1]) == ["!0-0", "0-1"]


def test_a_look_missed_hides_no_goal() -> None:
    assert scores(watch(look("0-0"), look("1-2", AIESH, SEMA, KOLASINAC))[1]) == ["0-1", "0-2", "1-2"]


def test_half_time_extra_time_and_the_shoot_out_begin_once() -> None:
    looks = [
        look("0-0", phase=phase)
        for phase in (
            Phase.FIRST_HALF,
            Phase.HALF_TIME,
            Phase.HALF_TIME,
            Phase.SECOND_HALF,
            Phase.NINETY_OVER,
            Phase.EXTRA_TIME,
            Phase.SHOOT_OUT,
        )
    ]
    events = watch(*looks)[1]
    assert [event.phase for event in events if isinstance(event, PhaseBegan)] == [
        Phase.HALF_TIME,
        Phase.NINETY_OVER,
        Phase.EXTRA_TIME,
        Phase.SHOOT_OUT,
    ]


def test_a_phase_that_goes_back_is_not_believed_at_once() -> None:
    assert watch(look("0-0", phase=Phase.SECOND_HALF), look("0-0", phase=Phase.HALF_TIME))[1] == []


def test_the_kicks_of_a_shoot_out_are_told_one_by_one() -> None:
    before = look("1-0", aet="1-0", phase=Phase.SHOOT_OUT)
    first, second = Kick(club("Arsenal"), scored=True), Kick(club("Östersund"), scored=False)
    third = Kick(club("Östersund"), scored=True)
    looks = (before, replace(before, kicks=(first,)), replace(before, kicks=(first, second, third)))
    kicks = [event for event in watch(*looks)[1] if isinstance(event, KickTaken)]
    assert [(str(event.score), event.kick.scored) for event in kicks] == [
        ("1-0", True),
        ("1-0", False),
        ("1-1", True),
    ]
    assert watch(looks[1], looks[0])[1] == []


def test_a_red_card_is_told_once() -> None:
    card = RedCard(club("Arsenal"), "Lloyd Kelly", 48)
    sent_off = replace(look("0-0"), red_cards=(card,))
    (event,) = watch(look("0-0"), sent_off, sent_off)[1]
    assert isinstance(event, PlayerSentOff)
    assert event.card == card


def test_a_match_ends_once_and_stays_over() -> None:
    over = look("1-2", AIESH, SEMA, KOLASINAC, status="played")
    under_way = look("1-2", AIESH, SEMA, KOLASINAC)
    _, events = watch(under_way, over, under_way, under_way, over, under_way, over, begin=LATE)
    assert [type(event) for event in events] == [MatchEnded]


def test_a_result_that_becomes_another_is_corrected_openly() -> None:
    over = look("1-2", AIESH, SEMA, KOLASINAC, status="played")
    _, events = watch(over, *[look("1-1", AIESH, KOLASINAC, status="played")] * 3, begin=LATE)
    (event,) = events
    assert isinstance(event, ResultCorrected)
    assert str(event.before) == "1-2"
    assert str(event.match.score) == "1-1"


def test_a_kick_off_that_moves_is_told() -> None:
    (event,) = watch(look(), look(time="21:45"), look(time="21:45"))[1]
    assert isinstance(event, KickOffMoved)
    assert event.before == KICK_OFF


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_a_match_that_is_called_off_is_told(status: str) -> None:
    (event,) = watch(look(), look(status=status), look(status=status))[1]
    assert isinstance(event, MatchCalledOff)


def test_a_match_that_is_abandoned_is_told_once_it_is_sure() -> None:
    (event,) = watch(look("0-1", AIESH), look("0-1", AIESH, status="abandoned"))[1]
    assert isinstance(event, MatchCalledOff)


def test_a_match_under_way_that_seems_not_to_have_begun_is_doubted() -> None:
    assert watch(look("0-0"), look())[1] == []


def test_an_awarded_match_is_told_once() -> None:
    awarded = look("3-0", status="awarded")
    (event,) = watch(look("0-0"), awarded, awarded)[1]
    assert isinstance(event, MatchAwarded)


def test_the_minute_alone_is_nothing_to_see() -> None:
    before = look("0-1", AIESH, phase=Phase.FIRST_HALF, minute=23)
    assert not shows_more(before, replace(before, minute=24))
    assert shows_more(before, replace(before, phase=Phase.HALF_TIME))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=40), st.integers(1, 60))
def test_what_was_told_always_adds_up_to_what_is_believed(looks: list[tuple[int, int]], pause: int) -> None:
    shown = [look("0-0"), *(look(f"{home}-{away}") for home, away in looks)]
    state, events = watch(*shown, every=timedelta(seconds=pause))
    running: str = "0-0"
    for event in events:
        if isinstance(event, GoalScored | GoalDisallowed):
            running = str(event.score)
    assert running == str(state.observation.match.score)
    assert len({event.key for event in events}) == len(events)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=30))
def test_a_source_that_lags_within_its_cache_never_takes_a_goal_back(lags: list[int]) -> None:
    """Goals fall one by one; each look shows the state of some looks ago, never for longer than a cache."""
    shown = [max(0, moment - lag) for moment, lag in enumerate(lags)]
    looks = [look("0-0"), *(look(f"{goals}-0") for goals in shown)]
    _, events = watch(*looks, every=BELIEVED_AFTER / 5)
    assert not any(isinstance(event, GoalDisallowed) for event in events)


def test_matches_of_one_look_are_decided_each_for_itself() -> None:
    milan = Observation(match("Milan", "Ludogorets", "1-0", date="2018-02-22", status="live"))
    believed = {match_key(look().match): MatchState(look("0-0"), KICK_OFF)}
    decision = decide([look("0-1", AIESH), milan], believed, KICK_OFF)
    assert scores(decision.events) == ["0-1"]
    assert decision.states[match_key(milan.match)] == MatchState(milan, KICK_OFF)
