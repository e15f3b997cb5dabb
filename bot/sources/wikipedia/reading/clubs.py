"""The club that a value of a box means: the page of its link, the country of its flag."""

from __future__ import annotations

import re

from mwparserfromhell.nodes import Wikilink
from mwparserfromhell.wikicode import Wikicode

from bot.football.model import Club
from bot.sources.payload import PayloadError
from bot.sources.reading import spelled
from bot.sources.wikipedia.reading.countries import country_in, country_of, nation_in
from bot.sources.wikipedia.reading.wikitext import article_of, plain, shown_of

_OPEN = re.compile(
    r"\b(?:winners?|losers?|tb[ad]|to be (?:determined|decided|announced|confirmed)|runners?[ -]up|bye|"
    r"finalists?|seeded|qualified team|(?:match|path|pot|seed|team|tie) ?[0-9]{1,3})\b|^[\s?–-]*$|\?{2}",
    re.IGNORECASE,
)
_OR = re.compile(r"\s(?:or|/)\s|(?<=\S)/(?=\S)", re.IGNORECASE)
_LONGEST = 80


def club_in(code: Wikicode | None, country: str = "") -> Club | None:
    """The club of a value, `spelled`; None while it is not known who that is."""
    if code is None:
        return None
    text = " ".join(plain(code).split()).strip(" *•")
    if not text and (nation := nation_in(code)):
        return spelled(*nation)
    links = [link for link in code.filter_wikilinks() if shown_of(link)]
    for link in links:
        country = country or country_of(shown_of(link))
    links = [link for link in links if not country_of(shown_of(link))]
    clubs = [link for link in links if article_of(link)]
    if _OPEN.search(text) or len({article_of(link) for link in clubs}) > 1:
        return None
    if not clubs:
        if links or _OR.search(text):
            return None
        return spelled(_checked(text), country or country_in(code))
    return _linked(clubs[0], country or country_in(code))


def _linked(link: Wikilink, country: str) -> Club:
    return spelled(_checked(article_of(link)), country, _checked(shown_of(link)))


def _checked(name: str) -> str:
    if len(name) > _LONGEST or not any(letter.isalpha() for letter in name) or set(name) & set("{}[]|<>\n"):
        raise PayloadError(f"'{name[:40]}' is no name of a club")
    return name
