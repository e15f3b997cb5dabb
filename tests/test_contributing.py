"""CONTRIBUTING.md: a change touches the files that its row names, and the words of its glossary exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TEXTS = {str(path.relative_to(BOT)): path.read_text(encoding="utf-8") for path in BOT.rglob("*.py")}


def _rows(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [re.split(r"(?<!\\) \| ", line.strip("| ")) for line in lines[1:]]


CHANGES = _rows("Where do I change …?")
TERMS = [term for row in _rows("What things are called") for term in re.findall(r"`(\w+)`", row[0])]


def test_a_good_deal_can_be_looked_up() -> None:
    assert len(CHANGES) >= 8
    assert len(TERMS) >= 20


@pytest.mark.parametrize(("change", "touches", "word"), CHANGES, ids=lambda cell: cell[:40])
def test_a_change_touches_the_files_that_its_row_names(change: str, touches: str, word: str) -> None:
    pattern = re.compile(word.strip("`").replace(r"\|", "|"))
    found = {file for file, text in TEXTS.items() if pattern.search(text)}
    named = set(re.findall(r"`([\w/]+\.py)`", touches))
    folders = tuple(re.findall(r"`(\w+/)`", touches))
    if number := re.search(r"each of the (\d+) modules", touches):
        assert len(found) == int(number[1]), f"{change}: {sorted(found)}"
        assert named <= found
    elif folders:
        assert {file for file in found if not file.startswith(folders)} == set(), change
    else:
        assert found == named, f"{change}: also {sorted(found - named)}, not {sorted(named - found)}"


@pytest.mark.parametrize("term", TERMS)
def test_a_term_of_the_glossary_stands_for_one_thing_in_one_file(term: str) -> None:
    defined = [file for file, names in _defined_in_each().items() if term in names]
    assert len(defined) == 1, f"{term} stands in {defined}"


@cache
def _defined_in_each() -> dict[str, set[str]]:
    return {file: _defined(ast.parse(text)) for file, text in TEXTS.items()}


def _defined(tree: ast.Module) -> set[str]:
    """The classes and type aliases of a module."""
    classes = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    aliases = {ast.unparse(node.target) for node in tree.body if isinstance(node, ast.AnnAssign)}
    return classes | aliases
