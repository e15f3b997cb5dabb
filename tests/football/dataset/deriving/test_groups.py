"""Groups and their goalless matches, found from the matches with goals."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.football.dataset.deriving.formats import Stage
from bot.football.dataset.deriving.groups import with_groups
from bot.football.dataset.deriving.rounds import groups_of
from bot.football.model import Derived, Match, RoundKind, Score
from tests.football.deriving_reports import club, line, reports_of

ONE_OF_FOUR = Stage(RoundKind.GROUP, 1, clubs=4)
ONE_OF_FIVE = Stage(RoundKind.GROUP, 1, clubs=5, meetings=1)
UEFA_CUP_GROUP_F = """
    2006-10-19 Sparta Prague 0-2 Espanyol
    2006-10-19 Austria Vienna 1-4 Zulte Waregem
    2006-11-02 Ajax 3-0 Austria Vienna
    2006-11-02 Zulte Waregem 3-1 Sparta Prague
    2006-11-23 Espanyol 6-2 Zulte Waregem
    2006-11-30 Ajax 0-2 Espanyol
    2006-11-30 Austria Vienna 0-1 Sparta Prague
    2006-12-13 Espanyol 1-0 Austria Vienna
    2006-12-13 Zulte Waregem 0-3 Ajax
"""
CHELSEA_AND_LIVERPOOL = """
    2005-09-13 Betis 1-2 Liverpool
    2005-09-13 Chelsea 1-0 Anderlecht
    2005-09-28 Anderlecht 0-1 Betis
    2005-10-19 Anderlecht 0-1 Liverpool
    2005-10-19 Chelsea 4-0 Betis
    2005-11-01 Liverpool 3-0 Anderlecht
    2005-11-01 Betis 1-0 Chelsea
    2005-11-23 Anderlecht 0-2 Chelsea
    2005-12-06 Betis 0-1 Anderlecht
"""
OTHERS_ON_THE_SAME_DAYS = """
    2005-09-13 Porto 1-0 Rangers
    2005-09-28 Inter 1-0 Rangers
    2005-10-19 Inter 1-0 Porto
    2005-11-01 Porto 1-0 Inter
    2005-11-23 Rangers 1-0 Inter
    2005-12-06 Rangers 1-0 Porto
    2005-12-06 Inter 1-0 Artmedia
    2005-09-13 Artmedia 1-0 Inter
    2005-09-28 Porto 1-0 Artmedia
    2005-10-19 Rangers 1-0 Artmedia
    2005-11-01 Artmedia 1-0 Rangers
    2005-11-23 Artmedia 1-0 Porto
"""

SCHEDULE = (
    (("A", "B"), ("C", "D")),
    (("D", "A"), ("B", "C")),
    (("A", "C"), ("D", "B")),
    (("C", "A"), ("B", "D")),
    (("A", "D"), ("C", "B")),
    (("B", "A"), ("D", "C")),
)
"""UEFA's calendar: home and away in turns on the first two matchdays, the next two and the last two."""
DAYS = ("2009-09-15", "2009-09-29", "2009-10-20", "2009-11-03", "2009-11-24", "2009-12-08")


def matches_of(text: str) -> list[Match]:
    return [report.match for report in reports_of(text)]


def restored(matches: list[Match]) -> set[str]:
    return {line(match) for match in matches if Derived.MATCH in match.derived}


def matchday_of(matches: list[Match], home: str, away: str) -> int | None:
    return next(match.matchday for match in matches if match.clubs == (club(home), club(away)))


def test_clubs_that_met_are_in_one_group() -> None:
    matches = matches_of("2005-09-13 A 1-0 B\n2005-09-13 C 1-0 D\n2005-09-28 B 1-0 C\n2005-09-28 E 1-0 F")
    assert {frozenset(member.name for member in group) for group in groups_of(matches)} == {
        frozenset("ABCD"),
        frozenset("EF"),
    }


def test_in_a_group_of_five_each_pair_met_once() -> None:
    matches = with_groups(ONE_OF_FIVE, matches_of(UEFA_CUP_GROUP_F))
    # Ajax had its two matches at home already, Sparta Prague only one.
    assert {match.home.name for match in matches if Derived.MATCH in match.derived} == {"Sparta Prague"}
    assert len(matches) == 10
    assert set(Counter(match.home for match in matches).values()) == {2}


def test_a_goalless_match_in_a_group_of_five_gets_its_matchday_from_those_who_rested() -> None:
    matches = with_groups(ONE_OF_FIVE, matches_of(UEFA_CUP_GROUP_F))
    assert matchday_of(matches, "Sparta Prague", "Ajax") == 3


def test_where_nobody_can_say_who_was_at_home_no_match_is_restored() -> None:
    # A, B and C never met: A-B, B-C, C-A and B-A, C-B, A-C both give each of them two matches at home.
    matches = matches_of(
        """
        2006-10-19 A 1-0 D
        2006-10-19 E 1-0 B
        2006-11-02 B 1-0 D
        2006-11-02 E 1-0 A
        2006-11-23 D 1-0 C
        2006-11-30 C 1-0 E
        2006-12-13 D 1-0 E
        """
    )
    assert restored(with_groups(ONE_OF_FIVE, matches)) == set()


def test_two_goalless_matches_between_two_clubs_change_ends() -> None:
    stage = Stage(RoundKind.GROUP, 2, clubs=4)
    matches = with_groups(stage, matches_of(CHELSEA_AND_LIVERPOOL + OTHERS_ON_THE_SAME_DAYS))
    assert restored(matches) == {
        "2005-09-28 Liverpool 0-0 Chelsea",
        "2005-11-23 Liverpool 0-0 Betis",
        "2005-12-06 Chelsea 0-0 Liverpool",
    }


def test_a_group_that_lacks_a_club_is_not_completed() -> None:
    assert restored(with_groups(ONE_OF_FOUR, matches_of("2005-09-13 Chelsea 1-0 Anderlecht"))) == set()


def test_a_match_put_off_says_nothing_about_the_day_of_the_other() -> None:
    days = ["2001-09-11", "2001-09-18", "2001-09-25", "2001-10-16", "2001-10-23", "2001-10-30"]
    others = list(zip(days, SCHEDULE, strict=True))
    text = "".join(
        f"{day} {home.lower()} 1-0 {away.lower()}\n" for day, pairs in others for home, away in pairs
    )
    group = "".join(f"{day} {home} 1-0 {away}\n" for day, pairs in others[1:] for home, away in pairs)
    group += "2001-10-10 A 1-0 B\n"
    stage = Stage(RoundKind.GROUP, 2, clubs=4)
    matches = with_groups(stage, matches_of(text + group))
    assert restored(matches) == {"? C 0-0 D"}
    assert matchday_of(matches, "A", "B") == 1
    assert matchday_of(matches, "C", "D") == 1


def test_a_match_that_stood_alone_on_its_day_says_nothing_either() -> None:
    days = ["2012-09-20", "2012-10-04", "2012-10-25", "2012-11-08", "2012-11-22", "2012-12-06"]
    rounds = list(zip(days, SCHEDULE, strict=True))
    text = "".join(
        f"{day} {home.lower()} 1-0 {away.lower()}\n" for day, pairs in rounds for home, away in pairs
    )
    text += "".join(f"{day} {home} 1-0 {away}\n" for day, pairs in rounds[:5] for home, away in pairs)
    text += "2012-12-07 D 1-0 C\n"
    matches = with_groups(Stage(RoundKind.GROUP, 2, clubs=4), matches_of(text))
    assert restored(matches) == {"? B 0-0 A"}
    assert matchday_of(matches, "B", "A") == 6


def test_a_known_match_without_a_day_gets_none() -> None:
    matches = matches_of("".join(f"{DAYS[0]} {home} 1-0 {away}\n" for home, away in SCHEDULE[0]))
    undated = replace(matches[0], date=None, matchday=1)
    assert with_groups(ONE_OF_FOUR, [undated, matches[1]])[0].date is None


@given(st.sets(st.sampled_from([pair for pairs in SCHEDULE for pair in pairs]), max_size=5))
def test_whatever_was_goalless_in_a_group_of_four_comes_back(goalless: set[tuple[str, str]]) -> None:
    text = "".join(
        f"{day} {home} 1-0 {away}\n"
        for day, pairs in zip(DAYS, SCHEDULE, strict=True)
        for home, away in pairs
        if (home, away) not in goalless
    )
    matches = with_groups(ONE_OF_FOUR, matches_of(text))
    assert {
        (match.home.name, match.away.name) for match in matches if Derived.MATCH in match.derived
    } == goalless
    assert all(match.full_time == Score(0, 0) for match in matches if Derived.MATCH in match.derived)
    assert len(matches) == 12
    for name in "ABCD":
        played = [match.matchday for match in matches if club(name) in match.clubs and match.matchday]
        assert len(played) == len(set(played))
