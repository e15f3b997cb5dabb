"""How wide a text is in the letters that pictures are drawn with, and how it is broken into lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    # Between both sizes the letters of the font change evenly.
    near = (min(max(size, SMALL), LARGE) - SMALL) / (LARGE - SMALL)
    return size * SPARE * ((1 - near) * _advance(text, weight, SMALL) + near * _advance(text, weight, LARGE))


def _advance(text: str, weight: int, size: int) -> float:
    widths = _widths(weight, size)
    unknown = widths.get(ord("M"), 1.0)
    return sum(widths.get(ord(letter), unknown) for letter in text)


def broken(text: str, most: float, size: int, weight: int = REGULAR) -> list[str]:
    """The text in as few lines as fit, all about as long, broken between words.

    A word that is too long stays whole.
    """
    lines = _filled(text, most, size, weight)
    if len(lines) < 2:
        return lines
    while most > 0 and len(narrower := _filled(text, most - size / 2, size, weight)) == len(lines):
        lines, most = narrower, most - size / 2
    return lines


def _filled(text: str, most: float, size: int, weight: int) -> list[str]:
    lines: list[str] = []
    for word in _words_of(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, weight) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _words_of(text: str) -> Iterator[str]:
    """What may stand on lines of its own: a space that is not to be broken holds together."""
    return filter(None, text.split(" "))


def fitting(text: str, most: float, size: int, weight: int = REGULAR) -> int:
    """The largest size up to this one in which the longest word fits."""
    longest = max((width(word, size, weight) for word in _words_of(text)), default=0)
    return size if longest <= most else int(size * most / longest)


@lru_cache(maxsize=4)
def _widths(weight: int, size: int) -> Mapping[int, float]:
    """The advance of every letter, of a text one unit high."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 7 MB that only pictures need

    with TTFont(font_file(), lazy=True) as font:
        letters = font.getGlyphSet(location={"wght": weight, "opsz": size})
        unit = font["head"].unitsPerEm
        return {code: float(letters[name].width / unit) for code, name in font.getBestCmap().items()}
