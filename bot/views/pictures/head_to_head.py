"""Two clubs against each other as a picture: who won how often, and their last meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.football.model import Club, Match, RoundKind, Score
from bot.football.season.balance import Balance, balance
from bot.views.match import beside_score, pair
from bot.views.meeting import meetings_of
from bot.views.pictures.canvas import LINE, MARGIN, WIDTH, Canvas, Ink
from bot.views.pictures.letters import BOLD
from bot.views.pictures.themes import Theme
from bot.views.short_names import headline_name
from bot.words import Words

PADDING = 32
NUMBER, LABEL, SMALL = 96, 34, 28
BAR = 28
MOST_MATCHES = 8
"""Those that fit a picture which is read on a phone."""
_INSIDE = WIDTH - 2 * MARGIN - 2 * PADDING


def head_to_head_svg(
    clubs: Sequence[Club], matches: Sequence[Match], now: datetime, words: Words, theme: Theme
) -> str:
    """The matches are those with a result, newest first."""
    canvas = Canvas(theme)
    most = WIDTH - 2 * MARGIN
    title = pair(clubs[0], clubs[1], words)
    y = canvas.paragraph(title, MARGIN, MARGIN, most, Ink(48, theme.text, BOLD))
    y = canvas.paragraph(words.met_times(len(matches)), MARGIN, y, most, Ink(LABEL, theme.faint)) + 24
    y = _balance(canvas, clubs, balance(clubs[0], matches), y, words) + 24
    shown = 0
    for met in meetings_of(matches):
        if shown and shown + len(met) > MOST_MATCHES:
            break
        shown += len(met)
        y = _meeting(canvas, met, y, now, words) + 16
    canvas.height = y - 16
    return canvas.svg()


def _balance(canvas: Canvas, clubs: Sequence[Club], counted: Balance, top: float, words: Words) -> float:
    """Three numbers over their names, a bar as long as each, and the goals."""
    theme, left = canvas.theme, float(MARGIN + PADDING)
    drawn = Canvas(theme)
    columns = (
        (counted.won, headline_name(words.club(clubs[0])), left, "start", theme.accent),
        (counted.level, words.level, WIDTH / 2, "middle", theme.faint),
        (counted.lost, headline_name(words.club(clubs[1])), left + _INSIDE, "end", theme.text),
    )
    y, bottom = top + PADDING, top
    for number, name, x, anchor, colour in columns:
        drawn.text(str(number), x, y, Ink(NUMBER, colour, BOLD, anchor))
        ink = Ink(LABEL, theme.text, anchor=anchor)
        bottom = max(bottom, drawn.paragraph(name, x, y + NUMBER * LINE, _INSIDE / 3 - 16, ink))
    bottom += 20
    for number, _, _, _, colour in columns:
        drawn.bar(left, bottom, _INSIDE * number / counted.matches, BAR, colour)
        left += _INSIDE * number / counted.matches
    goals = Ink(LABEL, theme.faint, anchor="middle")
    bottom = drawn.paragraph(words.goals_by_each(counted.goals), WIDTH / 2, bottom + BAR + 16, _INSIDE, goals)
    canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, bottom + PADDING - top, theme.box)
    canvas.take(drawn)
    return bottom + PADDING


def _meeting(canvas: Canvas, met: Sequence[Match], top: float, now: datetime, words: Words) -> float:
    theme, first = canvas.theme, met[0]
    drawn = Canvas(theme)
    where = f"{first.season} {words.competition(first.competition, first.season)}"
    is_final = first.round.kind is RoundKind.FINAL
    ink = Ink(SMALL, theme.accent if is_final else theme.faint, BOLD if is_final else 400)
    y = drawn.paragraph(f"{where}, {words.tie_round(first.round)}", MARGIN + PADDING, top + 20, _INSIDE, ink)
    for match in met:
        y += 4
        score = drawn.paragraph(
            str(match.score or Score(0, 0)),
            WIDTH - MARGIN - PADDING,
            y,
            160,
            Ink(40, theme.text, BOLD, "end"),
        )
        clubs = pair(match.home, match.away, words)
        y = drawn.paragraph(clubs, MARGIN + PADDING, y + 2, _INSIDE - 180, Ink(36, theme.text))
        for beside in _beside(match, now, words):
            y = drawn.paragraph(beside, MARGIN + PADDING, y, _INSIDE - 180, Ink(SMALL, theme.faint))
        y = max(y, score)
    canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, y + 18 - top, theme.box)
    canvas.take(drawn)
    return y + 18


def _beside(match: Match, now: datetime, words: Words) -> Iterator[str]:
    """What the score alone does not tell."""
    if match.penalties:
        yield words.on_penalties(match.penalties)
    elif match.extra_time or match.status.is_irregular:
        yield beside_score(match, now, words)
