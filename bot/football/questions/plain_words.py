"""Which command a question in plain words asks for: `wie speelt er vanavond` is `/avond vanavond`.

Only what is surely no name of a club is taken: a test tries all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from bot.football.model import Competition
from bot.football.names.countries import country_named
from bot.football.names.finder import Found, NoClub, OneClub, TwoClubs
from bot.football.names.found import PairChoice
from bot.football.questions.all_time import take_all_time
from bot.football.questions.competition import Rest, take_competition
from bot.football.questions.day import Days, take_days
from bot.football.questions.day_words import OF_A_TIME
from bot.football.questions.leagues import NATIONAL_TEAM, take_league
from bot.football.questions.nearest import may_be_a_name
from bot.football.questions.question import without_seasons
from bot.football.questions.rounds import take_round, take_score
from bot.football.questions.slips import SHORTEST, corrected
from bot.football.questions.telling import NO_DAY, telling
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

MOST_WORDS, _LONGEST = 20, 256
"""What is longer is a story."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A command by its Dutch name, and what somebody would type behind it."""

    command: str
    text: str = ""


# Here it is no part of the name of a cup.
_ARTICLE = re.compile(r"\ba (?=game|match)", re.IGNORECASE)
_EUROPE = re.compile(r"\b(?:in|heel|across) europ[ae](?! ?(?:league|cup|conference|\w*cup))\b", re.IGNORECASE)
_POLITE = re.compile(
    r"(?<=\bkunt )u\b|(?<=\bkan )u\b|(?<=\bzou )u\b|(?<=\bwilt )u\b|(?<=\bweet )u\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:ff(?=\s+\S+\s+\S)|effe|yo|hey|hoi|hallo|wtf|omg|zeg|nou|beste bot|"
    r"goede(?:morgen|middag|navond)|good (?:morning|afternoon|evening))[,.!]?\s+(?=\S)",
    re.IGNORECASE,
)
_BEFORE_THE_QUESTION = re.compile(r"^.*(?:[a-z]{5,}|\d{4})[.!?]\s+(?=\S[^.!?]*\?$)")
"""The sentences before the one that asks; behind a short word a dot may end no sentence."""
_WAY = re.compile(
    r"\b(?:de )?(?:weg|route|road|way) (?:naar|to) (?:de|the) final(?:e)?(?: van| of)?\b", re.IGNORECASE
)
_PLEASE = re.compile(
    r"(?:[\s,?!.]+(?:please|pls|aub|a\.u\.b|svp|graag|alsjeblieft|alstublieft|voor mij))*[\s?!.]*$",
    re.IGNORECASE,
)
_DEFEAT = re.compile("nederla|defeat", re.IGNORECASE)
_SEASON = re.compile(r"\b(?:seizoen|season)\b", re.IGNORECASE)
_A_PAIR, _MOST_TOGETHER, _MOST_TELLING = 2, 5, 8
"""Words in which a club, or two, are looked for, and among how many."""


def in_plain_words(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """What the words ask for; None for a name, which is asked about as it stands."""
    text = OF_A_TIME.sub(r"\1", " ".join(text.split()))
    if len(text) > _LONGEST:
        return None
    typed = text
    text = _BEFORE_THE_QUESTION.sub("", text)
    for command, pattern in WHOLE:
        if pattern.fullmatch(text) or pattern.fullmatch(_OPENING.sub("", text)):
            return Meaning(command)
    for command, pattern in FOLLOW:
        if found := pattern.fullmatch(text):
            return Meaning(command, _PLEASE.sub("", found["text"]))
    if len(text.split()) > MOST_WORDS or NATIONAL_TEAM.search(text):
        return None
    for around in (_OPENING, _WAY, _POLITE, _EUROPE, _ARTICLE):
        text = around.sub("", text)
    # Looking for a club among words that are none costs most, and several ways ask it of the same words.
    find = cache(find)
    ways = (_meetings, _honours, _about, _of_a_country, _of_a_day_or_a_club, _nothing_else, _with_slips)
    meaning = next((meaning for way in ways if (meaning := way(text, find))), None)
    return meaning or (None if text == typed else Meaning("uitslag", text.strip()))


def _meetings(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """All that two clubs played against each other."""
    found = MEETINGS.search(text)
    if found is None:
        return None
    rest = _without_noise(telling(Rest(text), found), find)
    is_pair = isinstance(find(_apart(rest, find)[-1]), TwoClubs | PairChoice)
    return Meaning("onderling", rest) if is_pair else None


def _honours(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """How many cups a club has won, or who won a cup most often."""
    if found := PRIZES.search(text):
        return Meaning("erelijst", _without_noise(telling(Rest(text), found), find))
    is_counted = COUNTED.search(text) and (WINNING.search(text) or CUPS.search(text))
    if not is_counted or NOT_CUPS.search(text) or take_league(Rest(text)):
        return None
    for pattern in (COUNTED, CUPS, WINNING, WHICH_CLUB):
        text = pattern.sub(" ", text)
    rest = _without_noise(telling(Rest(text), None), find)
    days, _, left = _apart(rest, find)
    if days != Days() or (left and isinstance(find(left), NoClub | TwoClubs | PairChoice)):
        return None
    return Meaning("erelijst", rest)


def _about(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """A word says what is asked about."""
    if found := SCORE.search(text):
        rest = _without_noise(telling(Rest(MATCHES.sub(" ", text.replace(found[0], " "))), None), find)
        return Meaning("uitslag" if _names_a_club(rest, find) else "avond", rest)
    for command, pattern in TOPICS:
        if found := pattern.search(text):
            rest = telling(Rest(text), found)
            if command == "speler":
                return Meaning(command, _apart(rest, find)[-1])
            if command == "club" and not _names_a_club(rest, find):
                # The biggest defeat of all is somebody's biggest win.
                return Meaning("records", "grootste zeges") if _DEFEAT.search(found[0]) else None
            is_kept = command in KEPT and not found[0].lower().startswith("record")
            kept = found[0] if is_kept or GROUP.fullmatch(found[0]) else ""
            text = _without_noise(rest, find)
            left = _apart(text, find)[-1]
            if kept.lower().startswith("hat") and may_be_a_name(left) and find(left) == NoClub():
                # A hat-trick of somebody.
                return Meaning("speler", left)
            return Meaning(command, f"{kept} {text}".strip())
    return None


def _of_a_country(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """How the clubs of a country stand."""
    days, _, left = _apart(MATCHES.sub(" ", text), find)
    if days != Days() or not country_named(left) or find(text) != NoClub() or take_league(Rest(text)):
        return None
    return Meaning("nederland", _of_any_time(telling(Rest(MATCHES.sub(" ", text)), None)))


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
    others = telling(Rest(MATCHES.sub(" ", left)), None)
    if not others and days == Days() and RESULTS.search(text):
        # Results without a day are the last ones.
        return Meaning("uitslag", telling(Rest(MATCHES.sub(" ", text)), None))
    if not others:
        return Meaning("avond", telling(Rest(MATCHES.sub(" ", text)), None))
    if country_named(others) and days.written:
        # The clubs of home come first on an evening.
        return Meaning("avond", days.written)
    if days != Days() and PLAYS.match(text):
        return Meaning("avond", _without_noise(telling(Rest(text), None), find))
    return None


def _result(text: str, find: Callable[[str], Found]) -> Meaning | None:
    found = RESULT.match(text)
    if found is None:
        return None
    rest = _of_any_time(_without_noise(telling(Rest(text), found), find))
    if not rest:
        return Meaning("uitslag")
    _, _, left = _apart(rest, find)
    if SCORING.search(text) and may_be_a_name(left) and find(left) == NoClub():
        return Meaning("speler", left)
    return Meaning("uitslag" if left else "avond", rest)


def _nothing_else(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """A club, or two, among words that say nothing; or who scored."""
    round_, is_about_winner = take_round(Rest(text))
    if round_:
        return None
    as_it_stands = find(_unsaid(Rest(text), find))
    _, competition, left = _apart(text, find)
    if not left or isinstance(as_it_stands, OneClub | TwoClubs) or (is_about_winner and competition):
        return None
    found = find(left)
    if isinstance(found, OneClub | TwoClubs) or (as_it_stands == NoClub() and found != NoClub()):
        kept = _of_any_time(telling(Rest(text), None))
        return None if kept.split() == text.split() else Meaning("uitslag", kept)
    return Meaning("speler", left) if SCORING.search(text) and may_be_a_name(left) else None


def _with_slips(text: str, find: Callable[[str], Found]) -> Meaning | None:
    """Slips in what is asked (`uitslg ajax`), or in the names of both clubs."""
    if any(take_round(Rest(text))):
        return None
    _, competition, left = _apart(text, find)
    if not (left or competition):
        return None
    if find(text) != NoClub() or find(_unsaid(Rest(text), find)) != NoClub():
        return None
    words = left.split()
    if len(words) > _A_PAIR and all(isinstance(find(word), OneClub) for word in words):
        return Meaning("uitslag", ", ".join(words))
    for cut in range(1, len(words) if len(words) <= _MOST_TOGETHER else 0):
        halves = " ".join(words[:cut]), " ".join(words[cut:])
        clubs = {found.club for half in halves if isinstance(found := find(half), OneClub)}
        if len(clubs) == len(halves) and min(map(len, halves)) >= SHORTEST:
            return Meaning("uitslag", text.replace(left, " - ".join(halves)))
    meant = corrected(text)
    return None if meant == text else in_plain_words(meant, find) or Meaning("uitslag", meant)


def _of_any_time(text: str) -> str:
    """Without `ooit`: a result is that of any time."""
    rest = Rest(text)
    take_all_time(rest)
    return rest.text


def _names_a_club(text: str, find: Callable[[str], Found]) -> bool:
    _, _, left = _apart(text, find)
    return bool(left)


def _apart(text: str, find: Callable[[str], Found]) -> tuple[Days, Competition | None, str]:
    """The days, the competition, and what else tells something, seasons and scores left out."""
    rest = Rest(text)
    days = take_days(rest, NO_DAY, timedelta(0))
    competition = take_competition(rest, find, without_seasons)
    return days, competition, telling(Rest(_unsaid(rest, find)), None)


def _unsaid(rest: Rest, find: Callable[[str], Found]) -> str:
    """What is left for the clubs, with the words around them."""
    take_days(rest, NO_DAY, timedelta(0))
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
    if len(words) > _MOST_TELLING:
        return text
    for size in range(min(_MOST_TOGETHER, len(words) - 1), 0, -1):
        for first in range(len(words) - size + 1):
            name = words[first : first + size]
            if isinstance(find(" ".join(name)), OneClub | TwoClubs):
                noise = {word for word in words if word not in name}
                return " ".join(word for word in text.split() if word not in noise)
    return text
