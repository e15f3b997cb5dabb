"""Whether a page is sound enough to be parsed: one that is broken everywhere takes the parser minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BRACKETS = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_TABLES = re.compile(r"\{\||\|\}")
_TAGS = re.compile(r"<(/?)([a-z]{1,20})\b[^<>]{0,500}?(/?)>", re.IGNORECASE)
_OPENS = {"}}": "{{", "]]": "[[", "|}": "{|", "</>": "<>"}
_NEVER_CLOSED = frozenset({"br", "hr", "wbr", "li", "dd", "dt", "section", "references"})
_TELLING = _NEVER_CLOSED | {"ref", "nowiki", "pre", "onlyinclude", "noinclude", "includeonly", "gallery"}
"""Tags that say what is shown, and where."""
_LONGEST = 4_000_000
_DEEPEST, _DEEPEST_TABLE, _DEEPEST_TAG = 30, 10, 60
_MOST_BROKEN = 10


def made_sound(text: str) -> str | None:
    """A page whose templates, links, tables and tags are nested as in any article; None for any other.

    A few that are not closed do no harm. Where more tags are not, those that change only how text looks
    are removed.
    """
    if not _are_nested(_tags(text), _DEEPEST_TAG):
        text = _TAGS.sub(lambda found: found[0] if found[2].lower() in _TELLING else "", text)
    sound = (
        len(text) <= _LONGEST
        and _are_nested(_tags(text), _DEEPEST_TAG)
        and _are_nested((found[0] for found in _BRACKETS.finditer(text)), _DEEPEST)
        and _are_nested((found[0] for found in _TABLES.finditer(text)), _DEEPEST_TABLE)
    )
    return text if sound else None


def _tags(text: str) -> Iterator[str]:
    for found in _TAGS.finditer(text):
        if found[2].lower() not in _NEVER_CLOSED and not found[3]:
            yield "</>" if found[1] else "<>"


def _are_nested(marks: Iterable[str], deepest: int) -> bool:
    """Whether marks that open and close are no deeper than that, and few are left open."""
    opened: list[str] = []
    broken = 0
    for mark in marks:
        opens = _OPENS.get(mark)
        if opens is None:
            opened.append(mark)
        elif opens in opened:
            while opened.pop() != opens:
                broken += 1
        if len(opened) > deepest or broken > _MOST_BROKEN:
            return False
    return len(opened) <= max(_MOST_BROKEN, deepest // 2)
