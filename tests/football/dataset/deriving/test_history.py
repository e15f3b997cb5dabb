"""Seasons of which only results are known: their rounds, their legs, and who went through."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.football.competitions import CHAMPIONS_LEAGUE, CUP_WINNERS_CUP, EUROPA_LEAGUE, FAIRS_CUP
from bot.football.dataset.deriving.history import derive_history
from bot.football.model import (
    UNKNOWN_ROUND,
    Competition,
    DecidedBy,
    Derived,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
)
from bot.football.ties.tie import outcome
from bot.football.ties.ties import ties_of
from tests.football.deriving_reports import club, line, reports_of

FROM_THE_QUARTER_FINALS = """
    1968-02-14 Antwerp 1-0 Berlin
    1968-02-28 Berlin 3-0 Antwerp
    1968-02-14 Celje 2-0 Dublin
    1968-02-28 Dublin 2-0 Celje
    1968-03-06 Dublin 1-2 Celje
    1968-02-14 Espoo 2-1 Fribourg
    1968-02-28 Fribourg 1-0 Espoo
    1968-02-14 Gdansk 1-0 Haarlem
    1968-02-28 Haarlem 1-0 Gdansk
    1968-04-10 Berlin 0-0 Celje
    1968-04-24 Celje 0-1 Berlin
    1968-04-10 Fribourg 2-0 Haarlem
    1968-04-24 Haarlem 1-0 Fribourg
    1968-05-29 Berlin 4-1 Fribourg
"""


def derived(
    text: str, competition: Competition = CHAMPIONS_LEAGUE, season: int = 1967, stored: tuple[Match, ...] = ()
) -> tuple[Match, ...]:
    matches = [report.match for report in reports_of(text, competition, season)]
    return derive_history(competition, Season(season), matches, stored)


def in_round(matches: tuple[Match, ...], kind: RoundKind) -> list[str]:
    return [line(match) for match in matches if match.round.kind is kind]


def won_by(matches: tuple[Match, ...], home: str) -> tuple[str, DecidedBy] | None:
    """Who won the tie in which a club was at home first, and by what."""
    tie = next(tie for tie in ties_of(matches) if tie.club_a.name == home)
    decided = outcome(tie)
    return None if decided is None else (decided.winner.name, decided.decided_by)


def test_a_season_is_put_together_from_its_final_back() -> None:
    matches = derived(FROM_THE_QUARTER_FINALS)
    assert in_round(matches, RoundKind.FINAL) == ["1968-05-29 Berlin 4-1 Fribourg"]
    assert len(in_round(matches, RoundKind.SEMI_FINAL)) == 4
    assert len(in_round(matches, RoundKind.QUARTER_FINAL)) == 9
    assert all(Derived.ROUND in match.derived for match in matches)
    assert [match.neutral for match in matches if match.round.kind is RoundKind.FINAL] == [True]


def test_a_third_match_is_a_replay_and_level_away_goals_a_toss() -> None:
    matches = derived(FROM_THE_QUARTER_FINALS)
    assert [match.leg for match in matches if match.date == date(1968, 3, 6)] == [Leg.REPLAY]
    assert won_by(matches, "Celje") == ("Celje", DecidedBy.REPLAY)
    assert won_by(matches, "Gdansk") == ("Haarlem", DecidedBy.COIN_TOSS)
    assert won_by(matches, "Espoo") == ("Fribourg", DecidedBy.AWAY_GOALS)
    toss = next(match for match in matches if match.winner is not None)
    assert Derived.WINNER in toss.derived


BYE = """
    1965-01-13 Antwerp 1-0 Berlin
    1965-01-27 Berlin 0-0 Antwerp
    1965-01-13 Celje 1-0 Dublin
    1965-01-27 Dublin 0-0 Celje
    1965-01-13 Espoo 1-0 Fribourg
    1965-01-27 Fribourg 0-0 Espoo
    1965-01-13 Gdansk 1-0 Haarlem
    1965-01-27 Haarlem 0-0 Gdansk
    1965-01-13 Izola 1-0 Jena
    1965-01-27 Jena 0-0 Izola
    1965-01-13 Kiel 1-0 Lahti
    1965-01-27 Lahti 0-0 Kiel
    1965-03-10 Antwerp 1-0 Celje
    1965-03-24 Celje 0-0 Antwerp
    1965-03-10 Espoo 1-0 Izola
    1965-03-24 Izola 0-0 Espoo
    1965-05-05 Antwerp 1-0 Espoo
    1965-05-12 Espoo 0-0 Antwerp
    1965-05-05 Gdansk 1-0 Kiel
    1965-05-12 Kiel 0-0 Gdansk
    1965-06-23 Antwerp 0-1 Gdansk
"""


def test_a_bye_leaves_the_tie_before_it_in_its_own_round() -> None:
    matches = derived(BYE, FAIRS_CUP, 1967)
    assert "1965-01-13 Gdansk 1-0 Haarlem" in in_round(matches, RoundKind.THIRD)
    assert len(in_round(matches, RoundKind.QUARTER_FINAL)) == 4
    assert all(match.leg is None for match in matches if match.round.kind is RoundKind.FINAL)


def test_a_winner_that_withdrew_leaves_its_tie_where_its_days_were() -> None:
    withdrawn = FROM_THE_QUARTER_FINALS + "1967-11-15 Izola 1-0 Jena\n1967-11-29 Jena 0-0 Izola\n"
    second_round = "1967-11-15 Antwerp 1-0 Kiel\n1967-11-29 Kiel 0-0 Antwerp\n"
    matches = derived(withdrawn + second_round)
    assert "1967-11-15 Izola 1-0 Jena" in in_round(matches, RoundKind.SECOND)


def test_what_came_before_the_first_round_goes_with_it() -> None:
    chain = """
        1997-07-20 Antwerp 1-0 Berlin
        1997-07-27 Antwerp 1-0 Celje
        1997-08-13 Antwerp 1-0 Dublin
    """
    stored = replace(
        reports_of("1997-09-17 Antwerp 1-0 Espoo", season=1997)[0].match, round=Round(RoundKind.GROUP, "A")
    )
    matches = derived(chain, season=1997, stored=(stored,))
    assert len(in_round(matches, RoundKind.QUALIFYING_1)) == 2
    assert len(in_round(matches, RoundKind.QUALIFYING_2)) == 1


SHOOT_OUT = """
    1972-11-29 Ararat 2-0 Kaiserslautern
    1972-12-13 Kaiserslautern 5-4 Ararat
    1973-03-07 Kaiserslautern 1-2 Gladbach
    1973-03-21 Gladbach 7-1 Kaiserslautern
"""


def unmarked(text: str, season: int = 1972) -> list[Match]:
    return [
        replace(report.match, derived=frozenset({Derived.FULL_TIME}))
        for report in reports_of(text, EUROPA_LEAGUE, season)
    ]


def test_a_return_that_contradicts_who_plays_on_was_a_shoot_out() -> None:
    matches = derive_history(EUROPA_LEAGUE, Season(1972), unmarked(SHOOT_OUT))
    repaired = next(match for match in matches if match.date == date(1972, 12, 13))
    assert (repaired.full_time, repaired.extra_time) == (None, Score(2, 0))
    assert repaired.penalties == Score(5, 4)
    assert Derived.FULL_TIME not in repaired.derived
    assert won_by(matches, "Ararat") == ("Kaiserslautern", DecidedBy.PENALTIES)


def test_nine_eight_was_a_shoot_out_though_it_contradicts_nobody() -> None:
    kicks = SHOOT_OUT.replace("2-0 Kaiserslautern", "0-0 Kaiserslautern").replace("5-4 Ararat", "9-8 Ararat")
    matches = derive_history(EUROPA_LEAGUE, Season(1983), unmarked(kicks))
    repaired = next(match for match in matches if match.penalties)
    assert (repaired.extra_time, repaired.penalties) == (Score(0, 0), Score(9, 8))


def test_a_return_of_many_goals_that_away_goals_decided_stays_one() -> None:
    goals = """
        1989-09-12 Partizan 2-1 Celtic
        1989-09-27 Celtic 6-5 Partizan
        1989-10-18 Partizan 1-0 Groningen
        1989-11-01 Groningen 0-0 Partizan
    """
    matches = derive_history(EUROPA_LEAGUE, Season(1989), unmarked(goals))
    assert won_by(matches, "Partizan") == ("Partizan", DecidedBy.AWAY_GOALS)
    friendly = derive_history(EUROPA_LEAGUE, Season(1989), unmarked(goals.replace("6-5", "5-4")))
    assert not any(match.penalties for match in friendly)


@pytest.mark.parametrize("marked", [True, False])
def test_what_no_shoot_out_explains_was_an_award(marked: bool) -> None:  # noqa: FBT001 - a case of two
    reported = unmarked(SHOOT_OUT.replace("5-4 Ararat", "1-4 Ararat"))
    if marked:
        reported = [replace(match, derived=frozenset()) for match in reported]
    matches = derive_history(EUROPA_LEAGUE, Season(1972), reported)
    assert won_by(matches, "Ararat") == ("Kaiserslautern", DecidedBy.AWARD)


def test_a_return_that_is_not_told_leaves_the_winner_open() -> None:
    other_tie = "1972-11-29 Gladbach 1-0 Genk\n1972-12-13 Genk 0-0 Gladbach\n"
    without = SHOOT_OUT.replace("1972-12-13 Kaiserslautern 5-4 Ararat", "")
    matches = derived(without + other_tie, EUROPA_LEAGUE, 1972)
    first = next(match for match in matches if match.home.name == "Ararat")
    assert (first.leg, first.winner) == (Leg.FIRST, None)
    assert won_by(matches, "Ararat") is None


def test_two_legs_on_one_day_keep_the_day_of_the_others() -> None:
    matches = derived(
        """
        1982-09-15 Antwerp 1-0 Berlin
        1982-09-29 Berlin 0-0 Antwerp
        1982-09-15 Celje 1-0 Dublin
        1982-09-15 Dublin 0-0 Celje
        1982-10-20 Antwerp 1-0 Celje
        1982-11-03 Celje 0-0 Antwerp
        """,
        EUROPA_LEAGUE,
        1982,
    )
    days = {match.home.name: match.date for match in matches if match.away.name in {"Celje", "Dublin"}}
    assert days["Dublin"] is None
    assert date(1982, 9, 15) in {match.date for match in matches if match.home.name == "Celje"}


def test_both_legs_at_one_club_are_told_so() -> None:
    matches = derived("1974-09-18 Ajax 5-0 Hibs\n1974-10-02 Ajax 7-0 Hibs", EUROPA_LEAGUE, 1974)
    assert sorted(match.neutral for match in matches) == [False, True]


def test_a_match_told_on_two_days_is_one() -> None:
    matches = derived("2000-08-08 Akranes 0-3 Gent\n2000-08-10 Akranes 0-3 Gent", EUROPA_LEAGUE, 2000)
    assert [line(match) for match in matches] == ["2000-08-08 Akranes 0-3 Gent"]


def test_the_first_fairs_cup_had_groups() -> None:
    matches = derived(
        """
        1955-12-25 Barcelona 6-2 Copenhagen
        1956-04-28 Copenhagen 1-1 Barcelona
        1955-06-04 Basel 0-5 London
        1955-10-26 London 3-2 Frankfurt
        1956-05-04 London 1-0 Basel
        1957-03-27 Frankfurt 1-0 London
        1956-06-20 Frankfurt 5-1 Basel
        1957-06-12 Basel 6-2 Frankfurt
        1957-09-16 Lausanne 2-1 London
        1957-10-23 London 2-0 Lausanne
        1957-10-23 Birmingham 4-3 Barcelona
        1957-11-13 Barcelona 1-0 Birmingham
        1957-11-26 Barcelona 2-1 Birmingham
        1958-03-05 London 2-2 Barcelona
        1958-05-01 Barcelona 6-0 London
        """,
        FAIRS_CUP,
        1955,
    )
    assert {match.round for match in matches if match.round.kind is RoundKind.GROUP} == {
        Round(RoundKind.GROUP, "1"),
        Round(RoundKind.GROUP, "2"),
    }
    assert [match.leg for match in matches if match.round.kind is RoundKind.FINAL] == [Leg.FIRST, Leg.SECOND]
    assert not any(match.neutral for match in matches)


def test_a_stored_match_keeps_its_place_and_is_only_compared() -> None:
    final = replace(
        reports_of("1968-05-29 Fribourg 1-1 Berlin", season=1967)[0].match,
        round=Round(RoundKind.FINAL),
        extra_time=Score(1, 4),
    )
    matches = derived(FROM_THE_QUARTER_FINALS, stored=(final,))
    same = next(match for match in matches if match.round.kind is RoundKind.FINAL)
    assert same.home == club("Fribourg")
    assert (same.full_time, same.extra_time) == (None, Score(1, 4))
    assert len(in_round(matches, RoundKind.QUARTER_FINAL)) == 9


def test_a_replay_is_no_leg_at_the_same_club() -> None:
    replay = replace(
        reports_of("1968-03-06 Dublin 1-2 Celje", season=1967)[0].match,
        round=Round(RoundKind.QUARTER_FINAL),
        leg=Leg.REPLAY,
    )
    matches = derived(FROM_THE_QUARTER_FINALS, stored=(replay,))
    legs = {match.date: match.leg for match in matches if match.home.name == "Dublin"}
    assert legs == {date(1968, 2, 28): Leg.SECOND, date(1968, 3, 6): Leg.REPLAY}


def test_where_the_main_rounds_are_stored_the_rest_is_qualifying() -> None:
    stored = replace(
        reports_of("1997-09-17 Antwerp 1-0 Espoo", season=1997)[0].match, round=Round(RoundKind.GROUP, "A")
    )
    matches = derived(
        """
        1997-07-23 Antwerp 1-0 Berlin
        1997-07-30 Berlin 0-0 Antwerp
        1997-08-13 Antwerp 1-0 Celje
        1997-08-27 Celje 2-1 Antwerp
        1997-09-17 Antwerp 1-0 Espoo
        """,
        season=1997,
        stored=(stored,),
    )
    assert len(in_round(matches, RoundKind.QUALIFYING_1)) == 2
    assert len(in_round(matches, RoundKind.QUALIFYING_2)) == 2
    assert in_round(matches, RoundKind.GROUP) == ["1997-09-17 Antwerp 1-0 Espoo"]


def test_a_season_of_groups_that_nobody_told_is_derived_from_its_matches() -> None:
    matches = derived(
        """
        2010-07-13 Antwerp 1-0 Berlin
        2010-07-20 Berlin 0-0 Antwerp
        2011-04-26 Antwerp 1-0 Celje
        2011-05-03 Celje 0-0 Antwerp
        2011-05-28 Antwerp 0-1 Dublin
        """,
        season=2010,
    )
    assert in_round(matches, RoundKind.FINAL) == ["2011-05-28 Antwerp 0-1 Dublin"]
    assert len(matches) == 5


def test_a_competition_without_a_format_comes_back_without_rounds() -> None:
    matches = derived("1950-01-01 Ajax 1-0 Arsenal", CUP_WINNERS_CUP, 1950)
    assert [match.round for match in matches] == [UNKNOWN_ROUND]


def test_a_replay_two_days_later_is_not_taken_for_the_final_that_is_stored() -> None:
    final = """
        1971-05-19 Chelsea 1-1 Madrid
        1971-05-21 Chelsea 2-1 Madrid
    """
    played, replay = (report.match for report in reports_of(final, CUP_WINNERS_CUP, 1970))
    stored = [
        replace(played, round=Round(RoundKind.FINAL), extra_time=Score(1, 1)),
        replace(replay, round=Round(RoundKind.FINAL), leg=Leg.REPLAY),
    ]
    first, second = derive_history(CUP_WINNERS_CUP, Season(1970), [played, replay], stored)
    assert (first.extra_time, second.extra_time) == (Score(1, 1), None)
    assert (second.leg, second.full_time) == (Leg.REPLAY, Score(2, 1))


def test_a_fact_of_a_season_with_a_format_keeps_nobody_from_placing_the_others() -> None:
    semi_finals = """
        1991-04-10 Antwerp 1-0 Berlin
        1991-04-24 Berlin 1-0 Antwerp
        1991-04-10 Celje 1-0 Dublin
        1991-04-24 Dublin 0-0 Celje
        1991-05-29 Berlin 1-0 Celje
    """
    reported = [report.match for report in reports_of(semi_finals, CHAMPIONS_LEAGUE, 1990)]
    shoot_out = replace(
        reported[1],
        round=Round(RoundKind.SEMI_FINAL),
        leg=Leg.SECOND,
        extra_time=Score(1, 0),
        penalties=Score(4, 3),
    )
    matches = derive_history(CHAMPIONS_LEAGUE, Season(1990), reported, (shoot_out,))
    assert len(matches) == len(reported)
    assert len(in_round(matches, RoundKind.SEMI_FINAL)) == 4
    assert len(in_round(matches, RoundKind.FINAL)) == 1
