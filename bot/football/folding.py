"""Writes any text in plain small letters, so that names can be compared."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

# Turned into words by transliteration (a ball becomes :soccer:), so they go first.
_SYMBOLS = frozenset({"So", "Sk", "Sm", "Sc", "Cf", "Cs", "Co", "Cn"})
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʹʺ″′"))
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?(?![a-z])")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
# What transliteration makes of these is not what anybody types.
_LETTERS = str.maketrans({"ə": "e", "Ə": "e", "ħ": "h", "Ħ": "h", "đ": "d", "Đ": "d"})
_GERMAN_AND_NORDIC = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"},
)


def fold(text: str) -> str:
    """Small ASCII words with single spaces: `Bodø/Glimt` is `bodo glimt`, `N.E.C.` is `nec`, `Спартак` is `spartak`.

    Symbols and emoji leave no trace, an apostrophe joins what it stands between.
    """
    if text.isascii():
        plain = text.lower()
    else:
        kept = (" " if unicodedata.category(letter) in _SYMBOLS else letter for letter in text)
        plain = anyascii("".join(kept).translate(_APOSTROPHES).translate(_LETTERS)).lower()
    plain = plain.translate(_APOSTROPHES)
    if "." in plain:
        plain = _INITIALS.sub(lambda initials: initials[0].replace(".", "") + " ", plain)
    return _NOT_A_WORD.sub(" ", plain).strip()


def fold_spelling_out(text: str) -> str:
    """The same with ö written as oe, as German and Nordic names are typed without their letters."""
    return fold(unicodedata.normalize("NFC", text).lower().translate(_GERMAN_AND_NORDIC))
