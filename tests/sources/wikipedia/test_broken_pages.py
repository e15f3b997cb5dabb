from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Match
from bot.sources.wikipedia.reading.page import PageRead
from bot.sources.wikipedia.reading.walking import Walk
from tests.sources.wikipedia.reading import PAGES, TITLE, box, page, read

PIECES = [
    "{{",
    "}}",
    "[[",
    "]]",
    "|",
    "<ref>",
    "</ref>",
    "<!--",
    "-->",
    "{|",
    "|}",
    "'''",
    "=",
    "==",
    "\n",
    "–",
    "<",
]


def test_a_box_that_is_not_closed_loses_no_other() -> None:
    opened = box().rstrip("}\n")
    found = read(f"{opened}\n{box(team1='[[B]]')}")
    assert [match.home.name for match in found.matches] == ["B"]
    assert any("not closed" in problem for problem in found.problems)


@pytest.mark.parametrize("cut", range(10, 260, 10))
def test_a_page_that_was_cut_off_has_what_was_whole(cut: int) -> None:
    whole = box()
    found = read(whole + whole.replace("Arsenal", "Chelsea")[:cut])
    assert [match.home.name for match in found.matches][:1] == ["Arsenal F.C."]


def _is_in(match: Match, text: str) -> bool:
    numbers = re.findall(r"\d+", text)
    scores = [score for score in (match.full_time, match.penalties) if score and not match.extra_time]
    return all(
        {str(score.home), str(score.away)} <= {number.lstrip("0") or "0" for number in numbers}
        for score in scores
    )


def _check(found: PageRead, text: str) -> None:
    assert all(_is_in(match, text) for match in found.matches)
    assert all(
        len(match.goals) in {0, match.score.home + match.score.away} for match in found.matches if match.score
    )


@given(st.sampled_from(sorted(PAGES)), st.integers(0, 8000), st.integers(0, 8000))
def test_any_part_of_a_page_is_read_without_an_error(title: str, first: int, second: int) -> None:
    start, end = sorted((first % len(PAGES[title]), second % len(PAGES[title])))
    part = PAGES[title][start : end + 1]
    _check(page(title, part, {}), part)


@given(
    st.sampled_from(sorted(PAGES)),
    st.lists(st.tuples(st.integers(0, 8000), st.integers(0, 12), st.sampled_from(PIECES)), max_size=6),
)
def test_a_page_that_was_tampered_with_is_read_without_an_error(
    title: str, changes: list[tuple[int, int, str]]
) -> None:
    text = PAGES[title]
    for place, length, piece in changes:
        at = place % len(text)
        text = text[:at] + piece + text[at + length :]
    _check(page(title, text, {}), text)


@given(st.text(alphabet="{}[]|=#'<>!-–:0123456789 \nabgoalFinscore&;*/", max_size=200))
def test_a_value_may_hold_anything(value: str) -> None:
    for field in ("score", "date", "time", "team1", "goals1", "goals2", "penaltyscore", "stadium", "aet"):
        _check(read(box(**{field: value})), box(**{field: value}))


def test_a_page_of_endless_matches_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sources.wikipedia.reading.reader._MOST_MATCHES", 2)
    found = read("".join(box(team1=f"[[Club A{number}B]]") for number in range(5)))
    assert len(found.matches) == 3
    assert "more than 2 matches" in found.problems[0]


def test_a_walk_may_be_left_halfway() -> None:
    walk = Walk({}, lambda title: (title,), lambda _: True)
    assert next(walk.page(box(), "A")).headings == ("Round of 16",)


@pytest.mark.parametrize(
    "text",
    [
        "{{a|" * 5000,
        "{{a|[[b|" * 20 + "}}" * 20,
        "{{a|[[b|}}" * 20,
        "{|\n" * 100,
        "<ref>" * 5000,
        "x" * 4_000_001,
    ],
    ids=["templates", "crossed", "links", "tables", "footnotes", "length"],
)
def test_a_page_that_is_broken_everywhere_is_not_parsed(text: str) -> None:
    found = read(text + box())
    assert found.matches == ()
    assert found.problems == (f"{TITLE}: not closed: {TITLE}, in more places than can be read",)


def test_tags_that_are_not_closed_lose_no_match() -> None:
    boxes = "".join(box(time="<small>21:00", team1=f"[[Club {chr(65 + number)}]]") for number in range(26))
    found = read(f"<div>{'<span>' * 50}{boxes}")
    assert len(found.matches) == 26
    assert found.problems == ()


def test_closings_without_a_beginning_do_no_harm() -> None:
    assert len(read("}}" * 500 + "]]" * 500 + "</div>" * 500 + box()).matches) == 1
