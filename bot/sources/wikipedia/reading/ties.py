"""Tables of ties: who met whom, the aggregate and who went through; never the scores of the legs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode

from bot.football.model import Score
from bot.sources.payload import PayloadError
from bot.sources.wikipedia.reading.clubs import club_in
from bot.sources.wikipedia.reading.countries import country_of
from bot.sources.wikipedia.reading.page import TieResult
from bot.sources.wikipedia.reading.places import Place
from bot.sources.wikipedia.reading.wikitext import fields_of, in_one_line, name_of, plain, values_of

_ONE_TIE = frozenset({"twolegresult", "2legresult", "two-legresult", "#invoke:twolegresult"})
_MANY_TIES = frozenset({"#invoke:sportsseries", "#invoke:two-legtie", "#invoke:twolegtie", "twolegs"})
_AGGREGATE = re.compile(r"(\d{1,2}) ?- ?(\d{1,2})(?!\d)")
_WORDS = re.compile(r"w ?/ ?o|walkover|\(?(?:a|p|r|c|t|aet|a\.e\.t\.)\)?|awd|bye", re.IGNORECASE)


def is_tie(template: Template) -> bool:
    return name_of(template) in _ONE_TIE | _MANY_TIES


def ties_in(template: Template, place: Place) -> Iterator[TieResult]:
    """The ties of a template; PayloadError where one can't be read."""
    values = values_of(template)
    if name_of(template) in _ONE_TIE:
        winner = plain(fields_of(template).get("winner"))
        tie = _tie(values, place, winner)
        yield from () if tie is None else (tie,)
        return
    at = 0
    while at + 4 < len(values):
        if _begins(values[at : at + 5]):
            tie = _tie(values[at : at + 5], place)
            yield from () if tie is None else (tie,)
            at += 5
        else:
            at += 1


def _begins(row: Sequence[Wikicode]) -> bool:
    """Whether a tie begins here: club, country, aggregate, club, country."""
    flags = (plain(row[1]), plain(row[4]))
    return (
        all(not flag or country_of(flag) or re.fullmatch(r"[A-Z]{3}", flag) for flag in flags)
        and bool(_AGGREGATE.search(in_one_line(row[2])) or _WORDS.fullmatch(in_one_line(row[2])))
        and any(letter.isalpha() for letter in plain(row[0]))
        and any(letter.isalpha() for letter in plain(row[3]))
    )


def _tie(row: Sequence[Wikicode], place: Place, winner: str = "") -> TieResult | None:
    if len(row) < 5:
        raise PayloadError("a tie without its clubs or its aggregate")
    club_a = club_in(row[0], country_of(plain(row[1])))
    club_b = club_in(row[3], country_of(plain(row[4])))
    if club_a is None or club_b is None or club_a == club_b:
        return None
    found = _AGGREGATE.search(in_one_line(row[2]))
    aggregate = Score(int(found[1]), int(found[2])) if found else None
    through = [club for club, value in ((club_a, row[0]), (club_b, row[3])) if "'''" in str(value)]
    if winner in {"1", "2"}:
        through = [(club_a, club_b)[int(winner) - 1]]
    if not through and aggregate is not None and not aggregate.is_level:
        through = [club_a if aggregate.home > aggregate.away else club_b]
    return TieResult(
        place.competition,
        place.season,
        place.round,
        club_a,
        club_b,
        aggregate,
        through[0] if len(through) == 1 else None,
    )
