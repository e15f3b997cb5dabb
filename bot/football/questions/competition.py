"""Which competition a question is about, slips forgiven."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.football.competitions import EUROPA_LEAGUE, ROWS
from bot.football.model import Competition
from bot.football.names.countries import country_named
from bot.football.names.finder import Found, NoClub

# "Europa Cup" alone comes last.
_COMPETITIONS = tuple(
    (competition, re.compile(rf"(?<![\w-])(?:{row.typed})(?![\w-])", re.IGNORECASE))
    for competition, row in reversed(list(ROWS.items()))
)
# In small letters in front of a name it is a Spanish article: el Submarino Amarillo.
_EL_FIRST = re.compile(r"el(?=\s)", re.IGNORECASE)
_EL = re.compile(r"(?<=\S)\s+el(?![\w-])|^el$|(?<![\w-])(?-i:EL)(?![\w-])", re.IGNORECASE)
_NEARLY = {name: competition for competition, row in ROWS.items() for name in row.slips}
"""Names in which slips are forgiven, without their spaces."""
_LONG, _MOST_WORDS = 11, 3


@dataclass(slots=True)
class Rest:
    """The text that is left while its parts are taken out."""

    text: str

    def take(self, found: re.Match[str]) -> str:
        self.text = f"{self.text[: found.start()]} {self.text[found.end() :]}".strip()
        return found[0].strip()


def take_competition(
    rest: Rest, find: Callable[[str], Found], without_seasons: Callable[[str], str]
) -> Competition | None:
    """Take the competition out of the text; `find` says whether some words are a club."""
    for competition, pattern in _COMPETITIONS:
        if found := pattern.search(rest.text):
            rest.take(found)
            return competition
    if (nearly := _take_nearly(rest)) is not None:
        return nearly
    if (found := _EL_FIRST.match(rest.text)) and not without_seasons(rest.text[found.end() :]):
        rest.take(found)
        return EUROPA_LEAGUE
    if found := _EL.search(rest.text):
        before = without_seasons(rest.text[: found.start()])
        if not before or country_named(before) or not isinstance(find(before), NoClub):
            rest.take(found)
            return EUROPA_LEAGUE
    return None


def _take_nearly(rest: Rest) -> Competition | None:
    """A competition with a slip in its name: one, in a long name two."""
    words = list(re.finditer(r"\S+", rest.text))
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        for first, last in zip(words, words[size - 1 :], strict=False):
            written = rest.text[first.start() : last.end()].lower().replace(" ", "")
            nearest = process.extractOne(written, _NEARLY.keys(), scorer=OSA.distance, score_cutoff=2)
            if nearest and nearest[1] <= 1 + (len(nearest[0]) > _LONG):
                rest.text = f"{rest.text[: first.start()]} {rest.text[last.end() :]}".strip()
                return _NEARLY[nearest[0]]
    return None
