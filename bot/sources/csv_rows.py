"""Rows of a CSV file, cell by cell: whatever can't be read refuses the whole file, with line and reason."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TypeVar

from bot.football.model import AMSTERDAM, Club, Competition, Round, Score, Season
from bot.football.names.plain_text import plain
from bot.sources.errors import SourceError
from bot.sources.reading import spelled

LARGEST_FILE = 10_000_000
"""In bytes. Everything that is known of European football is a tenth of it."""
MOST_ROWS = 100_000
LONGEST_CELL = 1_000

_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HOUR = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?")
_Word = TypeVar("_Word", bound="StrEnum")


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise SourceError(str(path), error.strerror or str(error)) from error
    if len(raw) > LARGEST_FILE:
        raise SourceError(str(path), f"is larger than {LARGEST_FILE:,} bytes; import it in parts")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(str(path), "is not UTF-8; save it as UTF-8 and try again", line) from error


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV file by column; whatever can't be read in it is a SourceError with its line."""

    file: str
    line: int
    """Where it begins: a quoted cell can run over several lines."""
    cells: Mapping[str, str]

    def wrong(self, reason: str) -> SourceError:
        return SourceError(self.file, reason, self.line)

    def text(self, column: str) -> str:
        """The cell in one line, empty where it or its column is left out."""
        cell = self.cells.get(column, "")
        # Most cells hold one word or none: files of tens of thousands of rows feel the difference.
        return cell if not cell or cell.isalnum() else " ".join(plain(cell).split())

    def needed(self, column: str) -> str:
        text = self.text(column)
        if not text:
            raise self.wrong(f"{column} is empty")
        return text

    def number(self, column: str) -> int | None:
        text = self.text(column)
        if not text:
            return None
        if len(text) > 3 or not (text.isascii() and text.isdigit()):
            raise self.wrong(f"{column} is no number of goals, minutes or matchdays: {short(text)}")
        return int(text)

    def score(self, part: str) -> Score | None:
        """The score under `ft_home` and `ft_away`, say; half a score is none."""
        home, away = self.number(f"{part}_home"), self.number(f"{part}_away")
        if home is None and away is None:
            return None
        if home is None or away is None:
            raise self.wrong(f"half a score: {part}_home and {part}_away belong together")
        return Score(home, away)

    def flag(self, column: str) -> bool:
        text = self.text(column)
        if text not in {"", "1"}:
            raise self.wrong(f"{column} is 1 or empty, not {short(text)}")
        return text == "1"

    def word(self, column: str, words: type[_Word]) -> _Word | None:
        """The cell as one of a closed set."""
        text = self.text(column)
        return self.one_of(column, text, words) if text else None

    def one_of(self, column: str, text: str, words: type[_Word]) -> _Word:
        try:
            return words(text)
        except ValueError:
            raise self.wrong(f"{column} is none of {', '.join(words)}: {short(text)}") from None

    def competition(self) -> Competition:
        return Competition(self.needed("competition"))

    def season(self, column: str = "season") -> Season:
        text = self.needed(column)
        if _YEAR.fullmatch(text) is None:
            raise self.wrong(f"{column} is the year in which it starts, such as 2017, not {short(text)}")
        return Season(int(text))

    def round(self, code: str) -> Round:
        try:
            return Round.from_code(code)
        except ValueError:
            raise self.wrong(f"no such round: {short(code)}") from None

    def day(self, column: str = "date") -> date | None:
        text = self.text(column)
        if not text:
            return None
        # fromisoformat alone also takes 2018-W08-4.
        if _DAY.fullmatch(text) is None:
            raise self.wrong(f"{column} is no date such as 2018-02-22: {short(text)}")
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise self.wrong(f"there is no such day: {short(text)}") from None

    def moment(self, day: date | None) -> datetime | None:
        """`time` of that day in Amsterdam, as a moment in UTC."""
        text = self.text("time")
        if not text:
            return None
        found = _HOUR.fullmatch(text)
        if found is None:
            raise self.wrong(f"time is no time such as 21:05: {short(text)}")
        if day is None:
            raise self.wrong(f"a time without a date: {short(text)}")
        try:
            return datetime.combine(day, time(int(found[1]), int(found[2])), AMSTERDAM).astimezone(UTC)
        except OverflowError:
            raise self.wrong(f"there is no such moment: {day} {text}") from None

    def club(self, column: str) -> Club:
        return spelled(self.needed(column), self.text(f"{column}_country"))


def read_rows(text: str, *, file: str, columns: Iterable[str], needed: Iterable[str]) -> Iterator[Row]:
    """Every row under a header that names only these columns, each once and the needed ones among them."""
    text = text.removeprefix("\ufeff")
    if (nul := text.find("\0")) >= 0:
        raise SourceError(file, "holds a NUL byte: this is no text", text.count("\n", 0, nul) + 1)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] | None = None
    for number in count():
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise SourceError(
                file, f"a cell that can't be read, or a half-written file: {error}", line
            ) from error
        refuse_huge(cells, number, file=file, line=line)
        if not "".join(cells).strip():
            continue
        if header is None:
            header = [name.strip() for name in cells]
            if reason := _check_header(header, set(columns), needed):
                raise SourceError(file, reason, line)
        elif len(cells) != len(header):
            raise SourceError(file, f"{len(cells)} cells under a header of {len(header)} columns", line)
        else:
            yield Row(file, line, dict(zip(header, cells, strict=True)))
    if header is None:
        raise SourceError(file, "is empty: the first line must name the columns", 1)


def refuse_huge(cells: Sequence[str], rows: int, *, file: str, line: int) -> None:
    """Refuses a file that is larger than any season of football."""
    if rows > MOST_ROWS:
        raise SourceError(file, f"more than {MOST_ROWS:,} rows; import it in parts", line)
    if (longest := max(map(len, cells), default=0)) > LONGEST_CELL:
        raise SourceError(file, f"a cell of {longest:,} characters; expected {LONGEST_CELL:,} at most", line)


def _check_header(header: list[str], columns: set[str], needed: Iterable[str]) -> str:
    """What is wrong with a header; nothing when it is right."""
    for name in header:
        if name not in columns:
            return f"unknown column {short(name)}"
        if header.count(name) > 1:
            return f"column {name} stands there twice"
    for name in needed:
        if name not in header:
            return f"column {name} is missing"
    return ""


def short(text: str) -> str:
    """A cell as it may stand in a reason."""
    return repr(text if len(text) <= 40 else f"{text[:40]}…")
