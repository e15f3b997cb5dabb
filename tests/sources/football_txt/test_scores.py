"""Scores of Football.TXT in every order the format knows."""

from __future__ import annotations

import pytest

from bot.football.model import Score
from bot.sources.football_txt.reading import read_football_txt

Scores = tuple[str | None, str | None, str | None, str | None]


def scores_of(line: str) -> Scores:
    """Full time, half-time, extra time and shoot-out."""
    (match,) = read_football_txt(f"= Some Cup 2017/18\nFinal\n  {line}\n", file="cup.txt")
    found = (match.full_time, match.half_time, match.extra_time, match.penalties)
    return tuple(None if score is None else str(score) for score in found)  # type: ignore[return-value] # four


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2-1", ("2-1", None, None, None)),
        ("2:1 (1:0)", ("2-1", "1-0", None, None)),
        ("10–0", ("10-0", None, None, None)),
        ("5-0 a.e.t. (3-0, 1-0)", ("3-0", "1-0", "5-0", None)),
        ("4-2 pen. 1-0 a.e.t. (1-0, 1-0)", ("1-0", "1-0", "1-0", "4-2")),
        ("4-3 pen. 1-0 a.e.t. (1-0, )", ("1-0", None, "1-0", "4-3")),
        ("1-1 (1-1, 0-0) 5-4 pen.", ("1-1", "0-0", "1-1", "5-4")),
        ("2-2 aet (1-1, 0-0), 4-3 pens", ("1-1", "0-0", "2-2", "4-3")),
        ("3-4 pen (1-1, 1-1, 0-0)", ("1-1", "0-0", "1-1", "3-4")),
        ("3-4pen 1-1aet (1-1)", ("1-1", None, "1-1", "3-4")),
        ("0-2 a.e.t. (0-0)", ("0-0", "0-0", "0-2", None)),
        ("2-1 a.e.t.", (None, None, "2-1", None)),
        ("1-1 a.e.t, 2-4 pen.", (None, None, "1-1", "2-4")),
        ("6-5 pen. 2-2 a.e.t. 1-1 (1-0)", ("1-1", "1-0", "2-2", "6-5")),
        ("4-4 a.e.t. 3-3", ("3-3", None, "4-4", None)),
        ("3-1 pen. (0-0)", ("0-0", "0-0", None, "3-1")),
        ("2-2 (1-1), 3-4 pen.", ("2-2", "1-1", None, "3-4")),
        ("5-4 pen.", (None, None, None, "5-4")),
        ("2:2 2:3nV", ("2-2", None, "2-3", None)),
        ("0-0 0-0nV 9-8iE", ("0-0", None, "0-0", "9-8")),
        ("2:2 (1:1, 1:0) n.V. 5:1 i.E.", ("1-1", "1-0", "2-2", "5-1")),
        ("2-1 aet/gg (1-1)", ("1-1", None, "2-1", None)),
    ],
)
def test_a_score_tells_apart_90_minutes_extra_time_and_shoot_out(written: str, expected: Scores) -> None:
    assert scores_of(f"Rapid v Austria  {written}") == expected
    assert scores_of(f"Rapid  {written}  Austria") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Spain  2–1 Germany   [aet]", (None, None, "2-1", None)),
        ("Portugal  0–0 Slovenia  [aet, 3-0 pen]", (None, None, "0-0", "3-0")),
        ("Soviet Union 2-1 Yugoslavia  (aet)", (None, None, "2-1", None)),
        ("Bayern 1-1 Chelsea (aet, win 3-4 on pens)", (None, None, "1-1", "3-4")),
        ("Real 2-1 Bayern (HT 2-1, FT 2-1, AET, AGG 3-3, PEN 1-3)", ("2-1", "2-1", "2-1", "1-3")),
        ("Chelsea 1-0 Barcelona  (HT 1-0)", ("1-0", "1-0", None, None)),
        ("Barcelona 4-1 Arsenal  (6-3 on agg)", ("4-1", None, None, None)),
        ("France v Switzerland 3-3 [aet; Switzerland won 5-4 on penalties]", (None, None, "3-3", "4-5")),
        ("Palmeiras 0-0 Boca [2-2 on aggregate; 2-4 on penalties]", ("0-0", None, None, "2-4")),
        ("Ajax v Inter 2-1 [agg 3-2]", ("2-1", None, None, None)),
        ("Ajax v Inter 2-1 [Inter win on away goals]", ("2-1", None, None, None)),
    ],
)
def test_a_note_beside_the_match_adds_to_its_score(line: str, expected: Scores) -> None:
    assert scores_of(line) == expected


def test_names_with_numbers_are_no_scores() -> None:
    text = (
        "= Bundesliga 2017/18\nFinal\nFC Schalke 04 - 1. FC Köln\nTSV 1860 München - 1899 Hoffenheim  2-1\n"
    )
    first, second = read_football_txt(text, file="bl.txt")
    assert (first.home.name, first.away.name, first.full_time) == ("FC Schalke 04", "1. FC Köln", None)
    assert (second.away.name, second.full_time) == ("1899 Hoffenheim", Score(2, 1))
