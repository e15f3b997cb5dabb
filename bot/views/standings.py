"""How whole tables look: on a phone, with a line where it matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.football.model import Club, Round
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.season.table_progress import progress
from bot.football.tables.advancing import Drops, Fate, GoesOn, Out, zones
from bot.football.tables.standing import Standing, Table
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.views.hiding import RULER
from bot.views.season_lines import heading, how_far, round_name
from bot.views.short_names import short_name
from bot.words import Words, first_upper

WIDTH = 32
"""Characters that a narrow phone shows on one line."""
MARK = ">"


def standings_text(
    season: SeasonAsOf, rounds: Sequence[Round], marked: Collection[Club], words: Words
) -> str:
    """Tables of one competition, and what their places mean; the clubs asked for are marked."""
    tables = [season.table(round_) for round_ in rounds]
    several = len(rounds) > 1
    return paragraphs(
        heading(season, words, Round(rounds[0].kind) if several else rounds[0]),
        *(
            lines(
                bold(first_upper(round_name(season, table.round, words)))
                if several and table.round.label
                else "",
                _rows(table, marked, words, placed=season.is_whole(table.round)),
            )
            for table in tables
        ),
        lines(
            *(
                f"▫️ {escape(meaning)}"
                for meaning in _meanings(tables[0], words)
                if season.is_whole(rounds[0])
            ),
            *(f"ℹ️ {escape(note)}" for note in _notes(season, rounds, words)),
            how_far(season, words),
        ),
    )


def _rows(table: Table, marked: Collection[Club], words: Words, *, placed: bool) -> str:
    """A `pre` of at most 32 columns: mark, place, club, played, goal difference, points.

    Where results are missing no club is placed, and no line is drawn.
    """
    placed = placed and any(standing.played for standing in table.standings)
    cells = [_cells(standing, words) for standing in table.standings]
    widths = [
        max(len(cell) for cell in column)
        for column in zip(words.table_columns, *(cell for _, cell in cells), strict=True)
    ]
    room = WIDTH - 4 - sum(width + 1 for width in widths)
    names = [short_name(name, room) for name, _ in cells]
    wide = max(map(len, names))
    ends = {last for _, last, _ in _zones(table)} if placed else set()
    rows = [_row("", "", "", words.table_columns, wide, widths)]
    for number, (standing, name, (_, numbers)) in enumerate(
        zip(table.standings, names, cells, strict=True), 1
    ):
        place = str(standing.place) if placed else ""
        rows.append(_row(MARK if standing.club in marked else "", place, name, numbers, wide, widths))
        if number in ends and number < len(names):
            rows.append(RULER * len(rows[0]))
    table_ = f"<pre>{escape(chr(10).join(rows))}</pre>"
    # Before the first match there is nothing to give away.
    return secret(table_) if any(standing.played for standing in table.standings) else table_


def _cells(standing: Standing, words: Words) -> tuple[str, tuple[str, str, str]]:
    difference = standing.goal_difference
    shown = f"{difference:+d}" if difference else "0"
    return words.club(standing.club), (str(standing.played), shown, str(standing.points))


def _row(  # noqa: PLR0913, PLR0917 - a row has six cells
    mark: str, place: str, name: str, numbers: Sequence[str], wide: int, widths: Sequence[int]
) -> str:
    right = " ".join(f"{cell:>{width}}" for cell, width in zip(numbers, widths, strict=True))
    return f"{mark:1}{place:>2} {name:<{wide}} {right}"


def _zones(table: Table) -> tuple[tuple[int, int, Fate | None], ...]:
    return zones(table.competition, table.season, table.round, len(table.standings))


def _meanings(table: Table, words: Words) -> Iterator[str]:
    zones_ = _zones(table)
    for first, last, meant in zones_:
        places = str(first) if first == last else f"{first}–{last}"
        match meant:
            case GoesOn(to):
                yield words.place_goes_on(places, to)
            case Drops(competition):
                yield words.place_drops(places, words.competition(competition, table.season))
            case Out():
                yield words.place_is_out(places)
            case _ if len(zones_) > 1:
                yield words.place_depends(places)


def _notes(season: SeasonAsOf, rounds: Sequence[Round], words: Words) -> Iterator[str]:
    played = progress(season, rounds)
    if played.points_for_a_win == 2:
        yield words.two_points_for_a_win
    if played.live:
        yield words.live_not_counted
    if played.to_play:
        yield words.matches_to_play(played.to_play)
    if played.missing:
        yield words.results_missing(played.missing)


def has_letter(round_: Round) -> bool:
    """A number is how groups are kept apart whose letter nobody told us."""
    return bool(round_.label) and not round_.label.isdigit()
