"""A match of which all is known, as it stood at a moment of its evening."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.football.events.observations import Observation, Phase
from bot.football.model import Match, Score, Status
from bot.local.under_way import observation_at
from tests.football.builders import amsterdam, goal, match

ARSENAL_OSTERSUND = match(
    "Arsenal",
    "Östersund",
    "1-2",
    ht="0-2",
    date="2018-02-22",
    time="21:05",
    goals=[goal("Östersund", 22), goal("Östersund", 24), goal("Arsenal", 47)],
)
JUVENTUS_PORTO = match(
    "Juventus",
    "Porto",
    "2-1",
    ht="0-1",
    aet="3-2",
    date="2021-03-09",
    time="21:00",
    goals=[
        goal("Porto", 19, kind="penalty"),
        goal("Juventus", 49),
        goal("Juventus", 63),
        goal("Porto", 115),
        goal("Juventus", 117),
    ],
)
CHELSEA = match(
    "Bayern",
    "Chelsea",
    "1-1",
    aet="1-1",
    pens="3-4",
    round="F",
    date="2012-05-19",
    time="20:45",
    goals=[goal("Bayern", 83), goal("Chelsea", 88)],
)


def after(of: Match, minutes: int) -> Observation:
    assert of.kick_off
    return observation_at(of, of.kick_off + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("minutes", "phase", "minute", "score"),
    [
        (0, Phase.FIRST_HALF, 1, "0-0"),
        (22, Phase.FIRST_HALF, 23, "0-1"),
        (46, Phase.FIRST_HALF, 45, "0-2"),
        (47, Phase.HALF_TIME, None, "0-2"),
        (62, Phase.SECOND_HALF, 46, "0-2"),
        (64, Phase.SECOND_HALF, 48, "1-2"),
        (109, Phase.SECOND_HALF, 90, "1-2"),
    ],
)
def test_a_match_goes_through_its_halves(minutes: int, phase: Phase, minute: int | None, score: str) -> None:
    observation = after(ARSENAL_OSTERSUND, minutes)
    assert (observation.phase, observation.minute, observation.match.full_time) == (
        phase,
        minute,
        Score.from_text(score),
    )
    assert observation.match.status is Status.LIVE


def test_it_is_over_when_the_whistle_has_gone() -> None:
    assert after(ARSENAL_OSTERSUND, 110).match == ARSENAL_OSTERSUND
    assert after(ARSENAL_OSTERSUND, 110).phase is None


def test_before_the_kick_off_it_is_scheduled() -> None:
    assert after(ARSENAL_OSTERSUND, -1).match.status is Status.SCHEDULED


def test_a_match_without_a_kick_off_ends_with_its_day() -> None:
    played = match("Arsenal", "Östersund", "1-2", date="2018-02-22")
    assert observation_at(played, amsterdam("2018-02-22 22:00")).match.status is Status.SCHEDULED
    assert observation_at(played, amsterdam("2018-02-22 23:30")).match == played


@pytest.mark.parametrize(
    ("minutes", "phase", "minute", "score"),
    [
        (110, Phase.NINETY_OVER, None, None),
        (112, Phase.EXTRA_TIME, 91, "2-1"),
        (127, Phase.EXTRA_TIME, 105, "2-1"),
        (129, Phase.EXTRA_TIME, 106, "2-1"),
        (139, Phase.EXTRA_TIME, 116, "2-2"),
        (145, Phase.EXTRA_TIME, 120, "3-2"),
    ],
)
def test_extra_time_adds_to_the_ninety_minutes(
    minutes: int, phase: Phase, minute: int | None, score: str | None
) -> None:
    observation = after(JUVENTUS_PORTO, minutes)
    assert (observation.phase, observation.minute, observation.match.full_time) == (
        phase,
        minute,
        Score(2, 1),
    )
    assert observation.match.extra_time == (None if score is None else Score.from_text(score))


def test_after_extra_time_it_is_over() -> None:
    assert after(JUVENTUS_PORTO, 146).match == JUVENTUS_PORTO


def test_the_score_of_a_shoot_out_comes_with_its_end() -> None:
    taking = after(CHELSEA, 150)
    assert (taking.phase, taking.match.extra_time, taking.match.penalties) == (
        Phase.SHOOT_OUT,
        Score(1, 1),
        None,
    )
    assert after(CHELSEA, 161).match == CHELSEA


def test_penalties_can_follow_ninety_minutes() -> None:
    straight = match("A", "B", "0-0", pens="4-3", date="2020-08-12", time="21:00")
    assert after(straight, 111).phase is Phase.SHOOT_OUT
    assert after(straight, 125).match == straight


def test_a_goal_deep_in_stoppage_time_is_seen_before_the_whistle() -> None:
    late = match(
        "PSG", "Barcelona", "0-1", date="2017-03-08", time="20:45", goals=[goal("Barcelona", 90, stoppage=5)]
    )
    assert after(late, 112).phase is Phase.SECOND_HALF
    assert after(late, 112).match.full_time == Score(0, 1)
    assert after(late, 113).match == late


def test_every_goal_of_the_ninety_minutes_counts_in_extra_time() -> None:
    late = match(
        "A",
        "B",
        "1-0",
        aet="1-0",
        date="2023-05-18",
        time="21:00",
        goals=[goal("A", 90, stoppage=8)],
    )
    assert after(late, 112).match.extra_time == Score(1, 0)


def test_without_minutes_there_is_no_score_before_the_end() -> None:
    unknown = match("A", "B", "1-0", date="2018-02-22", time="19:00", goals=[goal("A")])
    assert after(unknown, 70).match.full_time is None
    assert after(unknown, 110).match == unknown
