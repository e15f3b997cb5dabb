"""Which country is meant, by the three letters in which results write it."""

from __future__ import annotations

import re

from bot.football.names.folding import fold
from bot.football.names.words import COUNTRY_CODES

_ITS_CLUBS = re.compile(r"(?<!\w)(?:clubs?|teams?|ploegen|spelers|players)(?!\w)", re.IGNORECASE)
_OF_A_COUNTRY = {
    "nederlands": "nederland",
    "dutch": "nederland",
    "belgisch": "belgie",
    "belgian": "belgie",
    "engels": "engeland",
    "english": "engeland",
    "duits": "duitsland",
    "german": "duitsland",
    "spaans": "spanje",
    "spanish": "spanje",
    "italiaans": "italie",
    "italian": "italie",
    "frans": "frankrijk",
    "french": "frankrijk",
    "portugees": "portugal",
    "portuguese": "portugal",
}


def country_named(text: str) -> str:
    """The country whose clubs are meant, as the three letters in which results write it; empty if none is."""
    words = fold(_ITS_CLUBS.sub(" ", text))
    name = _OF_A_COUNTRY.get(words) or _OF_A_COUNTRY.get(words.removesuffix("e")) or words
    return min(COUNTRY_CODES.get(name, ()), default="")
