from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.football.questions.competition import Rest
from bot.football.questions.day import Days, take_days

A_THURSDAY = date(2018, 2, 22)
NOTHING_AHEAD, SOON = timedelta(0), timedelta(days=60)


def days(text: str, ahead: timedelta = NOTHING_AHEAD) -> Days:
    rest = Rest(f"Ajax {text}")
    found = take_days(rest, A_THURSDAY, ahead)
    assert rest.text == "Ajax"
    return found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22 feb 2018", date(2018, 2, 22)),
        ("27/5/2009", date(2009, 5, 27)),
        ("27/5", date(2017, 5, 27)),
        ("woensdag 27 mei 2009", date(2009, 5, 27)),
        ("wo. 27 mei 2009", date(2009, 5, 27)),
        ("Wednesday the 27th of May 2009", date(2009, 5, 27)),
        ("27th May, 2009", date(2009, 5, 27)),
        ("wed 27-05-09", date(2009, 5, 27)),
        ("gisteren", date(2018, 2, 21)),
        ("last night", date(2018, 2, 21)),
        ("this evening", date(2018, 2, 22)),
        ("overmorgen", date(2018, 2, 24)),
        ("the day before yesterday", date(2018, 2, 20)),
        ("afgelopen woensdag", date(2018, 2, 21)),
        ("last Wednesday", date(2018, 2, 21)),
        ("vorige donderdag", date(2018, 2, 15)),
        ("komende donderdag", date(2018, 3, 1)),
        ("volgende dinsdag", date(2018, 2, 27)),
        ("donderdagavond", date(2018, 2, 22)),
        ("Thursday night", date(2018, 2, 22)),
        ("27-5-'09", date(2009, 5, 27)),
        ("vorige week dinsdag", date(2018, 2, 13)),
        ("woensdag volgende week", date(2018, 2, 28)),
        ("over 3 dagen", date(2018, 2, 25)),
        ("two days ago", date(2018, 2, 20)),
    ],
)
def test_a_day_is_named_as_people_name_it(text: str, day: date) -> None:
    assert days(text) == Days(day)


def test_a_weekday_alone_is_the_last_one_or_where_a_question_looks_ahead_the_next() -> None:
    last, coming = date(2018, 2, 20), date(2018, 2, 27)
    assert days("dinsdag") == Days(last, other=coming)
    assert days("Tuesday", SOON) == Days(coming, other=last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("mei 2019", date(2019, 5, 1), date(2019, 5, 31)),
        ("May '95", date(1995, 5, 1), date(1995, 5, 31)),
        ("in februari", date(2018, 2, 1), date(2018, 2, 28)),
        ("afgelopen april", date(2017, 4, 1), date(2017, 4, 30)),
        ("vorige week", date(2018, 2, 12), date(2018, 2, 18)),
        ("this week", date(2018, 2, 19), date(2018, 2, 25)),
        ("next week", date(2018, 2, 26), date(2018, 3, 4)),
        ("dit weekend", date(2018, 2, 23), date(2018, 2, 25)),
        ("vorige maand", date(2018, 1, 1), date(2018, 1, 31)),
        ("last month", date(2018, 1, 1), date(2018, 1, 31)),
        ("volgende maand", date(2018, 3, 1), date(2018, 3, 31)),
        ("in april 2017", date(2017, 4, 1), date(2017, 4, 30)),
        ("over een week", date(2018, 2, 26), date(2018, 3, 4)),
        ("twee weken geleden", date(2018, 2, 5), date(2018, 2, 11)),
    ],
)
def test_a_week_and_a_month_are_several_days(text: str, first: date, last: date) -> None:
    assert days(text) == Days(first, last)


def test_a_month_alone_is_the_last_one() -> None:
    rest = Rest("april")
    assert take_days(rest, A_THURSDAY, NOTHING_AHEAD) == Days(date(2017, 4, 1), date(2017, 4, 30))


@pytest.mark.parametrize(("text", "day"), [("do", date(2018, 2, 22)), ("afgelopen wo", date(2018, 2, 21))])
def test_a_short_weekday_stands_by_itself(text: str, day: date) -> None:
    assert take_days(Rest(text), A_THURSDAY, NOTHING_AHEAD) == Days(day)
    assert take_days(Rest(f"Ajax {text}"), A_THURSDAY, NOTHING_AHEAD) == Days()


def test_a_month_may_stand_behind_a_club() -> None:
    rest = Rest("Ajax oktober")
    assert take_days(rest, A_THURSDAY, NOTHING_AHEAD) == Days(date(2017, 10, 1), date(2017, 10, 31))
    assert rest.text == "Ajax"


def test_a_month_without_a_year_may_come_soon() -> None:
    assert days("in april", SOON) == Days(date(2018, 4, 1), date(2018, 4, 30))


@pytest.mark.parametrize("text", ["32-13-2018", "31 februari", "mei 0000"])
def test_what_is_no_day_is_repeated(text: str) -> None:
    assert days(text).first is None
    assert days(text).invalid


@pytest.mark.parametrize(
    "text",
    ["Sheffield Wednesday", "sheff wednesday", "08/09", "2-1", "mei Ajax", "1 Decembrie", "week", "2019"],
)
def test_a_name_a_season_and_a_score_are_no_days(text: str) -> None:
    rest = Rest(text)
    assert take_days(rest, A_THURSDAY, NOTHING_AHEAD) == Days()
    assert rest.text == text
