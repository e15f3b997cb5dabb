"""Finds the player that somebody means, whatever the spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s
from typing import Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from bot.football.names.folding import fold
from bot.football.names.sound import sound
from bot.football.names.transcription import in_english
from bot.football.players.players import Player

MOST_CHOICES = 8
CLOSE_ENOUGH = 78
"""Of 100: kolasinac and Kolašinac are 100, ibrahimovich and Ibrahimović 96."""
LONGER = (200 - CLOSE_ENOUGH) / CLOSE_ENOUGH
"""Names of which one is so many times as long as the other are never close enough."""
KEY_BYTES = 6
LONGEST, MOST_WORDS = 80, 6
"""Letters and words of a name."""
_ENGLISH_CH = re.compile(r"(?<![st])ch")


class PlayerKey(StrEnum):
    """What a player is looked up by."""

    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class PlayerEntry:
    """A player in the table: the number is that among the players of one surname."""

    surname: str
    number: int
    name: str
    goals: int

    @property
    def most_goals_first(self) -> tuple[int, str, int]:
        return (-self.goals, self.name, self.number)


class PlayerTable(Protocol):
    """Everybody who scored, wherever that is kept."""

    def players(self, by: PlayerKey, keys: Iterable[str]) -> Sequence[PlayerEntry]:
        """Who is looked up by any of these, most goals first."""

    def keys_of_length(self, by: PlayerKey, length: int) -> Sequence[str]:
        """Every name or word of so many letters."""

    def words_sounding(self, sounds: str) -> Sequence[str]:
        """Every word that sounds so."""


@dataclass(frozen=True, slots=True)
class PlayerFinder:
    table: PlayerTable

    def find(self, text: str) -> tuple[PlayerEntry, ...]:
        """Who can be meant, most goals first: by the whole name, by every word of it, else by likeness."""
        # No player is called by more; what is longer only takes longer.
        words = fold(text[:LONGEST]).split()[:MOST_WORDS]
        initials = [word for word in words if len(word) == 1]
        joined = " ".join(word for word in words if len(word) > 1 or word in initials[:1])
        if not joined:
            return ()
        named = self.table.players(PlayerKey.NAME, [joined])
        found = [*named, *(self._in_words(joined) or self._in_words(in_english(joined)))]
        found = found or _in_all([self._sounding(word) for word in joined.split()]) or self._like(joined)
        return tuple(sorted(dict.fromkeys(found), key=lambda player: -player.goals)[:MOST_CHOICES])

    def _in_words(self, name: str) -> list[PlayerEntry]:
        return _in_all([self.table.players(PlayerKey.WORD, [word]) for word in name.split()])

    def _sounding(self, word: str) -> list[PlayerEntry]:
        return _one_after_another(self._of_each(PlayerKey.WORD, self.table.words_sounding(sound(word))))

    def _like(self, typed: str) -> list[PlayerEntry]:
        """Names and surnames that look like what was typed; only the best of them."""
        close = {by: self._close(by, typed) for by in (PlayerKey.NAME, PlayerKey.WORD)}
        best = max((score for found in close.values() for score in found.values()), default=0)
        found = [
            player
            for by, scores in close.items()
            for player in _one_after_another(
                self._of_each(by, [key for key, score in scores.items() if score == best])[:MOST_CHOICES]
            )
        ]
        return found or self._all_words_like(typed.split())

    def _close(self, by: PlayerKey, typed: str) -> dict[str, float]:
        keys = self._of_lengths(by, int(len(typed) / LONGER), int(len(typed) * LONGER) + 1)
        found = process.extract(typed, keys, scorer=ratio, score_cutoff=CLOSE_ENOUGH, limit=None)
        return {key: score for key, score, _ in found}

    def _of_each(self, by: PlayerKey, keys: Iterable[str]) -> list[Sequence[PlayerEntry]]:
        """The players of each key, those first of whom one scored most."""
        players = [self.table.players(by, [key]) for key in keys]
        return sorted(players, key=lambda found: found[0].most_goals_first)

    def _of_lengths(self, by: PlayerKey, least: int, most: int) -> list[str]:
        return [key for length in range(least, most + 1) for key in self.table.keys_of_length(by, length)]

    def _all_words_like(self, words: list[str]) -> list[PlayerEntry]:
        """Every word typed is nearly one of the name: robbin persie."""
        if len(words) < 2:
            return []
        near: list[set[PlayerEntry]] = []
        for word in words:
            slips = 1 + (len(word) > 5)
            keys = self._of_lengths(PlayerKey.WORD, len(word) - slips, len(word) + slips)
            close = process.extract(word, keys, scorer=OSA.distance, score_cutoff=slips, limit=None)
            near.append({*self.table.players(PlayerKey.WORD, [key for key, _, _ in close])})
        return sorted(set.intersection(*near), key=lambda player: player.most_goals_first)


def keys_of_player(spellings: Iterable[str]) -> set[tuple[PlayerKey, str]]:
    """Everything that a player is looked up by."""
    names = {fold(spelling) for spelling in spellings} - {""}
    words = {word for name in names for word in name.split()}
    return {(PlayerKey.NAME, name) for name in names} | {(PlayerKey.WORD, word) for word in words}


def sounds_of(word: str) -> set[str]:
    """How a Dutch paper spells it: Sjevtsjenko."""
    return {sound(spelled) for spelled in (word, _ENGLISH_CH.sub("tch", word))}


def _in_all(found: Sequence[Sequence[PlayerEntry]]) -> list[PlayerEntry]:
    first, *rest = found
    return [player for player in first if all(player in others for others in map(set, rest))]


def _one_after_another(found: Iterable[Iterable[PlayerEntry]]) -> list[PlayerEntry]:
    return [player for players in found for player in players]


def button_key(player: Player) -> str:
    """A short name for a button, the same after a restart and as long as the first goal is."""
    first = player.goals[0]
    text = f"{first.name}|{first.club.id}|{first.day}"
    return blake2s(text.encode(), digest_size=KEY_BYTES).hexdigest()


def is_called(player: Player, text: str) -> bool:
    """Whether every word of the text stands in a spelling of the name as it is."""
    words = set(fold(text).split())
    return any(words <= set(fold(spelling).split()) for spelling in player.spellings)
