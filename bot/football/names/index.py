"""All names of all clubs, folded once at the start, so that a question is answered by looking up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.football.model import Club
from bot.football.names.folding import fold, fold_spelling_out
from bot.football.names.sound import sound
from bot.football.names.words import ARTICLES, COUNTRIES, FORMS, canonical

_Key = TypeVar("_Key", str, tuple[str, ...])
# Names in which slips are forgiven; initials and codes only count letter for letter.
_SPELLED_KINDS = frozenset({"spelling", "alias", "dutch", "old", "nickname", "script", "city"})
# Short nicknames and transliterations lie too near to other words: Modri and Rodri.
_LOOSE_KINDS = frozenset({"nickname", "script", "old"})
_SHORT = 6
_WORD_KINDS = frozenset({"spelling", "alias", "dutch", "old", "city", "script"})
# What a club is called, not only what stands for it.
_SAID_KINDS = frozenset({"spelling", "alias", "dutch", "old", "city"})


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


@dataclass(slots=True)
class NameIndex:
    """Looking up: whole names, words in any order, words without legal forms, sounds; and single words."""

    whole: dict[str, tuple[Club, ...]] = field(default_factory=dict)
    other_script: dict[str, tuple[Club, ...]] = field(default_factory=dict)
    """Names in another script, folded: they only count for what is typed in one. Лион is no lion."""
    joined: dict[str, tuple[Club, ...]] = field(default_factory=dict)
    words: dict[tuple[str, ...], tuple[Club, ...]] = field(default_factory=dict)
    core: dict[tuple[str, ...], tuple[Club, ...]] = field(default_factory=dict)
    sounds: dict[str, tuple[Club, ...]] = field(default_factory=dict)
    with_word: dict[str, tuple[Club, ...]] = field(default_factory=dict)
    words_of: dict[Club, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Everything that may stand beside a club's name: its towns, its country, its nicknames."""
    guessable: dict[str, tuple[Club, ...]] = field(default_factory=dict)
    towns: set[str] = field(default_factory=set)
    """Names that are only the town of a club: Wien, but not Milan, which is a club by itself."""
    town_of: set[tuple[str, Club]] = field(default_factory=set)
    """The same for each club: Göteborg is the town of BK Häcken, but IFK's name."""
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    shared: dict[tuple[Club, ...], tuple[Club, ...]] = field(default_factory=dict)
    """Each group of clubs to itself: tens of thousands of names lead to a thousand clubs."""
    shared_kinds: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)
    shared_words: dict[str, str] = field(default_factory=dict)

    def is_said(self, name: str) -> bool:
        """Whether a club is called so, rather than by a code or a nickname."""
        return not _SAID_KINDS.isdisjoint(self.kinds.get(name, ()))


def _put(index: NameIndex, table: dict[_Key, tuple[Club, ...]], key: _Key, club: Club) -> None:
    clubs: tuple[Club, ...] = table.get(key, ())
    if club not in clubs:
        more = (*clubs, club)
        table[key] = index.shared.setdefault(more, more)


def words_of(folded: str) -> tuple[str, ...]:
    """The words in one spelling and one order: `dynamo kiev` and `kyiv dinamo` are the same."""
    return tuple(sorted(map(canonical, folded.split())))


def core_of(words: Iterable[str]) -> tuple[str, ...]:
    """The words without legal forms and years, as long as anything is left."""
    return tuple(word for word in words if word not in FORMS)


def index_names(names: Iterable[ClubName]) -> NameIndex:
    index = NameIndex()
    own: set[tuple[str, ...]] = set()
    for entry in names:
        folded = fold(entry.name)
        spellings = {folded} if entry.name.isascii() else {folded, fold_spelling_out(entry.name)}
        for text in spellings:
            if text:
                _add(index, entry, text)
                if entry.kind == "spelling":
                    own.add(core_of(map(canonical, text.split())))
    index.towns = {town for town in index.towns if tuple(map(canonical, town.split())) not in own}
    _share_nicknames(index)
    for club, words in index.words_of.items():
        for country in COUNTRIES.get(club.country, ()):
            words.update(country.split())
    return index


def _share_nicknames(index: NameIndex) -> None:
    """A nickname is the same with and without its article: `the magpies` are those whom `magpies` are."""
    for name in [name for name, kinds in index.kinds.items() if "nickname" in kinds]:
        first, _, bare = name.partition(" ")
        if first in ARTICLES and bare in index.whole and _is_nickname(index, bare):
            for club in (*index.whole[name], *index.whole[bare]):
                _put(index, index.whole, name, club)
                _put(index, index.whole, bare, club)


def _is_nickname(index: NameIndex, name: str) -> bool:
    return index.kinds[name] <= {"nickname", "alias"}


def _add(index: NameIndex, entry: ClubName, text: str) -> None:
    club = entry.club
    words = tuple(index.shared_words.setdefault(word, word) for word in words_of(text))
    if entry.kind == "script":
        _put(index, index.other_script, text, club)
        if len(text) <= _SHORT:
            return
    else:
        _put(index, index.whole, text, club)
        kinds = index.kinds.get(text, frozenset()) | {entry.kind}
        index.kinds[text] = index.shared_kinds.setdefault(kinds, kinds)
    index.words_of[club].update(words)
    if entry.kind not in _SPELLED_KINDS:
        return
    if entry.kind == "city":
        index.towns.add(text)
        index.town_of.add((text, club))
    _put(index, index.joined, text.replace(" ", ""), club)
    _put(index, index.words, words, club)
    bare = " ".join(core_of(text.split()))
    for name in {text, bare}:
        if name and (entry.kind not in _LOOSE_KINDS or len(name) > _SHORT):
            _put(index, index.guessable, name, club)
            _put(index, index.sounds, sound(name), club)
    if entry.kind in _WORD_KINDS:
        core = core_of(words)
        if core:
            _put(index, index.core, core, club)
        for word in words:
            _put(index, index.with_word, word, club)
