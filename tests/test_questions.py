"""Questions as people type them, each with what must stand in the right kind of answer.

The lines of `questions.tsv` hold a question, the moment at which it is asked (`NOW` when empty; ` en` behind
it for a chat in English), what stands in the answer or on its buttons, and what does not (parts divided by
`|`; capitals do not matter). The answers come from the shipped snapshot.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from bot.app.asking import answer_in
from bot.football.model import AMSTERDAM
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES
from tests.shared import answering

NOW = "2026-09-14T12:00"
"""A Monday in the first weeks of a season, when its league phases have begun."""
NOWHERE = {"Geen club": "begrijp ik niet", "No club": "don't understand that question"}
"""What is as bad as the other where no club was found."""
COLUMNS = ["question", "at", "contains", "contains_not"]


@dataclass(frozen=True)
class Expected:
    """A line of the file."""

    question: str
    at: datetime
    language: str
    contains: tuple[str, ...]
    contains_not: tuple[str, ...]


def _expected() -> list[Expected]:
    with (Path(__file__).parent / "questions.tsv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, COLUMNS, dialect="excel-tab", quoting=csv.QUOTE_NONE, restval="")
        return [_of_line(line) for line in list(lines)[1:]]


def _of_line(line: dict[str, str]) -> Expected:
    moment, _, language = line["at"].partition(" ")
    return Expected(
        line["question"],
        datetime.fromisoformat(moment or NOW).replace(tzinfo=AMSTERDAM),
        language or "nl",
        *(tuple(filter(None, line[column].split("|"))) for column in COLUMNS[2:]),
    )


@pytest.mark.parametrize("expected", _expected(), ids=lambda each: f"{each.question} ({each.at:%Y-%m-%d})")
def test_a_question_gets_the_right_kind_of_answer(expected: Expected) -> None:
    answer = answer_in(answering(), expected.question, expected.at, LANGUAGES[expected.language])
    shown = [plain_text(answer.html), *(f"[{button.text}]" for row in answer.buttons for button in row)]
    text = "\n".join(shown).casefold()
    assert not [part for part in expected.contains if part.casefold() not in text], text
    unwanted = [each for part in expected.contains_not for each in (part, NOWHERE.get(part, part))]
    assert not [part for part in unwanted if part.casefold() in text], text


def test_every_line_says_what_stands_in_the_answer() -> None:
    assert [each.question for each in _expected() if not each.contains] == []
