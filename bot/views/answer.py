"""An answer as it leaves for the chat, and the little HTML that Telegram allows."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

from bot.views.hiding import FOLD, FOLD_ENDS, SECRET, SECRET_ENDS, SECRETS, hidden

_SPECIAL = re.compile("[&<>]")
_TAG = re.compile("<[^>]*>")
_ENTITY = re.compile(r"<[a-z]|(?<![\w/<>])/\w|(?<!\w)[@#]\w|\w\.[a-z]{2}")
"""A tag, or what Telegram itself marks in a text: commands, names, addresses."""
_HEADING = re.compile(r"(?:[^\w<\n]+ )?<b>[^\n]*\n\n")
"""A line by itself that begins with something bold, perhaps behind a sign."""
MOST_HEADINGS = 2
"""That stand above each other."""
PARAGRAPH = "\n\n"
WIDEST = 42
"""Characters that fit beside each other on a phone, at most."""
LONGEST_MESSAGE = 4096
"""Telegram's limit, in UTF-16 units; it holds after parsing, when the tags are gone."""
MOST_ENTITIES = 100
"""Telegram's limit; what is marked beyond it is shown plain, also what should be hidden."""
_OPENED_AGAIN = 3
"""Room for what goes on from one page to the next: what is folded, hidden and bold."""
"""The same of a text under a picture."""


class ButtonStyle(StrEnum):
    """As Telegram calls them."""

    PRIMARY = auto()
    """The way on."""
    SUCCESS = auto()
    """To follow something."""
    DANGER = auto()
    """What does not come back."""


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    data: str
    """1 to 64 bytes; see `Query`."""
    is_secret: bool = False
    """It is there, or says what it says, only because of how a match ended."""
    style: ButtonStyle | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A button that takes an answer to another chat, through inline mode; not every chat can have one."""

    text: str
    query: str
    """What is then asked there."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes along with an answer."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to whoever asked."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    picture: str = ""
    """A picture as SVG, of which the text is the caption."""
    share: Share | None = None
    document: Document | None = None
    """A file, of which the text is the caption."""
    notice: str = ""
    """What whoever pressed a button is told instead; the message stays as it is."""
    for_asker: bool = False
    """Nobody else in a group needs it."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a chat wants its answers: views mark what may be hidden, a style hides it or does not."""

    spoilers: bool = False
    """Scores and who goes through stay hidden until the reader taps."""

    def of(self, text: str) -> str:
        return hidden(text) if self.spoilers else unhidden(text)

    def buttons_of(self, answer: Answer) -> tuple[tuple[Button, ...], ...]:
        """The buttons under an answer; where results are hidden without those that give one away."""
        if not self.spoilers:
            return answer.buttons
        rows = (tuple(button for button in row if not button.is_secret) for row in answer.buttons)
        return tuple(filter(None, rows))


PLAIN = Style()
HIDDEN = Style(spoilers=True)


def secret(text: str) -> str:
    """Something that gives a result away, as HTML."""
    # Telegram knows no spoiler within a spoiler.
    return f"{SECRET}{unhidden(text)}{SECRET_ENDS}" if text else ""


def unhidden(text: str) -> str:
    return text.replace(SECRET, "").replace(SECRET_ENDS, "")


def without_secrets(text: str) -> str:
    """What is left for where nothing can be hidden."""
    return SECRETS.sub("", text)


def fold(text: str) -> str:
    """Something that not everybody needs to see at once, as HTML."""
    # Telegram knows no fold within a fold.
    return f"{FOLD}{unfolded(text)}{FOLD_ENDS}" if text else ""


def unfolded(text: str) -> str:
    return text.replace(FOLD, "").replace(FOLD_ENDS, "")


def escape(text: str) -> str:
    # Hardly any name has one of these, and an answer escapes twenty texts.
    return html.escape(text, quote=False) if _SPECIAL.search(text) else text


def bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"


def paragraphs(*blocks: str) -> str:
    """Blocks with an empty line between them; empty blocks fall out."""
    return PARAGRAPH.join(block for block in blocks if block)


def fitted(*parts: str, between: str = " ") -> str:
    """The parts beside each other where a phone shows them so, else a line for each."""
    together = between.join(filter(None, parts))
    return together if _length_as_shown(together) <= WIDEST else lines(*parts)


def filled(parts: Iterable[str], between: str) -> str:
    """The parts behind each other, on as many lines as a phone needs."""
    filled_lines: list[str] = []
    for part in parts:
        longer = between.join((*filled_lines[-1:], part))
        if filled_lines and _length_as_shown(longer) <= WIDEST:
            filled_lines[-1] = longer
        else:
            filled_lines.append(part)
    return lines(*filled_lines)


def lines(*each: str) -> str:
    return "\n".join(line for line in each if line)


def pages(text: str) -> list[str]:
    """The text in pieces that Telegram takes as messages, cut between blocks or at least between lines."""
    if _fits(text):
        return [text.strip()]
    cut: list[list[str]] = [[]]
    length, entities, space = 0, 0, 0
    for block in _pieces(text, ("\n\n", "\n")):
        bare = block.strip()
        more, marks = _length_without_tags(bare), len(_ENTITY.findall(bare))
        # White space at the ends of a message is not counted.
        begun = bool(length or entities)
        before = space + len(block) - len(block.lstrip()) if begun else 0
        if begun and bare and not _are_few(length + before + more, entities + marks):
            cut.append(_taken_along(cut[-1], more, marks))
            length, entities = _length_and_marks(cut[-1])
            before = 0
        cut[-1].append(block)
        if bare:
            length, entities, space = length + before + more, entities + marks, 0
        space += len(block) - len(block.rstrip())
    return list(_each_whole(["".join(blocks).strip() for blocks in cut]))


def _taken_along(page: list[str], more: int, marks: int) -> list[str]:
    """The headings at the end of a page, taken off it: they go along with what they stand above."""
    last = len(page)
    while last > max(1, len(page) - MOST_HEADINGS) and _HEADING.fullmatch(page[last - 1]):
        last -= 1
    headings = page[last:]
    length, entities = _length_and_marks(headings)
    if not _are_few(length + more, entities + marks):
        return []
    del page[last:]
    return headings


def _length_and_marks(blocks: list[str]) -> tuple[int, int]:
    text = "".join(blocks)
    return _length_without_tags(text), len(_ENTITY.findall(text))


def _fits(text: str) -> bool:
    return _are_few(_length(text), _entities(text))


def _are_few(length: int, entities: int) -> bool:
    return length <= LONGEST_MESSAGE and entities <= MOST_ENTITIES - _OPENED_AGAIN


def _entities(text: str) -> int:
    # Half of them begin with a sign of this kind, and most texts have few.
    return len(_ENTITY.findall(text)) if text.count("<") > MOST_ENTITIES // 2 else 0


def _each_whole(cut: list[str]) -> Iterator[str]:
    """What is open at the end of a page is closed there, and opened again on the next."""
    still_open: list[str] = []
    for page in cut:
        text = "".join(still_open) + page
        for tag in _TAG.findall(page):
            if tag.startswith("</"):
                still_open.pop()
            else:
                still_open.append(tag)
        closed = "".join(f"</{tag[1:-1].split()[0]}>" for tag in reversed(still_open))
        yield f"{text}{closed}"


def _length_as_shown(text: str) -> int:
    return len(html.unescape(_TAG.sub("", text)).encode("utf-16-le")) // 2


def _length(text: str) -> int:
    return len(text) if len(text) <= LONGEST_MESSAGE // 2 else _length_without_tags(text)


def _length_without_tags(text: str) -> int:
    return len(_TAG.sub("", text).encode("utf-16-le")) // 2


def _pieces(text: str, seams: tuple[str, ...]) -> list[str]:
    """The blocks of a text with what parts them; a block that is too long by itself falls into lines."""
    seam, *finer = seams
    blocks = [f"{block}{seam}" for block in text.split(seam)]
    return [
        piece
        for block in blocks
        for piece in (_pieces(block, tuple(finer)) if finer and not _fits(block) else [block])
    ]
