"""Which club a source's spelling stands for: exactly, or not at all."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz import fuzz, process

from bot.football.model import Club

if TYPE_CHECKING:
    from collections.abc import Iterable

SPELLING = "spelling"
"""The kind of a name that is written so by a source; it goes before nicknames that two clubs share."""
NEAREST = 3


@dataclass(frozen=True, slots=True)
class UnknownSpelling:
    """A spelling that stands for no club, or for several; with the nearest names."""

    name: str
    country: str
    nearest: tuple[str, ...]

    def __str__(self) -> str:
        where = f" ({self.country})" if self.country else ""
        if not self.nearest:
            return f"'{self.name}'{where} is not a known club"
        return f"'{self.name}'{where} is not a known club; nearest: {', '.join(self.nearest)}"


@dataclass(slots=True)
class Spellings:
    """The one table of names, as imports use it."""

    _clubs: dict[str, dict[Club, str]] = field(default_factory=lambda: defaultdict(dict))
    _written_countries: dict[tuple[str, str], set[Club]] = field(default_factory=lambda: defaultdict(set))
    _ids: set[str] = field(default_factory=set)

    def add(self, club: Club, name: str, kind: str = SPELLING, country: str = "") -> None:
        """One more name of a club; the country where a source writes another one than the club's own."""
        written = _written(name)
        if kind == SPELLING or club not in self._clubs[written]:
            self._clubs[written][club] = kind
        self._ids.add(club.id)
        if country:
            self._written_countries[(written, country)].add(club)

    def add_all(self, clubs: Iterable[Club]) -> None:
        for club in clubs:
            self.add(club, club.name)

    def find(self, name: str, country: str = "") -> Club | UnknownSpelling:
        """The one club so written, in that country where one is given."""
        written = _written(name)
        found = self._clubs.get(written, {})
        if country:
            elsewhere = self._written_countries.get((written, country), set())
            found = {
                club: kind for club, kind in found.items() if club.country == country or club in elsewhere
            }
        if len(found) > 1:
            spelled_so = {club: kind for club, kind in found.items() if kind == SPELLING}
            named_so = {club: kind for club, kind in found.items() if _written(club.name) == written}
            found = named_so if len(named_so) == 1 else spelled_so or found
        if len(found) == 1:
            return next(iter(found))
        return UnknownSpelling(
            name, country, tuple(f"{club.name} ({club.country})" for club in found) or self._near(written)
        )

    def is_shared(self, name: str, country: str = "") -> bool:
        """Whether several clubs are written so, so that only another spelling can tell which is meant."""
        found = self._clubs.get(_written(name), {})
        return sum(1 for club in found if not country or club.country == country) > 1

    def new_club(self, name: str, country: str = "") -> Club:
        """A club under the name as written, with an id of its own, known from now on."""
        slug = "-".join("".join(c if c.isalnum() else " " for c in anyascii(name).lower()).split()) or "club"
        stem = f"{country.lower()}-{slug}" if country else slug
        number, new = 1, stem
        while new in self._ids:
            number += 1
            new = f"{stem}-{number}"
        club = Club(new, unicodedata.normalize("NFC", " ".join(name.split())), country)
        self.add(club, club.name)
        return club

    def _near(self, written: str) -> tuple[str, ...]:
        found = process.extract(
            written, self._clubs.keys(), scorer=fuzz.ratio, limit=NEAREST, score_cutoff=60
        )
        return tuple(dict.fromkeys(club.name for name, _, _ in found for club in self._clubs[name]))


def _written(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))
