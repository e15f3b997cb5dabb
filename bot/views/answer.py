"""An answer as it leaves for the chat, and the little HTML that Telegram allows."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SPECIAL = re.compile("[&<>]")
LONGEST_MESSAGE = 4096
"""Telegram's limit holds after parsing; the HTML itself is never shorter."""


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    data: str
    """1 to 64 bytes; see `ask`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to whoever asked."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    photo: Path | None = None


def escape(text: str) -> str:
    # Hardly any name has one of these, and an answer escapes twenty texts.
    return html.escape(text, quote=False) if _SPECIAL.search(text) else text


def bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"


def paragraphs(*blocks: str) -> str:
    """Blocks with an empty line between them; empty blocks fall out."""
    return "\n\n".join(block for block in blocks if block)


def lines(*each: str) -> str:
    return "\n".join(line for line in each if line)


def pages(text: str) -> list[str]:
    """The text in pieces that Telegram takes as messages, cut between blocks or at least between lines."""
    found, page = [], ""
    for block in _pieces(text, ("\n\n", "\n")):
        longer = f"{page}{block}"
        if page and len(longer.strip()) > LONGEST_MESSAGE:
            found.append(page.strip())
            longer = block
        page = longer
    return [*found, page.strip()]


def _pieces(text: str, seams: tuple[str, ...]) -> list[str]:
    """The blocks of a text with what parts them; a block that is too long by itself falls into lines."""
    seam, *finer = seams
    blocks = [f"{block}{seam}" for block in text.split(seam)]
    return [
        piece
        for block in blocks
        for piece in (_pieces(block, tuple(finer)) if finer and len(block) > LONGEST_MESSAGE else [block])
    ]
