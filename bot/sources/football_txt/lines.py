"""The lines of a Football.TXT file: freed of comments, brackets over several lines put together."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.football.names.plain_text import plain
from bot.sources.errors import SourceError

LONGEST_FILE = 5_000_000
"""In characters. The largest real file has a tenth of it; a larger one is no list of results."""
MOST_LINES = 100_000
LONGEST_LINE = 2_000
MOST_LINES_BRACKETED = 60

_CLOSING = {"(": ")", "[": "]"}
# Two spaces part columns; more of them mean no more.
_GAP = re.compile(r"\s{3,}")
_RULER = re.compile(r"[-=_\s]{3,}|(?:p|pld|pts|w|d|l|gf|ga|gls|gf-ga|gd|\s){5,80}", re.IGNORECASE)
_RANKED = re.compile(r"(?:[0-9]{1,2}|-)\.\s*\S")
_REMARK = re.compile(r"(?<=\s)//\s")
_LONG_DASHES = str.maketrans("‒—―", "–––")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its place in the file; its text is stripped, empty for a blank line."""

    number: int
    indent: int
    text: str


def lines_of(text: str, file: str) -> list[Line]:
    """Every line up to `__END__`; tabs count as the two spaces that separate columns."""
    if len(text) > LONGEST_FILE:
        raise SourceError(
            file, f"longer than {LONGEST_FILE:,} characters; expected one competition's results"
        )
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if unified.count("\n") > MOST_LINES:
        raise SourceError(file, f"more than {MOST_LINES:,} lines; expected one competition's results")
    lines: list[Line] = []
    for number, raw in enumerate(_without_html_comments(unified).split("\n"), start=1):
        # rstrip() and the like also take no-break spaces, which editors leave behind.
        line = _without_comment(raw).replace("\t", "  ").replace("\u00a0", " ").rstrip()
        if line.strip() == "__END__":
            break
        if len(line) > LONGEST_LINE:
            raise SourceError(
                file, f"a line of {len(line):,} characters; expected a match or a header", number
            )
        if line.strip() or not raw.strip():  # a line that was all comment is not a blank one
            # Line by line: of endless accents on one letter the time that it takes grows with the square.
            written = _GAP.sub("  ", unicodedata.normalize("NFC", plain(line.strip())))
            written = written.translate(_LONG_DASHES)
            lines.append(Line(number, len(line) - len(line.lstrip()), written))
    return lines


def comments_of(text: str) -> list[str]:
    """The first comments; files from before 2014 have their title there."""
    heads = (line.strip() for line in text[:4_000].split("\n"))
    return [head.strip("# ") for head in heads if head.startswith("#") and head.strip("# ")]


def joined(lines: list[Line], at: int) -> tuple[Line, int]:
    """The line with those that continue its brackets (parted by newlines), and the index of the next one.

    Goals and notes may run over several lines; a blank line never stands inside them. ValueError if it
    ends within a bracket.
    """
    first = lines[at]
    parts: list[str] = []
    waiting: list[str] = []
    for index in range(at, min(at + MOST_LINES_BRACKETED, len(lines))):
        if not lines[index].text:
            break
        parts.append(lines[index].text)
        _follow_brackets(lines[index].text, waiting)
        if not waiting:
            return Line(first.number, first.indent, "\n".join(parts)), index + 1
    raise ValueError(f"a bracket is opened and not closed in '{first.text[:60]}'")


def is_of_table(text: str) -> bool:
    """A row of a league table (a place, a club, four numbers in a row), its heading, or a ruler."""
    if _RULER.fullmatch(text):
        return True
    if not _RANKED.match(text):
        return False
    if text.startswith("-."):
        return True
    numbers = 0
    for word in text.split()[1:]:
        numbers = numbers + 1 if word.isdecimal() else 0
        if numbers == 4:
            return True
    return re.search(r"\s[0-9]{1,2}\s{1,4}[0-9]{1,3}-\s?[0-9]{1,3}\s{1,4}[0-9]{1,3}$", text) is not None


def _follow_brackets(text: str, waiting: list[str]) -> None:
    """Keep in `waiting` what must still be closed after this text."""
    for character in text:
        if character in _CLOSING:
            waiting.append(_CLOSING[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()


def _without_comment(line: str) -> str:
    head = line.partition("#")[0]
    found = _REMARK.search(head)
    return head[: found.start()] if found else head


def _without_html_comments(text: str) -> str:
    """Comments between `<!--` and `-->` become blank; the lines keep their numbers."""
    first, *others = text.split("<!--")
    kept = [first]
    for other in others:
        comment, _, after = other.partition("-->")
        kept += ["\n" * comment.count("\n"), after]
    return "".join(kept)
