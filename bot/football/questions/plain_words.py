"""Which command a question in plain words asks for: `wie speelt er vanavond` is `/avond vanavond`.

Only what is surely no name of a club is taken: a test tries all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.football.model import Competition
from bot.football.names.countries import country_named
from bot.football.names.finder import Found, NoClub, OneClub
from bot.football.questions.competition import Rest, take_competition
from bot.football.questions.day import Days, take_days
from bot.football.questions.rounds import take_round

MOST_WORDS = 16
"""What is longer is a story."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A command by its Dutch name, and what somebody would type behind it."""

    command: str
    text: str = ""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


_WHOLE = tuple(
    (command, re.compile(rf"(?:{pattern})[\s?!.]*", re.IGNORECASE))
    for command, pattern in (
        (
            "help",
            (
                r"\?|help(?: me)?|hulp|menu|opdrachten|commands|hoe werkt (?:dit|het|deze bot|de bot)|"
                r"wat (?:kun|kan) (?:je|jij|ik)(?: \w+)*|wat doe je|(?:wie|wat) ben (?:je|jij)|"
                r"who are you|how does (?:this|it) work|"
                r"what (?:can|do) (?:you|i)(?: \w+)*"
            ),
        ),
        (
            "start",
            (
                r"(?:hoi|hallo|hey|hé|hee|hi|hello|hiya|dag|ha|moi|yo|start|"
                r"goede?(?:morgen|middag|navond|ienavond)|goeden?avond|goeie?n?avond|"
                r"good (?:morning|afternoon|evening))(?: (?:bot|uitslagbot|daar|there|allemaal|all))?"
            ),
        ),
        (
            "dank",
            (
                r"(?:heel erg |super )?(?:bedankt?|dank(?: ?(?:je|jewel|u|uwel))?(?: wel)?|"
                r"thanks?(?: you| a lot)?|thx|merci|top|super|mooi|great|cheers|oke?|doei|tot ziens|"
                r"bye)(?: (?:bot|uitslagbot|hoor|man|voor de \w+))?"
            ),
        ),
        (
            "volgend",
            (
                r"(?:wie|welke clubs?|wat) volg(?:en)? (?:ik|we|wij)|mijn clubs?|my clubs?|"
                r"(?:who|which clubs) do (?:i|we) follow"
            ),
        ),
        ("uitslag", r"(?:alle |de |all )?(?:uitslagen|uitslag|results)"),
        ("instellingen", r"instellingen|settings|(?:andere )?taal|language|in het engels|in english|english"),
        ("privacy", r"privacy|wat (?:weet|bewaar) je (?:van|over) mij|what do you know about me"),
    )
)
# What follows is a club.
_FOLLOW = tuple(
    (command, re.compile(rf"(?:{pattern})\s+(?P<text>\S.*)", re.IGNORECASE))
    for command, pattern in (
        ("ontvolg", r"ontvolg|unfollow|volg niet meer|stop met volgen van"),
        ("volg", r"volg|follow|(?:ik wil|i want to) (?:volgen|follow)"),
    )
)
# The first that is found is meant; what it found says nothing more, unless it stands in `_KEPT`.
_TOPICS = tuple(
    (command, _words(pattern))
    for command, pattern in (
        (
            "loting",
            (
                r"loting(?:en)?|geloot|loten|(?:the|next|when is|when's) (?:next )?draws?|"
                r"(?:wanneer|waar) (?:is|wordt)(?=.* finale\b)|(?:when|where)(?: is|['’]s)(?=.* final\b)"
            ),
        ),
        (
            "records",
            (
                r"records?|hat-?tricks?|(?:grootste|ruimste|hoogste) (?:zeges?|overwinning(?:en)?|"
                r"uitslag(?:en)?)|snelste (?:goals?|doelpunt(?:en)?)|eigen doelpunten|own goals|"
                r"(?:biggest|largest) (?:wins?|victor(?:y|ies))|fastest goals?"
            ),
        ),
        (
            "topscorers",
            (
                r"(?:club)?top\s?(?:scorers?|schutters?)|(?:de |het |the )?(?:meeste?|most)"
                r"(?: (?:europese |european )?(?:doelpunten|goals))?(?: gemaakt)?(?=.*$)"
            ),
        ),
        (
            "speler",
            (
                r"(?:hoeveel|how many) (?:europese |european )?(?:doelpunten|goals|keer)(?= )|"
                r"(?:hoe vaak|how often)(?=.*\b(?:scoor|gescoord|score))"
            ),
        ),
        (
            "stand",
            (
                r"(?:ranglijst|klassement|stand(?:en)?(?! bij)|standings?|tables?|koplopers?)|"
                r"(?:bovenaan|op kop|aan kop)|(?<=wie staat er )eerste|(?:hoeveelste|(?:op )?welke plaats)|"
                r"(?:what (?:place|position))|(?:hoeveel punten|how many points)|(?<=who is )(?:top|"
                r"first)|(?<=who['’]s )(?:top|first)"
            ),
        ),
        ("schema", r"(?:knock-?out)?schema|bracket"),
        (
            "programma",
            (
                r"programma|fixtures?|speelschema|kalender|(?:volgende|komende|eerstvolgende) "
                r"(?:wedstrijd(?:en)?|duels?|tegenstanders?)|next (?:match|game|opponent|fixture)(?:es|s)?|"
                r"tegenstanders?|opponents?|who(?: are| is| do| does)(?=.*\bnext\b)|tegen wie|"
                r"(?:wanneer|hoe laat|when|what time)(?! (?:speelde|won|was|werd|scoorde|did|were))"
            ),
        ),
    )
)
_MATCHES = _words(
    r"(?:wie|who|wat|what)(?: is| are|['’]s)?|welke|which|wedstrijd(?:en)?|duels?|voetbal|football|"
    r"uitslag(?:en)?|results?|scores?|match(?:es)?|games?|any|gespeeld|uitgezonden|on tv|op tv"
)
_RESULTS = _words(r"uitslag(?:en)?|results?|scores?")
_PLAYS = re.compile(r"(?:speelt|spelen|voetbalt|moet|moeten|does|do|is|are)(?![\w-])", re.IGNORECASE)
_SCORE = _words(
    r"hoe(?:veel)? staat het|wat staat het|tussenstand(?:en)?|live\s?scores?|live|"
    r"what(?:['’]s| is) the score|(?:wat|hoe) is de stand(?= bij)"
)
_RESULT = _words(
    r"(?:wat|hoeveel) (?:werd|is|was|werden) (?:het|de (?:uitslag|score)|er)|"
    r"wat (?:heeft|hebben|deed|deden)|"
    r"hoe (?:staa[nt]|sta|ging|gaat|liep|deed|deden|doe[nt]|heeft|hebben|speelden?|is)|heeft|hebben|zit|"
    r"ligt|door wie is|"
    r"(?:in )?(?:welke|which) competiti(?:e|on)|"
    r"wie (?:scoorden?|maakten?|(?:heeft|hebben) gescoord)|who scored|did|"
    r"how (?:did|are|is|do|does|have|has)|what was the (?:score|result)|"
    r"(?:is|zijn|are)(?=.* (?:door|uitgeschakeld|through|out|still in)\b)"
)
_SAYING_NOTHING = frozenset(
    """
    er ook nog wel nu eigenlijk dan toch weer ervoor alweer al even eens maar en of om op in bij van
    voor over met aan de het een is zijn was wordt worden werd staat staan speelt spelen speel speelde
    speelden moet moeten gaat gaan voetbalt voetballen gescoord scoorde scoorden scoort doelpunten
    doelpunt gemaakt maakte maakten heeft hebben gewonnen gelijkgespeeld verloren afgelopen wie wat
    welke wanneer waar hoe hoeveel vaak tegen volgende finale eerste door uitgeschakeld toen je jij mij
    ik weten vertel laat zien graag alsjeblieft aub svp weet kun the an for by at on are be been do does
    did have has had play playing plays played against next who what which when where how many often
    score scored scores win won lose lost it its final please me tell show goals make made through out
    doing getting give match game wedstrijd duel gedaan tv begint beginnen start starts aftrap keer
    europese europees alle all geworden eruit erbij erin still poule competitie competition zit ligt
    clubs ploegen teams sinds
    """.split()  # noqa: SIM905 - a text of words stays readable
)
_KEPT = frozenset({"records"})
"""Commands that want to know which of their words it was."""
_AROUND_WORDS = " \t?!.,;:…\"'’‘"
_OF_ITS = re.compile(r"(?<=\w)['’]s$")
_LONGEST_NAME = 3
"""Words in which a club is looked for among others."""
_NO_DAY = date(2000, 1, 1)


def in_plain_words(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """What the words ask for; None for a name, which is asked about as it stands."""
    text = " ".join(text.split())
    for command, pattern in _WHOLE:
        if pattern.fullmatch(text):
            return Meaning(command)
    for command, pattern in _FOLLOW:
        if found := pattern.fullmatch(text):
            return Meaning(command, found["text"])
    if len(text.split()) > MOST_WORDS:
        return None
    return _about(text, find) or _of_a_day_or_a_club(text, find)


def _about(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """A word says what is asked about."""
    if found := _SCORE.search(text):
        rest = _without_noise(_telling(Rest(text), found), find)
        return Meaning("uitslag" if _names_a_club(rest, find) else "avond", rest)
    for command, pattern in _TOPICS:
        if found := pattern.search(text):
            rest = _telling(Rest(text), found)
            if command == "speler":
                return Meaning(command, _apart(rest, find)[-1])
            kept = "" if found[0].lower().startswith("record") else found[0]
            text = _without_noise(rest, find)
            return Meaning(command, f"{kept} {text}".strip() if command in _KEPT else text)
    return None


def _of_a_day_or_a_club(text: str, find: Callable[[str], Found]) -> Meaning | None:
    days, competition, left = _apart(text, find)
    round_, is_about_winner = take_round(Rest(text))
    if round_ or (is_about_winner and competition and days == Days()):
        # Who won a cup, and who met in a round, is asked of its season.
        return None
    if days != Days() or competition:
        return _evening(text, days, left, find) or _result(text, find)
    return _result(text, find)


def _evening(text: str, days: Days, left: str, find: Callable[[str], Found]) -> Meaning | None:
    """A day or a competition, and nobody who plays; or whether somebody plays on a day."""
    others = _telling(Rest(_MATCHES.sub(" ", left)), None)
    if not others and days == Days() and _RESULTS.search(text):
        # Results without a day are the last ones.
        return Meaning("uitslag", _telling(Rest(_MATCHES.sub(" ", text)), None))
    if not others:
        return Meaning("avond", _telling(Rest(_MATCHES.sub(" ", text)), None))
    if country_named(others) and days.written:
        # The clubs of home come first on an evening.
        return Meaning("avond", days.written)
    if days != Days() and _PLAYS.match(text):
        return Meaning("avond", _without_noise(_telling(Rest(text), None), find))
    return None


def _result(text: str, find: Callable[[str], Found]) -> Meaning | None:
    found = _RESULT.match(text)
    if found is None:
        return None
    rest = _without_noise(_telling(Rest(text), found), find)
    return Meaning("uitslag", rest) if not rest or _names_a_club(rest, find) else Meaning("avond", rest)


def _names_a_club(text: str, find: Callable[[str], Found]) -> bool:
    _, _, left = _apart(text, find)
    return bool(left)


def _apart(text: str, find: Callable[[str], Found]) -> tuple[Days, Competition | None, str]:
    """The days, the competition, and what else tells something."""
    rest = Rest(text)
    days = take_days(rest, _NO_DAY, timedelta(0))
    competition = take_competition(rest, find, lambda words: words)
    return days, competition, _telling(rest, None)


def _without_noise(text: str, find: Callable[[str], Found]) -> str:
    """Where no club is found in all that tells something, the club that is found in some of it."""
    _, _, left = _apart(text, find)
    if not left or country_named(left) or find(left) != NoClub():
        return text
    words = left.split()
    for size in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        for first in range(len(words) - size + 1):
            name = words[first : first + size]
            if isinstance(find(" ".join(name)), OneClub):
                noise = {word for word in words if word not in name}
                return " ".join(word for word in text.split() if word not in noise)
    return text


def _telling(rest: Rest, found: re.Match[str] | None) -> str:
    """What tells something, without what was found; the days behind the rest, as they are written."""
    if found:
        rest.take(found)
    days = take_days(rest, _NO_DAY, timedelta(0)).written
    words = (_OF_ITS.sub("", word.strip(_AROUND_WORDS)) for word in rest.text.split())
    telling = [word for word in words if word and word.lower() not in _SAYING_NOTHING]
    return " ".join(filter(None, (*telling, days)))
