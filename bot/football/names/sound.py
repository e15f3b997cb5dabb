"""How a name sounds to a Dutch ear, so that `Sjaktar` finds Shakhtar and `Gladbag` Gladbach."""

from __future__ import annotations

import re

# In this order: what is written longer goes first. The right side is a sound, not a spelling.
_SPELLINGS = (
    ("tsch", "C"),
    ("uij", "ui"),
    ("tsj", "C"),
    ("tch", "C"),
    ("sch", "S"),
    ("skj", "S"),
    ("sj", "S"),
    ("sh", "S"),
    ("sz", "s"),
    ("kh", "g"),
    ("ch", "g"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("ts", "s"),
    ("tz", "s"),
    ("cz", "C"),
    ("ck", "k"),
    ("qu", "k"),
    ("eille", "e"),
    ("eije", "e"),
    ("gn", "n"),
    ("nj", "n"),
    ("lj", "l"),
    ("ij", "e"),
    ("ei", "e"),
    ("ai", "e"),
    ("ey", "e"),
    ("eu", "o"),
    ("oe", "u"),
    ("ou", "u"),
    ("au", "u"),
    ("ue", "u"),
    ("ie", "i"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("x", "ks"),
)
_SOUND_OF = dict(_SPELLINGS)
_SPELLING = re.compile("|".join(spelling for spelling, _ in _SPELLINGS))
_LETTERS = str.maketrans({"c": "k", "q": "k", "z": "s", "v": "f", "w": "f", "y": "i", "j": "i", "h": None})
_TWICE = re.compile(r"(.)\1+")
_LAST = str.maketrans({"d": "t", "b": "p", "g": "k"})


def sound(folded: str) -> str:
    """The sounds of a folded name in one piece, without its spaces."""
    return "".join(map(_sound_of_word, folded.split()))


def _sound_of_word(word: str) -> str:
    sounds = _SPELLING.sub(lambda spelling: _SOUND_OF[spelling[0]], word).translate(_LETTERS)
    sounds = _TWICE.sub(r"\1", sounds)
    # A word ends without voice in Dutch: Madrid sounds like Madrit.
    return sounds[:-1] + sounds[-1:].translate(_LAST)
