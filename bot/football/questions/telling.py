"""The words of a question that tell something, without those that people say around them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.football.questions.all_time import take_all_time
from bot.football.questions.competition import Rest
from bot.football.questions.day import take_days
from bot.football.questions.question import RELATIVE_TIME
from bot.football.questions.rounds import round_written

NO_DAY = date(2000, 1, 1)
"""Where it is of no matter which day it is."""
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
    pls plz any ronde straks there happened gekomen kwam kwamen geweest aantal totaal got position
    voorronde voorrondes
    zet zetten toevoegen voeg add put
    check checken samenvatting plaatje route niet vlug
    liep af snel effe joh gozer bro mate guys jongens mensen allemaal
    """.split()  # noqa: SIM905 - a text of words stays readable
)
_AROUND_WORDS = " \t?!.,;:…\"'’‘()"
_OF_ITS = re.compile(r"(?<=\w)['’]s$")


def telling(rest: Rest, found: re.Match[str] | None) -> str:
    """What tells something, without what was found; behind the rest rounds, seasons and days as written."""
    if found:
        rest.take(found)
    days = take_days(rest, NO_DAY, timedelta(0)).written
    all_time = take_all_time(rest)
    round_ = round_written(rest.text)
    rest.text = rest.text.replace(round_, " ") if round_ else rest.text
    season = rest.take(relative) if (relative := RELATIVE_TIME.search(rest.text)) else ""
    words = (_OF_ITS.sub("", word.strip(_AROUND_WORDS)) for word in rest.text.split())
    kept = [word for word in words if word and word.lower() not in _SAYING_NOTHING]
    return " ".join(filter(None, (*kept, round_, season, all_time, days)))
