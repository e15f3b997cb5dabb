"""SECURITY.md promises nothing that no test stands behind."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PROMISED = PAGE.partition("## What is promised\n")[2].partition("\n## ")[0]
PROMISES = re.findall(r"^- (.*(?:\n  .*)*)", PROMISED, flags=re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_a_good_deal_is_promised() -> None:
    assert len(PROMISES) >= 20


@pytest.mark.parametrize("promise", PROMISES)
def test_behind_each_promise_stands_a_test_that_exists(promise: str) -> None:
    named = NAMED.findall(promise)
    assert named
    assert len(named) == promise.count("`tests/")
    for file, test in named:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        defined = {
            node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        }
        assert test in defined, f"{file} has no {test}"
