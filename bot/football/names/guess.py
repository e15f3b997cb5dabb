"""What is nearly the name of a club: by a slip of the finger, or by ear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.football.model import Club
from bot.football.names.index import SHORTEST, By, NameIndex
from bot.football.names.sound import sound
from bot.football.names.words import FORMS

# Slips that are forgiven at once, and those that are asked about, by the length of what was typed.
_AT_ONCE = ((5, 1), (8, 2), (13, 3), (19, 4))
_ASKED = ((4, 1), (6, 2), (9, 3), (14, 4), (20, 5))
_FAR = 99
# Of two clubs as near, one that is so many times as likely is meant: the Leipzig of today in `lijpzig`.
_FAR_LIKELIER = 10
_MOST = 5


@dataclass(frozen=True, slots=True)
class Guess:
    """A club that must be meant, or clubs to ask about, nearest first; none if one elsewhere is nearer."""

    sure: Club | None = None
    slips: int = 0
    near: tuple[Club, ...] = ()


class Guesser:
    """Compares with every name of about the same length."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    def guess(self, folded: str, likeliness: Callable[[Club], float]) -> Guess:
        slips_to_ask = _allowed(_ASKED, len(folded))
        at_once = _allowed(_AT_ONCE, len(folded))
        if not slips_to_ask:
            return Guess()
        slips, slips_elsewhere = self._nearest(folded, slips_to_ask)
        least = min(slips.values(), default=_FAR)
        if least > slips_to_ask or slips_elsewhere < least:
            return Guess()
        ranked = sorted(slips, key=lambda club: (slips[club], -likeliness(club)))
        rival = min(slips[ranked[1]] if len(ranked) > 1 else _FAR, slips_elsewhere)
        # A legal form would tell clubs of one town apart: `fc leipzig`.
        if rival == least < slips_elsewhere and FORMS.isdisjoint(folded.split()):
            likeliest, next_likely = map(likeliness, ranked[:2])
            is_outshone = likeliest > _FAR_LIKELIER * next_likely
        else:
            is_outshone = False
        if least <= at_once and (rival > least or is_outshone):
            return Guess(sure=ranked[0], slips=least)
        # A question needs something to choose from: the second nearest joins, however far.
        near = [club for club in ranked if slips[club] <= least] if rival == least else ranked[:2]
        return Guess(near=tuple((near if len(near) > 1 else ranked[:2])[:_MOST]))

    def beside(self, folded: str, club: Club, likeliness: Callable[[Club], float]) -> Club | None:
        """The club whose name is next nearest, to ask about together with this one."""
        slips, _ = self._nearest(folded, _allowed(_ASKED, len(folded)))
        slips.pop(club, None)
        return min(slips, key=lambda other: (slips[other], -likeliness(other)), default=None)

    def _nearest(self, folded: str, most_slips: int) -> tuple[dict[Club, int], int]:
        """How many slips away the two nearest clubs are, and all as near; and the nearest club elsewhere."""
        at_distance: dict[int, list[str]] = defaultdict(list)
        for name, distance in self._distances(folded, most_slips + 1).items():
            at_distance[distance].append(name)
        sounds = sound(folded) if len(folded) > SHORTEST else ""
        alike = self._index.by(By.SOUND, sounds) if len(sounds) >= SHORTEST else ()
        slips: dict[Club, int] = {}
        slips_elsewhere = _FAR
        for distance in sorted({*at_distance, 1} if alike else at_distance):
            names = at_distance.get(distance, [])
            here = self._index.names.clubs_of_any(By.GUESSABLE, names)
            for club in (*chain.from_iterable(here.values()), *(alike if distance == 1 else ())):
                slips.setdefault(club, distance)
            if slips_elsewhere == _FAR and self._index.elsewhere_by_any(By.WHOLE, names):
                slips_elsewhere = distance
            if len(slips) > 1:
                break
        return slips, slips_elsewhere

    def _distances(self, folded: str, most: int) -> dict[str, int]:
        """How many slips each name is away that is not too far."""
        nearest: dict[str, int] = {}
        core = " ".join(word for word in folded.split() if word not in FORMS)
        for typed in {folded, core} if len(core) > SHORTEST else {folded}:
            numbers = _numbers(typed)
            for name, distance in self._near(typed, By.GUESSABLE, most):
                # A wrong number is no slip: Manchester United 1999 is a season, not Manchester United FC.
                if not numbers or numbers == _numbers(name):
                    nearest[name] = min(nearest.get(name, _FAR), distance)
        return nearest

    def _near(self, typed: str, by: By, most: int) -> Iterator[tuple[str, int]]:
        for length in range(max(SHORTEST, len(typed) - most), len(typed) + most + 1):
            for name, distance, _ in process.extract_iter(
                typed, self._index.names.of_length(by, length), scorer=OSA.distance, score_cutoff=most
            ):
                yield name, distance

    def corrections(self, word: str) -> list[str]:
        """The words of club names that this one is a slip away from; the word itself where none is."""
        if len(word) <= SHORTEST:
            return [word]
        nearest = sorted(
            (distance, name) for name, distance in self._near(word, By.CORRECTION, 1 + (len(word) > 7))
        )
        return [name for distance, name in nearest if distance == nearest[0][0]][:_MOST] or [word]


def _numbers(folded: str) -> list[str]:
    return [word for word in folded.split() if word.isdigit()]


def _allowed(table: tuple[tuple[int, int], ...], length: int) -> int:
    return max((slips for least, slips in table if length >= least), default=0)
