"""The dates of the draws, from the table of rounds in the article of a season."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mwparserfromhell.nodes import Tag
from mwparserfromhell.wikicode import Wikicode

from bot.football.model import Competition, DrawDate, Round, RoundKind, Season
from bot.sources.payload import PayloadError
from bot.sources.wikipedia.reading.days import day_in
from bot.sources.wikipedia.reading.places import place_of
from bot.sources.wikipedia.reading.wikitext import in_one_line, plain

SOURCE = "wikipedia"
_MOST_ROWS = 100
_MOST_COLUMNS = 20
_PLACE = re.compile(r"\(\s*([^()\d]{2,40}?)\s*\)|,\s*([^\W\d_][^\d,()]{1,40})$")


@dataclass(frozen=True, slots=True)
class _Cell:
    number: int
    """Of its own in a table, so that a cell that runs over several rows is known again."""
    code: Wikicode

    @property
    def text(self) -> str:
        return in_one_line(self.code)


def draws_in(
    table: Tag, competition: Competition, season: Season
) -> tuple[tuple[DrawDate, ...], tuple[str, ...]]:
    """The draws of a table that has a column for them, and what of it could not be read."""
    rows = _rows(table)
    header = next((row for row in rows if any("draw" in cell.text for cell in row)), None)
    if header is None or not any("round" in cell.text or "phase" in cell.text for cell in header):
        return (), ()
    column = next(place for place, cell in enumerate(header) if "draw" in cell.text)
    drawn: dict[int, tuple[_Cell, dict[Round, None]]] = {}
    for row in rows[rows.index(header) + 1 :]:
        if len(row) <= column:
            continue
        round_ = _round([cell.text for cell in row[:column]], competition, season)
        if round_ is not None:
            drawn.setdefault(row[column].number, (row[column], {}))[1][round_] = None
    found: list[DrawDate] = []
    problems: list[str] = []
    for cell, rounds in drawn.values():
        try:
            day = day_in(cell.code, competition, season)
        except PayloadError as error:
            problems.append(f"draw of {'|'.join(map(str, rounds))}: {error}")
            continue
        if day is not None:
            place = _place(cell.code)
            found.append(
                DrawDate(competition, season, tuple(rounds), day, None, place, confirmed=True, source=SOURCE)
            )
    return tuple(found), tuple(problems)


def _round(texts: list[str], competition: Competition, season: Season) -> Round | None:
    place = place_of(competition, season, texts)
    round_ = Round(place.round.kind) if place.round.kind is RoundKind.GROUP else place.round
    return None if round_.is_unknown or place.elsewhere else round_


def _place(code: Wikicode) -> str:
    found = _PLACE.search(" ".join(plain(code).split()))
    return (found[1] or found[2]).strip() if found else ""


def _rows(table: Tag) -> list[list[_Cell]]:
    """The cells of every row, those that run on from the rows above among them."""
    rows: list[list[_Cell]] = []
    running: dict[int, tuple[int, _Cell]] = {}
    number = 0
    # The first row of a table needs no mark of its own.
    trs = [table, *_tags(table.contents, {"tr"})]
    for cells in [_tags(tr.contents, {"td", "th"}) for tr in trs[:_MOST_ROWS]]:
        row: list[_Cell] = []
        while (cells or len(row) in running) and len(row) < _MOST_COLUMNS:
            if len(row) in running:
                left, cell = running.pop(len(row))
                if left > 1:
                    running[len(row)] = (left - 1, cell)
                row.append(cell)
                continue
            tag = cells.pop(0)
            number += 1
            cell = _Cell(number, tag.contents)
            for _ in range(_span(tag, "colspan")):
                if (rows_on := _span(tag, "rowspan")) > 1:
                    running[len(row)] = (rows_on - 1, cell)
                row.append(cell)
        if row:
            rows.append(row)
    return rows


def _tags(code: Wikicode, names: set[str]) -> list[Tag]:
    """The tags of these names; a caption, which the parser takes for a cell, is none."""
    found = [node for node in code.nodes if isinstance(node, Tag)]
    return [
        tag
        for tag in found
        if str(tag.tag).strip().lower() in names and not str(tag.contents).startswith("+")
    ]


def _span(tag: Tag, name: str) -> int:
    if not tag.has(name):
        return 1
    value = str(tag.get(name).value).strip().strip("\"'")
    return min(int(value), _MOST_ROWS) if value.isascii() and value.isdigit() and int(value) else 1
