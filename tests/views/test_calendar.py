"""Matches to come in somebody's own calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from bot.football.model import Club, Match
from bot.views.calendar import calendar_answer
from bot.words import LANGUAGES
from tests.football.builders import match

NOW = datetime(2018, 2, 22, 12, 0, tzinfo=UTC)
NL, EN = LANGUAGES["nl"], LANGUAGES["en"]


def events(matches: Sequence[Match], now: datetime = NOW) -> list[Any]:
    document = calendar_answer("Ajax", matches, now, NL).document
    assert document
    assert document.name == "ajax.ics"
    return list(Calendar.from_ical(document.content).walk("VEVENT"))


def test_a_kick_off_stands_at_its_moment_in_winter_and_in_summer() -> None:
    winter, summer = events(
        [
            match("Ajax", "PSV", date="2018-03-08", time="21:05"),
            match("PSV", "Ajax", date="2018-04-12", time="21:05"),
        ]
    )
    assert winter["dtstart"].dt == datetime(2018, 3, 8, 20, 5, tzinfo=UTC)
    assert summer["dtstart"].dt == datetime(2018, 4, 12, 19, 5, tzinfo=UTC)
    assert winter["dtend"].dt - winter["dtstart"].dt == timedelta(hours=2)


def test_a_match_of_which_the_hour_is_unknown_takes_all_day() -> None:
    (event,) = events([match("Ajax", "PSV", date="2018-03-08")])
    assert event["dtstart"].dt == date(2018, 3, 8)
    assert event["dtend"].dt == date(2018, 3, 9)
    assert event["transp"] == "TRANSPARENT"


def test_a_match_that_is_moved_replaces_itself_and_the_return_is_another_one() -> None:
    first = match("Ajax", "PSV", date="2018-03-08", time="21:05")
    moved = match("Ajax", "PSV", date="2018-03-15", time="19:00")
    before, other_leg = events([first, match("PSV", "Ajax", date="2018-03-15")])
    (after,) = events([moved], NOW + timedelta(days=1))
    assert before["uid"] == after["uid"] != other_leg["uid"]
    assert before["sequence"] < after["sequence"]


def test_a_match_without_a_day_is_counted_and_left_out() -> None:
    answer = calendar_answer("Ajax", [match("Ajax", "PSV"), match("PSV", "Ajax")], NOW, NL)
    assert "Van 2 wedstrijden is de dag nog niet bekend." in answer.html
    assert answer.document
    assert b"VEVENT" not in answer.document.content


def test_it_says_what_is_played_where_and_whether_it_is_put_off() -> None:
    there = replace(
        match("Ajax", "PSV", date="2018-03-08", status="postponed", leg=1),
        venue="Johan Cruijff Arena",
        city="Amsterdam",
    )
    (event,) = events([there])
    assert event["summary"] == "Ajax – PSV"
    assert event["location"] == "Johan Cruijff Arena, Amsterdam"
    assert event["description"] == "Europa League 2017/18 · zestiende finale · heen"
    assert event["status"] == "TENTATIVE"


def test_a_name_in_any_letters_makes_the_name_of_a_file() -> None:
    document = calendar_answer("Bodø/Glimt – Спартак", [], NOW, EN).document
    assert document
    assert document.name == "bodo-glimt-spartak.ics"


def test_no_name_adds_a_line_to_the_file() -> None:
    evil = "Ajax;\r\nATTACH:https://example.org,\\"
    there = match("Ajax", "PSV", date="2018-03-08")
    there = replace(there, home=Club(evil, evil, "NED"), venue=evil, city=evil)
    document = calendar_answer(evil, [there], NOW, NL).document
    assert document
    assert not [line for line in document.content.splitlines() if line.startswith(b"ATTACH")]
    calendar = Calendar.from_ical(document.content)
    (event,) = calendar.walk("VEVENT")
    assert "ATTACH" not in event
    assert event["location"] == ", ".join(2 * [evil.replace("\r\n", "\n")])
    assert document.name == "ajax-attach-https-example-org.ics"
