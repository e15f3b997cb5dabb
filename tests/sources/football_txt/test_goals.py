"""Goal lines of Football.TXT, old and new style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Score
from bot.sources.football_txt.goals import read_goals
from bot.sources.reading import spelled

HOME, AWAY = spelled("Home"), spelled("Away")


def goals_of(content: str, score: str) -> list[str]:
    """Each goal as `H Neymar 29` or `A Marcelo 11 own`, in scoring order."""
    lines = []
    for goal in read_goals(content, HOME, AWAY, Score.from_text(score)):
        minute = (
            ""
            if goal.minute is None
            else f" {goal.minute}{'' if goal.stoppage is None else f'+{goal.stoppage}'}"
        )
        kind = "" if goal.kind.value == "goal" else f" {goal.kind.value}"
        lines.append(f"{'H' if goal.club == HOME else 'A'} {goal.scorer}{minute}{kind}")
    return lines


@pytest.mark.parametrize(
    ("content", "score", "expected"),
    [
        (
            "Neymar 29', 71' (pen.)  Oscar 90+1';  Marcelo 11' (o.g.)",
            "3-1",
            ["A Marcelo 11 own", "H Neymar 29", "H Neymar 71 penalty", "H Oscar 90+1"],
        ),
        (
            "Musiala 19, Havertz 45+1pen; Rudiger 87og",
            "2-1",
            ["H Musiala 19", "H Havertz 45+1 penalty", "A Rudiger 87 own"],
        ),
        ("-; Csoboth 90+10'", "0-1", ["A Csoboth 90+10"]),
        ("Ramsey 42' C. Roberts 90+5'", "0-2", ["A Ramsey 42", "A C. Roberts 90+5"]),
        ("Gyökeres 48', 90'+5' (Pen)", "2-0", ["H Gyökeres 48", "H Gyökeres 90+5 penalty"]),
        ("Lewandowski 29. 30.; Müller 44.", "2-1", ["H Lewandowski 29", "H Lewandowski 30", "A Müller 44"]),
        ("Lewandowski 47+, 93+", "2-0", ["H Lewandowski 45+2", "H Lewandowski 90+3"]),
        (
            "Kolašinac (OG) 3' Messi 65'; Feghouli (P) 25'",
            "2-1",
            ["H Kolašinac 3 own", "A Feghouli 25 penalty", "H Messi 65"],
        ),
        ("Metzger 83 - Krämer 29, 88", "1-2", ["A Krämer 29", "H Metzger 83", "A Krämer 88"]),
        (
            "Walcott, Fàbregas (p); Ibrahimović (2)",
            "2-2",
            ["H Walcott", "H Fàbregas penalty", *["A Ibrahimović"] * 2],
        ),
        ("Messi (3/2p); N.N.", "3-1", ["H Messi penalty", "H Messi penalty", "H Messi", "A None"]),
        ("Messi 21,?,42", "3-0", ["H Messi 21", "H Messi 42", "H Messi"]),
        (
            "1-0 Ohaco 2', 1-1 Báez 44',\n 2-1 Brown 60' (p)",
            "2-1",
            ["H Ohaco 2", "A Báez 44", "H Brown 60 penalty"],
        ),
        (
            "6' Puskás 0-1, 9' Czibor 0-2, 11' Morlock 1-2",
            "1-2",
            ["A Puskás 6", "A Czibor 9", "H Morlock 11"],
        ),
        ("19'   0-1  Sandor\n40'  Mascaranha 1-1", "1-1", ["A Sandor 19", "H Mascaranha 40"]),
        ("0-1 Vujadinović 4\n Cea 19  1-1", "1-1", ["A Vujadinović 4", "H Cea 19"]),
        ("Khoukhi 90+4'  –  Embolo 17' (pen.)", "1-1", ["A Embolo 17 penalty", "H Khoukhi 90+4"]),
        ("Quiñones 9', Jiménez 67'  –  -", "2-0", ["H Quiñones 9", "H Jiménez 67"]),
        ("-  –  Embolo 17'", "0-1", ["A Embolo 17"]),
        ("Muheim 9', Akanji 67' –", "2-0", ["H Muheim 9", "H Akanji 67"]),
        ("- – -", "0-0", []),
        (
            "Müller-Wohlfahrt 9' - Saint-Maximin 8'",
            "1-1",
            ["A Saint-Maximin 8", "H Müller-Wohlfahrt 9"],
        ),
        ("Embolo 17'–Khoukhi 90'", "1-1", ["H Embolo 17", "A Khoukhi 90"]),
        ("Embolo – 17', Vargas - 20' – Afif - 30'", "2-1", ["H Embolo 17", "H Vargas 20", "A Afif 30"]),
        (
            "Christian  PULISIC 38';\n  Folarin\n BALOGUN 40'",
            "1-1",
            ["H Christian PULISIC 38", "A Folarin BALOGUN 40"],
        ),
        ("1-0 Messi 2-0 Di María 2-1 Mbappé", "2-1", ["H Messi", "H Di María", "A Mbappé"]),
    ],
)
def test_goals_come_in_scoring_order_under_the_club_that_benefits(
    content: str, score: str, expected: list[str]
) -> None:
    assert goals_of(content, score) == expected


@pytest.mark.parametrize(
    "content",
    [
        "Foo 12'; Bar 13'; Baz 14'",
        "Foo 212'",
        "(x",
        "1-0 Foo, Bar 12'",
        "*&^% 12",
        "Foo 12' – Bar 13' – Baz 14'",
    ],
)
def test_unreadable_goals_are_refused(content: str) -> None:
    with pytest.raises(ValueError, match=r"expected|minute|more than one"):
        goals_of(content, "1-0")


@given(
    st.lists(st.integers(min_value=1, max_value=90), max_size=6),
    st.lists(st.integers(min_value=1, max_value=90), max_size=6),
)
def test_every_minute_is_a_goal_and_they_are_sorted(home: list[int], away: list[int]) -> None:
    sides = [" ".join(f"Scorer {minute}'" for minute in side) or "-" for side in (home, away)]
    goals = read_goals(f"{sides[0]}; {'' if not away else sides[1]}", HOME, AWAY, Score(len(home), len(away)))
    minutes = [goal.minute for goal in goals]
    assert minutes == sorted(home + away)
    assert sum(goal.club == AWAY for goal in goals) == len(away)
