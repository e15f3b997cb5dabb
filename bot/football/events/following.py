"""What a chat can follow: a club, the clubs of a country, a competition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.football.competitions import ROWS
from bot.football.model import Club, Competition, Match
from bot.football.names.words import COUNTRIES

COMPETITION, COUNTRY = "competition ", "country "
"""Begin the keys of what is no club; a club's key is its id."""


@dataclass(frozen=True, slots=True)
class Country:
    """The clubs of a country, whichever of them play in Europe this season."""

    code: str
    """Three letters, as results write it."""


Followable = Club | Country | Competition


def key_of(followable: Followable) -> str:
    """The key under which it is stored."""
    match followable:
        case Club(id=club):
            return club
        case Country(code):
            return f"{COUNTRY}{code}"
        case _:
            return f"{COMPETITION}{followable.code}"


def followable(key: str, clubs: Mapping[str, Club]) -> Followable | None:
    """What a key stands for; None for what is no country or competition, nor the id of one of these clubs."""
    if key.startswith(COUNTRY):
        code = key.removeprefix(COUNTRY)
        return Country(code) if code in COUNTRIES else None
    if key.startswith(COMPETITION):
        competition = Competition(key.removeprefix(COMPETITION))
        return competition if competition in ROWS else None
    return clubs.get(key)


def is_close(key: str) -> bool:
    """Whether a club is followed for its own sake, and not as one of all in a competition."""
    return not key.startswith(COMPETITION)


def clubs_by_key(matches: Iterable[Match]) -> dict[str, set[str]]:
    """The keys under which these matches are followed, each with the ids of the clubs in them."""
    found: dict[str, set[str]] = {}
    for match in matches:
        of_cup = found.setdefault(key_of(match.competition), set())
        for club in match.clubs:
            of_cup.add(club.id)
            for key in (club.id, key_of(Country(club.country))):
                found.setdefault(key, set()).add(club.id)
    return found
