"""Which club do people mean: one, two together, a choice of a few, or none.

The data are lines of `data/facts/club_names.csv`: `club,name,kind,country,shared`. `kind` says where a name
comes from (see `ClubName`), `country` is filled only where a source writes another country than the club's
own, and `shared` marks a name of several clubs. `data/facts/elsewhere_clubs.csv` holds clubs without a match
here (`name,country,also`; other names divided by `|`), `data/facts/ordinary_words.csv` words that only look
like the name of a club.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice, product

from bot.football.model import Club
from bot.football.names.folding import fold, is_in_another_script, without_markup
from bot.football.names.found import MOST_MEANT, ClubChoice, Found, NoClub, OneClub, Remark, Renown, TwoClubs
from bot.football.names.guess import Guesser
from bot.football.names.index import By, ClubElsewhere, ClubName, NameIndex, NameTable, core_of
from bot.football.names.pairs import Neighbours, parts_of, settled, together
from bot.football.names.words import (
    ARTICLES,
    CHAT,
    COUNTRY_CODES,
    FORMS,
    canonical,
    with_age_in_one_word,
    without_other_team,
)

__all__ = [
    "ClubChoice",
    "ClubElsewhere",
    "ClubFinder",
    "ClubName",
    "Found",
    "NoClub",
    "OneClub",
    "Remark",
    "Renown",
    "TwoClubs",
]

# Nobody names a club in more; a pasted story is no question.
_LONGEST = 160
_LONGEST_MESSAGE = 4096
_MOST_WORDS = 6
_MOST_TRIES = 25
# A word in the names of more clubs than these says nothing.
_MOST_WITH_A_WORD = 20
# Shorter words are initials and articles.
_TELLING = 4
_CODE_ALONE = frozenset({"code"})
# A club of a town is so many times as likely as another before it is meant without asking.
_MOST_AHEAD = 2
# The country of most readers.
_HOME = "NED"


class ClubFinder:
    """Finds clubs among their names, wherever these are kept.

    An exact name wins outright; then come words in another order, other spellings of a town, a name among
    ordinary words, and last, for five letters or more, what is nearly a name. Nothing is guessed where two
    clubs are near, where the word is an ordinary one, or where a club from elsewhere is meant.
    """

    def __init__(self, names: NameTable) -> None:
        self.names = names
        self._index = NameIndex(names)
        self._guesser = Guesser(self._index)
        self._neighbours = Neighbours(self._index)

    def find(self, text: str, years: Collection[int] = ()) -> Found:
        """Decide which club is meant; any text is allowed. Of a pair the two that met, in these years."""
        return settled(self._found(text), self._index, years)

    def _found(self, text: str) -> Found:
        text = " ".join(without_markup(text[:_LONGEST_MESSAGE]).split())
        folded = fold(text) if len(text) <= 2 * _LONGEST else ""
        if not folded or len(folded) > _LONGEST:
            return NoClub()
        found = self._known(text, folded)
        return (
            self._parted(text, found) or found or self._side_by_side(folded.split()) or self._inside(folded)
        )

    def _known(self, text: str, folded: str) -> Found | None:
        """The whole text is a name as it stands."""
        if is_in_another_script(text) and (clubs := self._index.by(By.OTHER_SCRIPT, folded)):
            return self._one_of(clubs)
        return self._named(folded)

    def _named(self, folded: str) -> Found | None:
        """The whole text is a name, of a club here or elsewhere."""
        if found := self._named_here(folded):
            return found
        if elsewhere := self._index.elsewhere(By.WHOLE, folded):
            return NoClub(elsewhere.name)
        if self.names.is_ordinary(folded):
            return NoClub()
        return None

    def _named_here(self, folded: str) -> Found | None:
        clubs = self._index.whole(folded)
        if clubs and self._index.kinds(folded) == _CODE_ALONE and self.names.is_ordinary(folded):
            # BAR is Barcelona on a scoreboard, and a place to watch it.
            return None
        # Readers at home may mean their own club by it: Sparta is from Rotterdam as well as from Prague.
        if len(clubs) == 1 and (contested := self._index.also_elsewhere(folded, _HOME)):
            beside = self._guesser.beside(folded, clubs[0], self._likeliness)
            return ClubChoice((clubs[0], beside)) if beside else NoClub(contested.name)
        return self._one_of_any(self._with_rivals(clubs, folded), folded)

    def _with_rivals(self, clubs: Sequence[Club], name: str) -> Sequence[Club]:
        """A town is also that of the clubs that are named after it, where these are about as likely."""
        if not clubs or not self._index.is_town(name):
            return clubs
        enough = max(map(self._likeliness, clubs)) / _MOST_AHEAD
        named_after = self._index.by(By.WORD, canonical(name))
        rivals = [club for club in named_after if club not in clubs and self._likeliness(club) > enough]
        return (*clubs, *rivals)

    def _parted(self, text: str, found: Found | None) -> Found | None:
        """Two clubs with something between them; what already is a name is parted only into names."""
        parts = None if text.replace(" ", "").isalpha() and found else parts_of(text)
        if parts is None:
            return None
        if found is None:
            # Commas and hyphens stand between many things: there nothing is guessed.
            return together(
                [self._alone(part) if parts.surely else self._exactly(part) for part in parts.texts]
            )
        if not parts.surely and self._index.is_any_town(map(fold, parts.texts)):
            return None
        both = together([self._known(part, fold(part)) or NoClub() for part in parts.texts])
        return both if isinstance(both, TwoClubs) else None

    def _alone(self, text: str) -> Found:
        folded = fold(text)
        return self._known(text, folded) or self._inside(folded)

    def _exactly(self, text: str) -> Found:
        folded = fold(text)
        words = [word for word in folded.split() if word not in CHAT]
        return (
            self._known(text, folded) or self._named(" ".join(words)) or self._same_words(words) or NoClub()
        )

    def _half(self, name: str) -> Found | None:
        """The clubs that go by this name, or by it without their legal form."""
        return self._named_here(name) or self._one_of_any(self._index.by(By.GUESSABLE, name), name)

    def _side_by_side(self, words: list[str]) -> Found | None:
        """Two clubs next to each other, asked about where it may be a slip: AZ Monaco or AS Monaco."""
        found = self._neighbours.find(words, self._half)
        if isinstance(found, TwoClubs) and min(map(len, words)) < _TELLING:
            guess = self._guesser.guess(" ".join(words), self._likeliness)
            if guess.sure is not None and guess.slips == 1:
                return ClubChoice(tuple(dict.fromkeys((guess.sure, found.first, found.second))))
        return found

    def _words_of_half(self, name: str) -> Found | None:
        return self._same_words(name.split())

    def _inside(self, folded: str) -> Found:
        """Take away what people say around a name, then try the rest."""
        words = with_age_in_one_word(folded).split()
        core, other_team = without_other_team([word for word in words if word not in CHAT] or words)
        found: Found | None = None
        if (stripped := " ".join(core)) != folded:
            found = self._named(stripped)
        if found is None:
            found = self._side_by_side(core)
        if found is None and stripped in COUNTRY_CODES:
            return NoClub()
        if found is None:
            found = (
                self._same_words(core)
                or self._in_country(core)
                or self._shared_word(core)
                or self._nearly(core)
            )
        if other_team and isinstance(found, OneClub):
            return OneClub(found.club, Remark.FIRST_TEAM)
        return found

    def _in_country(self, words: list[str]) -> Found | None:
        """A name with its country behind it: `AEK Griekenland`."""
        for cut in range(1, len(words)):
            countries = COUNTRY_CODES.get(" ".join(words[cut:]), frozenset())
            clubs = self._index.whole(" ".join(words[:cut])) if countries else ()
            if there := [club for club in clubs if club.country in countries]:
                return self._one_of(there)
        return None

    def _same_words(self, words: list[str]) -> Found | None:
        """The same words in another order, language or legal form, or some words of one club alone."""
        index = self._index
        key = tuple(sorted(map(canonical, words)))
        clubs = index.by(By.JOINED, "".join(words)) or index.by(By.WORDS, key)
        if clubs:
            return self._one_of(clubs)
        if elsewhere := index.elsewhere(By.WORDS, " ".join(key)):
            return NoClub(elsewhere.name)
        core = core_of(key)
        if not core:
            return self._shared_word(words) or NoClub()
        if clubs := index.by(By.CORE, core):
            # The legal form tells clubs of one town apart, where it can.
            return self._one_of([club for club in clubs if index.may_be_beside(club, key)] or clubs)
        if called := self._initials_and_forms(words):
            return self._one_of(called)
        return self._all_words_of_one(core)

    def _initials_and_forms(self, words: list[str]) -> list[Club]:
        """Clubs by a name beside legal forms of theirs: `RM CF`."""
        name = " ".join(core_of(words))
        forms = FORMS.intersection(words)
        return [club for club in self._index.whole(name) if self._index.may_be_beside(club, forms)]

    def _all_words_of_one(self, core: tuple[str, ...]) -> Found | None:
        index = self._index
        with_word = {word: clubs for word in core if (clubs := index.by(By.WORD, word))}
        telling = [word for word in with_word if not self.names.is_ordinary(word)]
        if not telling or max(map(len, telling)) < _TELLING:
            return None
        rarest = min(telling, key=lambda word: len(with_word[word]))
        needed = [word for word in core if word not in ARTICLES]
        clubs = [club for club in with_word[rarest] if index.may_be_beside(club, needed)]
        return self._one_of(clubs) if 0 < len(clubs) <= MOST_MEANT else None

    def _shared_word(self, words: list[str]) -> Found | None:
        """One word that stands in the names of several clubs and is nobody's name: `slovan`."""
        if len(words) != 1 or self.names.is_ordinary(words[0]):
            return None
        word = canonical(words[0])
        # What is shorter is a legal form or an article: `cf`, `kv`, `da`.
        if max(len(word), len(words[0])) < _TELLING:
            return None
        clubs = self._index.by(By.WORD, word)
        if not 1 < len(clubs) <= _MOST_WITH_A_WORD:
            return None
        return self._one_of([club for club in clubs if words[0] in fold(club.name).split()] or clubs)

    def _nearly(self, words: list[str]) -> Found:
        if all(word in COUNTRY_CODES or word in FORMS or self.names.is_ordinary(word) for word in words):
            return NoClub()
        if found := self._neighbours.find(words, self._words_of_half):
            return found
        guess = self._guesser.guess(" ".join(words), self._likeliness)
        if guess.sure is not None:
            return self._one_of([guess.sure, *self._also_named(words, guess.sure)])
        if (club := self._word_by_word(words)) is not None:
            return OneClub(club)
        return ClubChoice(guess.near) if len(guess.near) > 1 else NoClub()

    def _also_named(self, words: list[str], club: Club) -> list[Club]:
        """Another club that a part of the words names in full: it is not passed over."""
        for cut in range(1, len(words)):
            for half in (" ".join(words[:cut]), " ".join(words[cut:])):
                found = self._named_here(half) if len(half) >= _TELLING else None
                if isinstance(found, OneClub) and found.club != club and not self._index.is_town(half):
                    return [found.club]
        return []

    def _word_by_word(self, words: list[str]) -> Club | None:
        """The only club whose words these are, when each is forgiven its slips: `florsence fiorrentina`."""
        if not 1 < len(words) <= _MOST_WORDS:
            return None
        corrections = [
            [word]
            if self.names.is_ordinary(word) or self._index.by(By.WORD, canonical(word))
            else self._guesser.corrections(word)
            for word in words
        ]
        clubs = set()
        for corrected in islice(product(*corrections), _MOST_TRIES):
            found = self._same_words(list(corrected)) if list(corrected) != words else None
            if isinstance(found, OneClub):
                clubs.add(found.club)
        return clubs.pop() if len(clubs) == 1 else None

    def _one_of_any(self, clubs: Sequence[Club], name: str) -> Found | None:
        return self._one_of(clubs, name) if clubs else None

    def _one_of(self, clubs: Sequence[Club], name: str = "") -> Found:
        """Those that are called so come before those that only live there."""
        if len(clubs) == 1:
            return OneClub(clubs[0])
        only_there = self._index.by(By.TOWN, name) if name else ()
        likeliest = sorted(clubs, key=lambda club: (club in only_there, -self._likeliness(club)))
        return ClubChoice(tuple(likeliest[:MOST_MEANT]))

    def _likeliness(self, club: Club) -> float:
        """European matches, worth half for every ten seasons that the last one is ago."""
        renown = self.names.renown(club)
        return float(renown.matches * 0.5 ** ((self.names.latest_season() - renown.last_season) / 10))
