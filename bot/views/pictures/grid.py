"""Two clubs with the score between them, in the three columns that every part of a picture shares."""

from __future__ import annotations

from dataclasses import dataclass

from bot.views.pictures.canvas import LINE, MARGIN, WIDTH, Canvas, Ink, WinnerMark
from bot.views.pictures.letters import BOLD, broken, fitting, width

PADDING = 32
LEFT, MIDDLE, RIGHT = MARGIN + PADDING, WIDTH / 2, WIDTH - MARGIN - PADDING
INSIDE = RIGHT - LEFT
SPACE = 24
"""Between a name and the score."""
LEAST = 35
"""A name is written no smaller before it is broken between its words."""
SMALLER = 0.8
"""So much smaller is a score that leaves too little room for the names."""
_MIDDLE_OF_LETTERS = 0.635
"""Where the middle of the capitals lies, of a letter one unit high."""
_HALF_A_LETTER = 0.4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clubs by name, the score, and which of the two won, where that is to be marked."""

    names: tuple[str, str]
    score: str
    winner: int | None = None
    mark: WinnerMark = WinnerMark.TICK


def draw_pair(canvas: Canvas, pair: Pair, y: float, name_size: int, score_size: int) -> float:
    """The names at the sides, the score in the middle, y above its figures; where they end."""
    theme = canvas.theme
    size, most = _size_and_room(pair, name_size, score_size)
    if size < LEAST or any(width(name, size, BOLD) > most for name in pair.names):
        score_size = int(score_size * SMALLER)
        size, most = _size_and_room(pair, name_size, score_size)
    names = [broken(name, most, size, BOLD) for name in pair.names]
    extra = (max(map(len, names)) - 1) * size * LINE
    centre = y + max(_HALF_A_LETTER * score_size, _HALF_A_LETTER * size + extra / 2)
    canvas.text(
        pair.score,
        MIDDLE,
        centre - _MIDDLE_OF_LETTERS * score_size,
        Ink(score_size, theme.text, BOLD, "middle"),
    )
    for side, (lines, x, anchor) in enumerate(zip(names, (LEFT, RIGHT), ("start", "end"), strict=True)):
        lost = pair.winner is not None and pair.winner != side
        top = centre - _MIDDLE_OF_LETTERS * size - (len(lines) - 1) * size * LINE / 2
        for line in lines:
            canvas.text(line, x, top, Ink(size, theme.faint if lost else theme.text, BOLD, anchor))
            top += size * LINE
        if pair.winner == side:
            written = max(width(line, size, BOLD) for line in lines) + 6
            place = x + written if side == 0 else x - written - size
            canvas.mark(pair.mark, place, centre - size / 2, size, theme.accent)
    return centre + max(_HALF_A_LETTER * score_size, extra / 2 + size * 0.6)


def _size_and_room(pair: Pair, name_size: int, score_size: int) -> tuple[int, float]:
    """How large both names are beside a score of this size, and how wide each can be."""
    most = (INSIDE - width(pair.score, score_size, BOLD)) / 2 - SPACE
    if pair.winner is not None:
        most -= name_size + 6
    widest = max(width(name, name_size, BOLD) for name in pair.names)
    size = name_size if widest <= most else max(int(name_size * most / widest), LEAST)
    return min(fitting(name, most, size, BOLD) for name in pair.names), most
