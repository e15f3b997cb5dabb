"""How a message looks in a terminal: bold where it can be shown, quotes with a bar, buttons numbered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_ON_OFF = {"bold": (1, 22), "italic": (3, 23), "underline": (4, 24), "strikethrough": (9, 29)}
_QUOTES = ("blockquote", "expandable_blockquote")


def shown_text(text: str, entities: list[dict[str, Any]], *, styled: bool) -> str:
    """With terminal codes where they are wanted; links get their address behind them, spoilers are shown."""
    openings: dict[int, str] = {}
    closings: dict[int, str] = {}
    quoted: list[tuple[int, int]] = []
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        kind = entity["type"]
        if kind in _QUOTES:
            quoted.append((begin, end))
        elif kind == "text_link":
            closings[end] = f" ({entity['url']})" + closings.get(end, "")
        elif styled and kind in _ON_OFF:
            on, off = _ON_OFF[kind]
            openings[begin] = openings.get(begin, "") + f"\x1b[{on}m"
            closings[end] = f"\x1b[{off}m" + closings.get(end, "")
    pieces: list[str] = []
    line_begins = True
    for position, character in _with_positions(text):
        pieces.append(closings.pop(position, ""))
        if line_begins and any(begin <= position < end for begin, end in quoted):
            pieces.append("│ ")
        pieces.extend((openings.pop(position, ""), character))
        line_begins = character == "\n"
    pieces.extend(closings.values())
    return "".join(pieces)


def shown_buttons(rows: list[list[dict[str, Any]]]) -> list[str]:
    """One line per row, numbered through; a button that leads elsewhere says where."""
    lines = []
    number = 0
    for row in rows:
        shown = []
        for button in row:
            number += 1
            where = f" ({button['url']})" if "url" in button else ""
            shown.append(f"[{number}] {button['text']}{where}")
        lines.append("  ".join(shown))
    return lines


def _with_positions(text: str) -> Iterator[tuple[int, str]]:
    """Each character with its offset as Telegram counts it."""
    position = 0
    for character in text:
        yield position, character
        position += 2 if character > "\uffff" else 1
