"""What must be true of every tie, with one that keeps to it and one that doesn't."""

from __future__ import annotations

from dataclasses import replace

from bot.football.dataset.sentences import ties as of
from bot.football.model import Derived
from tests.football.builders import match, tie

FIRST_LEG = match("Östersund", "Arsenal", "0-3", date="2018-02-15")
RETURN = match("Arsenal", "Östersund", "1-2", date="2018-02-22")
ARSENAL = tie(FIRST_LEG, RETURN)
FINAL = match("Marseille", "Atlético Madrid", "0-3", round="F", date="2018-05-16", neutral=True)

# Champions League 1992/93: the return was awarded 3-0, and a match in Barcelona decided.
STUTTGART = (
    match("Stuttgart", "Leeds", "3-0", competition="CL", season=1992, round="R1", leg=1),
    match("Leeds", "Stuttgart", "3-0", competition="CL", season=1992, round="R1", leg=2, status="awarded"),
    match("Stuttgart", "Leeds", "1-2", competition="CL", season=1992, round="R1", leg="replay", neutral=True),
)
MARSEILLE = (
    match("Marseille", "Salzburg", "2-0", round="SF", leg=1),
    match("Salzburg", "Marseille", "2-0", aet="2-1", round="SF", leg=2),
)


def test_a_tie_has_one_leg_or_two_or_a_replay_too() -> None:
    for sound in (tie(FINAL), tie(FIRST_LEG), ARSENAL, tie(*STUTTGART)):
        assert of.one_or_two_legs(sound) is None


def test_a_tie_has_no_two_first_legs() -> None:
    doubled = [match("Östersund", "Arsenal", "0-3", leg=1), match("Östersund", "Arsenal", "0-3", leg=1)]
    assert of.one_or_two_legs(tie(*doubled, match("Arsenal", "Östersund", "1-2", leg=2))) == "2 first legs"


def test_an_abandoned_first_leg_stands_beside_the_one_played_for_it() -> None:
    abandoned = match("Östersund", "Arsenal", "0-1", leg=1, status="abandoned")
    assert of.one_or_two_legs(tie(abandoned, match("Östersund", "Arsenal", "0-3", leg=1))) is None


def test_the_second_leg_is_played_at_the_other_club() -> None:
    assert of.second_leg_at_the_other_club(ARSENAL) is None
    assert of.second_leg_at_the_other_club(tie(FINAL)) is None
    wrong = tie(
        match("Arsenal", "Östersund", "3-0", date="2018-02-15"),
        match("Arsenal", "Östersund", "1-2", date="2018-02-22"),
    )
    assert of.second_leg_at_the_other_club(wrong) == "both legs at Arsenal"


def test_unless_it_was_on_neutral_ground() -> None:
    # A source may list a club that has been moved to neutral ground as the guest.
    moved = tie(match("Ajax", "Molde", "2-0", leg=1), match("Ajax", "Molde", "1-2", leg=2, neutral=True))
    assert of.second_leg_at_the_other_club(moved) is None


def test_a_replay_only_follows_legs_that_were_level() -> None:
    assert of.replay_after_level_legs(tie(*STUTTGART)) is None
    assert of.replay_after_level_legs(ARSENAL) is None
    third = match("Arsenal", "Östersund", "1-0", date="2018-03-01")
    assert of.replay_after_level_legs(tie(FIRST_LEG, RETURN, third)) == "a replay after 2-4"


def test_legs_of_which_one_is_unknown_say_nothing_of_a_replay() -> None:
    unknown = match("Leeds", "Stuttgart", competition="CL", season=1992, round="R1", leg=2)
    assert of.replay_after_level_legs(tie(STUTTGART[0], unknown, STUTTGART[2])) is None


def test_extra_time_comes_when_it_is_level_after_90_minutes() -> None:
    assert of.extra_time_when_level(tie(*MARSEILLE)) is None
    assert of.extra_time_when_level(ARSENAL) is None
    needless = match("Arsenal", "Östersund", "1-2", aet="1-2", date="2018-02-22")
    found = of.extra_time_when_level(tie(FIRST_LEG, needless))
    assert found == "extra time, though after 90 minutes Arsenal was through (aggregate, 2-4)"


def test_extra_time_does_not_come_when_away_goals_tell() -> None:
    # Leipzig went through after 1-3 and 0-2: 3-3, more away goals.
    napoli = match("Napoli", "Leipzig", "1-3", leg=1)
    needless = match("Leipzig", "Napoli", "0-2", aet="0-2", leg=2)
    found = of.extra_time_when_level(tie(napoli, needless))
    assert found == "extra time, though after 90 minutes Leipzig was through (away goals, 3-3)"


def test_without_away_goals_the_same_scores_lead_to_extra_time() -> None:
    napoli = match("Napoli", "Leipzig", "1-3", season=2021, leg=1)
    assert (
        of.extra_time_when_level(tie(napoli, match("Leipzig", "Napoli", "0-2", season=2021, aet="0-2")))
        is None
    )


def test_a_first_leg_has_no_extra_time_and_no_shoot_out() -> None:
    longer = tie(match("Marseille", "Salzburg", "2-0", aet="3-0", pens="4-3", leg=1), MARSEILLE[1])
    assert of.extra_time_when_level(longer) == "extra time in the first leg"
    assert of.shoot_out_when_level(longer) == "a shoot-out after the first leg"


def test_a_single_match_goes_on_only_when_level() -> None:
    sevilla = match("Sevilla", "Benfica", "0-0", season=2013, round="F", aet="0-0", pens="4-2")
    assert of.extra_time_when_level(tie(sevilla)) is None
    assert of.shoot_out_when_level(tie(sevilla)) is None
    longer = match("Sevilla", "Benfica", "1-0", season=2013, round="F", aet="1-0")
    assert of.extra_time_when_level(tie(longer)) is not None


def test_a_replay_goes_on_only_when_it_is_level_itself() -> None:
    level = match("Stuttgart", "Leeds", "1-1", aet="1-2", season=1992, round="R1", leg="replay")
    assert of.extra_time_when_level(tie(*STUTTGART[:2], level)) is None
    won = match("Stuttgart", "Leeds", "1-2", aet="1-2", pens="3-4", season=1992, round="R1", leg="replay")
    assert of.extra_time_when_level(tie(*STUTTGART[:2], won)) is not None
    assert of.shoot_out_when_level(tie(*STUTTGART[:2], won)) is not None


def test_extra_time_whose_90_minutes_are_unknown_is_not_judged() -> None:
    unknown = match("Salzburg", "Marseille", aet="2-1", round="SF", leg=2)
    assert of.extra_time_when_level(tie(MARSEILLE[0], unknown)) is None


def test_a_shoot_out_comes_when_it_is_still_level() -> None:
    first, needless = (
        MARSEILLE[0],
        match("Salzburg", "Marseille", "2-0", aet="2-1", pens="3-4", round="SF", leg=2),
    )
    level = match("Salzburg", "Marseille", "2-0", aet="2-0", pens="3-4", round="SF", leg=2)
    assert of.shoot_out_when_level(tie(first, level)) is None
    assert of.shoot_out_when_level(ARSENAL) is None
    found = of.shoot_out_when_level(tie(first, needless))
    assert found == "a shoot-out, though Marseille was through (extra time, 3-2)"


def test_a_recorded_winner_is_no_reason_against_extra_time() -> None:
    toss = match("Salzburg", "Marseille", "2-0", aet="2-0", round="SF", leg=2, winner="Salzburg")
    assert of.extra_time_when_level(tie(MARSEILLE[0], toss)) is None


def test_of_a_tie_known_by_its_replay_alone_nothing_is_said() -> None:
    alone = tie(STUTTGART[2])
    assert of.extra_time_when_level(alone) is None
    assert not of.played_out(alone)


def test_a_tie_is_played_out_when_every_match_has_its_result() -> None:
    assert of.played_out(ARSENAL)
    assert of.played_out(tie(*STUTTGART))
    assert not of.played_out(tie(match("Östersund", "Arsenal", "0-3", leg=1)))
    assert not of.played_out(tie(FIRST_LEG, match("Arsenal", "Östersund", date="2018-02-22")))
    to_come = match("Stuttgart", "Leeds", competition="CL", season=1992, round="R1", leg="replay")
    assert not of.played_out(tie(*STUTTGART[:2], to_come))


def test_a_return_of_which_only_the_shoot_out_may_be_known_is_told() -> None:
    first = match("Sion", "Feyenoord", "0-0", competition="CWC", season=1991, leg=1)
    last = match("Feyenoord", "Sion", "5-3", competition="CWC", season=1991, leg=2)
    unmarked = replace(last, derived=frozenset({Derived.FULL_TIME}))
    assert of.score_of_the_match_itself(tie(first, last)) is None
    assert of.score_of_the_match_itself(tie(first)) is None
    doubt = "5-3 in the return may be the score of the shoot-out"
    assert of.score_of_the_match_itself(tie(first, unmarked)) == doubt
