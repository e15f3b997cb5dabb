from __future__ import annotations

import pytest

from tests.sources.wikipedia.reading import lines, read

SEASON = "2026–27 UEFA Champions League"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("{{TwoLegResult|[[A]]|ENG|1-2|'''[[B]]'''|NED|0-0|1-2}}", "A (ENG) – B (NED) 1-2: B (NED)"),
        (
            "{{2LegResult|[[A]]|ENG|2–2 (4–3 [[Penalty shoot-out|p]])|[[B]]|NED|winner=1}}",
            "A (ENG) – B (NED) 2-2: A (ENG)",
        ),
        ("{{TwoLegResult|[[A]]|ENG|2–2 (c)|[[B]]|NED|1–1|1–1}}", "A (ENG) – B (NED) 2-2: None"),
        ("{{TwoLegResult|[[A]]|ENG|w/o|'''[[B]]'''|NED|–|–}}", "A (ENG) – B (NED) None: B (NED)"),
        (
            "{{TwoLegResult|[[A]] {{fbaicon|ENG}}||3–1|{{fbaicon|NED}} [[B]]||2–0|1–1}}",
            "A (ENG) – B (NED) 3-1: A (ENG)",
        ),
        (
            "{{#invoke:sports series|main|flag=fbaicon\n|[[A]]|ENG|1–2|[[B]]|NED|0–0|1–2\n}}",
            "A (ENG) – B (NED) 1-2: B (NED)",
        ),
    ],
)
def test_a_table_of_ties_tells_aggregate_and_winner(table: str, expected: str) -> None:
    assert lines(read(f"==Round of 16==\n{table}")) == [f"tie R16 {expected}"]


def test_a_table_holds_many_ties_in_a_row() -> None:
    found = read(
        "==Round of 16==\n{{#invoke:sports series|main|[[A]]|ENG|1–2|[[B]]|NED|0–0|1–2"
        "|Winner 3||–|[[E]]|ITA|||'''[[C]]'''|ESP|w/o|[[D]]|POR||}}"
    )
    assert [(tie.club_a.name, tie.club_b.name) for tie in found.tie_results] == [("A", "B"), ("C", "D")]


@pytest.mark.parametrize("table", ["{{TwoLegResult|[[A]]|ENG}}", "{{TwoLegResult|[[A]]|ENG|1–0|[[1]]|ENG}}"])
def test_half_a_tie_is_a_problem_of_its_own(table: str) -> None:
    found = read(f"==Round of 16==\n{table}{{{{TwoLegResult|[[C]]|ENG|1–0|[[D]]|NED}}}}")
    assert [tie.club_a.name for tie in found.tie_results] == ["C"]
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "table", ["{{TwoLegResult|[[A]]|ENG|1–0|TBD|}}", "{{TwoLegResult|[[A]]|ENG|1–0|[[A]]|ENG}}"]
)
def test_a_tie_whose_clubs_are_not_known_is_none(table: str) -> None:
    assert lines(read(table)) == []


def test_dates_of_draws_stand_in_the_table_of_rounds() -> None:
    table = """{| class="wikitable"
! Round !! Draw
|-
| [[First qualifying round]] || 16 June 2026
|-
| Second qualifying round || 17 June 2026, Nyon
|-
| Group stage || 28 August 2026 ([[Monaco]])
|-
| Quarter-finals || rowspan=2 | 19 March 2027
|-
| Semi-finals
|-
| Final || TBD
|-
| Statistics || 1 May 2027
|-
| Third qualifying round || 1 May 2062
|-
|}"""
    assert lines(read(table, title=SEASON)) == [
        "draw Q1 2026-06-16",
        "draw Q2 2026-06-17 Nyon",
        "draw GROUP 2026-08-28 Monaco",
        "draw QF|SF 2027-03-19",
        f"problem {SEASON}: draw of Q3: a match of 2026/27 on 2062-05-01",
    ]
    assert all(draw.confirmed and draw.source == "wikipedia" for draw in read(table, title=SEASON).draws)


@pytest.mark.parametrize(
    "table",
    [
        "{|\n! Team !! Drawn\n|-\n| A || 3\n|}",
        "{|\n|}",
        "{|\n! Round !! Date\n|-\n| Final || 5 June 2027\n|}",
        '{|\n! Round !! Draw\n|-\n| rowspan="x" | Final\n|-\n| colspan=999 | 5 June 2027\n|}',
    ],
)
def test_another_table_holds_no_draws(table: str) -> None:
    assert read(table, title=SEASON).draws == ()
