"""Rows of a gzipped CSV file of a million lines, one at a time: no more of it is ever in memory."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from bot.sources.errors import SourceError

LONGEST_LINE = 100_000
"""In bytes; a description is some hundred."""
MOST_UNPACKED = 2_000_000_000
"""In bytes: the largest file has a tenth of it."""


def rows_of(file: BinaryIO, place: str, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """These columns of every row, in this order; SourceError where the file is not what it was."""
    reader = csv.reader(_lines(file, place))
    try:
        header = next(reader, [])
        if missing := [name for name in columns if name not in header]:
            raise SourceError(place, f"has no column {missing[0]}: see if there is an update")
        cells_of = [header.index(name) for name in columns]
        for cells in reader:
            if len(cells) == len(header):
                yield tuple(cells[place_of].strip() for place_of in cells_of)
    except csv.Error as error:
        raise SourceError(place, f"a cell that can't be read: {error}", reader.line_num) from error


def _lines(file: BinaryIO, place: str) -> Iterator[str]:
    size = 0
    try:
        with gzip.GzipFile(fileobj=file, mode="rb") as unpacked:
            while line := unpacked.readline(LONGEST_LINE + 1):
                size += len(line)
                if len(line) > LONGEST_LINE or size > MOST_UNPACKED:
                    raise SourceError(place, "is larger than such a file can be")
                yield line.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(place, "is damaged, cut off, or no gzip: ask again later") from error
    except UnicodeDecodeError as error:
        raise SourceError(place, "is not UTF-8: see if there is an update") from error
