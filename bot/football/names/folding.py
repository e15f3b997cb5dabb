"""Writes any text in plain small letters, so that names can be compared."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

# Turned into words by transliteration (a ball becomes :soccer:), so they go first.
_SYMBOLS = frozenset({"So", "Sk", "Sm", "Sc", "Cf", "Cs", "Co", "Cn", "Cc"})
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʹʺ″′״׳"))
# What transliteration makes of these is not what anybody types.
_LETTERS = str.maketrans({"ə": "e", "Ə": "e", "ħ": "h", "Ħ": "h", "đ": "d", "Đ": "d"})
# Hebrew and Arabic write no vowels and Chinese no letters: transliterated, their names look like
# those of other clubs. They stay as they are.
_OWN_SCRIPT = (
    "\u0590-\u06ff\u0750-\u077f\u1100-\u11ff\u3005\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7af"
)
_FOREIGN = re.compile(f"[^\x00-\x7f{_OWN_SCRIPT}]+")
_IN_OWN_SCRIPT = re.compile(f"[{_OWN_SCRIPT}]")
# Greek and all that follows, but not the letters with marks of Vietnamese, nor dashes and quotation marks.
_ANOTHER_SCRIPT = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\uffdc]")
_MARKS = re.compile('[\u0591-\u05c7\u064b-\u065f\u0640]|(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
# Tags, hearts and scores: the b of <b> is no second team, and neither is the 2 of 2-1.
_MARKED = re.compile(r"[<\d]")
_MARKUP = re.compile(r"</?[a-z][^<>]*>?|<3+\b|(?<![\w/-])\d{1,2}\s*[-–:]\s*\d{1,2}(?![\w/-])", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?(?![a-z])")
_NOT_A_WORD = re.compile(r"[\W_]+")
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"},
)


def fold(text: str) -> str:
    """Small ASCII words with single spaces: Bodø/Glimt is `bodo glimt`, N.E.C. is `nec`, Спартак `spartak`.

    Symbols and emoji leave no trace, an apostrophe joins what it stands between. Arabic, Hebrew,
    Chinese, Japanese and Korean keep their own letters.
    """
    plain = text if text.isascii() else _without_marks(text)
    plain = plain.lower().translate(_APOSTROPHES)
    if "." in plain:
        plain = _INITIALS.sub(lambda initials: initials[0].replace(".", "") + " ", plain)
    return _NOT_A_WORD.sub(" ", plain).strip()


def is_in_another_script(text: str) -> bool:
    """Whether a part is written in Greek, Cyrillic, Arabic, Chinese …: Niš is not, Νις is."""
    return not text.isascii() and _ANOTHER_SCRIPT.search(text) is not None


def without_markup(text: str) -> str:
    """The text without tags, hearts and scores, none of which is part of a name."""
    return _MARKUP.sub(" ", text) if _MARKED.search(text) else text


def fold_spelling_out(text: str) -> str:
    """The same with ö written as oe, as German and Nordic names are typed without their letters."""
    return fold(unicodedata.normalize("NFC", text).lower().translate(_SPELLED_OUT))


def _without_marks(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_LETTERS).translate(_APOSTROPHES)
    text = "".join(" " if unicodedata.category(letter) in _SYMBOLS else letter for letter in text)
    if _IN_OWN_SCRIPT.search(text):
        text = _MARKS.sub("", text)
    return _FOREIGN.sub(lambda letters: anyascii(letters[0]), text)
