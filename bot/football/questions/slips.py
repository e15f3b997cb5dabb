"""Slips in the words of a question, as `uitslg` and `vanvond`."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters of a word, or a name, in which a slip is forgiven."""
_LONG = 6
"""Letters of a word in which two are."""
_WORDS = (
    *("uitslag", "uitslagen", "stand", "programma", "topscorer", "topscorers", "wanneer", "vanavond"),
    *("gisteren", "morgen", "speelt", "spelen", "speelde", "finale", "loting", "wedstrijd", "wedstrijden"),
    *("doelpunten", "gescoord", "tussenstand", "gewonnen", "tonight", "yesterday", "fixtures", "results"),
)
"""Words of questions in which slips are forgiven."""


def corrected(text: str) -> str:
    """The text with the words that were meant."""
    return " ".join(map(_word_meant, text.split()))


def _word_meant(word: str) -> str:
    most = 2 if len(word) >= _LONG else 1
    nearest = process.extractOne(word.lower(), _WORDS, scorer=OSA.distance, score_cutoff=most)
    return nearest[0] if nearest and len(word) >= SHORTEST else word
