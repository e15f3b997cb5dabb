"""How wide a text is in the letters that pictures are drawn with, and how it is broken into lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

FAMILY = "Inter"
REGULAR, BOLD = 400, 700
SMALL, LARGE = 14, 32
"""The sizes for which the font has letters of their own; those of large texts are narrower."""
SPARE = 1.02
"""A text may be drawn this much wider than its letters: kerning moves them both ways."""


@lru_cache(maxsize=1)
def font_file() -> Path:
    """The variable font that comes with the dependencies."""
    return Path(str(files("fontpkg_inter"))) / "files" / "Inter[opsz,wght].ttf"


@lru_cache(maxsize=8192)
def width(text: str, size: int, weight: int = REGULAR) -> float:
    widths = _widths(weight, LARGE if size >= LARGE else SMALL)
    unknown = widths.get(ord("M"), 1.0)
    return size * SPARE * sum(widths.get(ord(letter), unknown) for letter in text)


def broken(text: str, most: float, size: int, weight: int = REGULAR) -> list[str]:
    """The text in lines that fit, broken between words; a word that is too long stays whole."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitting(text: str, most: float, size: int, weight: int = REGULAR) -> int:
    """The largest size up to this one in which the longest word fits."""
    longest = max((width(word, size, weight) for word in text.split()), default=0)
    return size if longest <= most else int(size * most / longest)


@lru_cache(maxsize=4)
def _widths(weight: int, size: int) -> Mapping[int, float]:
    """The advance of every letter, of a text one unit high."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 7 MB that only pictures need

    with TTFont(font_file(), lazy=True) as font:
        letters = font.getGlyphSet(location={"wght": weight, "opsz": size})
        unit = font["head"].unitsPerEm
        return {code: float(letters[name].width / unit) for code, name in font.getBestCmap().items()}
