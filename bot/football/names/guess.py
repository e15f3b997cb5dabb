"""What is nearly the name of a club: by a slip of the finger, or by ear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.football.model import Club
from bot.football.names.index import NameIndex
from bot.football.names.sound import sound
from bot.football.names.words import CANONICAL, FORMS

# Slips that are forgiven at once, and those that are asked about, by the length of what was typed.
_AT_ONCE = ((5, 1), (8, 2), (13, 3), (19, 4))
_ASKED = ((4, 1), (6, 2), (9, 3), (14, 4), (20, 5))
_SHORTEST = 4
_FAR = 99
_MOST = 5


@dataclass(frozen=True, slots=True)
class Guess:
    """A club that must be meant, or clubs to ask about, nearest first; none if one elsewhere is nearer."""

    sure: Club | None = None
    slips: int = 0
    near: tuple[Club, ...] = ()


class Guesser:
    """Compares with every name of about the same length."""

    def __init__(self, index: NameIndex, elsewhere: Collection[str]) -> None:
        self._index = index
        self._elsewhere = elsewhere
        self._names: dict[int, list[str]] = defaultdict(list)
        for name in {*index.guessable, *elsewhere}:
            if len(name) >= _SHORTEST:
                self._names[len(name)].append(name)
        self._words: dict[int, list[str]] = defaultdict(list)
        words = set(index.with_word).union(*index.words_of.values())
        for word in words.union(word for word, canonical in CANONICAL.items() if canonical in words):
            if len(word) >= _SHORTEST:
                self._words[len(word)].append(word)

    def guess(self, folded: str, likeliness: Callable[[Club], float]) -> Guess:
        slips_to_ask = _allowed(_ASKED, len(folded))
        at_once = _allowed(_AT_ONCE, len(folded))
        if not slips_to_ask:
            return Guess()
        slips, slips_elsewhere = self._distances(folded, slips_to_ask)
        if slips_elsewhere < min(slips.values(), default=_FAR) and slips_elsewhere <= slips_to_ask:
            return Guess()
        ranked = sorted(slips, key=lambda club: (slips[club], -likeliness(club)))
        if not ranked or slips[ranked[0]] > slips_to_ask:
            return Guess()
        least = slips[ranked[0]]
        rival = min(slips[ranked[1]] if len(ranked) > 1 else _FAR, slips_elsewhere)
        if least <= at_once and rival > least:
            return Guess(sure=ranked[0], slips=least)
        # A question needs something to choose from: the second nearest joins, however far.
        near = [club for club in ranked if slips[club] <= least] if rival == least else ranked[:2]
        return Guess(near=tuple((near if len(near) > 1 else ranked[:2])[:_MOST]))

    def beside(self, folded: str, club: Club, likeliness: Callable[[Club], float]) -> Club | None:
        """The club whose name is next nearest, to ask about together with this one."""
        slips, _ = self._distances(folded, _allowed(_ASKED, len(folded)))
        slips.pop(club, None)
        return min(slips, key=lambda other: (slips[other], -likeliness(other)), default=None)

    def _distances(self, folded: str, most_slips: int) -> tuple[dict[Club, int], int]:
        """How many slips each club's nearest name is away, and the nearest of a club elsewhere."""
        slips: dict[Club, int] = {}
        slips_elsewhere = _FAR
        core = " ".join(word for word in folded.split() if word not in FORMS)
        for typed in {folded, core} if len(core) > _SHORTEST else {folded}:
            numbers = _numbers(typed)
            for name, distance in self._near(typed, self._names, most_slips + 1):
                # A wrong number is no slip: Manchester United 1999 is a season, not Manchester United FC.
                if numbers and numbers != _numbers(name):
                    continue
                for club in self._index.guessable.get(name, ()):
                    slips[club] = min(slips.get(club, _FAR), distance)
                if name in self._elsewhere:
                    slips_elsewhere = min(slips_elsewhere, distance)
        sounds = sound(folded)
        if len(sounds) >= _SHORTEST and len(folded) > _SHORTEST:
            for club in self._index.sounds.get(sounds, ()):
                slips[club] = min(slips.get(club, _FAR), 1)
        return slips, slips_elsewhere

    def _near(self, typed: str, names: Mapping[int, list[str]], most: int) -> Iterable[tuple[str, int]]:
        for length in range(len(typed) - most, len(typed) + most + 1):
            for name, distance, _ in process.extract_iter(
                typed, names.get(length, ()), scorer=OSA.distance, score_cutoff=most
            ):
                yield name, distance

    def corrections(self, word: str) -> list[str]:
        """The words of club names that this one is a slip away from; the word itself where none is."""
        if len(word) <= _SHORTEST:
            return [word]
        nearest = sorted(
            (distance, name) for name, distance in self._near(word, self._words, 1 + (len(word) > 7))
        )
        return [name for distance, name in nearest if distance == nearest[0][0]][:_MOST] or [word]


def _numbers(folded: str) -> list[str]:
    return [word for word in folded.split() if word.isdigit()]


def _allowed(table: tuple[tuple[int, int], ...], length: int) -> int:
    return max((slips for least, slips in table if length >= least), default=0)
