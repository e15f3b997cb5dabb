"""Real ties that a supporter can check, and what rules alone say of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Competition, DecidedBy, Outcome, Score, Season, Tie
from bot.football.rules import away_goals_count, goes_straight_to_penalties, is_single_match
from bot.football.ties.needs import needs
from bot.football.ties.tie import AsItStands, Then, aggregate, as_it_stands, if_it_stays, outcome
from tests.football.builders import club, match, tie

goals = st.integers(0, 9)


def through(winner: str, decided_by: str) -> Outcome:
    return Outcome(club(winner), DecidedBy(decided_by))


# Ninety minutes and more


def test_arsenal_lost_at_home_and_went_through_on_aggregate() -> None:
    arsenal = tie(
        match("Östersund", "Arsenal", "0-3", leg=1),
        match("Arsenal", "Östersund", "1-2", leg=2),
    )
    assert aggregate(arsenal) == Score(2, 4)
    assert outcome(arsenal) == through("Arsenal", "aggregate")


def test_psv_lost_to_arsenal_in_march_2025() -> None:
    psv = tie(
        match("PSV", "Arsenal", "1-7", competition="CL", season=2024, round="R16"),
        match("Arsenal", "PSV", "2-2", competition="CL", season=2024, round="R16"),
    )
    assert aggregate(psv) == Score(3, 9)
    assert outcome(psv) == through("Arsenal", "aggregate")


def test_napoli_went_out_on_away_goals_at_leipzig() -> None:
    assert outcome(
        tie(match("Napoli", "Leipzig", "1-3", leg=1), match("Leipzig", "Napoli", "0-2", leg=2))
    ) == through("Leipzig", "away goals")


def test_ajax_tottenham_was_decided_by_away_goals_in_2019() -> None:
    semi_final = tie(
        match("Tottenham", "Ajax", "0-1", competition="CL", season=2018, round="SF"),
        match("Ajax", "Tottenham", "2-3", competition="CL", season=2018, round="SF"),
    )
    assert outcome(semi_final) == through("Tottenham", "away goals")


def test_porto_went_through_at_juventus_on_an_away_goal_in_extra_time() -> None:
    porto = tie(
        match("Porto", "Juventus", "2-1", competition="CL", season=2020, round="R16"),
        match("Juventus", "Porto", "2-1", aet="3-2", competition="CL", season=2020, round="R16"),
    )
    assert aggregate(porto) == Score(4, 4)
    assert outcome(porto) == through("Porto", "away goals")


def test_real_madrid_beat_manchester_city_in_extra_time_in_2022() -> None:
    semi_final = tie(
        match("City", "Real", "4-3", competition="CL", season=2021, round="SF"),
        match("Real", "City", "2-1", aet="3-1", competition="CL", season=2021, round="SF"),
    )
    assert outcome(semi_final) == through("Real", "extra time")


def test_extra_time_is_the_reason_too_where_the_score_after_90_minutes_is_unknown() -> None:
    semi_final = tie(
        match("City", "Real", "4-3", competition="CL", season=2021, round="SF"),
        match("Real", "City", aet="3-1", competition="CL", season=2021, round="SF"),
    )
    assert outcome(semi_final) == through("Real", "extra time")


def test_extra_time_that_cannot_have_been_needed_is_not_the_reason() -> None:
    odd = tie(match("Ajax", "Porto", "3-0"), match("Porto", "Ajax", "1-1", aet="2-1"))
    assert outcome(odd) == through("Ajax", "aggregate")


def test_atletico_beat_inter_on_penalties() -> None:
    inter = tie(
        match("Inter", "Atlético", "1-0", competition="CL", season=2023, round="R16"),
        match("Atlético", "Inter", "2-1", aet="2-1", pens="3-2", competition="CL", season=2023, round="R16"),
    )
    assert aggregate(inter) == Score(2, 2)
    assert outcome(inter) == through("Atlético", "penalties")


def test_everton_won_the_first_shoot_out_of_the_european_cup() -> None:
    everton = tie(
        match("Gladbach", "Everton", "1-1", competition="CL", season=1970, round="R2"),
        match("Everton", "Gladbach", "1-1", aet="1-1", pens="4-3", competition="CL", season=1970, round="R2"),
    )
    assert outcome(everton) == through("Everton", "penalties")


def test_away_goals_beat_the_shoot_out_wrongly_held_at_sporting_in_1971() -> None:
    rangers = tie(
        match("Rangers", "Sporting", "3-2", competition="CWC", season=1971, round="R2"),
        match(
            "Sporting", "Rangers", "3-2", aet="4-3", pens="2-0", competition="CWC", season=1971, round="R2"
        ),
    )
    assert outcome(rangers) == through("Rangers", "away goals")


# The away-goals rule in its years


def level_on_aggregate(competition: str, season: int, round: str = "QF") -> Tie:  # noqa: A002 - as the builders
    """Porto scored away, Ajax did not."""
    return tie(
        match("Ajax", "Porto", "2-1", competition=competition, season=season, round=round),
        match("Porto", "Ajax", "1-0", competition=competition, season=season, round=round),
    )


@pytest.mark.parametrize(
    ("competition", "first", "last"),
    [("CL", 1967, 2020), ("EL", 1967, 2020), ("CWC", 1965, 2020)],
)
def test_away_goals_count_from_their_first_season_to_their_last(
    competition: str, first: int, last: int
) -> None:
    for season in (first, last):
        assert outcome(level_on_aggregate(competition, season)) == through("Porto", "away goals")
    for season in (first - 1, last + 1):
        assert outcome(level_on_aggregate(competition, season)) is None


def test_away_goals_never_counted_in_the_conference_league() -> None:
    assert outcome(level_on_aggregate("ECL", 2021)) is None


def test_the_copa_libertadores_used_away_goals_except_in_its_finals() -> None:
    assert outcome(level_on_aggregate("Copa Libertadores", 2012)) == through("Porto", "away goals")
    assert outcome(level_on_aggregate("Copa Libertadores", 2012, "F")) is None
    assert outcome(level_on_aggregate("Copa Libertadores", 2004)) is None
    assert outcome(level_on_aggregate("Copa Libertadores", 2022)) is None


def test_of_a_competition_nobody_told_us_of_away_goals_are_not_assumed() -> None:
    assert outcome(level_on_aggregate("KNVB Beker", 1990)) is None


def test_on_neutral_ground_the_listed_home_club_is_at_home() -> None:
    neutral = tie(
        match("Ajax", "Porto", "2-1", season=2020, neutral=True),
        match("Porto", "Ajax", "1-0", season=2020, neutral=True),
    )
    assert outcome(neutral) == through("Porto", "away goals")


def test_two_legs_at_the_same_listed_home_club_still_add_up() -> None:
    assert aggregate(
        tie(match("Ajax", "Porto", "2-1", leg=1), match("Ajax", "Porto", "0-3", leg=2, neutral=True))
    ) == Score(2, 4)


# Replays and coins


def test_juventus_needed_a_replay_in_1968_although_it_had_scored_away() -> None:
    juventus = tie(
        match("Braunschweig", "Juventus", "3-2", competition="CL", season=1967, round="QF"),
        match("Juventus", "Braunschweig", "1-0", competition="CL", season=1967, round="QF"),
        match("Juventus", "Braunschweig", "1-0", competition="CL", season=1967, round="QF", neutral=True),
    )
    assert aggregate(juventus) == Score(3, 3)
    assert outcome(juventus) == through("Juventus", "replay")


def test_a_replay_won_in_extra_time_is_a_replay() -> None:
    ajax = tie(
        match("Ajax", "Benfica", "1-3", competition="CL", season=1968, round="QF"),
        match("Benfica", "Ajax", "1-3", competition="CL", season=1968, round="QF"),
        match("Ajax", "Benfica", "0-0", aet="3-0", competition="CL", season=1968, round="QF", leg="replay"),
    )
    assert outcome(ajax) == through("Ajax", "replay")


def test_the_european_cup_final_of_1974_was_played_twice() -> None:
    final = tie(
        match("Bayern", "Atlético", "0-0", aet="1-1", competition="CL", season=1973, round="F"),
        match("Bayern", "Atlético", "4-0", competition="CL", season=1973, round="F"),
    )
    assert aggregate(final) == Score(1, 1)
    assert outcome(final) == through("Bayern", "replay")


def test_a_first_match_called_a_first_leg_that_was_replayed_without_a_return_was_the_only_one() -> None:
    first = match("Bayern", "Atlético", "0-0", aet="1-1", competition="CL", season=1973, round="F", leg=1)
    replay = match("Bayern", "Atlético", "4-0", competition="CL", season=1973, round="F", leg="replay")
    assert outcome(tie(first, replay)) == through("Bayern", "replay")
    assert outcome(tie(first)) is None


def test_a_tie_waits_for_its_replay() -> None:
    legs = level_on_aggregate("CWC", 1964).matches
    replay = match("Ajax", "Porto", competition="CWC", season=1964, round="QF", leg="replay")
    assert outcome(tie(*legs, replay)) is None


def test_a_replay_that_was_cancelled_is_not_waited_for() -> None:
    legs = level_on_aggregate("EL", 1990).matches
    replay = match("Ajax", "Porto", season=1990, round="QF", leg="replay", status="cancelled")
    assert outcome(tie(*legs, replay)) == through("Porto", "away goals")


def test_a_level_replay_goes_to_its_shoot_out() -> None:
    legs = level_on_aggregate("CWC", 1964).matches
    replay = match(
        "Porto",
        "Ajax",
        "1-1",
        aet="1-1",
        pens="2-4",
        competition="CWC",
        season=1964,
        round="QF",
        leg="replay",
    )
    assert outcome(tie(*legs, replay)) == through("Ajax", "penalties")


def test_a_second_replay_decides_over_the_first() -> None:
    legs = level_on_aggregate("CWC", 1964).matches
    first = match("Ajax", "Porto", "1-1", competition="CWC", season=1964, round="QF")
    second = match("Porto", "Ajax", "0-2", competition="CWC", season=1964, round="QF")
    assert outcome(tie(*legs, first, second)) == through("Ajax", "replay")


def test_liverpool_won_the_toss_in_rotterdam_in_1965() -> None:
    liverpool = tie(
        match("Köln", "Liverpool", "0-0", competition="CL", season=1964, round="QF"),
        match("Liverpool", "Köln", "0-0", competition="CL", season=1964, round="QF"),
        match("Liverpool", "Köln", "2-2", competition="CL", season=1964, round="QF", winner="Liverpool"),
    )
    assert outcome(liverpool) == through("Liverpool", "coin toss")


def test_celtic_won_the_toss_against_benfica_in_1969() -> None:
    celtic = tie(
        match("Celtic", "Benfica", "3-0", competition="CL", season=1969, round="R2"),
        match(
            "Benfica",
            "Celtic",
            "3-0",
            aet="3-0",
            competition="CL",
            season=1969,
            round="R2",
            winner="Celtic",
            decided_by="coin toss",
        ),
    )
    assert outcome(celtic) == through("Celtic", "coin toss")


# Single matches


def test_a_final_is_a_single_match() -> None:
    final = match("Liverpool", "Real", "0-1", competition="CL", season=2021, round="F")
    assert outcome(tie(final)) == through("Real", "aggregate")


def test_a_final_can_go_to_extra_time() -> None:
    final = match("Real", "Atlético", "1-1", aet="4-1", competition="CL", season=2013, round="F")
    assert outcome(tie(final)) == through("Real", "extra time")


def test_villarreal_won_the_longest_shoot_out_of_a_final() -> None:
    final = match("Villarreal", "United", "1-1", aet="1-1", pens="11-10", season=2020, round="F")
    assert outcome(tie(final)) == through("Villarreal", "penalties")


def test_away_goals_mean_nothing_in_a_single_match() -> None:
    assert outcome(tie(match("Ajax", "Porto", "2-2", season=1990, round="F"))) is None


def test_a_single_match_awarded_is_an_award() -> None:
    assert outcome(tie(match("Ajax", "Porto", "0-3", status="awarded"))) == through("Porto", "award")


def test_a_single_match_not_shown_up_for_is_a_walkover() -> None:
    assert outcome(tie(match("Ajax", "Porto", "3-0", status="walkover"))) == through("Ajax", "walkover")
    without_score = match("Ajax", "Porto", status="walkover", winner="Ajax")
    assert outcome(tie(without_score)) == through("Ajax", "walkover")


def test_a_level_shoot_out_is_no_shoot_out() -> None:
    assert outcome(tie(match("Ajax", "Porto", "1-1", pens="3-3"))) is None


# Ties not yet or never finished


def test_nine_nil_in_the_first_leg_decides_nothing() -> None:
    assert outcome(tie(match("Ajax", "Porto", "9-0", leg=1))) is None
    assert outcome(tie(match("Porto", "Ajax", "0-9", leg=2))) is None


@pytest.mark.parametrize("status", ["scheduled", "live", "postponed", "abandoned", "cancelled"])
def test_a_tie_waits_for_its_second_leg(status: str) -> None:
    waiting = tie(match("Ajax", "Porto", "9-0"), match("Porto", "Ajax", "1-0", status=status))
    assert aggregate(waiting) == Score(9, 0)
    assert outcome(waiting) is None


def test_nothing_is_known_of_a_tie_before_its_first_match() -> None:
    before = tie(match("Ajax", "Porto"), match("Porto", "Ajax"))
    assert aggregate(before) is None
    assert outcome(before) is None


@pytest.mark.parametrize("leg", [1, None])
def test_an_abandoned_match_gives_way_to_the_one_played_for_it(leg: int | None) -> None:
    again = tie(
        match("Ajax", "Porto", "0-4", leg=leg, status="abandoned"),
        match("Ajax", "Porto", "2-0", leg=leg),
        match("Porto", "Ajax", "1-0", leg=2 if leg else None),
    )
    assert aggregate(again) == Score(2, 1)
    assert outcome(again) == through("Ajax", "aggregate")


def test_a_played_match_stands_though_a_cancelled_one_follows_in_its_place() -> None:
    first = match("Ajax", "Porto", "2-0", leg=1)
    cancelled = match("Ajax", "Porto", leg=1, status="cancelled")
    assert aggregate(tie(first, cancelled, match("Porto", "Ajax", "1-0", leg=2))) == Score(2, 1)


def test_a_leg_that_says_nothing_takes_the_place_that_is_free() -> None:
    assert outcome(tie(match("Ajax", "Porto", "2-0"), match("Porto", "Ajax", "1-0", leg=2))) == through(
        "Ajax", "aggregate"
    )


# Walkovers and awards


def test_legia_lost_on_away_goals_after_an_awarded_leg() -> None:
    legia = tie(
        match("Legia", "Celtic", "4-1", competition="CL", season=2014, round="Q3"),
        match("Celtic", "Legia", "3-0", competition="CL", season=2014, round="Q3", status="awarded"),
    )
    assert aggregate(legia) == Score(4, 4)
    assert outcome(legia) == through("Celtic", "away goals")


def test_leipzig_went_through_when_spartak_was_put_out_in_2022() -> None:
    leipzig = tie(
        match("Leipzig", "Spartak", season=2021, round="R16", status="cancelled", winner="Leipzig"),
        match("Spartak", "Leipzig", season=2021, round="R16", status="cancelled"),
    )
    assert aggregate(leipzig) is None
    assert outcome(leipzig) == through("Leipzig", "walkover")


def test_a_tie_of_walkovers_only_is_a_walkover() -> None:
    both = tie(
        match("Ajax", "Porto", "3-0", status="walkover"), match("Porto", "Ajax", "0-3", status="walkover")
    )
    assert outcome(both) == through("Ajax", "walkover")


def test_a_club_that_withdrew_before_the_first_leg_is_out() -> None:
    only = match("Ajax", "Porto", "3-0", leg=1, status="walkover")
    assert outcome(tie(only)) == through("Ajax", "walkover")
    assert outcome(tie(only, match("Porto", "Ajax", leg=2, status="cancelled"))) == through(
        "Ajax", "walkover"
    )
    assert outcome(tie(only, match("Porto", "Ajax", leg=2))) is None


def test_a_walkover_with_a_score_counts_as_that_score() -> None:
    late = tie(match("Ajax", "Porto", "1-0"), match("Porto", "Ajax", "3-0", status="walkover"))
    assert outcome(late) == through("Porto", "aggregate")


# What was recorded wins


def test_a_recorded_winner_beats_the_score() -> None:
    recorded = tie(match("Ajax", "Porto", "3-0"), match("Porto", "Ajax", "0-0", winner="Porto"))
    assert outcome(recorded) == through("Porto", "award")


def test_a_recorded_winner_that_the_rules_give_too_keeps_their_reason() -> None:
    recorded = tie(match("Ajax", "Porto", "3-0"), match("Porto", "Ajax", "0-0", winner="Ajax"))
    assert outcome(recorded) == through("Ajax", "aggregate")


def test_a_recorded_winner_of_an_awarded_leg_won_by_the_award() -> None:
    recorded = tie(match("Ajax", "Porto", "3-0"), match("Porto", "Ajax", status="awarded", winner="Porto"))
    assert outcome(recorded) == through("Porto", "award")


def test_a_recorded_winner_of_a_tie_never_finished_was_an_award() -> None:
    recorded = tie(
        match("Ajax", "Porto", "1-1"), match("Porto", "Ajax", "0-1", status="abandoned", winner="Ajax")
    )
    assert outcome(recorded) == through("Ajax", "award")
    assert outcome(tie(match("Ajax", "Porto", "1-1", leg=1, winner="Porto"))) == through("Porto", "award")


def test_level_after_everything_with_a_recorded_winner_was_a_shoot_out() -> None:
    recorded = tie(match("Ajax", "Porto", "1-1"), match("Porto", "Ajax", "1-1", winner="Ajax"))
    assert outcome(recorded) == through("Ajax", "penalties")


def test_a_recorded_reason_stands_without_a_recorded_winner() -> None:
    recorded = tie(
        match("Ajax", "Porto", "3-0"), match("Porto", "Ajax", "0-3", pens="4-5", decided_by="award")
    )
    assert outcome(recorded) == through("Ajax", "award")


# As it stands


def test_a_tie_under_way_tells_who_would_go_through() -> None:
    under_way = tie(match("Napoli", "Leipzig", "1-3"), match("Leipzig", "Napoli", "0-1", status="live"))
    assert aggregate(under_way) == Score(1, 3)
    assert outcome(under_way) is None
    assert as_it_stands(under_way) == AsItStands(Score(2, 3), through("Leipzig", "aggregate"), None)


@pytest.mark.parametrize(
    ("season", "aet", "pens", "then"),
    [
        (2023, None, None, Then.EXTRA_TIME),
        (2023, "1-0", None, Then.PENALTIES),
        (2023, "1-0", "2-1", None),
        (1964, "1-0", None, Then.REPLAY),
    ],
)
def test_a_level_tie_under_way_tells_what_comes_next(
    season: int, aet: str | None, pens: str | None, then: Then | None
) -> None:
    first = match("Ajax", "Porto", "1-0", season=season)
    second = match("Porto", "Ajax", "1-0", aet=aet, pens=pens, season=season, status="live")
    assert as_it_stands(tie(first, second)) == AsItStands(Score(1, 1), None, then)


def test_after_the_first_leg_the_second_comes() -> None:
    after = tie(match("Ajax", "Porto", "1-0", status="live"), match("Porto", "Ajax"))
    assert as_it_stands(after) == AsItStands(Score(1, 0), None, Then.SECOND_LEG)


def test_after_two_level_legs_of_1964_the_replay_comes() -> None:
    legs = level_on_aggregate("CWC", 1964).matches
    replay = match("Ajax", "Porto", competition="CWC", season=1964, round="QF", leg="replay")
    assert as_it_stands(tie(*legs, replay)) == AsItStands(Score(2, 2), None, Then.REPLAY)


def test_a_level_replay_under_way_goes_to_extra_time() -> None:
    legs = level_on_aggregate("CWC", 1964).matches
    replay = match(
        "Ajax", "Porto", "1-1", competition="CWC", season=1964, round="QF", leg="replay", status="live"
    )
    assert as_it_stands(tie(*legs, replay)) == AsItStands(Score(2, 2), None, Then.EXTRA_TIME)


def test_nothing_stands_before_the_first_match_or_after_the_last() -> None:
    assert as_it_stands(tie(match("Ajax", "Porto"))) is None
    assert as_it_stands(tie(match("Ajax", "Porto", "1-0"))) is None


def test_a_match_under_way_without_a_score_does_not_count() -> None:
    unknown = match("Ajax", "Porto", status="live")
    assert if_it_stays(unknown) is unknown


# Properties


@given(goals, goals, goals, goals, st.integers(1955, 2026))
def test_whoever_is_listed_first_the_winner_is_the_same(a: int, b: int, c: int, d: int, season: int) -> None:
    first = match("Ajax", "Porto", f"{a}-{b}", season=season, leg=1)
    other = match("Porto", "Ajax", f"{c}-{d}", season=season, leg=2)
    listed = tie(first, other)
    turned = Tie(
        listed.competition, listed.season, listed.round, listed.club_b, listed.club_a, listed.matches
    )
    assert outcome(turned) == outcome(listed)
    total, total_turned = aggregate(listed), aggregate(turned)
    assert total is not None
    assert total_turned == total.turned


@given(goals, goals, goals, goals)
def test_more_goals_over_two_legs_always_win(a: int, b: int, c: int, d: int) -> None:
    decided = outcome(tie(match("Ajax", "Porto", f"{a}-{b}"), match("Porto", "Ajax", f"{c}-{d}")))
    if a + d != b + c:
        assert decided == through("Ajax" if a + d > b + c else "Porto", "aggregate")
    elif b != d:
        assert decided == through("Ajax" if d > b else "Porto", "away goals")
    else:
        assert decided is None


# Which rounds were single matches


@pytest.mark.parametrize(
    ("competition", "season", "round_", "day", "single"),
    [
        ("CL", 1955, "F", None, True),
        ("EL", 1996, "F", None, False),
        ("EL", 1997, "F", None, True),
        ("ECL", 2021, "F", None, True),
        ("CWC", 1960, "F", None, False),
        ("CWC", 1961, "F", None, True),
        ("CL", 1993, "SF", None, True),
        ("CL", 1994, "SF", None, False),
        ("CL", 2019, "QF", None, True),
        ("CL", 2019, "R16", None, False),
        ("EL", 2019, "SF", None, True),
        ("EL", 2019, "R16", "2020-08-05", True),
        ("EL", 2019, "R16", "2020-03-12", False),
        ("EL", 2019, "R16", None, False),
        ("CL", 2020, "Q2", None, True),
        ("CL", 2020, "PO", None, False),
        ("EL", 2020, "PO", None, True),
        ("CL", 2019, "PR", None, True),
        ("ECL", 2021, "QF", None, False),
        ("KNVB Beker", 2021, "QF", None, False),
    ],
)
def test_which_rounds_were_a_single_match(
    competition: str, season: int, round_: str, day: str | None, *, single: bool
) -> None:
    of = match("Ajax", "Porto", competition=competition, season=season, round=round_, date=day)
    assert is_single_match(of.competition, of.season, of.round, of.date) is single


def test_concacaf_still_counts_away_goals() -> None:
    of = match("Toluca", "América", competition="CONCACAF Champions League", season=2022)
    assert away_goals_count(of.competition, of.season)


def test_in_a_shoot_out_nothing_follows_but_its_winner() -> None:
    final = match("Milan", "Liverpool", "3-3", aet="3-3", pens="0-1", round="F", season=2004, status="live")
    assert as_it_stands(tie(final)) == AsItStands(Score(3, 3), None, None)
    assert needs(tie(final)) == ()


@pytest.mark.parametrize(
    ("competition", "year", "straight"),
    [("SC", 2023, True), ("SC", 2022, False), ("CL", 2023, False)],
)
def test_the_super_cup_has_no_extra_time_since_2023(competition: str, year: int, *, straight: bool) -> None:
    assert goes_straight_to_penalties(Competition(competition), Season(year)) is straight
