"""Seasons put together from who met whom when."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from bot.football.dataset.deriving.deriving import derive_season
from bot.football.dataset.deriving.formats import format_of
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    Competition,
    Derived,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from tests.football.deriving_reports import club, line, reports_of

CUP_1990_91 = """
    1991-03-06 Milan 1-1 Marseille
    1991-03-06 Bayern 1-1 Porto
    1991-03-06 Red Star 3-0 Dresden
    1991-03-20 Dresden 0-3 Red Star (0-3)
    1991-03-20 Porto 0-2 Bayern (1-1)
    1991-03-20 Marseille 3-0 Milan (1-1)
    1991-03-20 Real Madrid 1-3 Spartak Moscow (0-0)
    1991-04-10 Bayern 1-2 Red Star
    1991-04-10 Spartak Moscow 1-3 Marseille
    1991-04-24 Red Star 2-2 Bayern (2-1)
    1991-04-24 Marseille 2-1 Spartak Moscow (3-1)
"""
GROUPS_1993_94 = """
    1993-11-24 Monaco 4-1 Spartak Moscow
    1993-11-24 Porto 3-2 Werder
    1993-12-01 Milan 3-0 Porto
    1993-12-08 Barcelona 2-0 Monaco
    1993-12-08 Werder 5-3 Anderlecht
    1994-03-02 Milan 2-1 Werder
    1994-03-02 Monaco 3-0 Galatasaray
    1994-03-02 Anderlecht 1-0 Porto
    1994-03-02 Spartak Moscow 2-2 Barcelona
    1994-03-16 Barcelona 5-1 Spartak Moscow
    1994-03-16 Porto 2-0 Anderlecht
    1994-03-16 Galatasaray 0-2 Monaco
    1994-03-16 Werder 1-1 Milan
    1994-03-30 Barcelona 3-0 Galatasaray
    1994-03-30 Werder 0-5 Porto
    1994-04-13 Monaco 0-1 Barcelona
    1994-04-13 Galatasaray 1-2 Spartak Moscow
    1994-04-13 Anderlecht 1-2 Werder
"""
END_OF_1993_94 = """
    1994-04-27 Milan 3-0 Monaco
    1994-04-27 Barcelona 3-0 Porto
    1994-05-18 Milan 4-0 Barcelona
"""
FINAL_1991 = Match(
    CHAMPIONS_LEAGUE,
    Season(1990),
    Round(RoundKind.FINAL),
    club("Red Star"),
    club("Marseille"),
    Status.PLAYED,
    date=date(1991, 5, 29),
    full_time=Score(0, 0),
    extra_time=Score(0, 0),
    penalties=Score(5, 3),
    neutral=True,
    source="facts",
)


def restored(matches: tuple[Match, ...]) -> set[str]:
    return {line(match) for match in matches if Derived.MATCH in match.derived}


def rounds(matches: tuple[Match, ...]) -> Counter[str]:
    return Counter(match.round.kind.value for match in matches)


def in_round(matches: tuple[Match, ...], kind: RoundKind) -> list[Match]:
    return [match for match in matches if match.round.kind is kind]


def season_1993_94() -> tuple[Match, ...]:
    return derive_season(CHAMPIONS_LEAGUE, Season(1993), reports_of(GROUPS_1993_94 + END_OF_1993_94))


def test_the_rounds_of_1990_91_follow_from_who_plays_on() -> None:
    matches = derive_season(
        CHAMPIONS_LEAGUE, Season(1990), reports_of(CUP_1990_91, season=1990), [FINAL_1991]
    )
    assert rounds(matches) == {"QF": 8, "SF": 4, "F": 1}
    assert restored(matches) == {"1991-03-06 Spartak Moscow 0-0 Real Madrid"}


def test_a_final_that_is_not_told_is_not_made_of_a_semi_final() -> None:
    matches = derive_season(CHAMPIONS_LEAGUE, Season(1990), reports_of(CUP_1990_91, season=1990))
    assert rounds(matches) == {"QF": 8, "SF": 4}


def test_a_known_match_keeps_its_round_without_a_mark() -> None:
    matches = derive_season(
        CHAMPIONS_LEAGUE, Season(1990), reports_of(CUP_1990_91, season=1990), [FINAL_1991]
    )
    assert in_round(matches, RoundKind.FINAL) == [FINAL_1991]
    semi_final = in_round(matches, RoundKind.SEMI_FINAL)[0]
    assert Derived.ROUND in semi_final.derived


def test_a_final_is_played_on_neutral_ground() -> None:
    (final,) = in_round(season_1993_94(), RoundKind.FINAL)
    assert final.neutral
    assert final.leg is None


def test_the_semi_finals_of_1993_94_were_single_matches() -> None:
    semi_finals = in_round(season_1993_94(), RoundKind.SEMI_FINAL)
    assert {line(match) for match in semi_finals} == {
        "1994-04-27 Milan 3-0 Monaco",
        "1994-04-27 Barcelona 3-0 Porto",
    }
    assert all(match.leg is None and not match.neutral for match in semi_finals)


def test_the_two_groups_of_1993_94_are_complete_with_their_six_goalless_matches() -> None:
    matches = season_1993_94()
    assert restored(matches) == {
        "1993-11-24 Anderlecht 0-0 Milan",
        "1993-11-24 Galatasaray 0-0 Barcelona",
        "1993-12-08 Spartak Moscow 0-0 Galatasaray",
        "1994-03-30 Milan 0-0 Anderlecht",
        "1994-03-30 Spartak Moscow 0-0 Monaco",
        "1994-04-13 Porto 0-0 Milan",
    }
    group_matches = in_round(matches, RoundKind.GROUP)
    assert Counter(match.round.label for match in group_matches) == {"1": 12, "2": 12}
    assert all(match.half_time == Score(0, 0) for match in matches if Derived.MATCH in match.derived)


def test_a_match_brought_forward_keeps_its_matchday() -> None:
    milan_porto = next(match for match in season_1993_94() if match.date == date(1993, 12, 1))
    assert milan_porto.matchday == 2


def test_a_group_is_called_by_the_letter_that_is_known_of_one_of_its_matches() -> None:
    letter = replace(
        reports_of("1993-12-01 Milan 3-0 Porto")[0].match, round=Round(RoundKind.GROUP, "B"), source="facts"
    )
    matches = derive_season(
        CHAMPIONS_LEAGUE, Season(1993), reports_of(GROUPS_1993_94 + END_OF_1993_94), [letter]
    )
    of_milan = {match.round.code for match in matches if club("Milan") in match.clubs}
    assert of_milan == {"GROUP B", "SF", "F"}
    assert len(matches) == 27


def test_a_known_match_corrects_the_one_that_is_told() -> None:
    wrong = reports_of("1996-11-28 Manchester United 0-1 Juventus", season=1996)
    right = replace(wrong[0].match, date=date(1996, 11, 20), round=Round(RoundKind.GROUP), matchday=5)
    (match,) = derive_season(CHAMPIONS_LEAGUE, Season(1996), wrong, [right])
    assert match.date == date(1996, 11, 20)
    assert match.matchday == 5


def test_one_club_may_receive_another_twice_in_a_season() -> None:
    group = reports_of("1999-09-15 Chelsea 1-0 Milan", season=1999)
    later = replace(group[0].match, date=date(2000, 4, 5), round=Round(RoundKind.QUARTER_FINAL))
    assert len(derive_season(CHAMPIONS_LEAGUE, Season(1999), group, [later])) == 2


def test_a_club_at_home_is_not_the_same_match_as_away() -> None:
    first = reports_of("1991-04-10 Bayern 1-2 Red Star", season=1990)
    second = replace(
        reports_of("1991-04-24 Red Star 2-2 Bayern", season=1990)[0].match, round=Round(RoundKind.SEMI_FINAL)
    )
    matches = derive_season(CHAMPIONS_LEAGUE, Season(1990), first, [FINAL_1991, second])
    assert [(match.leg, line(match)) for match in in_round(matches, RoundKind.SEMI_FINAL)] == [
        (Leg.FIRST, "1991-04-10 Bayern 1-2 Red Star"),
        (Leg.SECOND, "1991-04-24 Red Star 2-2 Bayern"),
    ]


def test_nothing_is_invented_in_august_2020() -> None:
    reports = reports_of(
        """
        2020-03-12 Basaksehir 1-0 FC Copenhagen
        2020-03-12 Olympiacos 1-1 Wolves
        2020-08-05 FC Copenhagen 3-0 Basaksehir (0-1)
        2020-08-05 Inter 2-0 Getafe
        2020-08-06 Sevilla 2-0 Roma
        2020-08-06 Wolves 1-0 Olympiacos (1-1)
        2020-08-10 Inter 2-1 Leverkusen
        2020-08-11 Wolves 0-1 Sevilla
        2020-08-16 Sevilla 2-1 Manchester United
        2020-08-21 Sevilla 3-2 Inter
        """,
        EUROPA_LEAGUE,
        2019,
    )
    matches = derive_season(EUROPA_LEAGUE, Season(2019), reports)
    assert rounds(matches) == {"R16": 6, "QF": 2, "SF": 1, "F": 1}
    assert restored(matches) == set()
    singles = {match.home.name for match in matches if match.neutral}
    assert singles == {"Inter", "Sevilla", "Wolves"}
    assert {match.leg for match in matches if match.date and match.date > date(2020, 8, 6)} == {None}


def test_the_second_group_phase_is_kept_apart_from_the_first() -> None:
    reports = reports_of(
        """
        1999-11-02 Lazio 1-0 Maribor
        1999-11-03 Chelsea 2-0 Hertha
        1999-11-24 Chelsea 3-1 Feyenoord
        1999-11-24 Marseille 0-2 Lazio
        1999-12-07 Feyenoord 3-0 Marseille
        2000-03-14 Feyenoord 1-3 Chelsea
        2000-03-22 Chelsea 1-2 Lazio
        2000-04-05 Chelsea 3-1 Barcelona
        2000-04-05 Valencia 5-2 Lazio
        2000-04-18 Barcelona 5-1 Chelsea (1-3)
        2000-04-18 Lazio 1-0 Valencia (2-5)
        2000-05-02 Valencia 4-1 Barcelona
        2000-05-02 Real Madrid 2-0 Bayern
        2000-05-10 Barcelona 2-1 Valencia (1-4)
        2000-05-10 Bayern 2-1 Real Madrid (0-2)
        2000-05-24 Real Madrid 3-0 Valencia
        """,
        season=1999,
    )
    matches = derive_season(CHAMPIONS_LEAGUE, Season(1999), reports)
    assert rounds(matches) == {"GROUP": 2, "G2": 5, "QF": 4, "SF": 4, "F": 1}
    # Of neither phase is every group here, so that none can be completed.
    assert restored(matches) == set()


def test_a_qualifying_match_stays_without_a_round() -> None:
    reports = reports_of(
        """
        1994-08-24 Gothenburg 2-0 Sparta Prague
        1994-09-14 Barcelona 2-1 Galatasaray
        1994-09-14 Manchester United 4-2 Gothenburg
        1994-09-28 Gothenburg 2-1 Barcelona
        1995-03-01 Barcelona 1-1 Paris
        1995-03-15 Paris 2-1 Barcelona (1-1)
        1995-04-05 Paris 0-1 Milan
        1995-04-19 Milan 2-0 Paris (1-0)
        1995-05-24 Ajax 1-0 Milan
        """
    )
    matches = derive_season(CHAMPIONS_LEAGUE, Season(1994), reports)
    assert rounds(matches) == {"GROUP": 3, "QF": 2, "SF": 2, "F": 1, "OTHER": 1}
    assert matches[-1] == reports[0].match


def test_a_match_without_a_day_and_a_round_stays_as_it_is() -> None:
    (report,) = reports_of("1995-05-24 Ajax 1-0 Milan")
    somewhere = replace(report.match, date=None, home=club("Porto"))
    matches = derive_season(CHAMPIONS_LEAGUE, Season(1994), [report], [somewhere])
    assert matches[-1] == somewhere


@pytest.mark.parametrize(
    ("competition", "start_year"),
    [(CHAMPIONS_LEAGUE, 1989), (CHAMPIONS_LEAGUE, 2024), (EUROPA_LEAGUE, 2003), (CONFERENCE_LEAGUE, 2021)],
)
def test_a_season_of_unknown_format_comes_back_as_it_is_told(
    competition: Competition, start_year: int
) -> None:
    reports = reports_of("1995-05-24 Ajax 1-0 Milan", competition, start_year)
    assert format_of(competition, Season(start_year)) == ()
    assert derive_season(competition, Season(start_year), reports) == (reports[0].match,)


@pytest.mark.parametrize(
    ("competition", "start_year", "matches"),
    [
        (CHAMPIONS_LEAGUE, 1990, 61),
        (CHAMPIONS_LEAGUE, 1993, 75),
        (CHAMPIONS_LEAGUE, 1994, 61),
        (CHAMPIONS_LEAGUE, 1997, 85),
        (CHAMPIONS_LEAGUE, 2002, 157),
        (CHAMPIONS_LEAGUE, 2003, 125),
        (EUROPA_LEAGUE, 2006, 221),
        (EUROPA_LEAGUE, 2013, 205),
    ],
)
def test_a_season_had_so_many_matches(competition: Competition, start_year: int, matches: int) -> None:
    stages = format_of(competition, Season(start_year))
    pairs = [stage.groups * stage.clubs * (stage.clubs - 1) // 2 * stage.meetings for stage in stages]
    assert sum(pairs) == matches
