"""The names of rounds, legs and matchdays in the languages that Football.TXT files use."""

from __future__ import annotations

import re

from bot.football.model import Leg, RoundKind


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "1st first one erste eerste première primera primeira prima",
            "2nd second two zweite tweede deuxième segunda seconda",
            "3rd third three dritte derde troisième tercera terceira terza",
            "4th fourth four vierte vierde quatrième cuarta quarta",
            "5th fifth five fünfte vijfde cinquième quinta",
            "6th sixth six sechste zesde sixième sexta",
            "7th seventh seven siebte zevende",
        ),
        start=1,
    )
    for word in words.split()
}
_NTH = "|".join(_ORDINALS)
_ROUND = r"(?:rounds?|runde|ronde|fase)"

LEGS = (
    (
        _any(r"(?:1st|first|erstes?) legs?", r"legs? 1(?: of [0-9])?", "hinspiele?", "heen", "ida", "andata"),
        Leg.FIRST,
    ),
    (
        _any(
            r"(?:2nd|second|zweites?) legs?",
            r"legs? 2(?: of [0-9])?",
            "rückspiele?",
            "return",
            "vuelta",
            "volta",
            "ritorno",
        ),
        Leg.SECOND,
    ),
    (_any("replays?", "wiederholungsspiele?"), Leg.REPLAY),
)
LEG_AT_END = _any(
    r"(.{1,60}?)[\s(]{1,3}"
    r"((?:1st|first|2nd|second) legs?|legs? [12](?: of [0-9])?|hinspiele?|rückspiele?|replays?)\)?"
)

_DAY = (
    r"(?:match ?day|match ?week|game ?week|week|spieltag|speelronde|speeldag|"
    r"journée|jornada|giornata|fecha|rodada)"
)
MATCHDAY = _any(
    rf"{_DAY}\s?([0-9]{{1,3}})(?: of [0-9]{{1,3}})?",
    rf"([0-9]{{1,3}})(?:\.|ª|e|ème|st|nd|rd|th)?\s?{_DAY}",
)

GROUP = _any(r"(?:group|gruppe|grupo|groupe|gruppo|groep|poule|pool)\s([a-z]{0,2}[0-9]{0,2}|hex)")
GROUPS = _any(
    r"(?:first )?(?:groups?|gruppen?|grupos)(?: ?(?:stage|phase|matches|games))?",
    "gruppenphase|fase de grupos|groepsfase|phase de groupes",
)
SECOND_GROUPS = _any(r"(?:second|2nd|2\.) group (?:stage|phase)", "second round groups?")
LEAGUE = _any(
    r"leagues?(?: ?(?:stage|phase))?", "ligaphase|competitiefase|hauptrunde", r"regular (?:season|stage)"
)
QUALIFYING = _any(r"(?:quali\w{0,12}|qual)\.?(?: (?:stage|phase|path))?", r"(?:champions|league|main) path")
NO_NEWS = _any(
    r"finals",
    r"(?:knock-?out|k\.?o\.?)(?: ?(?:stage|phase|rounds?))?",
    r"final (?:stage|tournament|phase)(?: \(.{1,40}\))?",
    r"finalrunde|endrunde|main (?:tournament|stage)|match [1-7]",
)

QUALIFYING_NTH = _any(
    rf"({_NTH}|[0-9]\.?) qual(?:ifying)?\.? rounds?",
    rf"qual(?:ifying|ification)?\.? ?round ({_NTH}|[0-9])",
    rf"(?:qualifying|q) ?({_NTH}|[0-9])",
    rf"({_NTH}|[0-9]\.?) (?:qualifikationsrunde|kwalificatieronde|voorronde)",
)
NTH_ROUND = _any(rf"round ?([0-9]{{1,3}})|([0-9]{{1,3}})\.? ?{_ROUND}")
NTH_ROUND_IN_WORDS = _any(rf"round ({_NTH})|({_NTH}) {_ROUND}")
PRELIMINARY = _any(r"prelim(?:inary|\.)(?: (?:rounds?|semi-?finals?|finals?))?")
PLAY_OFF = _any(r"(knock-?out (?:rounds? |phase )?)?play-?offs?(?: ?rounds?)?")
THIRD_PLACE = _any(
    r"(?:match|play-?off|game) for (?:the )?(?:third|3rd)[ -]place",
    r"(?:third|3rd)[ -]place(?:[ -](?:match|play-?offs?|game|final))?",
    r"troostfinale|kleines finale|spiel um platz (?:3|drei)|bronze (?:medal )?match",
)
KNOCK_OUT = (
    (_any(r"(?:round of|last|r) ?64|1/32[ -]?finals?"), RoundKind.LAST_64),
    (
        _any(
            r"(?:round of|last|r) ?32|1/16[ -]?finale?s?",
            "sechzehntelfinale|zestiende finales?|seizièmes de finale",
            r"dieciseisavos(?: de final)?|sedicesimi(?: di finale)?",
        ),
        RoundKind.LAST_32,
    ),
    (
        _any(
            r"(?:round of|last|r) ?16|1/8[ -]?finale?s?",
            "achtelfinale|achtste finales?|huitièmes de finale",
            r"octavos(?: de final)?|oitavas(?: de final)?|ottavi(?: di finale)?",
        ),
        RoundKind.LAST_16,
    ),
    (
        _any(
            r"quarter[ -]?finals?|qf|(?:round of|last) 8|1/4[ -]?finale?s?",
            "viertelfinale|kwartfinales?|quarts de finale",
            r"cuartos(?: de final)?|quartas(?: de final)?|quarti(?: di finale)?",
        ),
        RoundKind.QUARTER_FINAL,
    ),
    (
        _any(
            r"semi[ -]?finals?|sf|(?:round of|last) 4|1/2[ -]?finale?s?",
            "halbfinale|halve finales?|demi-finales?|semifinal(?:es|i|e)|semifinais",
        ),
        RoundKind.SEMI_FINAL,
    ),
    (_any(r"(?:the |grand |gran )?final|finale|endspiel"), RoundKind.FINAL),
)
READS_AS_HEADER = _any(
    r"(?:.{1,40}[\s-])?(?:zone|region|conference|stage|phase|rounds?|fase|play-?offs?|play-?ins?|qualif\w{1,8}|finals?"
    r"|semi-?finals?|quarter-?finals?|place|clausura|apertura|legs?|replays?)(?: [A-Z0-9]{1,2})?"
)
"""A line without a mark that is no known name, but in which somebody clearly names a round."""


def number_of(text: str) -> int:
    """1 for `first`, `1st`, `1.` and `1`."""
    plain = text.lower().rstrip(".")
    return _ORDINALS[plain] if plain in _ORDINALS else int(plain)
