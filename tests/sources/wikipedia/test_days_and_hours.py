from __future__ import annotations

import pytest

from tests.sources.wikipedia.reading import match_of


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{{Start date|2027|3|9|df=y}}", "2027-03-09"),
        ("{{start date|2027|03|09|21|00}}", "2027-03-09"),
        ("{{dts|2027|3|9}}", "2027-03-09"),
        ("{{dts|9 March 2027}}", "2027-03-09"),
        ("9 March 2027", "2027-03-09"),
        ("9th March, 2027", "2027-03-09"),
        ("Tuesday, 9 March 2027", "2027-03-09"),
        ("[[9 March]] [[2027]]", "2027-03-09"),
        ("March 9, 2027", "2027-03-09"),
        ("2027-03-09", "2027-03-09"),
        ("{{nowrap|9&nbsp;March 2027}}<ref>moved from 10 March 2027</ref>", "2027-03-09"),
        ("9 March", "2027-03-09"),
        ("9 September", "2026-09-09"),
        ("28 June", "None"),
        ("March 2027", "None"),
        ("9–10 March 2027", "None"),
        ("9 March 2027 or 10 March 2027", "None"),
        ("31 February 2027", "None"),
        ("{{Start date|2027|2|31}}", "None"),
        ("{{Start date|soon}}", "None"),
        ("TBD", "None"),
        ("", "None"),
    ],
)
def test_a_day_is_read_in_every_form(written: str, expected: str) -> None:
    assert str(match_of(date=written).date) == expected


@pytest.mark.parametrize(
    ("day", "written", "expected"),
    [
        ("9 March 2027", "21:00", "20:00"),
        ("9 March 2027", "21.00", "20:00"),
        ("30 March 2027", "21:00", "19:00"),
        ("9 March 2027", "21:00 CET", "20:00"),
        ("30 March 2027", "21:00 [[Central European Time|CET]]", "19:00"),
        ("9 March 2027", "18:45&nbsp;{{small|(19:45 [[UTC+03:00|UTC+3]])}}", "17:45"),
        ("9 March 2027", "18:45 (20:45 [[Turkey Time|TRT]])", "17:45"),
        ("9 March 2027", "21:00 (20:00 [[Greenwich Mean Time|GMT]])", "20:00"),
        ("9 March 2027", "19:45 GMT (20:45 CET)", "19:45"),
        ("9 March 2027", "20:45 TRT", "17:45"),
        ("9 March 2027", "19:30 [[UTC]]", "19:30"),
        ("9 March 2027", "12:00 p.m. UTC-5", "17:00"),
        ("9 March 2027", "8:45 pm UTC+5:30", "15:15"),
        ("9 March 2027", "21:00 (local time)", "20:00"),
        ("30 March 2027", "20:00 BST", "19:00"),
        ("9 March 2027", "21:00 IST", "None"),
        ("9 March 2027", "25:00", "None"),
        ("9 March 2027", "13:00 pm", "None"),
        ("9 March 2027", "21:00 UTC+99", "None"),
        ("9 March 2027", "TBD", "None"),
        ("", "21:00", "None"),
    ],
)
def test_an_hour_without_a_zone_is_that_of_central_europe(day: str, written: str, expected: str) -> None:
    kick_off = match_of(date=day, time=written).kick_off
    assert (f"{kick_off:%H:%M}" if kick_off else "None") == expected
