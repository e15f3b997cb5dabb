"""Days, times and places of Football.TXT."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.football.model import Match
from bot.sources.football_txt.reading import read_football_txt


def match_on(day: str, title: str = "= Some Cup 2017/18", rest: str = "") -> Match:
    return read_football_txt(f"{title}\nFinal\n{day}\n  {rest}Ajax v Celtic  1-0\n", file="cup.txt")[-1]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tue Sep/12 2017", date(2017, 9, 12)),
        ("[Sat Aug/12]", date(2017, 8, 12)),
        ("Sep/12", date(2017, 9, 12)),
        ("12 June", date(2018, 6, 12)),
        ("July 10, 2018", date(2018, 7, 10)),
        ("Monday, December 22, 2025", date(2025, 12, 22)),
        ("2018-02-04", date(2018, 2, 4)),
        ("12.8.", date(2017, 8, 12)),
        ("[Di 26.2.]", date(2018, 2, 26)),
        ("05.04.1959", date(1959, 4, 5)),
        ("14-6-24", date(2024, 6, 14)),
        ("Th 26/3/26", date(2026, 3, 26)),
        ("[Qua 16/03]", date(2018, 3, 16)),
        ("1 mei", date(2018, 5, 1)),
        ("[Ven 8. Août]", date(2017, 8, 8)),
        ("[Mar 15 Août]", date(2017, 8, 15)),
        ("[Mar/13]", date(2018, 3, 13)),
        ("[Dim. 1er févr.]", date(2018, 2, 1)),
        ("[Sáb 9 Ago]", date(2017, 8, 9)),
        ("[Terça-feira 15 de agosto de 2017]", date(2017, 8, 15)),
        ("[Qui 14 Set]", date(2017, 9, 14)),
        ("[Mié 14 Feb]", date(2018, 2, 14)),
        ("[Vie 10 ene 2018]", date(2018, 1, 10)),
        ("[Do 17. August]", date(2017, 8, 17)),
        ("[Gio 15 feb]", date(2018, 2, 15)),
        ("[Sab 26 maggio 2018]", date(2018, 5, 26)),
        ("[Ma 14 aug]", date(2017, 8, 14)),
        ("[Lör 12. Aug]", date(2017, 8, 12)),
        ("[Za. 12 mei]", date(2018, 5, 12)),
        ("Feb/22", date(2018, 2, 22)),
    ],
)
def test_a_day_without_a_year_takes_the_seasons(written: str, expected: date) -> None:
    assert match_on(written).date == expected


def test_in_june_a_season_ends_or_its_qualifying_begins() -> None:
    text = (
        "= European Cup 1963/64\nSemi-finals\n[Apr/15]\n A City v B Town\nFinal\n[Jun/3]\n C City v D Town\n"
    )
    assert [match.date for match in read_football_txt(text, file="cup.txt")] == [
        date(1964, 4, 15),
        date(1964, 6, 3),
    ]
    assert match_on("[Tue Jun/26]", "= Champions League - Quali 2018/19").date == date(2018, 6, 26)


def test_the_weekday_finds_the_august_of_2020() -> None:
    text = (
        "= Champions League 2019/20\nRound of 16\nTue Feb/18\n A City v B Town\nSat Aug/8\n B Town v A City\n"
    )
    assert [match.date for match in read_football_txt(text, file="cl.txt")] == [
        date(2020, 2, 18),
        date(2020, 8, 8),
    ]


def test_a_season_of_one_year_may_run_into_the_next() -> None:
    text = "= Brasileirão 2020\nMatchday 27\nSun Dec/27\n A City v B Town\nSun Feb/7\n B Town v A City\n"
    assert [match.date for match in read_football_txt(text, file="br.txt")] == [
        date(2020, 12, 27),
        date(2021, 2, 7),
    ]


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("20.45  ", 18),
        ("20:45 ", 18),
        ("20h45  ", 18),
        ("20:45 CEST  ", 18),
        ("20:45 UTC+1  ", 19),
        ("20:45 UTC−3  ", 23),
        ("20:45 (21:45 UTC+3)  ", 18),
    ],
)
def test_a_time_is_amsterdams_unless_an_offset_stands_there(written: str, hour: int) -> None:
    assert match_on("Tue Sep/12", rest=written).kick_off == datetime(2017, 9, 12, hour, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "behind", "venue", "city"),
    [
        ("Jun 11", " @ Wembley Stadium, London", "Wembley Stadium", "London"),
        ("Jun 11", " @ Cardiff", "", "Cardiff"),
        ("Jun 11", " @ Glasgow, Celtic", "Glasgow", ""),
        ("Jun 11 @ Paris, Parc des Princes,   att: 18_000", "", "Parc des Princes", "Paris"),
        ("Jun 11 @ Stadio Olimpico, Roma", "", "Stadio Olimpico", "Roma"),
        ("Jun 11 @ Dublin (Dalymount Park)", "", "Dalymount Park", "Dublin"),
    ],
)
def test_a_place_is_read_as_stadium_and_city(day: str, behind: str, venue: str, city: str) -> None:
    text = f"= Euro 2021\nFinal\n{day}\n  Ajax v Celtic  1-0 {behind}\n"
    (match,) = read_football_txt(text, file="euro.txt")
    expected = (
        (city, venue) if "Celtic" in behind else (venue, city)
    )  # a club's name is no city: Tunis, Tunisia
    assert (match.venue, match.city) == expected


def test_a_place_may_stand_between_the_day_and_the_clubs() -> None:
    text = "= Club World Cup 2025\nGroup A\n18-6-25 @ Washington D.C.  Al-Ain   0-5 Juventus\n"
    (match,) = read_football_txt(text, file="cwc.txt")
    assert (match.home.name, match.city, match.date) == ("Al-Ain", "Washington D.C.", date(2025, 6, 18))
