"""A picture as boxes, lines, marks and texts, written as SVG."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from html import escape

from bot.views.pictures.letters import FAMILY, REGULAR, broken, fitting
from bot.views.pictures.themes import Theme

WIDTH = 1080
"""Three to a point of a phone that is 360 points wide."""
MARGIN = 44
LARGEST = 2560
"""Telegram keeps a picture no larger than this in either direction, so it is drawn no larger."""
LINE = 1.28
"""The height of a line, of a letter one unit high."""
SIGNATURE = "Uitslagbot"
SIGNED = 32


class WinnerMark(StrEnum):
    """What stands beside a winner, drawn on a field of 24 by 24."""

    TICK = '<path d="M4 13l5.5 5.5L20 7" fill="none" stroke="{}" stroke-width="4"/>'
    CUP = (
        '<path d="M6 2h12v7a6 6 0 0 1-12 0zM10.5 14h3v5h-3zM6 18h12v4H6z" fill="{}"/>'
        '<path d="M6 4H2.5v1.5A4 4 0 0 0 6.5 9.5M18 4h3.5v1.5A4 4 0 0 1 17.5 9.5" '
        'fill="none" stroke="{}" stroke-width="2"/>'
    )


@dataclass(frozen=True, slots=True)
class Ink:
    """How a text is written."""

    size: int
    colour: str
    weight: int = REGULAR
    anchor: str = "start"


@dataclass(slots=True)
class Canvas:
    theme: Theme
    height: float = MARGIN
    """Down to where something was drawn."""
    _drawn: list[str] = field(default_factory=list)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._drawn.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="16" '
            f'fill="{escape(colour)}"/>'
        )

    def mark(self, mark: WinnerMark, x: float, y: float, size: float, colour: str) -> None:
        self._drawn.append(
            f'<svg x="{x:g}" y="{y:g}" width="{size:g}" height="{size:g}" viewBox="0 0 24 24">'
            f"{mark.replace('{}', escape(colour))}</svg>"
        )

    def text(self, text: str, x: float, y: float, ink: Ink) -> None:
        """One line; y is the top of it."""
        self._drawn.append(
            f'<text x="{x:g}" y="{y + ink.size:g}" font-size="{ink.size}" font-weight="{ink.weight}" '
            f'text-anchor="{ink.anchor}" fill="{escape(ink.colour)}">{escape(text, quote=False)}</text>'
        )

    def paragraph(self, text: str, x: float, y: float, most: float, ink: Ink) -> float:
        """A text in as many lines as it needs, never cut; where the next can begin."""
        size = fitting(text, most, ink.size, ink.weight)
        smaller = Ink(size, ink.colour, ink.weight, ink.anchor)
        for line in broken(text, most, size, ink.weight):
            self.text(line, x, y, smaller)
            y += size * LINE
        return y

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A line, or a box for a number: its corners don't hide how long it is."""
        self._drawn.append(
            f'<rect class="bar" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="2" '
            f'fill="{escape(colour)}"/>'
        )

    def take(self, other: Canvas) -> None:
        """Draw on this one what was drawn on another, once it is known how large its box is."""
        self._drawn += other._drawn

    def svg(self) -> str:
        """The whole picture, with the name of the bot in a corner."""
        self.text(
            SIGNATURE,
            WIDTH - MARGIN,
            self.height + 20,
            Ink(SIGNED, self.theme.faint, anchor="end"),
        )
        height = round(self.height + 20 + SIGNED * LINE + 24)
        scale = min(1.0, LARGEST / max(WIDTH, height))
        wide, high = round(WIDTH * scale), round(height * scale)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
            f'viewBox="0 0 {WIDTH} {height}" font-family="{FAMILY}">'
            f'<rect width="{WIDTH}" height="{height}" fill="{self.theme.ground}"/>'
            f"{''.join(self._drawn)}</svg>"
        )
