"""Whole answers, read by eye: each file in `golden` is a question, a moment, a language, and the answer.

The first line of a file is `> question @ moment language`. The answers come from the shipped snapshot.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.app.asking import answer_in
from bot.football.model import AMSTERDAM
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES
from tests.golden_lines import wide_lines
from tests.shared import answering

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))
MOST_WIDE_LINES = 188
"""Lines wider than a phone in all of them together; it only goes down."""


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_answer_reads_as_it_was_approved(golden: Path) -> None:
    heading, _, approved = golden.read_text(encoding="utf-8").partition("\n")
    question, _, rest = heading.removeprefix("> ").rpartition(" @ ")
    moment, language = rest.split()
    at = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    answer = answer_in(answering(), question, at, LANGUAGES[language])
    shown = [plain_text(answer.html), *(f"[{button.text}]" for row in answer.buttons for button in row)]
    assert "\n".join(shown) == approved.strip("\n")


def test_hardly_any_line_is_wider_than_a_phone() -> None:
    wide = [line for golden in GOLDEN for line in wide_lines(golden)]
    assert len(wide) <= MOST_WIDE_LINES
