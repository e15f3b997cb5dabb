"""What must be true of a whole season, with one that keeps to it and one that doesn't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.football.dataset.sentences import seasons as of
from bot.football.model import Round
from tests.football.builders import draw, match
from tests.football.seasons import (
    ARSENAL_ATLETICO,
    FINAL,
    MARSEILLE_SALZBURG,
    SEMI_FINALS_AND_FINAL,
    final_on,
    season_of,
)

SEASON = season_of(SEMI_FINALS_AND_FINAL)


def test_no_tie_of_a_finished_season_is_undecided() -> None:
    assert not list(of.undecided_ties(SEASON))
    assert not list(of.ties_of_unknown_outcome(SEASON))


def test_the_outcome_of_a_tie_is_unknown_when_a_result_is_missing_after_the_final() -> None:
    unheard = match("Atlético Madrid", "Arsenal", round="SF", date="2018-05-03")
    season = season_of([ARSENAL_ATLETICO[0], unheard, *MARSEILLE_SALZBURG, FINAL])
    ((tie, text),) = of.ties_of_unknown_outcome(season)
    assert tie.club_a.name == "Arsenal"
    assert text == "a result is missing; Atlético Madrid played on"


def test_before_the_final_a_tie_may_be_open() -> None:
    to_come = match("Atlético Madrid", "Arsenal", round="SF", date="2018-05-03")
    assert not list(of.undecided_ties(season_of([ARSENAL_ATLETICO[0], to_come])))
    assert not list(of.ties_of_unknown_outcome(season_of([ARSENAL_ATLETICO[0], to_come])))


def test_a_tie_that_was_played_out_is_decided_in_any_season() -> None:
    level = match("Atlético Madrid", "Arsenal", "1-1", round="SF", date="2018-05-03")
    ((_, text),) = of.undecided_ties(season_of([ARSENAL_ATLETICO[0], level]))
    assert text == "every match has its result, and no rule tells who is through"


def test_a_season_is_not_over_after_the_first_leg_of_its_final() -> None:
    # UEFA Cup 1989/90: Juventus–Fiorentina 3-1, and 0-0 two weeks later.
    first = match("Juventus", "Fiorentina", "3-1", season=1989, round="F", leg=1, date="1990-05-02")
    second = match("Fiorentina", "Juventus", season=1989, round="F", leg=2, date="1990-05-16")
    assert not season_of([first, second]).is_over
    assert season_of([first, replace(second, status=first.status, full_time=FINAL.full_time)]).is_over


def test_our_winner_is_the_club_that_plays_on() -> None:
    assert not list(of.winners_who_do_not_play_on(SEASON))
    other = replace(FINAL, home=ARSENAL_ATLETICO[0].home)
    ((tie, text),) = of.winners_who_do_not_play_on(season_of([*SEMI_FINALS_AND_FINAL[:-1], other]))
    assert tie.club_a.name == "Marseille"
    assert text == "Marseille won (extra time), but is not in F"


def test_a_round_that_is_not_whole_misses_nobody() -> None:
    quarter_finals = [
        match("Arsenal", "CSKA Moskva", "4-1", round="QF", leg=1),
        match("CSKA Moskva", "Arsenal", "2-2", round="QF", leg=2),
    ]
    assert not list(of.winners_who_do_not_play_on(season_of([*quarter_finals, *MARSEILLE_SALZBURG])))
    played_on = season_of([*quarter_finals, *MARSEILLE_SALZBURG, FINAL])
    assert len(list(of.winners_who_do_not_play_on(played_on))) == 1


def test_a_winner_without_a_next_round_misses_nothing() -> None:
    assert not list(of.winners_who_do_not_play_on(season_of(ARSENAL_ATLETICO)))


def test_a_bye_leads_to_a_later_round() -> None:
    # European Cup 1968/69: clubs had withdrawn, so that Milan went from the first round to the quarter-final.
    matches = [
        match("Malmö", "Milan", "2-1", competition="CL", season=1968, round="R1", leg=1),
        match("Milan", "Malmö", "4-1", competition="CL", season=1968, round="R1", leg=2),
        match("Celtic", "Crvena Zvezda", "5-1", competition="CL", season=1968, round="R2", leg=1),
        match("Milan", "Celtic", "0-0", competition="CL", season=1968, round="QF", leg=1),
    ]
    assert not list(of.winners_who_do_not_play_on(season_of(matches)))


def test_the_preliminary_round_of_four_clubs_has_its_own_final() -> None:
    # Champions League 2021/22: Prishtina and Inter won their semi-finals, Prishtina the final.
    matches = [
        match("Folgore", "Prishtina", "0-2", competition="CL", season=2021, round="PR", date="2021-06-22"),
        match("HB", "Inter Escaldes", "0-1", competition="CL", season=2021, round="PR", date="2021-06-22"),
        match(
            "Prishtina", "Inter Escaldes", "2-0", competition="CL", season=2021, round="PR", date="2021-06-25"
        ),
        match("Ferencváros", "Prishtina", "3-0", competition="CL", season=2021, round="Q1", leg=1),
        match("Ferencváros", "Žalgiris", "2-0", competition="CL", season=2021, round="Q2", leg=1),
    ]
    assert not list(of.winners_who_do_not_play_on(season_of(matches)))


def test_the_loser_of_a_tie_does_not_return() -> None:
    assert not list(of.losers_who_return(SEASON))
    other = replace(FINAL, home=ARSENAL_ATLETICO[0].home)
    ((_, text),) = of.losers_who_return(season_of([*SEMI_FINALS_AND_FINAL[:-1], other]))
    assert text == "Atlético Madrid won (aggregate), but the other plays on"


def test_an_undecided_tie_has_no_loser() -> None:
    assert not list(of.losers_who_return(season_of([ARSENAL_ATLETICO[0], FINAL])))


def test_a_match_for_third_place_is_no_return() -> None:
    third = match("Arsenal", "Salzburg", "1-0", round="OTHER Match for third place", date="2018-05-15")
    assert not list(of.losers_who_return(season_of([*SEMI_FINALS_AND_FINAL, third])))


def test_the_final_is_played_on_the_finals_date() -> None:
    assert not list(of.finals_on_another_day(SEASON))
    assert not list(of.finals_on_another_day(season_of([FINAL], final=final_on("2018-05-16"))))
    ((found, text),) = of.finals_on_another_day(season_of([FINAL], final=final_on("2018-05-23")))
    assert (found, text) == (FINAL, "the final is on 2018-05-23")


def test_a_final_that_is_not_recorded_is_on_no_other_day() -> None:
    assert not list(of.finals_on_another_day(season_of(ARSENAL_ATLETICO, final=final_on("2018-05-16"))))


def test_a_final_that_was_put_off_may_be_on_another_day() -> None:
    put_off = match("Sevilla", "Inter", season=2019, round="F", date="2020-05-27", status="postponed")
    assert not list(of.finals_on_another_day(season_of([put_off], final=final_on("2020-08-21"))))


def test_a_round_is_drawn_before_it_is_played() -> None:
    drawn = [draw("SF", "2018-04-13"), draw("F", None)]
    assert not list(of.rounds_played_before_their_draw(season_of(SEMI_FINALS_AND_FINAL, drawn)))
    late = [draw("QF SF", "2018-05-01")]
    found = list(of.rounds_played_before_their_draw(season_of(SEMI_FINALS_AND_FINAL, late)))
    assert found == [
        (leg, "the draw was on 2018-05-01") for leg in (ARSENAL_ATLETICO[0], MARSEILLE_SALZBURG[0])
    ]


@pytest.mark.parametrize(("label", "times"), [("GROUP", 1), ("GROUP E", 1), ("GROUP F", 0)])
def test_a_draw_of_the_groups_is_one_of_each_group(label: str, times: int) -> None:
    played = match("Köln", "Arsenal", "1-0", round="GROUP E", date="2017-08-24")
    late = replace(draw("QF", "2017-08-25"), rounds=(Round.from_code(label),))
    assert len(list(of.rounds_played_before_their_draw(season_of([played], [late])))) == times


def test_no_club_plays_two_matches_on_one_day() -> None:
    assert not list(of.clubs_with_two_matches_on_one_day(SEMI_FINALS_AND_FINAL))
    twice = match("Arsenal", "Milan", "3-1", competition="CL", date="2018-04-26")
    ((found, text),) = of.clubs_with_two_matches_on_one_day([*SEMI_FINALS_AND_FINAL, twice])
    assert (found, text) == (twice, "on the day of EL Arsenal – Atlético Madrid")


@pytest.mark.parametrize("status", ["postponed", "cancelled", "abandoned", "walkover"])
def test_a_match_that_did_not_happen_takes_no_day(status: str) -> None:
    nothing = match("Arsenal", "Milan", date="2018-04-26", status=status)
    assert not list(of.clubs_with_two_matches_on_one_day([*ARSENAL_ATLETICO, nothing]))


def test_matches_without_a_day_are_on_no_day_together() -> None:
    dateless = [match("Arsenal", "Milan", "3-1"), match("Milan", "Arsenal", "0-2")]
    assert not list(of.clubs_with_two_matches_on_one_day(dateless))
