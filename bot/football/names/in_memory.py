"""The names of a few clubs without a database: for tests, and to measure the finder by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.football.model import Club
from bot.football.names.folding import fold
from bot.football.names.found import Renown
from bot.football.names.index import (
    BY_LENGTH,
    By,
    ClubElsewhere,
    ClubName,
    ElsewhereKey,
    elsewhere_keys_of,
    keys_of,
)


class NamesInMemory:
    """Made of the same keys as those that are stored."""

    def __init__(
        self,
        names: Iterable[ClubName],
        *,
        elsewhere: Iterable[ClubElsewhere] = (),
        renown: Mapping[str, Renown] | None = None,
        ordinary_words: Iterable[str] = (),
        met: Mapping[frozenset[str], Sequence[int]] | None = None,
    ) -> None:
        self._clubs: dict[tuple[By, str], list[Club]] = defaultdict(list)
        self._kinds: dict[str, frozenset[str]] = defaultdict(frozenset)
        self._by_length: dict[tuple[By, int], dict[str, None]] = defaultdict(dict)
        self._elsewhere: dict[tuple[By, str], list[ElsewhereKey]] = defaultdict(list)
        self._renown = dict(renown or {})
        self._met = dict(met or {})
        self._ordinary = frozenset(map(fold, ordinary_words))
        of_club: dict[Club, list[ClubName]] = defaultdict(list)
        for name in names:
            of_club[name.club].append(name)
        for club in sorted(of_club, key=lambda club: club.id):
            self._add(club, of_club[club])
        for foreign in sorted(elsewhere, key=lambda club: (club.name, club.country)):
            for key in elsewhere_keys_of(foreign):
                self._by_length[By.GUESSABLE, len(key.folded)][key.folded] = None
                for by, text in key.keys:
                    self._elsewhere[by, text].append(key)

    def _add(self, club: Club, names: Iterable[ClubName]) -> None:
        for key in keys_of(club, names):
            self._clubs[key.by, key.key].append(club)
            if key.by is By.WHOLE:
                self._kinds[key.key] |= frozenset(key.kinds.split())
            if key.by in BY_LENGTH:
                self._by_length[key.by, len(key.key)][key.key] = None

    def clubs(self, by: By, key: str) -> Sequence[Club]:
        return self._clubs.get((by, key), ())

    def clubs_of_any(self, by: By, keys: Collection[str]) -> Mapping[str, Sequence[Club]]:
        return {key: clubs for key in keys if (clubs := self.clubs(by, key))}

    def name_kinds(self, name: str) -> frozenset[str]:
        return self._kinds.get(name, frozenset())

    def of_length(self, by: By, length: int) -> Sequence[str]:
        return tuple(self._by_length.get((by, length), ()))

    def elsewhere(self, by: By, keys: Collection[str]) -> Sequence[ElsewhereKey]:
        found = (key for text in keys for key in self._elsewhere.get((by, text), ()))
        return sorted(found, key=lambda key: key.name)

    def is_ordinary(self, word: str) -> bool:
        return word in self._ordinary

    def renown(self, club: Club) -> Renown:
        return self._renown.get(club.id, Renown())

    def latest_season(self) -> int:
        return max((renown.last_season for renown in self._renown.values()), default=0)

    def most_matches(self) -> int:
        return max((renown.matches for renown in self._renown.values()), default=0)

    def met(self, club: Club, other: Club) -> Sequence[int]:
        return self._met.get(frozenset({club.id, other.id}), ())
