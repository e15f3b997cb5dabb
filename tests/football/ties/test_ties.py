"""Ties put together from loose matches."""

from __future__ import annotations

from bot.football.model import Leg
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import outcome
from bot.football.ties.ties import ties_of, with_legs
from tests.football.builders import club, match

HOME = match("Östersund", "Arsenal", "0-3", date="2018-02-15")
AWAY = match("Arsenal", "Östersund", "1-2", date="2018-02-22")


def test_two_matches_of_a_round_are_one_tie_in_the_order_of_their_days() -> None:
    (tie,) = ties_of([AWAY, HOME])
    assert tie.clubs == (club("Östersund"), club("Arsenal"))
    assert tie.matches == (HOME, AWAY)


def test_the_leg_beats_the_order_of_days() -> None:
    early = match("Arsenal", "Östersund", "1-2", date="2018-02-15", leg=2)
    late = match("Östersund", "Arsenal", "0-3", date="2018-02-22", leg=1)
    (tie,) = ties_of([early, late])
    assert tie.matches == (late, early)
    assert tie.club_a == club("Östersund")


def test_without_days_the_order_given_stands() -> None:
    first, other = match("Ajax", "Porto", "1-0"), match("Porto", "Ajax", "1-0", date="1990-03-01")
    (tie,) = ties_of([first, other])
    assert tie.matches == (first, other)


def test_of_a_tie_known_by_its_second_leg_the_visitors_were_at_home_first() -> None:
    (tie,) = ties_of([match("Arsenal", "Östersund", "1-2", leg=2)])
    assert tie.club_a == club("Östersund")


def test_a_third_match_is_the_replay() -> None:
    (tie,) = ties_of(
        [
            match("Ajax", "Benfica", "3-0", competition="CL", season=1968, round="QF", date="1969-03-05"),
            match("Ajax", "Benfica", "1-3", competition="CL", season=1968, round="QF", date="1969-02-12"),
            match("Benfica", "Ajax", "1-3", competition="CL", season=1968, round="QF", date="1969-02-19"),
        ]
    )
    assert [str(played.score) for played in tie.matches] == ["1-3", "1-3", "3-0"]
    assert [str(replay.score) for replay in legs_of(tie).replays] == ["3-0"]


def test_an_abandoned_match_stands_beside_the_one_played_for_it() -> None:
    (tie,) = ties_of(
        [
            match("Ajax", "Porto", "1-0", date="1990-03-01", status="abandoned"),
            match("Porto", "Ajax", "0-0", date="1990-03-15"),
            match("Ajax", "Porto", "2-0", date="1990-03-08"),
        ]
    )
    assert [str(played.score) for played in tie.matches] == ["1-0", "2-0", "0-0"]
    legs = legs_of(tie)
    assert legs.first is tie.matches[1]
    assert legs.second is tie.matches[2]
    assert not legs.replays


def test_the_same_clubs_in_two_rounds_have_two_ties_in_order() -> None:
    final = match("Ajax", "Porto", "1-0", round="F", date="2018-05-16")
    early = match("Porto", "Ajax", "1-0", round="Q1", date="2017-07-01")
    assert [tie.round.code for tie in ties_of([final, early])] == ["Q1", "F"]


def test_table_rounds_have_no_ties() -> None:
    assert (
        ties_of([match("Ajax", "Porto", "1-0", round="GROUP A"), match("Ajax", "Inter", round="LEAGUE")])
        == ()
    )


def test_ties_of_a_round_come_by_their_first_day() -> None:
    later = match("Ajax", "Porto", "1-0", date="2018-02-16")
    undated = match("Celtic", "Zenit", "1-0")
    assert [tie.club_a.name for tie in ties_of([undated, later, HOME])] == ["Östersund", "Ajax", "Celtic"]


# Legs that nobody said


def test_two_matches_become_first_and_second_leg() -> None:
    assert [filled.leg for filled in with_legs([AWAY, HOME])] == [Leg.SECOND, Leg.FIRST]


def test_what_has_its_leg_already_stays_the_same() -> None:
    first = match("Ajax", "Porto", "1-0", leg=1)
    group = match("Ajax", "Inter", "1-0", round="GROUP A")
    assert with_legs([first, group])[0] is first
    assert with_legs([first, group])[1] is group


def test_a_lone_match_in_a_running_round_is_a_first_leg() -> None:
    lone = match("Napoli", "Leipzig", "1-3", date="2018-02-15")
    filled = with_legs([HOME, AWAY, lone])[2]
    assert filled.leg is Leg.FIRST
    (tie,) = ties_of([filled])
    assert outcome(tie) is None


def test_a_lone_match_on_the_days_of_the_second_legs_is_one() -> None:
    lone = match("Leipzig", "Napoli", "0-2", date="2018-02-22")
    assert with_legs([HOME, AWAY, lone])[2].leg is Leg.SECOND


def test_a_lone_match_without_a_day_is_a_first_leg() -> None:
    assert with_legs([HOME, AWAY, match("Napoli", "Leipzig", "1-3")])[2].leg is Leg.FIRST


def test_a_lone_match_beside_ties_without_days_is_a_first_leg() -> None:
    others = [match("Ajax", "Porto", "1-0", leg=1), match("Porto", "Ajax", "1-0", leg=2)]
    lone = match("Napoli", "Leipzig", "1-3", date="2018-02-15")
    assert with_legs([*others, lone])[2].leg is Leg.FIRST


def test_sevilla_and_inter_played_single_matches_in_the_summer_of_2020() -> None:
    matches = [
        match("Basel", "Frankfurt", "1-0", season=2019, round="R16", date="2020-08-06", leg=2),
        match("Frankfurt", "Basel", "0-3", season=2019, round="R16", date="2020-03-12", leg=1),
        match("Sevilla", "Roma", "2-0", season=2019, round="R16", date="2020-08-06"),
    ]
    filled = with_legs(matches)[2]
    assert filled.leg is None
    assert outcome(ties_of([filled])[0]) is not None


def test_a_round_of_lone_matches_says_nothing_about_legs() -> None:
    lone = [match("Ajax", "Porto", "1-0"), match("Napoli", "Leipzig", "1-0")]
    assert [filled.leg for filled in with_legs(lone)] == [None, None]


def test_of_other_competitions_a_lone_match_stays_alone() -> None:
    cup = [
        match("Ajax", "PSV", "1-0", competition="Cup", date="2018-02-15"),
        match("PSV", "Ajax", "1-0", competition="Cup", date="2018-02-22"),
        match("Feyenoord", "Twente", "1-0", competition="Cup", date="2018-02-15"),
    ]
    assert with_legs(cup)[2].leg is None


def test_a_lone_match_that_was_decided_stays_alone() -> None:
    for lone in (
        match("Napoli", "Leipzig", "3-0", date="2018-02-15", status="walkover"),
        match("Napoli", "Leipzig", "3-0", date="2018-02-15", winner="Leipzig"),
        match("Napoli", "Leipzig", "1-1", aet="2-1", date="2018-02-15"),
        match("Napoli", "Leipzig", "1-1", pens="2-1", date="2018-02-15"),
    ):
        assert with_legs([HOME, AWAY, lone])[2].leg is None


def test_a_lone_final_is_no_first_leg() -> None:
    final = match("Marseille", "Atlético", "0-3", round="F", date="2018-05-16")
    assert with_legs([HOME, AWAY, final])[2].leg is None


def test_a_third_match_is_marked_as_replay() -> None:
    replay = match("Arsenal", "Östersund", "1-0", date="2018-03-01", neutral=True)
    assert with_legs([HOME, AWAY, replay])[2].leg is Leg.REPLAY
