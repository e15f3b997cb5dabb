"""What people ask about that is no club football of Europe: leagues, national cups, national teams."""

from __future__ import annotations

import re

from bot.football.names.words import COUNTRY_CODES
from bot.football.questions.competition import Rest

_LONG = 5
_NO_EUROPEAN_CLUBS = re.compile(
    r"(?<![\w-])(?:de\s+|het\s+|the\s+)?(?:"
    r"(?:vrouwen\s?)?eredivisie|eerste divisie|keuken ?kampioen ?divisie|kkd|tweede divisie|"
    r"(?:english )?premier ?league|championship|la ?liga|primera divisi[oó]n|serie [ab]|(?:2\.? )?bundesliga|"
    r"ligue [12]|jupiler(?: pro)? league|pro league|süper lig|super lig|primeira liga|liga portugal|mls|"
    r"saudi (?:pro )?league|"
    r"knvb[ -]?beker|beker van (?:nederland|belgi[eë])|fa[ -]?cup|carabao cup|league cup|dfb[ -]?pokal|"
    r"copa del rey|coppa italia|coupe de france|croky cup|johan cruijff ?scha(?:al|len)|community shield|"
    r"wereldbeker|interlands?|friendl(?:y|ies)|oefenwedstrijd(?:en)?|scottish premiership|liga mx|"
    r"w\.?k\.?(?: voor clubs)?|e\.?k\.?|wereldkampioenschap(?:pen)?|europe(?:es|se) kampioenschap(?:pen)?|"
    r"(?:club )?world cup|nations league|olympische spelen|copa (?:am[eé]rica|libertadores)|africa cup|"
    r"euro (?:20|19)\d\d|wk[ -]?kwalificatie|ek[ -]?kwalificatie|"
    r"oranje(?: ?(?:leeuwinnen|vrouwen))?|(?:het )?nederlands(?:e)? elftal|national team|"
    r"three lions|die mannschaft|"
    r"(?:women['’]?s|vrouwen|dames) (?:champions league|europa cup)|"
    r"(?:champions league|europa cup) (?:for |voor )?(?:women|vrouwen|dames)|uwcl|youth league"
    r")(?![\w-])",
    re.IGNORECASE,
)
# Countries that play are no clubs: short names of theirs are those of clubs, too.
_COUNTRY = "|".join(
    sorted(
        {re.sub("ie$", "i[eë]", name) for name in COUNTRY_CODES if len(name) >= _LONG}, key=len, reverse=True
    )
)
NATIONAL_TEAM = re.compile(
    rf"(?<![\w-])(?:(?:{_COUNTRY})(?:\s+(?:tegen|en|vs?\.?)\s+|\s?[-–]\s?|\s+)(?:{_COUNTRY})|"
    rf"(?:speelt|speelde|wint|won|verloor|verliest|plays?|played|does|did)\s+(?:{_COUNTRY})"
    rf"(?!\s*(?:se\b|clubs?|teams?|ploegen)))(?![\w-])",
    re.IGNORECASE,
)
"""Two countries, or one of which is said that it plays."""


def take_league(rest: Rest) -> str:
    """Take the first such competition or team out of the text; empty where there is none."""
    found = _NO_EUROPEAN_CLUBS.search(rest.text) or NATIONAL_TEAM.search(rest.text)
    return rest.take(found) if found else ""
