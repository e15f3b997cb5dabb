"""Names out of Cyrillic: as English writes them (Shevchenko), and as Dutch does (Sjevtsjenko)."""

from __future__ import annotations

import re
from collections.abc import Collection

_WRITE_CYRILLIC = frozenset({"RUS", "UKR"})
_FIRST_NAMES = re.compile(
    "aleksandr|aleksei|aleksey|anatoliy|andrei|andrey|andriy|artem|artyom|bohdan|dmitri|"
    "dmitriy|dmitry|dmytro|egor|evgeni|evgeniy|evgeny|fedor|fyodor|georgiy|heorhiy|ihor|ilya|"
    "kirill|konstantin|maksim|maksym|mikhail|mykhaylo|mykola|nikolai|nikolay|oleg|oleh|"
    "oleksandr|oleksiy|ruslan|sergei|sergey|sergiy|serhiy|taras|valeri|valeriy|vasili|"
    "vasiliy|vitali|vitaliy|vladislav|volodymyr|vyacheslav|yevgen|yevgeni|yevgeniy|yevhen|"
    "yuri|yuriy"
)
_EASTERN_SURNAME = re.compile(r"(?:enko|chuk)$")
_SURNAME_THERE = re.compile(r"(?:[eo]v|in|[iy]uk|sk(?:iy|ii|yi|yy|y)|vich|yk|anka|uba)$")
"""The end of a surname that tells only of who played for a club of those countries."""
_NOT_FROM_ENGLISH = re.compile(r"[^\x00-\x7f]|ou|sch|tch|ci|q", re.IGNORECASE)
"""What only other languages write: Teodorczyk, Iachtchouk, Sviatchenko."""
_LAST_OF_RUSSIAN = re.compile(r"(?<=i)y\b")
_ENGLISH = re.compile(
    r"shch|sh|ch|zh|kh|(?<=sk)(?:iy|ii|yi|yy|y)\b|y(?=[aeou])|(?<=[aeiou])y|(?<=e)i\b|(?<=[b-df-hj-np-tvz])y\b|u",
    re.IGNORECASE,
)
_TO_DUTCH = {"shch": "sjtsj", "sh": "sj", "ch": "tsj", "zh": "zj", "kh": "ch", "u": "oe"}
_DUTCH = re.compile(r"sjtsj|tsj|sj|zj|oe|j")
_TO_ENGLISH = {"sjtsj": "shch", "tsj": "ch", "sj": "sh", "zj": "zh", "oe": "u", "j": "y"}


def in_dutch(name: str, countries: Collection[str]) -> str:
    """A Russian or Ukrainian name as a Dutch paper writes it; any other name as it is.

    The countries are those of the clubs that the player scored for.
    """
    first, _, last = name.casefold().rpartition(" ")
    is_eastern = (
        _FIRST_NAMES.fullmatch(first)
        or _EASTERN_SURNAME.search(last)
        or (not _WRITE_CYRILLIC.isdisjoint(countries) and _SURNAME_THERE.search(last))
    )
    if not is_eastern or _NOT_FROM_ENGLISH.search(name):
        return name
    # Yuriy is Joerij in Ukraine, and Joeri in Russia.
    is_russian = ("RUS" in countries and "UKR" not in countries) or name.startswith("Dmitriy")
    return _ENGLISH.sub(_dutch_letters, _LAST_OF_RUSSIAN.sub("", name) if is_russian else name)


def in_english(folded: str) -> str:
    """A folded name that may be written in Dutch, as English would: pavljoetsjenko is pavlyuchenko."""
    return _DUTCH.sub(lambda letters: _TO_ENGLISH[letters[0]], folded)


def _dutch_letters(found: re.Match[str]) -> str:
    letters = found[0].casefold()
    dutch = _TO_DUTCH.get(letters)
    if dutch is None:
        follows_a_vowel = found.start() > 0 and found.string[found.start() - 1] in "aeiou"
        before_a_vowel = found.string[found.end() : found.end() + 1] in set("aeou")
        dutch = "j" if follows_a_vowel or before_a_vowel else "i"
    return dutch.capitalize() if found[0][0].isupper() else dutch
