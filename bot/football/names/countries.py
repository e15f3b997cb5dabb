"""Which country is meant, by the three letters in which results write it."""

from __future__ import annotations

import re

from bot.football.names.folding import fold
from bot.football.names.words import COUNTRY_CODES

_ITS_CLUBS = re.compile(r"(?<!\w)(?:clubs?|teams?|ploegen|spelers|players)(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:(?:alle?|all|de|the|uit|van|from|of) )+")
_ALSO = {
    "bosnie en herzegovina": "bosnie",
    "bosnia and herzegovina": "bosnia",
    "czech republic": "czechia",
    "faroe islands": "faroe",
    "north macedonia": "macedonia",
    "republic of ireland": "ireland",
    "turkiye": "turkey",
}
"""Longer names of countries."""
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
    "schots": "schotland",
    "scottish": "schotland",
    "turks": "turkije",
    "turkish": "turkije",
    "grieks": "griekenland",
    "greek": "griekenland",
    "oostenrijks": "oostenrijk",
    "austrian": "oostenrijk",
    "zwitsers": "zwitserland",
    "swiss": "zwitserland",
    "deens": "denemarken",
    "danish": "denemarken",
    "zweeds": "zweden",
    "swedish": "zweden",
    "noors": "noorwegen",
    "norwegian": "noorwegen",
    "pools": "polen",
    "polish": "polen",
    "tsjechisch": "tsjechie",
    "czech": "tsjechie",
    "kroatisch": "kroatie",
    "croatian": "kroatie",
    "servisch": "servie",
    "serbian": "servie",
    "oekraiens": "oekraine",
    "ukrainian": "oekraine",
    "russisch": "rusland",
    "russian": "rusland",
    "roemeens": "roemenie",
    "romanian": "roemenie",
    "hongaars": "hongarije",
    "hungarian": "hongarije",
}


def country_named(text: str) -> str:
    """The country whose clubs are meant, as the three letters in which results write it; empty if none is."""
    words = _BEFORE.sub("", fold(_ITS_CLUBS.sub(" ", text)))
    words = _ALSO.get(words, words)
    name = _OF_A_COUNTRY.get(words) or _OF_A_COUNTRY.get(words.removesuffix("e")) or words
    return min(COUNTRY_CODES.get(name, ()), default="")
