"""How whole tables look: on a phone, with a line where it matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.football.model import Club, Round
from bot.football.season.fixtures import fixtures
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.season.table_progress import Progress, progress
from bot.football.tables.advancing import Drops, Fate, GoesOn, Out, zones
from bot.football.tables.standing import Standing, Table
from bot.views.answer import bold, escape, fitted, lines, paragraphs, secret
from bot.views.hiding import RULER
from bot.views.season_lines import heading, how_far, next_line, round_name
from bot.views.short_names import short_name
from bot.words import Words, first_upper

WIDTH = 32
"""Characters that a narrow phone shows on one line."""
TROPHY = "🏆 "
"""Left out of a heading that fits on one line without it."""
MARK = ">"
GAP = "…"
AROUND = 2
"""Rows before and after a club that is looked for."""
SHORT = 24
"""A table of so many rows is never cut, and more are never left of a longer one."""


def standings_text(
    season: SeasonAsOf,
    rounds: Sequence[Round],
    marked: Collection[Club],
    words: Words,
    *,
    is_short: bool = False,
) -> str:
    """Tables of one competition, and what their places mean; the clubs asked for are marked.

    Of a long table a short answer has the rows around those clubs, and those at its lines.
    """
    tables = [season.table(round_) for round_ in rounds]
    several = len(rounds) > 1
    played = progress(season, rounds)
    return paragraphs(
        _heading(season, rounds, words),
        *(
            lines(
                bold(first_upper(round_name(season, table.round, words)))
                if several and table.round.label
                else "",
                _rows(
                    table,
                    marked,
                    words,
                    placed=season.is_whole(table.round),
                    around=marked if is_short and not several else (),
                ),
            )
            for table in tables
        ),
        lines(
            *(
                f"▫️ {escape(meaning)}"
                for meaning in _meanings(tables[0], words)
                if season.is_whole(rounds[0])
            ),
            *(f"ℹ️ {escape(note)}" for note in _notes(played, words)),
            _missing(season, words.results_missing(played.missing) if played.missing else "", words),
        ),
    )


def too_few_text(season: SeasonAsOf, rounds: Sequence[Round], marked: Collection[Club], words: Words) -> str:
    """What is said in the place of a table of which too few results are known."""
    played = progress(season, rounds)
    standings = [
        standing
        for round_ in rounds
        for standing in season.table(round_).standings
        if standing.club in marked
    ]
    return paragraphs(
        _heading(season, rounds, words),
        _missing(season, words.too_few_results(played.results, played.due), words),
        lines(*(_known_of(standing, season, words) for standing in standings)),
    )


def _heading(season: SeasonAsOf, rounds: Sequence[Round], words: Words) -> str:
    round_ = Round(rounds[0].kind) if len(rounds) > 1 else rounds[0]
    cup, name = heading(season, words), escape(round_name(season, round_, words))
    in_full, without_trophy = (fitted(each, name, between=" · ") for each in (cup, cup.removeprefix(TROPHY)))
    return in_full if "\n" in without_trophy or "\n" not in in_full else without_trophy


def _missing(season: SeasonAsOf, what: str, words: Words) -> str:
    """Until when the results run, and what is missing of them, under one sign."""
    until = how_far(season, words)
    return lines(until, escape(what)) if until else f"⚠️ {escape(what)}" if what else ""


def _known_of(standing: Standing, season: SeasonAsOf, words: Words) -> str:
    """The points as far as they are known, and the next match."""
    points = words.points_as_known(standing, words.club(standing.club)) if standing.played else ""
    to_come = next((match for _, match in fixtures([standing.club], [season])), None)
    return lines(
        f"📊 {secret(escape(points))}" if points else "",
        next_line(to_come, season, words) if to_come else "",
    )


def _rows(
    table: Table, marked: Collection[Club], words: Words, *, placed: bool, around: Collection[Club]
) -> str:
    """A `pre` of at most 32 columns: mark, place, club, played, goal difference, points.

    Where results are missing no club is placed, and no line is drawn.
    """
    placed = placed and any(standing.played for standing in table.standings)
    ends = {last for _, last, _ in _zones(table) if last < len(table.standings)} if placed else set()
    shown = _shown(table, around, ends)
    cells = {number: _cells(table.standings[number - 1], words) for number in shown}
    widths = [
        max(len(cell) for cell in column)
        for column in zip(words.table_columns, *(cell for _, cell in cells.values()), strict=True)
    ]
    room = WIDTH - 4 - sum(width + 1 for width in widths)
    names = {number: short_name(name, room) for number, (name, _) in cells.items()}
    wide = max(map(len, names.values()))
    rows = [_row("", "", "", words.table_columns, wide, widths)]
    before = 0
    for number in shown:
        if number > before + 1:
            rows.append(f"{GAP:>3}".ljust(len(rows[0])))
        standing, (_, numbers) = table.standings[number - 1], cells[number]
        place = str(standing.place) if placed else ""
        mark = MARK if standing.club in marked else ""
        rows.append(_row(mark, place, names[number], numbers, wide, widths))
        if number in ends:
            rows.append(RULER * len(rows[0]))
        before = number
    if before < len(table.standings):
        rows.append(f"{GAP:>3}".ljust(len(rows[0])))
    table_ = f"<pre>{escape(chr(10).join(rows))}</pre>"
    # Before the first match there is nothing to give away.
    return secret(table_) if any(standing.played for standing in table.standings) else table_


def _shown(table: Table, around: Collection[Club], ends: Collection[int]) -> Sequence[int]:
    """The rows to show, counted from one: all, or those around these clubs and at the lines."""
    every = range(1, len(table.standings) + 1)
    there = [number for number in every if table.standings[number - 1].club in around]
    near = {number + step for number in there for step in range(-AROUND, AROUND + 1)}
    at_lines = {number + step for number in ends for step in (0, 1)}
    shown = [number for number in every if number in near | at_lines]
    return shown if there and len(shown) <= SHORT < len(every) else every


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


def _notes(played: Progress, words: Words) -> Iterator[str]:
    if played.points_for_a_win == 2:
        yield words.two_points_for_a_win
    if played.live:
        yield words.live_not_counted
    if played.to_play:
        yield words.matches_to_play(played.to_play)


def has_letter(round_: Round) -> bool:
    """A number is how groups are kept apart whose letter nobody told us."""
    return bool(round_.label) and not round_.label.isdigit()
