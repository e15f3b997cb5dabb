"""A match night, in the order in which a Dutch group chat wants it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Competition, Match, RoundKind, Season
from bot.football.season.evening import (
    end_of_evening,
    evening,
    evening_of,
    evening_of_match,
    most_important_first,
    weight,
)
from bot.football.season.season_as_of import SeasonAsOf, know_season
from tests.football.builders import amsterdam, club, match

NIGHT = date(2012, 2, 23)


def season(*matches: Match, now: str = "2012-02-24 02:00") -> SeasonAsOf:
    first = matches[0]
    return know_season(first.competition, first.season, matches, (), None, amsterdam(now))


def dutch(played: Match) -> Match:
    """The same with a Dutch home club."""
    return replace(played, home=club(played.home.name, "NED"))


def second_leg(home: str, away: str, time: str | None = None, *, competition: str = "EL") -> Match:
    return match(home, away, "1-0", competition=competition, season=2011, date="2012-02-23", time=time, leg=2)


PSV = dutch(second_leg("PSV", "Trabzonspor", "21:05"))
VALENCIA = second_leg("Valencia", "Stoke City", "19:00")
STANDARD = second_leg("Standard", "Wisła", "21:05")
BESIKTAS = second_leg("Beşiktaş", "Braga")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2018-02-22 20:45", "2018-02-22"),
        ("2018-02-23 00:20", "2018-02-22"),
        ("2018-02-23 05:59", "2018-02-22"),
        ("2018-02-23 06:00", "2018-02-23"),
        # The clock went back at three that night; the evening lasted an hour longer, until six all the same.
        ("2018-10-28 05:59", "2018-10-27"),
        ("2018-10-28 06:00", "2018-10-28"),
    ],
)
def test_until_six_in_the_morning_it_is_the_evening_before(moment: str, day: str) -> None:
    assert evening_of(amsterdam(moment)) == date.fromisoformat(day)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_an_evening_ends_when_the_next_begins(day: date) -> None:
    assert evening_of(end_of_evening(day)) > day


def test_a_kick_off_after_midnight_belongs_to_the_evening() -> None:
    late = second_leg("Bilbao", "Lokomotiv")
    late = replace(late, date=date(2012, 2, 24), kick_off=amsterdam("2012-02-24 00:15"))
    assert evening_of_match(late) == NIGHT
    assert evening_of_match(BESIKTAS) == NIGHT
    (section,) = evening([season(late, BESIKTAS)], NIGHT)
    assert [match.home.name for match in section.matches] == ["Bilbao", "Beşiktaş"]


def test_dutch_clubs_come_first_then_followed_ones_then_the_kick_off() -> None:
    as_of = season(BESIKTAS, STANDARD, VALENCIA, PSV)
    (section,) = evening([as_of], NIGHT, frozenset({"standard"}))
    assert [match.home.name for match in section.matches] == ["PSV", "Standard", "Valencia", "Beşiktaş"]
    assert [weight(match, frozenset({"standard"})) for match in section.matches] == [0, 1, 2, 2]


def test_an_evening_without_matches_has_no_sections() -> None:
    assert evening([season(PSV)], date(2012, 2, 22)) == ()


def test_competitions_stand_in_their_usual_order_whoever_plays() -> None:
    cups = [
        season(second_leg("River Plate", "Boca Juniors", competition="Copa Libertadores")),
        season(PSV),
        season(second_leg("Basel", "Bayern", competition="CL")),
    ]
    assert [section.season.competition.code for section in evening(cups, NIGHT)] == [
        "CL",
        "EL",
        "Copa Libertadores",
    ]


def test_within_a_competition_the_round_with_the_dutch_club_comes_first_then_the_later_round() -> None:
    def qualifier(home: str, round_: str) -> Match:
        return match(home, "x", "1-0", competition="ECL", season=2025, round=round_, date="2025-07-31")

    third, second, first = qualifier("Celje", "Q3"), qualifier("AZ", "Q2"), qualifier("Riga", "Q1")
    as_of = season(third, first, dutch(second), now="2025-08-01 02:00")
    kinds = [section.kind for section in evening([as_of], date(2025, 7, 31))]
    assert kinds == [RoundKind.QUALIFYING_2, RoundKind.QUALIFYING_3, RoundKind.QUALIFYING_1]


def test_the_groups_of_a_group_phase_are_one_section() -> None:
    groups = [
        match(home, away, "1-0", competition="CL", round=f"GROUP {letter}", date="2017-09-13")
        for letter, home, away in (("H", "Real Madrid", "APOEL"), ("G", "Porto", "Beşiktaş"))
    ]
    (section,) = evening([season(*groups, now="2017-09-14 02:00")], date(2017, 9, 13))
    assert section.kind is RoundKind.GROUP
    assert len(section.matches) == 2


def test_what_matters_most_over_all_competitions() -> None:
    basel = second_leg("Basel", "Bayern", competition="CL")
    sections = evening([season(basel), season(STANDARD, PSV)], NIGHT, frozenset({"standard"}))
    names = [game.home.name for game in most_important_first(sections, frozenset({"standard"}))]
    assert names == ["PSV", "Standard", "Basel"]


def test_an_evening_is_told_as_known_at_the_moment() -> None:
    as_of = season(PSV, VALENCIA, now="2012-02-23 22:00")
    (section,) = evening([as_of], NIGHT)
    assert [match.score is None for match in section.matches] == [True, False]
    assert (as_of.competition, as_of.season) == (Competition("EL"), Season(2011))
