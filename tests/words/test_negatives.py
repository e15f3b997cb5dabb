"""No sentence that denies something is forgotten: each stands in the list with what it needs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.words
from tests.words.negatives import DENIALS, NOT_OF_RESULTS, TOTALS, UNKNOWN

WORDS = Path(bot.words.__file__).parent
NEGATIVE = {
    "nl": re.compile(
        r"\b(niet|geen|nooit|niemand|niets|nergens|onbekend|ontbreekt|ontbreken|zonder)\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\b(not|no|never|nobody|nothing|none|nowhere|unknown|lacks?|missing|without|cannot)\b|n't",
        re.IGNORECASE,
    ),
}
LISTS = (DENIALS, TOTALS, UNKNOWN, NOT_OF_RESULTS)


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every sentence of a language by its name, as far as it is written out."""
    for path in (WORDS / f"{language}.py", WORDS / f"{language}_story.py"):
        for words in ast.parse(path.read_text(encoding="utf-8")).body:
            for node in words.body if isinstance(words, ast.ClassDef) else ():
                if isinstance(node, ast.FunctionDef):
                    yield node.name, _text(node)
                elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    yield node.targets[0].id, _text(node)
                elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                    yield node.target.id, _text(node)


def _text(node: ast.AST) -> str:
    parts = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return " ".join(part for part in parts if isinstance(part, str))


@pytest.mark.parametrize("language", NEGATIVE)
def test_every_negative_sentence_is_listed_with_what_it_needs(language: str) -> None:
    negative = {name for name, text in sentences(language) if NEGATIVE[language].search(text)}
    assert not negative - frozenset().union(*LISTS), "list them in tests/words/negatives.py"


def test_every_listed_sentence_is_one_and_stands_in_one_list() -> None:
    written = {name for language in NEGATIVE for name, _ in sentences(language)}
    for name in frozenset().union(*LISTS):
        assert name in written
        assert sum(name in each for each in LISTS) == 1, name
