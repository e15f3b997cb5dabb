"""Two clubs in one question: with something between them, or side by side.

What stands between two clubs parts them, even where both together are also a name: `Inter - Milan`. Without
it the order decides: `Inter Milan` is how one club is called, `Milan Inter` are two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import product

from bot.football.model import Club
from bot.football.names.folding import fold
from bot.football.names.found import (
    MOST_MEANT,
    ClubChoice,
    Found,
    NoClub,
    OneClub,
    PairChoice,
    TwoClubs,
    in_turn,
)
from bot.football.names.index import By, NameIndex, core_of, words_of
from bot.football.names.words import CHAT, COUNTRY_CODES, FORMS

_BETWEEN = re.compile(
    r"\s+(?:[-–—/]|tegen|versus|vs?\.?|contre|gegen|against|contra)\s+|\s*[–—]\s*", re.IGNORECASE
)
# These also stand inside names (Brighton & Hove Albion) and between other things.
_PERHAPS_BETWEEN = re.compile(r"\s*[,+&]\s*|\s+(?:en|and|und|et|x)\s+|(?<=\w)[-/](?=\w)", re.IGNORECASE)
_SHORT = 3
# European matches of clubs that people put side by side. Initials, nicknames and towns are also other words,
# so that such a club has to be better known. In a small database as many matches are few.
_KNOWN, _WELL_KNOWN, _FAMOUS, _MOST_FAMOUS = 5, 20, 50, 200
# Of two pairs that met the one that met so many times as often is meant without asking.
_MOST_OFTEN = 2
_MOST_WORDS = 10
# Legal forms, but above all the name by which a club goes.
_ALSO_A_NAME = frozenset({"sporting"})
# OM is a small word too, and stays a club beside another; the code of Tottenham, TOT, does not.
_STANDING_FOR = frozenset({"nickname", "abbreviation"})


@dataclass(frozen=True, slots=True)
class Parts:
    """A text taken apart; `surely` where what stands between can't be part of a name."""

    texts: tuple[str, ...]
    surely: bool


def parts_of(text: str) -> Parts | None:
    """What stands between two clubs parts the text; None where nothing does."""
    for between, surely in ((_BETWEEN, True), (_PERHAPS_BETWEEN, False)):
        texts = tuple(part for part in between.split(text) if fold(part))
        if len(texts) > 1:
            return Parts(texts, surely)
    return None


def together(found: Sequence[Found]) -> Found | None:
    """What was asked when each of these was: two clubs, a choice of pairs where one is unsure, or none.

    None at all where they are no two clubs: the same one twice (`Lokomotiv - Plovdiv`), or nothing known.
    """
    clubs = [_clubs_of(side) for side in found]
    if not all(clubs):
        elsewhere = [side for side in found if isinstance(side, NoClub) and side.known_elsewhere]
        return elsewhere[0] if elsewhere and all(map(_is_known, found)) else None
    if any(set(choice) & set(other) for place, choice in enumerate(clubs) for other in clubs[:place]):
        return None
    if len(clubs) > 2:
        return ClubChoice(tuple(in_turn(sorted(clubs, key=len)))[:MOST_MEANT])
    first, other = clubs
    if len(first) == len(other) == 1:
        return TwoClubs(first[0], other[0])
    # The likeliest of both come first, whichever of the names is unsure.
    places = sorted(product(range(len(first)), range(len(other))), key=sum)
    return PairChoice(tuple((first[place], other[beside]) for place, beside in places))


def settled(found: Found, index: NameIndex, years: Collection[int] = ()) -> Found:
    """Of the pairs that may be meant the one that met, in these years if any did; anything else as it is."""
    if not isinstance(found, PairChoice):
        return found
    met = {pair: index.names.met(*pair) for pair in found.pairs}
    then = {pair: sum(year in years for year in in_years) for pair, in_years in met.items()}
    often = then if any(then.values()) else {pair: len(in_years) for pair, in_years in met.items()}
    first, *others = sorted(found.pairs, key=lambda pair: -often[pair])
    if often[first] and all(often[first] >= _MOST_OFTEN * often[pair] for pair in others):
        likeliest = found.pairs[0]
        return TwoClubs(*first, likelier=None if first == likeliest else likeliest)
    # The likeliest clubs are not passed over for others that met once.
    return PairChoice(tuple(filter(often.get, (first, *others)))) if often[found.pairs[0]] else found


def _is_known(found: Found) -> bool:
    return not isinstance(found, NoClub) or found.known_elsewhere is not None


def _clubs_of(found: Found) -> tuple[Club, ...]:
    match found:
        case OneClub(club):
            return (club,)
        case ClubChoice(clubs):
            return clubs
        case _:
            return ()


class Neighbours:
    """Finds two clubs whose names stand next to each other."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    def find(self, words: Sequence[str], named: Callable[[str], Found | None]) -> Found | None:
        """Two clubs, or a choice where one of the two names is of several clubs.

        `named` says whose name some words are, as they stand.
        """
        if not 1 < len(words) <= _MOST_WORDS:
            return None
        if self._index.elsewhere(By.CORE, " ".join(core_of(words_of(" ".join(words))))):
            return None
        for cut in range(1, len(words)):
            halves = (" ".join(words[:cut]), " ".join(words[cut:]))
            if all(map(self._may_be_half, halves)):
                found = self._both(halves, [named(half) for half in halves])
                if found is not None:
                    return found
        return None

    def _may_be_half(self, half: str) -> bool:
        """Not what people add to the name of one club: its country, its legal form, small talk."""
        index = self._index
        return (
            (half not in FORMS or half in _ALSO_A_NAME)
            and half not in COUNTRY_CODES
            and (half not in CHAT or not index.kinds(half).isdisjoint(_STANDING_FOR))
        )

    def _both(self, halves: tuple[str, str], found: Sequence[Found | None]) -> Found | None:
        first, second = found
        if first is None or second is None:
            return None
        both = together((first, second))
        match both:
            case TwoClubs():
                return both if self._are_two(halves, both) else None
            case PairChoice(pairs):
                if self._is_one(halves):
                    return None
                return both if any(map(self._met, pairs)) or not self._index.is_any_town(halves) else None
            case _:
                return None if self._is_one(halves) else both

    def _are_two(self, halves: tuple[str, str], pair: TwoClubs) -> bool:
        clubs = (pair.first, pair.second)
        if self._is_one(halves, second=pair.second):
            return False
        names = self._index.names
        # The best known club of a whole history has some hundreds of matches, of one season a dozen.
        share = min(1.0, names.most_matches() / _MOST_FAMOUS)
        return self._met(clubs) or all(
            names.renown(club).matches >= self._least(half, beside) * share
            for half, club, beside in zip(halves, clubs, reversed(clubs), strict=True)
        )

    def _met(self, pair: tuple[Club, Club]) -> bool:
        """Clubs that met are two, however little known by these names."""
        return bool(self._index.names.met(*pair))

    def _least(self, half: str, beside: Club) -> int:
        index = self._index
        if index.is_town(half):
            famous = index.names.renown(beside).matches >= _MOST_FAMOUS
            return _WELL_KNOWN if famous else _FAMOUS
        if (index.kinds(half) and not index.is_said(half)) or len(half) < _SHORT:
            return _WELL_KNOWN
        return _KNOWN if len(half) == _SHORT else 0

    def _is_one(self, halves: tuple[str, str], second: Club | None = None) -> bool:
        """Together they are the name of one club: `Newcastle United`, in any order.

        Milan Inter are two nevertheless: Milan is more than a town there, and Inter is not followed by it.
        """
        index = self._index
        words = words_of(" ".join(halves))
        has_form = any(set(half.split()) & FORMS for half in halves)
        owners = index.by(By.WORDS, words) or (() if has_form else index.by(By.CORE, core_of(words)))
        if not owners:
            return False
        return second is None or second not in owners or index.is_any_town(halves)
