"""Which commands come nearest to words in which nothing was understood."""

from __future__ import annotations

import re

from bot.football.model import Club
from bot.football.names.folding import fold
from bot.football.names.index import By, NameTable
from bot.football.names.words import CHAT

_FITS = tuple(
    (command, re.compile(pattern, re.IGNORECASE))
    for command, pattern in (
        (
            "avond",
            r"avond|vandaag|morgen|speelt|spelen|wedstrijd|live|tv|kijk|zender|tonight|today|match|game|play",
        ),
        ("programma", r"wanneer|volgende|programma|komende|tegenstander|when|next|fixture|opponent"),
        ("agenda", r"agenda|kalender|calendar"),
        ("stand", r"stand\b|standen|plaats|plek|punten|poule|groep|eerste|table|standing|place|points|group"),
        ("schema", r"finale|ronde|schema|bracket|final|round|knock"),
        ("loting", r"loting|geloot|loot|pot\b|draw"),
        ("topscorers", r"scor|goal|doelpunt|topsc|schutter"),
        ("speler", r"speler|voetballer|spits|keeper|player|striker|goalkeeper"),
        ("erelijst", r"\bwon\b|gewonnen|winnaar|kampioen|bekers?\b|prijzen|titel|troph|champion(?!s)|winner"),
        ("records", r"record|meeste|grootste|snelste|ooit|hattrick|hat-trick|most|biggest|fastest|ever"),
        ("volg", r"volg\b|volgen|melding|bericht|seintje|follow|alert|notif"),
        ("help", r"help|hulp|hoe werkt|wat kun|how do|what can"),
    )
)
_OF_A_CLUB = frozenset({"uitslag", "programma", "stand", "topscorers", "records", "erelijst", "volg"})
_WORDS = re.compile(r"[^\W\d_]{2,}")
_A_NAME = re.compile(r"[^\W\d_]{2,}(?:[ .'’-]+[^\W\d_]+){0,2}")
"""A club may be called so, or a player."""
_MOST_WORDS = 3
_SHORTEST = 3


def may_be_a_name(text: str) -> bool:
    return _A_NAME.fullmatch(text) is not None and CHAT.isdisjoint(text.lower().split())


def is_a_sentence(text: str) -> bool:
    """Whether it is longer than any name."""
    return len(_WORDS.findall(text)) > _MOST_WORDS


def club_among(text: str, names: NameTable) -> Club | None:
    """A club that is named in full among other words."""
    words = fold(text).split()
    for size in range(min(_MOST_WORDS, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            name = " ".join(words[first : first + size])
            clubs = () if name in CHAT or names.is_ordinary(name) else names.clubs(By.WHOLE, name)
            if len(clubs) == 1 and len(name) >= _SHORTEST:
                return clubs[0]
    return None


def nearest_commands(text: str) -> tuple[str, str]:
    """Two commands by their Dutch names, the one that fits best first."""
    others = ("uitslag", "speler") if may_be_a_name(text) else ("uitslag", "avond")
    first, second, *_ = dict.fromkeys((*_fitting(text), *others))
    return first, second


def nearest_commands_of_a_club(text: str) -> tuple[str, str]:
    """The same of those that can be asked of a club."""
    fitting = filter(_OF_A_CLUB.__contains__, _fitting(text))
    first, second, *_ = dict.fromkeys((*fitting, "uitslag", "programma"))
    return first, second


def _fitting(text: str) -> list[str]:
    fits = [(len(pattern.findall(text)), command) for command, pattern in _FITS]
    return [command for number, command in sorted(fits, key=lambda each: -each[0]) if number]
