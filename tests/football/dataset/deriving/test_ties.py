"""Legs, and the goalless leg that nobody tells of."""

from __future__ import annotations

from dataclasses import replace

from bot.football.dataset.deriving.formats import Stage
from bot.football.dataset.deriving.ties import with_legs
from bot.football.model import Derived, Leg, Match, RoundKind, Score
from tests.football.deriving_reports import club, line, reports_of

TIES = Stage(RoundKind.QUARTER_FINAL, 4)
QUARTER_FINALS_1995 = """
    1995-03-01 Milan 2-0 Benfica
    1995-03-01 Barcelona 1-1 Paris
    1995-03-15 Ajax 3-0 Hajduk (0-0)
    1995-03-15 Gothenburg 2-2 Bayern (0-0)
    1995-03-15 Paris 2-1 Barcelona (1-1)
"""
SEMI_FINALISTS_1995 = ("Milan", "Paris", "Ajax", "Bayern")


def legs(text: str, *later: str, stage: Stage = TIES) -> list[Match]:
    reports = reports_of(text)
    first_legs = {report.match: report.first_leg for report in reports if report.first_leg}
    return with_legs(stage, [report.match for report in reports], first_legs, frozenset(map(club, later)))


def restored(matches: list[Match]) -> set[str]:
    return {f"{line(match)}, leg {match.leg}" for match in matches if Derived.MATCH in match.derived}


def test_a_return_tells_of_its_goalless_first_leg() -> None:
    assert restored(legs("1995-03-15 Ajax 3-0 Hajduk (0-0)")) == {"? Hajduk 0-0 Ajax, leg 1"}


def test_a_club_that_plays_on_had_a_goalless_return() -> None:
    assert restored(legs("1995-03-01 Milan 2-0 Benfica", "Milan")) == {"? Benfica 0-0 Milan, leg 2"}


def test_a_goalless_return_sent_panathinaikos_through_on_away_goals() -> None:
    matches = legs("1991-09-18 Fram 2-2 Panathinaikos", "Panathinaikos")
    assert restored(matches) == {"? Panathinaikos 0-0 Fram, leg 2"}


def test_no_return_is_invented_when_the_other_club_plays_on() -> None:
    assert restored(legs("1995-03-01 Milan 2-0 Benfica", "Benfica")) == set()


def test_no_return_is_invented_when_nobody_or_both_play_on() -> None:
    assert restored(legs("1995-03-01 Milan 2-0 Benfica")) == set()
    assert restored(legs("1995-03-01 Milan 2-0 Benfica", "Milan", "Benfica")) == set()


def test_a_first_leg_with_goals_that_is_not_told_is_not_invented() -> None:
    (match,) = legs("1995-03-15 Ajax 3-0 Hajduk (1-0)", "Ajax")
    assert match.leg is Leg.SECOND


def test_a_match_on_the_day_of_the_returns_is_not_taken_for_a_first_leg() -> None:
    matches = legs("1995-03-15 Ajax 3-0 Hajduk (0-0)\n1995-03-15 Milan 2-0 Benfica", "Milan", "Ajax")
    assert restored(matches) == {"? Hajduk 0-0 Ajax, leg 1"}
    assert matches[-1].leg is None


def test_a_goalless_first_leg_says_nothing_about_the_return() -> None:
    assert len(legs("1990-10-24 Napoli 0-0 Spartak Moscow", "Spartak Moscow")) == 1


def test_a_first_leg_without_a_score_says_nothing_about_the_return() -> None:
    match = replace(reports_of("1990-10-24 Napoli 1-0 Spartak Moscow")[0].match, full_time=None)
    assert len(with_legs(TIES, [match], {}, frozenset({club("Spartak Moscow")}))) == 1


def test_legs_are_told_apart_by_their_days() -> None:
    matches = legs("1995-03-15 Paris 2-1 Barcelona\n1995-03-01 Barcelona 1-1 Paris")
    assert [(match.leg, match.home.name) for match in matches] == [
        (Leg.FIRST, "Barcelona"),
        (Leg.SECOND, "Paris"),
    ]
    assert all(Derived.LEG in match.derived for match in matches)


def test_a_leg_that_is_told_is_not_marked_as_derived() -> None:
    matches = legs("1995-03-15 Paris 2-1 Barcelona (1-1)\n1995-03-01 Barcelona 1-1 Paris")
    assert [Derived.LEG in match.derived for match in matches] == [True, False]


def test_a_known_leg_without_a_day_keeps_its_place() -> None:
    kept = replace(reports_of("1995-03-01 Barcelona 1-1 Paris")[0].match, date=None, leg=Leg.FIRST)
    second = reports_of("1995-03-15 Paris 2-1 Barcelona")[0].match
    matches = with_legs(TIES, [second, kept], {}, frozenset())
    assert {match.leg: match.home.name for match in matches} == {Leg.FIRST: "Barcelona", Leg.SECOND: "Paris"}
    assert kept in matches


def test_leeds_and_stuttgart_met_a_third_time_on_neutral_ground() -> None:
    matches = legs(
        """
        1992-09-16 Stuttgart 3-0 Leeds
        1992-09-30 Leeds 3-0 Stuttgart (0-3)
        1992-10-09 Stuttgart 1-2 Leeds
        """,
        "Leeds",
    )
    assert [match.leg for match in matches] == [Leg.FIRST, Leg.SECOND, Leg.REPLAY]
    assert [match.neutral for match in matches] == [False, False, True]


def test_a_single_match_has_no_leg() -> None:
    semi_finals = Stage(RoundKind.SEMI_FINAL, 2, meetings=1)
    (match,) = legs("1994-04-27 Milan 3-0 Monaco", "Milan", stage=semi_finals)
    assert match.leg is None


def test_a_tie_decided_in_one_match_of_august_2020_has_no_other_leg() -> None:
    (match,) = legs("2020-08-05 Inter 2-0 Getafe", "Inter")
    assert match.leg is None
    assert match.neutral


def test_a_return_of_august_2020_stays_a_return() -> None:
    matches = legs("2020-03-12 Olympiacos 1-1 Wolves\n2020-08-06 Wolves 1-0 Olympiacos (1-1)", "Wolves")
    assert [match.leg for match in matches] == [Leg.FIRST, Leg.SECOND]


def test_one_other_tie_is_too_few_to_tell_the_day() -> None:
    assert restored(legs(QUARTER_FINALS_1995, *SEMI_FINALISTS_1995)) == {
        "? Benfica 0-0 Milan, leg 2",
        "? Hajduk 0-0 Ajax, leg 1",
        "? Bayern 0-0 Gothenburg, leg 1",
    }


def test_two_other_ties_tell_the_day() -> None:
    matches = legs(
        """
        2007-02-21 Arsenal 1-0 PSV
        2007-02-21 Manchester 1-0 Lille
        2007-02-20 Real 3-2 Bayern
        2007-03-06 Lyon 0-2 Roma (0-0)
        2007-03-06 PSV 1-1 Arsenal (0-1)
        2007-03-06 Lille 1-0 Manchester (0-1)
        2007-03-07 Bayern 2-1 Real (2-3)
        """
    )
    assert restored(matches) == {"2007-02-21 Roma 0-0 Lyon, leg 1"}


def test_ties_on_two_days_tell_none() -> None:
    matches = legs(
        """
        2007-02-21 Arsenal 1-0 PSV
        2007-02-20 Manchester 1-0 Lille
        2007-03-06 Lyon 0-2 Roma (0-0)
        2007-03-06 PSV 1-1 Arsenal (0-1)
        2007-03-06 Lille 1-0 Manchester (0-1)
        """
    )
    assert restored(matches) == {"? Roma 0-0 Lyon, leg 1"}


def test_a_restored_match_was_goalless_at_half_time_too() -> None:
    first = legs("1995-03-15 Ajax 3-0 Hajduk (0-0)")[0]
    assert (first.full_time, first.half_time, first.goals) == (Score(0, 0), Score(0, 0), ())
