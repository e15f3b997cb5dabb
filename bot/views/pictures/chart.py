"""A club through the years as a chart: a bar for each season, as high as the round that it reached."""

from __future__ import annotations

from collections.abc import Iterator

from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    Competition,
    Round,
    RoundKind,
)
from bot.football.season.club_history import ClubHistory, Depth, Run
from bot.views.pictures.canvas import MARGIN, WIDTH, Canvas, Ink
from bot.views.pictures.letters import BOLD, width
from bot.views.pictures.themes import Theme
from bot.words import Words, first_upper

STEP = 66
"""The height of a round."""
LABEL, SMALL = 34, 28
PADDING = 28
WIDEST_BAR = 40
SWATCH = 26
CROWN = 16
"""The mark on the bar of a season with a cup."""
_LEVELS = {
    Depth.LAST_8: RoundKind.QUARTER_FINAL,
    Depth.LAST_4: RoundKind.SEMI_FINAL,
    Depth.FINAL: RoundKind.FINAL,
}


def chart_svg(history: ClubHistory, words: Words, theme: Theme) -> str:
    canvas = Canvas(theme)
    most = WIDTH - 2 * MARGIN
    first, last = history.seasons
    title = words.in_europe(words.club(history.club))
    y = canvas.paragraph(title, MARGIN, MARGIN, most, Ink(48, theme.text, BOLD))
    span = str(first) if first == last else f"{first} – {last}"
    y = canvas.paragraph(span, MARGIN, y, most, Ink(34, theme.faint)) + PADDING
    y = _bars(canvas, history, y, words) + PADDING
    for name, colour in _legend(history, words, theme):
        canvas.box(MARGIN, y + 6, SWATCH, SWATCH, colour)
        y = canvas.paragraph(name, MARGIN + SWATCH + 16, y, most - SWATCH - 16, Ink(LABEL, theme.text)) + 4
    canvas.height = y
    return canvas.svg()


def _bars(canvas: Canvas, history: ClubHistory, top: float, words: Words) -> float:
    theme = canvas.theme
    names = {level: first_upper(words.reached(Round(kind))) for level, kind in _LEVELS.items()}
    names[Depth.WON] = first_upper(words.cup_won)
    left = MARGIN + PADDING + max(width(name, SMALL) for name in names.values()) + 16
    right = WIDTH - MARGIN - PADDING
    bottom = top + PADDING + CROWN + STEP * Depth.WON
    canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, bottom + 1.6 * SMALL + PADDING - top, theme.box)
    for level, name in names.items():
        y = bottom - STEP * level
        canvas.bar(left, y, right - left, 2, theme.ground)
        canvas.text(name, left - 16, y - SMALL / 2 - 6, Ink(SMALL, theme.faint, anchor="end"))
    first, last = (season.start_year for season in history.seasons)
    step = (right - left) / (last - first + 1)
    wide = min(WIDEST_BAR, 0.72 * step)
    for runs in history.by_season():
        run = _furthest(runs)
        x = left + step * (run.season.start_year - first) + (step - wide) / 2
        high = STEP * run.depth
        canvas.bar(x, bottom - high, wide, high, _colour_of(run.competition, theme))
        if any(each.is_won for each in runs):
            crown = min(max(wide, CROWN), step - 1)
            canvas.box(x + wide / 2 - crown / 2, bottom - high - crown - 4, crown, crown, theme.gold)
    canvas.bar(left, bottom, right - left, 3, theme.faint)
    for year in _marked(first, last, right - left):
        x = left + step * (year - first) + step / 2
        canvas.text(str(year), x, bottom + 8, Ink(SMALL, theme.faint, anchor="middle"))
    return bottom + 1.6 * SMALL + PADDING


def _furthest(runs: list[Run]) -> Run:
    """The one that a bar is drawn for: a cup of one match only where there is nothing else."""
    return max(runs, key=lambda run: (not run.is_of_one_match, run.depth))


def _marked(first: int, last: int, wide: float) -> Iterator[int]:
    """The years under the bars, as far apart as their digits need."""
    most = int(wide / (1.3 * width("0000", SMALL)))
    every = next((every for every in (1, 2, 5, 10, 20) if (last - first) / every < most), 20)
    room = (last - first + 1) * 0.6 * width("0000", SMALL) / wide
    for year in range(-(-first // every) * every, last + 1, every):
        if last == first or first + room - 1 <= year <= last - room + 1:
            yield year


def _legend(history: ClubHistory, words: Words, theme: Theme) -> Iterator[tuple[str, str]]:
    """The names that each colour's competitions had, and the mark of a cup."""
    names: dict[str, dict[str, None]] = {}
    for run in reversed(history.runs):
        if not run.is_of_one_match:
            name = words.competition(run.competition, run.season)
            names.setdefault(_colour_of(run.competition, theme), {})[name] = None
    for colour, of_colour in names.items():
        yield " · ".join(of_colour), colour
    if history.won:
        yield words.season_with_a_cup, theme.gold


def _colour_of(competition: Competition, theme: Theme) -> str:
    colours = {
        CHAMPIONS_LEAGUE: theme.champions_league,
        CUP_WINNERS_CUP: theme.cup_winners_cup,
        CONFERENCE_LEAGUE: theme.conference_league,
    }
    return colours.get(competition, theme.europa_league)
