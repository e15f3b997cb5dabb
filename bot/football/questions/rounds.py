"""Which round a question is about, whether it asks who won, and which score it names."""

from __future__ import annotations

import re

from bot.football.model import RoundKind, Score
from bot.football.questions.competition import Rest

_FINAL = r"[\s-]?final(?:e|es|s|ist|isten|ists)?"
# The longer names first: a half final is no final.
_ROUNDS = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{typed})(?![\w-])", re.IGNORECASE))
    for kind, typed in (
        (
            RoundKind.LAST_32,
            rf"(?:zestiende|16e|1/16){_FINAL}|round of (?:32|thirty-two)|(?:last|laatste) 32",
        ),
        (
            RoundKind.LAST_16,
            rf"(?:achtste|8e|1/8){_FINAL}|round of (?:16|sixteen)|(?:last|laatste) (?:16|sixteen|zestien)",
        ),
        (
            RoundKind.QUARTER_FINAL,
            rf"(?:kwart|quarter|1/4){_FINAL}|quarters|(?:last|laatste) (?:8|eight|acht)",
        ),
        (
            RoundKind.SEMI_FINAL,
            rf"(?:halve|halfe|semi|half|1/2){_FINAL}|semis|(?:last|laatste) (?:4|four|vier)",
        ),
        (RoundKind.KNOCKOUT_PLAY_OFF, r"tussenronde|knock-?out ?(?:phase )?play-?offs?"),
        (RoundKind.PLAY_OFF, r"play-?offs?(?: ?rondes?| round)?"),
        (RoundKind.QUALIFYING_3, r"(?:derde|3e) voorronde|third qualifying round"),
        (RoundKind.QUALIFYING_2, r"(?:tweede|2e) voorronde|second qualifying round"),
        (RoundKind.QUALIFYING_1, r"(?:eerste|1e) voorronde|first qualifying round"),
        (RoundKind.THIRD, r"(?:derde|3e) ronde|third round"),
        (RoundKind.SECOND, r"(?:tweede|2e) ronde|second round"),
        (RoundKind.FIRST, r"(?:eerste|1e) ronde|first round"),
        (RoundKind.FINAL, r"(?:euro(?:pa)?cup)?final(?:e|es|s|ist|isten|ists)?|eindstrijd"),
    )
)
_WON = re.compile(
    # The Cup Winners' Cup is a competition.
    r"(?<![\w-])(?:won(?:nen)?|gewonnen|winnaars?|(?<!cup )winners?(?!['’]?\s?cup)|win|wint|kampioen(?:en)?)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"(?<![\w-])(?:hoe\s?vaak|hoeveel|meeste|alle|winnaars|how\s(?:often|many)|most|all|"
    r"(?<!cup )winners(?!['’]?\s?cup))(?!\w)",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w/.:–-])(1?\d)\s?[-–]\s?(1?\d)(?![\w/:–-]|\.\s*\w)", re.ASCII)
_ONE_DIGIT = 10

ASKING = frozenset(
    """
    wie who wat what wanneer when welke which hoe vaak how often many club clubs team teams ploeg is was were
    heeft hebben had has have had does did do er ooit ever de den der dat that in ronde
    round uit alle all times keer hoeveel meeste most vaakst laatste last latest speelde speelden
    played speelt spelen play plays staat staan zit zitten gespeeld gehaald haalde haalden haalt
    bereikt bereikte bereikten reached made get to een a an tegen against beat versloeg verslaat
    door naar van voor weer nog ook alweer eigenlijk toch al uitslag score result vertel me mij jij
    je ik weet wilt kunt kan can could zeg graag please maakte maakten scoorde scoorden scored
    doelpunt doelpunten goal goals winnende winning deciding beslissende tegenstander opponent waar
    where plaats gehouden held stadion stad stadium het the ging went met with ze they zijn zou
    gaat gaan going will stonden stond verloor verloren verliest lose lost loses who's whos
    liep af die lineup finalists verliezer loser tegenover elkaar
    """.split()  # noqa: SIM905 - a text of words stays readable
)
"""What stands around a question about a round or a winner, and is no part of a name there."""


def asks_for_all(text: str) -> bool:
    """Whether it is asked how often, or for every one: `alle winnaars`, `hoe vaak won`."""
    return bool(_LIST.search(text))


def take_round(rest: Rest) -> tuple[RoundKind | None, bool]:
    """The round, and whether it is asked who won."""
    kind = None
    for round_, pattern in _ROUNDS:
        if found := pattern.search(rest.text):
            rest.take(found)
            kind = round_
            break
    is_about_winner = False
    while found := _WON.search(rest.text):
        rest.take(found)
        is_about_winner = True
    return kind, is_about_winner


def round_written(text: str) -> str:
    """The words that name a round; empty where there are none, and for a final."""
    return next(
        (
            found[0].strip()
            for kind, pattern in _ROUNDS
            if (found := pattern.search(text)) and kind is not RoundKind.FINAL
        ),
        "",
    )


def take_score(rest: Rest) -> Score | None:
    """The result that a meeting had: one of the clubs scored fewer than ten."""
    for found in _SCORE.finditer(rest.text):
        home, away = int(found[1]), int(found[2])
        if min(home, away) < _ONE_DIGIT:
            rest.take(found)
            return Score(home, away)
    return None
