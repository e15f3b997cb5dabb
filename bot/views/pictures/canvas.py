"""A picture as boxes and texts, written as SVG."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from bot.views.pictures.letters import FAMILY, REGULAR, broken, fitting
from bot.views.pictures.themes import Theme

WIDTH = 1080
MARGIN = 56
LARGEST = 1280
"""Telegram shows a picture no larger than this in either direction, so it is drawn no larger."""
LINE = 1.28
"""The height of a line, of a letter one unit high."""


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
    width: int = WIDTH
    height: float = MARGIN
    """Down to where something was drawn."""
    _drawn: list[str] = field(default_factory=list)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._drawn.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="20" '
            f'fill="{escape(colour)}"/>'
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
        """A box for a number: its corners don't hide how long it is."""
        self._drawn.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="2" '
            f'fill="{escape(colour)}"/>'
        )

    def take(self, other: Canvas) -> None:
        """Draw on this one what was drawn on another, once it is known how large its box is."""
        self._drawn += other._drawn

    def svg(self) -> str:
        height = round(self.height + MARGIN)
        scale = min(1.0, LARGEST / max(self.width, height))
        wide, high = round(self.width * scale), round(height * scale)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
            f'viewBox="0 0 {self.width} {height}" font-family="{FAMILY}">'
            f'<rect width="{self.width}" height="{height}" fill="{self.theme.ground}"/>'
            f"{''.join(self._drawn)}</svg>"
        )
