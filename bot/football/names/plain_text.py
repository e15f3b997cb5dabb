"""A text of somebody else's, without the invisible letters that change what stands around it."""

from __future__ import annotations

import re

_SPACES = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_NOTHING = re.compile(
    "[\r\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Without control characters, marks that turn the direction of text, invisible letters and half letters.

    A new line stays, and so do the joiners that emoji and some scripts are written with.
    """
    if text.isprintable():
        return text
    return _NOTHING.sub("", _SPACES.sub(" ", text))
