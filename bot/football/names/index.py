"""All names of all clubs, folded once when they change, so that a question is answered by looking up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.football.model import Club
from bot.football.names.folding import fold, fold_spelling_out
from bot.football.names.found import Renown
from bot.football.names.sound import sound
from bot.football.names.words import ARTICLES, CANONICAL, COUNTRIES, FORMS, canonical

# Names in which slips are forgiven; initials and codes only count letter for letter.
_SPELLED_KINDS = frozenset({"spelling", "alias", "dutch", "old", "nickname", "script", "city"})
# Short nicknames and transliterations lie too near to other words: Modri and Rodri.
_LOOSE_KINDS = frozenset({"nickname", "script", "old"})
_SHORT = 6
_WORD_KINDS = frozenset({"spelling", "alias", "dutch", "old", "city", "script"})
# What a club is called, not only what stands for it.
_SAID_KINDS = frozenset({"spelling", "alias", "dutch", "old", "city"})
_SHARED_KINDS = frozenset({"nickname", "alias"})
_VARIANTS: Mapping[str, list[str]] = defaultdict(list)
for _word, _plain in CANONICAL.items():
    _VARIANTS[_plain].append(_word)
SHORTEST = 4
"""Letters of a name or a word in which a slip is forgiven."""


@dataclass(frozen=True, slots=True)
class ClubName:
    """One name of one club: a line of `data/facts/club_names.csv`.

    `kind` is spelling (as a source writes it), alias, city (the town alone), nickname, abbreviation, code,
    old, dutch or script. `shared` marks a name that several clubs answer to: it is always asked about.
    """

    club: Club
    name: str
    kind: str = "alias"
    shared: bool = False


@dataclass(frozen=True, slots=True)
class ClubElsewhere:
    """A club that is known to exist but has no match here, so that it isn't taken for another."""

    name: str
    country: str = ""
    also: tuple[str, ...] = ()


class By(StrEnum):
    """What a club is looked up by."""

    WHOLE = "whole"
    OTHER_SCRIPT = "script"
    """Names in another script, folded: they only count for what is typed in one. Лион is no lion."""
    JOINED = "joined"
    """Without spaces."""
    WORDS = "words"
    """In any order."""
    CORE = "core"
    """Without legal forms, in any order."""
    SOUND = "sound"
    WORD = "word"
    BESIDE = "beside"
    """Everything that may stand beside a club's name: its towns, its country, its nicknames."""
    GUESSABLE = "guessable"
    CORRECTION = "correction"
    """Words of which a slip is forgiven."""
    TOWN = "town"
    """The town of a club: Göteborg is that of BK Häcken, but IFK's name."""
    OWN = "own"
    """A source's spelling without legal forms, in its order: Milan is a club by itself, Wien only a town."""


BY_LENGTH = (By.GUESSABLE, By.CORRECTION)
"""What is compared letter by letter, with all of about the same length."""


class NameTable(Protocol):
    """The names of all clubs, wherever they are kept; clubs come in the order of their ids."""

    def clubs(self, by: By, key: str) -> Sequence[Club]: ...
    def clubs_of_any(self, by: By, keys: Collection[str]) -> Mapping[str, Sequence[Club]]: ...
    def name_kinds(self, name: str) -> frozenset[str]:
        """The kinds of a whole name."""

    def of_length(self, by: By, length: int) -> Sequence[str]:
        """The keys of so many letters; of guessable names also those of clubs elsewhere."""

    def elsewhere(self, by: By, keys: Collection[str]) -> Sequence[ElsewhereKey]:
        """Clubs elsewhere by any of some whole names, words or cores, in the order of their names."""

    def is_ordinary(self, word: str) -> bool: ...
    def renown(self, club: Club) -> Renown: ...
    def latest_season(self) -> int:
        """The start year of the last season in which a club has a match."""

    def most_matches(self) -> int:
        """Those of the club with most of them."""

    def met(self, club: Club, other: Club) -> Sequence[int]:
        """The year of each match between two clubs."""


@dataclass(frozen=True, slots=True)
class ClubKey:
    """One thing that a club is looked up by; `kinds` are those of a whole name, in alphabetical order."""

    by: By
    key: str
    kinds: str = ""


@dataclass(frozen=True, slots=True)
class ElsewhereKey:
    """One name of a club elsewhere, folded; the club's name and country."""

    folded: str
    name: str
    country: str

    @property
    def keys(self) -> tuple[tuple[By, str], ...]:
        """What it is looked up by: as it stands, by its words in any order, without legal forms."""
        words = words_of(self.folded)
        return (By.WHOLE, self.folded), (By.WORDS, " ".join(words)), (By.CORE, " ".join(core_of(words)))


def words_of(folded: str) -> tuple[str, ...]:
    """The words in one spelling and one order: `dynamo kiev` and `kyiv dinamo` are the same."""
    return tuple(sorted(map(canonical, folded.split())))


def core_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words without legal forms and years, as long as anything is left."""
    return tuple(word for word in words if word not in FORMS)


def keys_of(club: Club, names: Iterable[ClubName]) -> set[ClubKey]:
    """Everything that a club is looked up by, from all of its names."""
    kinds: dict[str, set[str]] = {}
    keys: set[ClubKey] = set()
    for entry in names:
        folded = fold(entry.name)
        spellings = {folded} if entry.name.isascii() else {folded, fold_spelling_out(entry.name)}
        for text in filter(None, spellings):
            if entry.kind != "script":
                kinds.setdefault(text, set()).add(entry.kind)
            keys.update(_keys_of_name(entry.kind, text))
    keys.update(ClubKey(By.WHOLE, text, " ".join(sorted(kinds_of))) for text, kinds_of in kinds.items())
    beside = {key.key for key in keys if key.by is By.BESIDE}
    beside.update(word for country in COUNTRIES.get(club.country, ()) for word in country.split())
    keys.update(ClubKey(By.BESIDE, word) for word in beside)
    for word in beside:
        for spelled in (word, *_VARIANTS.get(word, ())):
            if len(spelled) >= SHORTEST:
                keys.add(ClubKey(By.CORRECTION, spelled))
    return keys


def _keys_of_name(kind: str, text: str) -> Iterator[ClubKey]:
    words = words_of(text)
    if kind == "script":
        yield ClubKey(By.OTHER_SCRIPT, text)
        if len(text) <= _SHORT:
            return
    for word in words:
        yield ClubKey(By.BESIDE, word)
    if kind not in _SPELLED_KINDS:
        return
    yield from _keys_of_spelled_name(kind, text, words)


def _keys_of_spelled_name(kind: str, text: str, words: tuple[str, ...]) -> Iterator[ClubKey]:
    if kind == "spelling":
        yield ClubKey(By.OWN, " ".join(core_of(map(canonical, text.split()))))
    if kind == "city":
        yield ClubKey(By.TOWN, text)
    yield ClubKey(By.JOINED, text.replace(" ", ""))
    yield ClubKey(By.WORDS, " ".join(words))
    for name in {text, " ".join(core_of(text.split()))} - {""}:
        if kind not in _LOOSE_KINDS or len(name) > _SHORT:
            yield ClubKey(By.GUESSABLE, name)
            yield ClubKey(By.SOUND, sound(name))
    if kind in _WORD_KINDS:
        if core := " ".join(core_of(words)):
            yield ClubKey(By.CORE, core)
        for word in words:
            yield ClubKey(By.WORD, word)


def elsewhere_keys_of(club: ClubElsewhere) -> Iterator[ElsewhereKey]:
    """The names of a club elsewhere, each once."""
    for folded in dict.fromkeys(map(fold, (club.name, *club.also))):
        if folded:
            yield ElsewhereKey(folded, club.name, club.country)


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Looking up: whole names, words in any order, words without legal forms, sounds; and single words."""

    names: NameTable

    def whole(self, name: str) -> Sequence[Club]:
        """A nickname is the same with and without its article: `the magpies` are whom `magpies` are."""
        clubs = self.names.clubs(By.WHOLE, name)
        first, _, bare = name.partition(" ")
        if first in ARTICLES:
            if clubs and "nickname" in self.kinds(name) and self._may_share(bare):
                return _together(clubs, self.names.clubs(By.WHOLE, bare))
        elif clubs and self._may_share(name):
            named = self.names.clubs_of_any(By.WHOLE, [f"{article} {name}" for article in sorted(ARTICLES)])
            for long in named:
                if "nickname" in self.kinds(long):
                    clubs = _together(clubs, named[long])
        return clubs

    def _may_share(self, name: str) -> bool:
        kinds = self.kinds(name)
        return bool(kinds) and kinds <= _SHARED_KINDS

    def by(self, by: By, words: str | Iterable[str]) -> Sequence[Club]:
        return self.names.clubs(by, words if isinstance(words, str) else " ".join(words))

    def kinds(self, name: str) -> frozenset[str]:
        return self.names.name_kinds(name)

    def is_said(self, name: str) -> bool:
        """Whether a club is called so, rather than by a code or a nickname."""
        return not _SAID_KINDS.isdisjoint(self.kinds(name))

    def may_be_beside(self, club: Club, words: Iterable[str]) -> bool:
        """Whether all these words may stand beside the name of a club."""
        return all(club in self.names.clubs(By.BESIDE, word) for word in words)

    def is_town(self, name: str) -> bool:
        """Whether it is only the town of a club: Wien, but not Milan, which is a club by itself."""
        own = " ".join(map(canonical, name.split()))
        return bool(self.names.clubs(By.TOWN, name)) and not self.names.clubs(By.OWN, own)

    def is_any_town(self, names: Iterable[str]) -> bool:
        return any(map(self.is_town, names))

    def elsewhere(self, by: By, key: str) -> ElsewhereKey | None:
        """The first club elsewhere of which this is a name, unless a club here has that name."""
        return next(iter(self.elsewhere_by_any(by, (key,))), None)

    def elsewhere_by_any(self, by: By, keys: Collection[str]) -> list[ElsewhereKey]:
        found = self.names.elsewhere(by, keys)
        here = self._here(found)
        return [elsewhere for elsewhere in found if elsewhere.folded not in here]

    def also_elsewhere(self, name: str, country: str) -> ElsewhereKey | None:
        """A club elsewhere, in this country, by a name that a club here has too."""
        found = [found for found in self.names.elsewhere(By.WHOLE, (name,)) if found.country == country]
        return found[0] if self._here(found) else None

    def _here(self, elsewhere: Collection[ElsewhereKey]) -> Collection[str]:
        """Those of the names that a club here has too."""
        names = {key.folded for key in elsewhere}
        return self.names.clubs_of_any(By.WHOLE, names) if names else ()


def _together(clubs: Sequence[Club], more: Iterable[Club]) -> Sequence[Club]:
    return tuple(sorted({*clubs, *more}, key=lambda club: club.id))
