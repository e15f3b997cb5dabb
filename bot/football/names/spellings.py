"""Which club a source's spelling stands for: exactly, or not at all."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from anyascii import anyascii
from rapidfuzz import fuzz, process

from bot.football.model import Club

SPELLING = "spelling"
"""The kind of a name that is written so by a source; it goes before nicknames that two clubs share."""
NEAREST = 3
_FORMS = frozenset(
    (
        *(
            "FC",
            "AFC",
            "CF",
            "SC",
            "FK",
            "SK",
            "NK",
            "HNK",
            "KF",
            "BK",
            "IF",
            "IL",
            "AC",
            "AS",
            "SV",
            "CD",
            "UD",
        ),
        *(
            "RCD",
            "SS",
            "SSC",
            "PFC",
            "OSC",
            "HSC",
            "ACF",
            "GNK",
            "MŠK",
            "JK",
            "PFK",
            "FF",
            "AIF",
            "CFC",
            "BC",
        ),
    )
)
"""What stands before or behind the name of a club in the title of its page: Arsenal F.C."""


@dataclass(frozen=True, slots=True)
class UnknownSpelling:
    """A spelling that stands for no club, or for several."""

    name: str
    country: str
    nearest: tuple[str, ...] = ()
    """The clubs that share it, or those that are written nearly so, once these have been looked up."""
    shared: bool = False

    def __str__(self) -> str:
        written = f"'{self.name}' ({self.country})" if self.country else f"'{self.name}'"
        if self.shared:
            return f"{written} can be any of {', '.join(self.nearest)}"
        if not self.nearest:
            return f"{written} is not a known club"
        return f"{written} is not a known club; nearest: {', '.join(self.nearest)}"


@dataclass(slots=True)
class Spellings:
    """The one table of names, as imports use it."""

    _clubs: dict[str, dict[Club, str]] = field(default_factory=lambda: defaultdict(dict))
    _written_countries: dict[tuple[str, str], set[Club]] = field(default_factory=lambda: defaultdict(set))
    _ids: set[str] = field(default_factory=set)
    _pages: dict[str, Club] = field(default_factory=dict)

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

    def add_page(self, page: str, club: Club) -> None:
        """The page of Wikipedia that is about a club."""
        self._pages[_written(page)] = club

    def find_written(
        self, written: Club, find: Callable[[str, str], Club | UnknownSpelling] | None = None
    ) -> Club | UnknownSpelling:
        """The club that a source writes; one that links to its page is found by that before its names.

        `find` is how a name is looked up, exactly unless it is given.
        """
        find = find or self.find
        if written.shown and (club := self._pages.get(_written(written.name))):
            return club
        first = find(written.name, written.country)
        for name in _other_ways(written):
            if isinstance(first, Club):
                break
            found = find(name, written.country)
            first = found if isinstance(found, Club) else first
        return first

    def find(self, name: str, country: str = "") -> Club | UnknownSpelling:
        """The one club so written, in that country where one is given.

        A club's own name goes before another's, a club without a country before the others when none is
        given, and a source's spelling before a nickname.
        """
        written = _written(name)
        found = self._clubs.get(written, {})
        if country:
            elsewhere = self._written_countries.get((written, country), set())
            found = {
                club: kind for club, kind in found.items() if club.country == country or club in elsewhere
            }
        clubs = list(found)
        clubs = [club for club in clubs if _written(club.name) == written] or clubs
        clubs = [club for club in clubs if not country and not club.country] or clubs
        clubs = [club for club in clubs if found[club] == SPELLING] or clubs
        match clubs:
            case [club]:
                return club
            case []:
                return UnknownSpelling(name, country)
            case _:
                return UnknownSpelling(name, country, tuple(map(_with_country, clubs)), shared=True)

    def with_nearest(self, unknown: UnknownSpelling) -> UnknownSpelling:
        """The same with the clubs written most like it, for whoever has to tell; finding them takes time."""
        if unknown.shared:
            return unknown
        found = process.extract(
            _written(unknown.name),
            self._clubs.keys(),
            scorer=fuzz.ratio,
            processor=str.casefold,
            limit=NEAREST,
            score_cutoff=60,
        )
        near = dict.fromkeys(_with_country(club) for name, _, _ in found for club in self._clubs[name])
        return replace(unknown, nearest=tuple(near))

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


def _with_country(club: Club) -> str:
    return f"{club.name} ({club.country})" if club.country else club.name


def _written(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


def _other_ways(written: Club) -> Iterator[str]:
    """How a club with a page may be written beside the page's title, in its country alone."""
    if not (written.shown and written.country):
        return
    words = written.name.split()
    first, last = (words[at].replace(".", "").upper() in _FORMS for at in (0, -1))
    bare = " ".join(words[first : len(words) - last])
    if bare and bare != written.name:
        yield bare
    yield written.shown
