"""Names of clubs that fit a column, a button or a headline, and surnames."""

from __future__ import annotations

import re
from collections.abc import Callable

_GENERIC = (
    *("1. FC ", "FC ", "Bayer ", "Borussia ", "Dinamo ", "Eintracht "),
    *("Olympique ", "Red Bull ", "Union ", "Universitatea "),
)
"""What says less about a club than the words behind it."""
_ABBREVIATED = {"Manchester ": "Man ", "Hapoel ": "H. ", "Maccabi ": "M. "}
"""What tells a club from another one, and may be short."""
_HEADLINES = {
    "1. FC Kaiserslautern": "Kaiserslautern",
    "APOEL Nicosia": "APOEL",
    "Athletic Bilbao": "Athletic",
    "Atlético Madrid": "Atlético",
    "Bayer Leverkusen": "Leverkusen",
    "Bayern München": "Bayern",
    "Bayern Munich": "Bayern",
    "Borussia Dortmund": "Dortmund",
    "Borussia Mönchengladbach": "Gladbach",
    "Deportivo La Coruña": "Deportivo",
    "Dnipro Dnipropetrovsk": "Dnipro",
    "Dnjepr Dnjepropetrovsk": "Dnjepr",
    "Eintracht Frankfurt": "Frankfurt",
    "Girondins Bordeaux": "Bordeaux",
    "Grasshoppers Zürich": "Grasshoppers",
    "Heart of Midlothian": "Hearts",
    "Internazionale": "Inter",
    "Legia Warschau": "Legia",
    "Leicester City": "Leicester",
    "Lokomotiv Moskou": "Lokomotiv",
    "Manchester City": "Man City",
    "MTK Boedapest": "MTK",
    "MTK Budapest": "MTK",
    "Manchester United": "Man United",
    "Newcastle United": "Newcastle",
    "Nottingham Forest": "Nottingham",
    "Olympique Lyon": "Lyon",
    "Olympique Lyonnais": "Lyon",
    "Olympique Marseille": "Marseille",
    "PAOK Saloniki": "PAOK",
    "Paris Saint-Germain": "PSG",
    "Partizan Belgrado": "Partizan",
    "Red Bull Salzburg": "Salzburg",
    "Rode Ster Belgrado": "Rode Ster",
    "Shakhtar Donetsk": "Shakhtar",
    "Sjachtar Donetsk": "Sjachtar",
    "Sporting Lissabon": "Sporting",
    "Standard Liège": "Standard",
    "Standard Luik": "Standard",
    "Tottenham Hotspur": "Tottenham",
    "Union Saint-Gilloise": "Union",
    "Union Sint-Gillis": "Union",
    "Universitatea Craiova": "Craiova",
    "VfB Stuttgart": "Stuttgart",
    "West Bromwich Albion": "West Brom",
    "West Ham United": "West Ham",
    "Wiener Sport-Club": "Wiener SC",
    "Wolverhampton Wanderers": "Wolverhampton",
    "Zenit Sint-Petersburg": "Zenit",
    "Zenit St. Petersburg": "Zenit",
    "ÍBV Vestmannaeyjar": "ÍBV",
    "İstanbul Başakşehir": "Başakşehir",
}
"""What a headline calls the clubs with a long name that are met most."""
LONGEST_IN_A_HEADLINE = 18
LONGEST_ON_A_BUTTON = 14
_LETTERS = re.compile(
    r"^(?:1\. )?(?:AC|AS|BK|FC|FK|IF|KAA|KRC|NK|OGC|RB|RC|SC|SK|TSG) (?=\w{4})"
    r"|(?<=\w{4}) (?:BK|FC|FF|FK|IF|SK)$"
)
"""What kind of club it is, which nobody has to be told who knows the name."""
_KIND_OF_CLUB = re.compile(r"^[A-Z]{2,3} ")
LEAST_TELLING = 4
"""Letters; fewer are the kind of a club, not its name."""
_PARTICLE = re.compile(
    r"al|bin|d[aeiou]|das|del|della|de[nr]|dos|el|het|l[aeo]|ma?c|op|san|st\.?|te[nr]?|'t|van|von|zu",
    re.IGNORECASE,
)
"""What stands before a surname and belongs to it."""
_NO_SURNAME = re.compile(
    r"adriano|alberto|anderson|andré|carlos|césar|diego|eduardo|felipe|fernando|filho|gabriel|gustavo|henrique"
    r"|jesus|joão|jorge|jr\.?|j[uú]nior|juninho|lu[ií][sz]|miguel|moura|neto|paulo|paulista|pedro|ricardo|roberto",
    re.IGNORECASE,
)
"""A last word by which nobody is called alone: Roberto Carlos, Lucas Moura, Vinícius Júnior."""
_LOOSE_END = re.compile(r"(?: (?:&|de|la|of|the|and))+$", re.IGNORECASE)


def short_name(name: str, most: int) -> str:
    """A name in so many characters: Wolverhampton, Gladbach."""
    if len(name) <= most:
        return name
    if len(headline := _HEADLINES.get(name, name)) <= most:
        return headline
    for word in _GENERIC:
        if name.startswith(word) and len(name) - len(word) <= most:
            return name.removeprefix(word)
    for word, short in _ABBREVIATED.items():
        if name.startswith(word) and len(name) - len(word) + len(short) <= most:
            return short + name.removeprefix(word)
    shorter = name
    while " " in shorter and len(shorter) > most:
        shorter = shorter.rpartition(" ")[0]
    return _LOOSE_END.sub("", shorter) if len(shorter) <= most else f"{name[: most - 1]}…"


def headline_name(name: str) -> str:
    """What a headline calls a club: Tottenham, PSG, Dortmund."""
    return _HEADLINES.get(name) or short_name(name, LONGEST_IN_A_HEADLINE)


def button_name(name: str) -> str:
    """A club on a button beside another one: Milan, Kopenhagen, Östersunds."""
    return short_name(_LETTERS.sub("", headline_name(name)), LONGEST_ON_A_BUTTON)


def name_that_fits(name: str, fits: Callable[[str], bool]) -> str:
    """What a headline calls a club, or as much of it as fits: Hoffenheim, CSKA, Maccabi."""
    short = headline_name(name)
    if fits(short):
        return short
    telling = [
        shorter
        for most in range(len(short) - 1, LEAST_TELLING - 1, -1)
        if len(shorter := short_name(short, most)) >= LEAST_TELLING
    ]
    cut = (f"{short[:most]}…" for most in range(len(short) - 1, 0, -1))
    return next(filter(fits, (_KIND_OF_CLUB.sub("", short), *telling, *cut)), short)


def surname(name: str) -> str:
    """The name by which a report calls a player: De Ligt, Van de Beek, Roberto Carlos."""
    words = name.split()
    if len(words) < 2 or _NO_SURNAME.fullmatch(words[-1]):
        return name
    first = len(words) - 1
    while first > 0 and _PARTICLE.fullmatch(words[first - 1]):
        first -= 1
    short = " ".join(words[first:])
    return short[:1].upper() + short[1:]
