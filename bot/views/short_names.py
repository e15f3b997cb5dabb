"""Club names that fit a column or a button."""

from __future__ import annotations

import re

_GENERIC = (
    *("1. FC ", "Bayer ", "Borussia ", "Dinamo ", "Eintracht "),
    *("Olympique ", "Red Bull ", "Union ", "Universitatea "),
)
"""What says less about a club than the words behind it."""
_ABBREVIATED = {"Manchester ": "Man ", "Hapoel ": "H. ", "Maccabi ": "M. "}
"""What tells a club from another one, and may be short."""
_LOOSE_END = re.compile(r"(?: (?:&|de|la|of|and))+$", re.IGNORECASE)


def short_name(name: str, most: int) -> str:
    """A name in so many characters: Wolverhampton, Mönchengladbach."""
    if len(name) <= most:
        return name
    for word in _GENERIC:
        if name.startswith(word) and len(name) - len(word) <= most:
            return name.removeprefix(word)
    for word, short in _ABBREVIATED.items():
        if name.startswith(word) and len(name) - len(word) + len(short) <= most:
            return short + name.removeprefix(word)
    shorter = name
    while " " in shorter and len(shorter) > most:
        shorter = shorter.rpartition(" ")[0]
    return _LOOSE_END.sub("", shorter) if len(shorter) <= most else f"{name[: most - 1]}…"
