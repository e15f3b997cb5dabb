"""In spoiler mode no answer gives a result away before the reader taps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.football.model import AMSTERDAM
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.local.telegram.html import parse_html
from bot.views.answer import MOST_ENTITIES, Style, pages, without_secrets
from bot.words import LANGUAGES

NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)
SEASONS = [f"{year}/{(year + 1) % 100:02d}" for year in range(1990, 2027)]
SCORE = re.compile(r"(?<![\d/-])\d{1,2}-\d{1,2}(?![\d/-])")
DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")
THROUGH = re.compile(r"[✅❌↘➡📊▸]|(?<!beste) door(?: |$)|wint |^🏆 .* won |↩️ .*", re.MULTILINE)


def _visible(html: str) -> str:
    """What stands there before anybody taps."""
    shown = []
    for page in pages(Style(spoilers=True).of(html)):
        text, entities = parse_html(page)
        assert len(entities) <= MOST_ENTITIES
        units = bytearray(text.encode("utf-16-le"))
        for hidden in (entity for entity in entities if entity["type"] == "spoiler"):
            for unit in range(hidden["offset"], hidden["offset"] + hidden["length"]):
                units[2 * unit : 2 * unit + 2] = b"#\0"
        shown.append(units.decode("utf-16-le"))
    return "\n".join(shown)


def _given_away(answering: Commands, question: str, now: datetime = NOW) -> list[str]:
    answer = answering.answer(question, Request("", now), LANGUAGES["nl"])
    assert answer
    visible = DATE.sub("", _visible(answer.html))
    return [line for line in visible.splitlines() if SCORE.search(line) or THROUGH.search(line)]


def _questions(answering: Commands) -> Iterator[str]:
    results = answering.result.knowledge.results
    for day in list(dict.fromkeys(day for day, _, _ in results.days()))[::40]:
        yield f"/avond {day:%d-%m-%Y}"
    for season in SEASONS:
        yield from (f"/{command} CL {season}" for command in ("schema", "stand", "loting"))
        yield from (f"/{command} EL {season}" for command in ("schema", "stand", "loting"))
    for club in list(results.clubs().values())[::9]:
        yield f"/uitslag {club.name}"
        yield f"/programma {club.name}"
        yield from (f"/uitslag {club.name} {season}" for _, season in results.seasons_of(club)[:3])


def test_no_answer_gives_a_result_away(answering: Commands) -> None:
    found = {question: _given_away(answering, question) for question in _questions(answering)}
    assert len(found) > 400
    assert {question: lines for question, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "moment",
    ["2018-02-22 23:30", "2018-02-22 21:40", "2019-05-08 22:55", "2024-10-01 22:00", "2018-02-20 12:00"],
)
@pytest.mark.parametrize(
    "question",
    [
        "/avond",
        "/schema",
        "/stand",
        "/loting",
        "/uitslag Ajax",
        "/uitslag Arsenal",
        "/uitslag PSV",
        "/programma Ajax",
    ],
)
def test_neither_does_one_on_the_night_itself(answering: Commands, question: str, moment: str) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    assert _given_away(answering, question, now) == []


def test_a_table_is_hidden_as_lines_for_telegram_hides_nothing_in_a_table(answering: Commands) -> None:
    after_one_matchday = datetime(2026, 9, 20, 11, tzinfo=UTC)
    answer = answering.answer("/stand PSV", Request("", after_one_matchday), LANGUAGES["nl"])
    assert answer
    text, entities = parse_html(Style(spoilers=True).of(answer.html))
    assert "pre" not in {entity["type"] for entity in entities}
    assert "\n>19 PSV 1 0 1\n" in text
    assert "PSV" not in _visible(answer.html)
    _, plain = parse_html(Style().of(answer.html))
    assert {entity["type"] for entity in plain} == {"bold", "pre"}


def test_before_the_first_match_a_table_hides_nothing(answering: Commands) -> None:
    answer = answering.answer("/stand CL", Request("", datetime(2026, 9, 6, 11, tzinfo=UTC)), LANGUAGES["nl"])
    assert answer
    assert without_secrets(answer.html) == answer.html
