"""The names of clubs, looked up in the tables in which they are worked out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.database.results.results import Results, StoredName
from bot.football.model import Club
from bot.football.names.found import Renown
from bot.football.names.index import By, ElsewhereKey

CLUBS = "SELECT club, kinds FROM club_keys WHERE by = ? AND key = ? ORDER BY club"
CLUBS_OF_ANY = "SELECT key, club FROM club_keys WHERE by = ? AND key IN ({}) ORDER BY club"
WRITTEN = "SELECT club, name, kind, country, shared FROM club_names WHERE name = ? ORDER BY club, country"
SHARED = "SELECT DISTINCT name FROM club_names WHERE shared AND kind <> 'script' ORDER BY name"
PAGES = "SELECT page, club FROM club_pages"
OF_LENGTH = "SELECT keys FROM keys_by_length WHERE by = ? AND length = ?"
ELSEWHERE = """
    SELECT key, folded, name, country FROM elsewhere_keys WHERE by = ? AND key IN ({}) ORDER BY name, country
"""
ORDINARY = "SELECT 1 FROM folded_words WHERE word = ?"
RENOWN = "SELECT matches, last_season FROM club_renown WHERE club = ?"
BEST_KNOWN = "SELECT ifnull(max(matches), 0), ifnull(max(last_season), 0) FROM club_renown"
MET = """
    SELECT ifnull(CAST(substr(date, 1, 4) AS INTEGER), season + 1) FROM matches
    WHERE (home = :club AND away = :other) OR (home = :other AND away = :club)
"""
AT_ONCE = 500
"""Keys in one query."""
MOST_REMEMBERED = 4096


@dataclass(slots=True)
class StoredNames:
    """The names of one database; what was looked up is remembered until it changes in the file."""

    results: Results
    _version: int | None = None
    _keys: dict[tuple[By, str], tuple[tuple[Club, ...], frozenset[str]]] = field(default_factory=dict)
    _of_length: dict[tuple[By, int], tuple[str, ...]] = field(default_factory=dict)
    _renown: dict[str, Renown] = field(default_factory=dict)
    _met: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    _best_known: tuple[int, int] | None = None

    def clubs(self, by: By, key: str) -> Sequence[Club]:
        return self._key(by, key)[0]

    def name_kinds(self, name: str) -> frozenset[str]:
        return self._key(By.WHOLE, name)[1]

    def bearers(self, key: str) -> list[tuple[Club, list[str]]]:
        """The clubs with a whole name, each with the kinds of it."""
        rows = self.results.db.execute(CLUBS, (By.WHOLE.value, key)).fetchall()
        return [(self.results.clubs()[club], kinds.split()) for club, kinds in rows]

    def written(self, name: str) -> list[StoredName]:
        """The names written exactly so."""
        clubs = self.results.clubs()
        return [
            StoredName(clubs[club], found, kind, country, bool(shared))
            for club, found, kind, country, shared in self.results.db.execute(WRITTEN, (name,)).fetchall()
        ]

    def pages(self) -> list[tuple[str, Club]]:
        """The pages of Wikipedia, and the club that each is about."""
        clubs = self.results.clubs()
        return [(page, clubs[club]) for page, club in self.results.db.execute(PAGES).fetchall()]

    def of_page(self, page: str) -> Club | None:
        """The club that a page of Wikipedia is about."""
        row = self.results.db.execute(f"{PAGES} WHERE page = ?", (page,)).fetchone()
        return self.results.clubs()[row[1]] if row else None

    def shared(self) -> list[str]:
        """The names that several clubs go by."""
        return [name for (name,) in self.results.db.execute(SHARED).fetchall()]

    def _key(self, by: By, key: str) -> tuple[tuple[Club, ...], frozenset[str]]:
        self._forget_changed()
        found = self._keys.get((by, key))
        if found is None:
            if len(self._keys) >= MOST_REMEMBERED:
                self._keys.clear()
            clubs = self.results.clubs()
            rows = self.results.db.execute(CLUBS, (by.value, key)).fetchall()
            kinds = frozenset(kind for _, kinds in rows for kind in kinds.split())
            found = self._keys[by, key] = tuple(clubs[club] for club, _ in rows), kinds
        return found

    def clubs_of_any(self, by: By, keys: Collection[str]) -> Mapping[str, Sequence[Club]]:
        clubs = self.results.clubs()
        found: dict[str, list[Club]] = {}
        for key, club in self._any(CLUBS_OF_ANY, by, keys):
            found.setdefault(key, []).append(clubs[club])
        return found

    def of_length(self, by: By, length: int) -> Sequence[str]:
        self._forget_changed()
        found = self._of_length.get((by, length))
        if found is None:
            row = self.results.db.execute(OF_LENGTH, (by.value, length)).fetchone()
            found = self._of_length[by, length] = tuple(row[0].split("\n")) if row and row[0] else ()
        return found

    def elsewhere(self, by: By, keys: Collection[str]) -> Sequence[ElsewhereKey]:
        return [
            ElsewhereKey(folded, name, country) for _, folded, name, country in self._any(ELSEWHERE, by, keys)
        ]

    def _any(self, query: str, by: By, keys: Collection[str]) -> list[tuple[str, ...]]:
        wanted, found = list(keys), list[tuple[str, ...]]()
        for first in range(0, len(wanted), AT_ONCE):
            some = wanted[first : first + AT_ONCE]
            asked_for = query.format(", ".join("?" * len(some)))
            found += self.results.db.execute(asked_for, (by.value, *some)).fetchall()
        return found

    def is_ordinary(self, word: str) -> bool:
        return self.results.db.execute(ORDINARY, (word,)).fetchone() is not None

    def renown(self, club: Club) -> Renown:
        self._forget_changed()
        found = self._renown.get(club.id)
        if found is None:
            row = self.results.db.execute(RENOWN, (club.id,)).fetchone()
            found = self._renown[club.id] = Renown(*row) if row else Renown()
        return found

    def latest_season(self) -> int:
        return self._most()[1]

    def most_matches(self) -> int:
        return self._most()[0]

    def met(self, club: Club, other: Club) -> Sequence[int]:
        self._forget_changed()
        found = self._met.get((club.id, other.id))
        if found is None:
            if len(self._met) >= MOST_REMEMBERED:
                self._met.clear()
            rows = self.results.db.execute(MET, {"club": club.id, "other": other.id}).fetchall()
            found = self._met[club.id, other.id] = tuple(year for (year,) in rows)
        return found

    def _most(self) -> tuple[int, int]:
        self._forget_changed()
        if self._best_known is None:
            matches, season = self.results.db.execute(BEST_KNOWN).fetchone()
            self._best_known = matches, season
        return self._best_known

    def _forget_changed(self) -> None:
        if self._version != self.results.version:
            self._version = self.results.version
            for remembered in (self._keys, self._of_length, self._renown, self._met):
                remembered.clear()
            self._best_known = None
