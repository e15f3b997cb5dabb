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
from bot.football.names.finder import Found, NoClub, OneClub, TwoClubs
from bot.football.names.found import PairChoice
from bot.football.questions.all_time import take_all_time
from bot.football.questions.competition import Rest, take_competition
from bot.football.questions.day import Days, take_days
from bot.football.questions.leagues import NATIONAL_TEAM, take_league
from bot.football.questions.nearest import may_be_a_name
from bot.football.questions.question import RELATIVE_TIME, without_seasons
from bot.football.questions.rounds import take_round, take_score
from bot.football.questions.topics import (
    COUNTED,
    CUPS,
    FOLLOW,
    GROUP,
    KEPT,
    MATCHES,
    MEETINGS,
    NOT_CUPS,
    PLAYS,
    PRIZES,
    RESULT,
    RESULTS,
    SCORE,
    SCORING,
    TOPICS,
    WHICH_CLUB,
    WHOLE,
    WINNING,
)

MOST_WORDS = 20
"""What is longer is a story."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A command by its Dutch name, and what somebody would type behind it."""

    command: str
    text: str = ""


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
    clubs ploegen teams sinds goedemorgen goedemiddag goedenavond goeiemorgen hallo hoi hey beste bot
    kunt kan kunnen mag uw jullie we wij vertellen zeggen zeg willen wil zou zouden weten iemand te
    doen doet deed deden gespeeld thuis uit rust halftime kans dat doorgaat doorgaan doorgegaan
    verder mee meedoen meedoet zitten liggen leven race hup forza kom allez vamos kut klote lekker
    bezig goed slecht mooi mooie stuur geef noem zoek uitslag uitslagen resultaat resultaten result
    results tussen en dit deze toernooi seizoenen europacup plaats vindt gehouden stadion stad
    knocked beat beaten eliminated get got can could would will i'd like know about of to with from
    last time kick off kickoff left play's from this was were nog ever winnen wint verliezen verliest
    zijn gebeurd gebeurde vaakst ging ging't 't ie hij ze eindigde eindigt afgelopen geleden wilde ajb
    pls plz any ronde straks vlug snel effe joh gozer bro mate guys jongens mensen allemaal
    """.split()  # noqa: SIM905 - a text of words stays readable
)
_AROUND_WORDS = " \t?!.,;:…\"'’‘()"
_OF_ITS = re.compile(r"(?<=\w)['’]s$")
_OF_A_DAY = re.compile(r"(?<=day)['’]s\b|(?<=tonight)['’]s\b|(?<=tomorrow)['’]s\b", re.IGNORECASE)
# Here it is no part of the name of a cup.
_EUROPE = re.compile(
    r"\b(?:in|van|heel|of|across) europ[ae](?! ?(?:league|cup|conference|\w*cup))\b", re.IGNORECASE
)
_POLITE = re.compile(
    r"(?<=\bkunt )u\b|(?<=\bkan )u\b|(?<=\bzou )u\b|(?<=\bwilt )u\b|(?<=\bweet )u\b", re.IGNORECASE
)
_SEASON = re.compile(r"\b(?:seizoen|season)\b", re.IGNORECASE)
_MOST_TOGETHER = 6
"""Words in which a club, or two, are looked for among others."""
_NO_DAY = date(2000, 1, 1)


def in_plain_words(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """What the words ask for; None for a name, which is asked about as it stands."""
    text = " ".join(text.split())
    for command, pattern in WHOLE:
        if pattern.fullmatch(text):
            return Meaning(command)
    for command, pattern in FOLLOW:
        if found := pattern.fullmatch(text):
            return Meaning(command, found["text"])
    if len(text.split()) > MOST_WORDS or NATIONAL_TEAM.search(text):
        return None
    for around in (_OF_A_DAY, _POLITE, _EUROPE):
        text = around.sub("", text)
    ways = (_meetings, _honours, _about, _of_clubs_at_home, _of_a_day_or_a_club, _nothing_else)
    return next((meaning for way in ways if (meaning := way(text, find))), None)


def _meetings(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """All that two clubs played against each other."""
    found = MEETINGS.search(text)
    if found is None:
        return None
    rest = _without_noise(_telling(Rest(text), found), find)
    is_pair = isinstance(find(_apart(rest, find)[-1]), TwoClubs | PairChoice)
    return Meaning("uitslag", rest) if is_pair else None


def _honours(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """How many cups a club has won, or who won a cup most often."""
    if found := PRIZES.search(text):
        return Meaning("erelijst", _without_noise(_telling(Rest(text), found), find))
    is_counted = COUNTED.search(text) and (WINNING.search(text) or CUPS.search(text))
    if not is_counted or NOT_CUPS.search(text) or take_league(Rest(text)):
        return None
    for pattern in (COUNTED, CUPS, WINNING, WHICH_CLUB):
        text = pattern.sub(" ", text)
    rest = _without_noise(_telling(Rest(text), None), find)
    days, _, left = _apart(rest, find)
    if days != Days() or (left and isinstance(find(left), NoClub | TwoClubs | PairChoice)):
        return None
    return Meaning("erelijst", rest)


def _about(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """A word says what is asked about."""
    if found := SCORE.search(text):
        rest = _without_noise(_telling(Rest(MATCHES.sub(" ", text.replace(found[0], " "))), None), find)
        return Meaning("uitslag" if _names_a_club(rest, find) else "avond", rest)
    for command, pattern in TOPICS:
        if found := pattern.search(text):
            rest = _telling(Rest(text), found)
            if command == "speler":
                return Meaning(command, _apart(rest, find)[-1])
            is_kept = command in KEPT and not found[0].lower().startswith("record")
            kept = found[0] if is_kept or GROUP.fullmatch(found[0]) else ""
            return Meaning(command, f"{kept} {_without_noise(rest, find)}".strip())
    return None


def _of_clubs_at_home(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """How the clubs of a country stand."""
    days, _, left = _apart(MATCHES.sub(" ", text), find)
    if days != Days() or not country_named(left) or find(text) != NoClub() or take_league(Rest(text)):
        return None
    return Meaning("stand", _telling(Rest(MATCHES.sub(" ", text)), None))


def _of_a_day_or_a_club(text: str, find: Callable[[str], Found]) -> Meaning | None:
    days, competition, left = _apart(text, find)
    round_, is_about_winner = take_round(Rest(text))
    if round_ or (is_about_winner and competition and days == Days()):
        # Who won a cup, and who met in a round, is asked of its season.
        return None
    is_of_an_evening = days != Days() or (competition and without_seasons(text) == text)
    return (is_of_an_evening and _evening(text, days, left, find)) or _result(text, find)


def _evening(text: str, days: Days, left: str, find: Callable[[str], Found]) -> Meaning | None:
    """A day or a competition, and nobody who plays; or whether somebody plays on a day."""
    others = _telling(Rest(MATCHES.sub(" ", left)), None)
    if not others and days == Days() and RESULTS.search(text):
        # Results without a day are the last ones.
        return Meaning("uitslag", _telling(Rest(MATCHES.sub(" ", text)), None))
    if not others:
        return Meaning("avond", _telling(Rest(MATCHES.sub(" ", text)), None))
    if country_named(others) and days.written:
        # The clubs of home come first on an evening.
        return Meaning("avond", days.written)
    if days != Days() and PLAYS.match(text):
        return Meaning("avond", _without_noise(_telling(Rest(text), None), find))
    return None


def _result(text: str, find: Callable[[str], Found]) -> Meaning | None:
    found = RESULT.match(text)
    if found is None:
        return None
    rest = _without_noise(_telling(Rest(text), found), find)
    if not rest:
        return Meaning("uitslag")
    _, _, left = _apart(rest, find)
    if SCORING.search(text) and may_be_a_name(left) and find(left) == NoClub():
        return Meaning("speler", left)
    return Meaning("uitslag" if left else "avond", rest)


def _nothing_else(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """A club, or two, among words that say nothing; or who scored."""
    as_it_stands = find(_unsaid(Rest(text), find))
    if isinstance(as_it_stands, OneClub | TwoClubs):
        return None
    _, competition, left = _apart(text, find)
    round_, is_about_winner = take_round(Rest(text))
    if not left or round_ or (is_about_winner and competition):
        return None
    found = find(left)
    if isinstance(found, OneClub | TwoClubs) or (as_it_stands == NoClub() and found != NoClub()):
        kept = _telling(Rest(text), None)
        return None if kept.split() == text.split() else Meaning("uitslag", kept)
    return Meaning("speler", left) if SCORING.search(text) and may_be_a_name(left) else None


def _names_a_club(text: str, find: Callable[[str], Found]) -> bool:
    _, _, left = _apart(text, find)
    return bool(left)


def _apart(text: str, find: Callable[[str], Found]) -> tuple[Days, Competition | None, str]:
    """The days, the competition, and what else tells something, seasons and scores left out."""
    rest = Rest(text)
    days = take_days(rest, _NO_DAY, timedelta(0))
    competition = take_competition(rest, find, without_seasons)
    return days, competition, _telling(Rest(_unsaid(rest, find)), None)


def _unsaid(rest: Rest, find: Callable[[str], Found]) -> str:
    """What is left for the clubs, with the words around them."""
    take_days(rest, _NO_DAY, timedelta(0))
    take_all_time(rest)
    take_competition(rest, find, without_seasons)
    take_score(rest)
    if find(rest.text) == NoClub():
        take_round(rest)
        rest.text = _SEASON.sub(" ", without_seasons(rest.text))
    return " ".join(rest.text.split())


def _without_noise(text: str, find: Callable[[str], Found]) -> str:
    """Where no club is found in all that tells something, those that are found in some of it."""
    _, _, left = _apart(text, find)
    if not left or country_named(left) or find(left) != NoClub():
        return text
    words = left.split()
    for size in range(min(_MOST_TOGETHER, len(words) - 1), 0, -1):
        for first in range(len(words) - size + 1):
            name = words[first : first + size]
            if isinstance(find(" ".join(name)), OneClub | TwoClubs):
                noise = {word for word in words if word not in name}
                return " ".join(word for word in text.split() if word not in noise)
    return text


def _telling(rest: Rest, found: re.Match[str] | None) -> str:
    """What tells something, without what was found; seasons and days behind the rest, as they are written."""
    if found:
        rest.take(found)
    days = take_days(rest, _NO_DAY, timedelta(0)).written
    all_time = take_all_time(rest)
    season = rest.take(relative) if (relative := RELATIVE_TIME.search(rest.text)) else ""
    words = (_OF_ITS.sub("", word.strip(_AROUND_WORDS)) for word in rest.text.split())
    telling = [word for word in words if word and word.lower() not in _SAYING_NOTHING]
    return " ".join(filter(None, (*telling, season, all_time, days)))
