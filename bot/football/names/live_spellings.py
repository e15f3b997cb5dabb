"""Which club a live source means: as we spell it, or as we do once case, marks and dots go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bot.football.model import Club
from bot.football.names.folding import fold, fold_spelling_out
from bot.football.names.index import ClubElsewhere, ClubName
from bot.football.names.spellings import Spellings, UnknownSpelling

_DECIDING = frozenset({"spelling", "alias", "old", "dutch"})
"""A town, a nickname or a code names a club to those who know which is meant; it only stands in the way."""
_ANOTHER_SCRIPT = "script"


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A club that a folded name belongs to; None is one that has no match here."""

    club: Club | None
    country: str
    decides: bool


@dataclass(frozen=True, slots=True)
class LiveSpellings:
    """The exact spellings, and every name folded once; a look only looks up."""

    exact: Spellings
    _bearers: dict[str, tuple[_Bearer, ...]]

    def find_written(self, written: Club) -> Club | UnknownSpelling:
        """The club that a source writes: by its page where the source links to one, else by its names."""
        return self.exact.find_written(written, self.find)

    def find(self, name: str, country: str = "") -> Club | UnknownSpelling:
        """The club exactly so written, else the only one with that folded name in the country, or anywhere.

        A name that several clubs have, or that is marked as shared, stands for none of them.
        """
        found = self.exact.find(name, country)
        if isinstance(found, Club) or found.shared:
            return found
        bearers = [
            bearer
            for folded in _folded(name)
            for bearer in self._bearers.get(folded, ())
            if country in {"", bearer.country}
        ]
        clubs = {bearer.club for bearer in bearers}
        if len(clubs) == 1 and any(bearer.decides for bearer in bearers):
            return clubs.pop() or found
        return found


def live_spellings(
    exact: Spellings, names: Iterable[ClubName], elsewhere: Iterable[ClubElsewhere]
) -> LiveSpellings:
    """Fold all names; the clubs' own among them."""
    bearers: dict[str, dict[_Bearer, None]] = defaultdict(dict)
    shared: set[str] = set()
    for entry in names:
        if entry.kind == _ANOTHER_SCRIPT:
            continue
        bearer = _Bearer(entry.club, entry.club.country, entry.kind in _DECIDING)
        for folded in _folded(entry.name):
            bearers[folded][bearer] = None
            if entry.shared:
                shared.add(folded)
    for other in elsewhere:
        for name in (other.name, *other.also):
            for folded in _folded(name):
                bearers[folded][_Bearer(None, other.country, decides=False)] = None
    return LiveSpellings(
        exact, {folded: tuple(found) for folded, found in bearers.items() if folded not in shared}
    )


def _folded(name: str) -> set[str]:
    """Both ways of writing a letter in ASCII: Tromso and Tromsoe."""
    return ({fold(name)} if name.isascii() else {fold(name), fold_spelling_out(name)}) - {""}
