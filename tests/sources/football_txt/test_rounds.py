"""The headers of Football.TXT files."""

from __future__ import annotations

import pytest

from bot.football.model import Leg, Match
from bot.sources.football_txt.reading import read_football_txt

CL_OLD = "Champions League 2013/14"
CL_NEW = "UEFA Champions League 2024/25"
CL_QUALI = "UEFA Champions League - Quali 2024/25"
EL = "UEFA Europa League 2021/22"


def under(title: str, header: str, day: str = "") -> Match:
    return read_football_txt(f"= {title}\n\n{header}\n{day}\n  Ajax v Celtic  1-0\n", file="cup.txt")[0]


@pytest.mark.parametrize(
    ("title", "header", "code"),
    [
        (CL_OLD, "» Group A", "GROUP A"),
        (CL_OLD, "▪ Gruppe H", "GROUP H"),
        (CL_OLD, "Group A:", "GROUP A"),
        (CL_OLD, "Second group stage, Group C", "G2 C"),
        (CL_OLD, "(1)  Round of 16 - 1st Leg", "R16"),
        (CL_OLD, "Play-off Round", "PO"),
        (CL_OLD, "2. Round, 1st Leg", "Q2"),
        (CL_NEW, "» League, Matchday 8", "LEAGUE"),
        (CL_NEW, "League phase", "LEAGUE"),
        (CL_NEW, "» Finals, Round of 16", "R16"),
        (CL_NEW, "» Finals, Final", "F"),
        (CL_NEW, "» Knockout Playoffs", "KPO"),
        (CL_NEW, "Third qualifying round, Leg 1 of 2", "Q3"),
        (CL_QUALI, "» Round 1", "Q1"),
        (CL_QUALI, "» 3. Round", "Q3"),
        (CL_QUALI, "» Play-offs", "PO"),
        (CL_QUALI, "Preliminary Semifinals", "PR"),
        (EL, "» Sechzehntelfinale", "R32"),
        (EL, "Achtelfinale", "R16"),
        ("European Cup 1971/72", "First Round, 2nd leg", "R1"),
        ("English FA Cup 2024/25", "» Round 2", "R2"),
        ("English FA Cup 2024/25", "» Round 4", "OTHER Round 4"),
        ("Copa Libertadores 2025", "» Qualifying, Round 2", "Q2"),
        ("Austria 2024/25", "» Round 22", "LEAGUE"),
        ("Austria 2024/25", "» Relegation, Round 24", "LEAGUE Relegation"),
        ("Austria 2024/25", "» Conference League, Semifinal", "OTHER Conference League, Semifinal"),
        ("Deutsche Bundesliga 2012/13", "1. Spieltag", "LEAGUE"),
        ("World Cup 1934", "Third-place match", "OTHER Third-place match"),
        ("Euro 1960", "▪ 1/8 FINALS", "R16"),
        ("World Cup 2014", "Matchday 1 / Group A", "GROUP A"),
        ("DFB Pokal 2012/13", "(4) Finale", "F"),
    ],
)
def test_a_header_names_the_round(title: str, header: str, code: str) -> None:
    assert under(title, header).round.code == code


@pytest.mark.parametrize(
    ("header", "leg"),
    [
        ("Quarter-finals - 2nd Leg", Leg.SECOND),
        ("Semi-finals, 1st leg", Leg.FIRST),
        ("Round of 16, Leg 2 of 2", Leg.SECOND),
        ("» Playoffs, Matchday 1", Leg.FIRST),
        ("▪ Final, Replay", Leg.REPLAY),
        ("Quarter-finals replays", Leg.REPLAY),
        ("Semifinals", None),
    ],
)
def test_a_header_names_the_leg(header: str, leg: Leg | None) -> None:
    assert under(CL_NEW, header).leg is leg


def test_play_offs_end_the_qualifying_in_summer_and_open_the_knock_out_in_winter() -> None:
    assert under(EL, "Playoffs", "Thu Aug/26 2021").round.code == "PO"
    assert under(EL, "Playoffs", "Thu Feb/24 2022").round.code == "KPO"


@pytest.mark.parametrize(
    ("header", "matchday"),
    [("League, Matchday 8", 8), ("Group, Matchday 6", 6), ("Matchday 3 of 8", 3), ("17. Spieltag", 17)],
)
def test_a_header_names_the_matchday(header: str, matchday: int) -> None:
    assert under(CL_NEW, header).matchday == matchday


def test_the_definition_of_the_groups_tells_whose_matchday_it_is() -> None:
    groups = "Group A  |  Ajax  Porto\nGroup B  |  Celtic, Milan\nGroup C  |  Ajax  Celtic\n"
    header = f"{groups}\nMatchday 1  |  Thu Jun 12\n\nMatchday 1"
    match = under("World Cup 2014", header)
    assert (match.round.code, match.matchday) == ("GROUP C", 1)


def test_headers_are_nested_by_their_marks() -> None:
    text = """= English Football League 2023/24
▪ Promotion Playoff
▪▪ Semifinals ▪▪
▪▪▪ First Legs
May 12
  Norwich       0-0 Leeds
▪▪▪ Second Legs
May 16
  Leeds         4-0 Norwich
▪▪ Final
May 26
  Leeds         0-1 Southampton
"""
    found = read_football_txt(text, file="efl.txt")
    assert [(match.round.label, match.leg) for match in found] == [
        ("Promotion Playoff, Semifinals", Leg.FIRST),
        ("Promotion Playoff, Semifinals", Leg.SECOND),
        ("Promotion Playoff, Final", None),
    ]


def test_a_round_may_stand_beside_the_match() -> None:
    text = """= Some Cup 2025/26
04.03.2026
  18:00 ▪SF  @ Salzburg    FC RB Salzburg - SC Altach   0-1
07.11.2025 @ Sofia ▪ 1st Leg
Bulgaria          3-1 Portugal
"""
    semi_final, first_leg = read_football_txt(text, file="cup.txt")
    assert (semi_final.round.code, semi_final.city) == ("SF", "Salzburg")
    assert first_leg.leg is Leg.FIRST
