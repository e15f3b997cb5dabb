"""Two clubs with the score between them, in the three columns that every part of a picture shares."""

from __future__ import annotations

from dataclasses import dataclass

from bot.views.pictures.canvas import LINE, MARGIN, WIDTH, Canvas, Ink, Mark
from bot.views.pictures.letters import BOLD, broken, width

PADDING = 32
LEFT, MIDDLE, RIGHT = MARGIN + PADDING, WIDTH / 2, WIDTH - MARGIN - PADDING
INSIDE = RIGHT - LEFT
SPACE = 28
"""Between a name and the score."""
LEAST = 35
"""A name is written no smaller before it is broken between its words."""
_MIDDLE_OF_LETTERS = 0.635
"""Where the middle of the capitals lies, of a letter one unit high."""
_HALF_A_LETTER = 0.4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clubs by name, the score, and which of the two won, where that is to be marked."""

    names: tuple[str, str]
    score: str
    winner: int | None = None
    mark: Mark = Mark.TICK


def draw_pair(canvas: Canvas, pair: Pair, y: float, name_size: int, score_size: int) -> float:
    """The names at the sides, the score in the middle, y above its figures; where they end."""
    theme = canvas.theme
    most = (INSIDE - width(pair.score, score_size, BOLD)) / 2 - SPACE
    if pair.winner is not None:
        most -= name_size + 8
    widest = max(width(name, name_size, BOLD) for name in pair.names)
    words = [word for name in pair.names for word in name.split()]
    if widest > most:
        size = max(int(name_size * most / widest), LEAST)
        longest = max(width(word, size, BOLD) for word in words)
        size = size if longest <= most else int(size * most / longest)
    else:
        size = name_size
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
