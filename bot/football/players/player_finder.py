"""Finds the player that somebody means, whatever the spelling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2s

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from bot.football.names.folding import fold
from bot.football.names.sound import sound
from bot.football.players.players import Player

MOST_CHOICES = 8
CLOSE_ENOUGH = 78
"""Of 100: kolasinac and Kolašinac are 100, ibrahimovich and Ibrahimović 96."""
KEY_BYTES = 6
LONGEST, MOST_WORDS = 80, 6
"""Letters and words of a name."""
_ENGLISH_CH = re.compile(r"(?<![st])ch")


@dataclass(slots=True)
class PlayerFinder:
    """The players of one version of the database, by name and by key."""

    players: tuple[Player, ...]
    _by_key: dict[str, Player] = field(default_factory=dict)
    _by_name: dict[str, list[Player]] = field(default_factory=lambda: defaultdict(list))
    _by_word: dict[str, list[Player]] = field(default_factory=lambda: defaultdict(list))
    _by_sound: dict[str, list[Player]] = field(default_factory=lambda: defaultdict(list))
    """Filled when it is first needed."""

    def __post_init__(self) -> None:
        for player in self.players:
            self._by_key.setdefault(key_of(player), player)
            words: dict[str, None] = {}
            for name in sorted(player.spellings):
                folded = fold(name)
                self._by_name[folded].append(player)
                words |= dict.fromkeys(folded.split())
            for word in words:
                self._by_word[word].append(player)

    def by_key(self, key: str) -> Player | None:
        return self._by_key.get(key)

    def find(self, text: str) -> tuple[Player, ...]:
        """Who can be meant, most goals first: by the whole name, by every word of it, else by likeness."""
        # No player is called by more; what is longer only takes longer.
        words = fold(text[:LONGEST]).split()[:MOST_WORDS]
        initials = [word for word in words if len(word) == 1]
        joined = " ".join(word for word in words if len(word) > 1 or word in initials[:1])
        if not joined:
            return ()
        found = [*self._by_name.get(joined, ()), *self._with_words(joined.split())]
        return _most_goals_first(found or self._with_sounds(joined.split()) or self._like(joined))

    def _with_words(self, words: list[str]) -> list[Player]:
        first, *rest = (self._by_word.get(word, []) for word in words)
        return [player for player in first if all(player in others for others in rest)]

    def _with_sounds(self, words: list[str]) -> list[Player]:
        """As a Dutch paper spells it: Sjevtsjenko."""
        if not self._by_sound:
            for name, players in self._by_word.items():
                for sounds in {sound(name), sound(_ENGLISH_CH.sub("tch", name))}:
                    self._by_sound[sounds] += players
        first, *rest = (self._by_sound.get(sound(word), []) for word in words)
        return [player for player in first if all(player in others for others in rest)]

    def _like(self, typed: str) -> list[Player]:
        """Names and surnames that look like what was typed; only the best of them."""
        names = process.extract(
            typed, self._by_name.keys(), scorer=ratio, score_cutoff=CLOSE_ENOUGH, limit=MOST_CHOICES
        )
        words = process.extract(
            typed, self._by_word.keys(), scorer=ratio, score_cutoff=CLOSE_ENOUGH, limit=MOST_CHOICES
        )
        best = max((score for _, score, _ in (*names, *words)), default=0)
        found = [
            *(player for name, score, _ in names if score == best for player in self._by_name[name]),
            *(player for word, score, _ in words if score == best for player in self._by_word[word]),
        ]
        return found or self._all_words_like(typed.split())

    def _all_words_like(self, words: list[str]) -> list[Player]:
        """Every word typed is nearly one of the name: robbin persie."""
        if len(words) < 2:
            return []
        near: list[set[int]] = []
        for word in words:
            close = process.extract(
                word, self._by_word.keys(), scorer=OSA.distance, score_cutoff=1 + (len(word) > 5), limit=None
            )
            near.append({id(player) for name, _, _ in close for player in self._by_word[name]})
        everywhere = set.intersection(*near)
        return [player for player in self.players if id(player) in everywhere]


def key_of(player: Player) -> str:
    """A short name for a button, the same after a restart and as long as the first goal is."""
    first = player.goals[0]
    text = f"{first.name}|{first.club.id}|{first.day}"
    return blake2s(text.encode(), digest_size=KEY_BYTES).hexdigest()


def _most_goals_first(found: Iterable[Player]) -> tuple[Player, ...]:
    each = {id(player): player for player in found}.values()
    return tuple(sorted(each, key=lambda player: -len(player.goals))[:MOST_CHOICES])
