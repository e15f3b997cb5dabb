"""The score of a box, and what is written around it: extra time, a shoot-out, a verdict."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mwparserfromhell.wikicode import Wikicode

from bot.football.model import Score, Status
from bot.sources.payload import PayloadError
from bot.sources.wikipedia.reading.wikitext import in_one_line, notes_in, plain

MOST_GOALS = 20
"""Of one club in one match; the record of a European match is 16."""
MOST_PENALTIES = 40

_SCORE = re.compile(r"(\d{1,3}) ?[-:] ?(\d{1,3})")
_SHOOT_OUT = re.compile(
    r"\(?\(?(?:p(?:en(?:s|alties|alty)?|so)?\.?:? ?)?(\d{1,2}) ?[-:] ?(\d{1,2}) ?(?:on )?"
    r"(?:p(?:en(?:s|alties|alty)?|so)?\b\.?)(?: shoot-?out)?\)?"
)
_EXTRA_TIME = re.compile(
    r"\(?\b(?:a\.? ?e\.? ?t\b\.?|after extra time|extra time|asdet|a\.s\.d\.e\.t\.?|"
    r"(?:after )?(?:golden|silver) goal|[gs]\.?g\b\.?|e\.t\.|aet)\)?"
)
_AWARDED = re.compile(r"\(?\b(?:awarded|awd|award|forfeit(?:ed)?|by default)\b\.?\)?")
_WALKOVER = re.compile(r"\b(?:w ?/ ?o|w\.o\.|walk-?over|scratched|withdrew|withdrawn)\b\.?|\bw/o")
_ABANDONED = re.compile(r"\(?\b(?:aban(?:doned|d)?|abd|annulled|void(?:ed)?|suspended|null and void)\b\.?\)?")
_CANCELLED = re.compile(r"\b(?:cancel(?:l?ed)?|canc|not played|called off)\b\.?")
_POSTPONED = re.compile(r"\b(?:postponed|postp|ppd)\b\.?")
_UNKNOWN = re.compile(
    r"(?:v|vs|-|tb[adc]|x|n/a|\?|match|m|no|report|(?:\? ?)?[-:](?: ?\?)?|[a-z]{0,3}[0-9]{1,3}[a-z]?|"
    r"(?:match|game|tie)[ -]?[0-9]{0,3})?\.?"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO = frozenset({"", "no", "n", "false", "0", "off"})


@dataclass(frozen=True, slots=True)
class ScoreRead:
    status: Status
    score: Score | None = None
    """As it stands in the box: after extra time, where there was any."""
    after_extra_time: bool = False
    penalties: Score | None = None


def score_in(fields: Mapping[str, Wikicode]) -> ScoreRead:
    """What a box says of its result; PayloadError where that can't be a score."""
    code = fields.get("score")
    written = in_one_line(code)
    words = f"{written} {notes_in(code)}"
    notes = in_one_line(fields.get("note")) + " " + in_one_line(fields.get("notes"))
    shoot_out = _penalties(in_one_line(fields.get("penaltyscore")) or in_one_line(fields.get("penscore")))
    rest = written
    if shoot_out is None and (found := _SHOOT_OUT.search(rest)):
        shoot_out, rest = _penalties(found[0]), rest.replace(found[0], " ")
    extra_time = bool(_EXTRA_TIME.search(rest) or plain(fields.get("aet")).lower() not in _NO)
    for pattern in (_EXTRA_TIME, _AWARDED, _WALKOVER, _ABANDONED, _CANCELLED, _POSTPONED):
        rest = pattern.sub(" ", rest)
    score = _score(" ".join(_IN_BRACKETS.sub(" ", rest).split()), written)
    status = _status(words, notes, score)
    if score is None:
        return ScoreRead(status)
    if status.is_to_begin or status is Status.CANCELLED:
        return ScoreRead(status)
    return ScoreRead(status, score, extra_time, shoot_out)


def _score(text: str, written: str) -> Score | None:
    found = _SCORE.fullmatch(text)
    if found:
        score = Score(int(found[1]), int(found[2]))
        if max(score.home, score.away) > MOST_GOALS:
            raise PayloadError(f"a score of {score}")
        return score
    if _UNKNOWN.fullmatch(text):
        return None
    raise PayloadError(f"'{written[:40]}' is no score")


def _penalties(text: str) -> Score | None:
    if not any(letter.isdigit() for letter in text):
        return None
    found = _SCORE.search(text)
    score = Score(int(found[1]), int(found[2])) if found else None
    if score is None or score.is_level or max(score.home, score.away) > MOST_PENALTIES:
        raise PayloadError(f"a shoot-out of '{text[:40]}'")
    return score


def _status(words: str, notes: str, score: Score | None) -> Status:
    """What the words say came of a match; with a score they must stand beside it, but for a verdict."""
    around = f"{words} {notes}"
    if score is None:
        # A match that was awarded has a score; one that was broken off and not counted has none.
        in_order = (
            (_WALKOVER, Status.WALKOVER),
            (_CANCELLED, Status.CANCELLED),
            (_ABANDONED, Status.CANCELLED),
            (_POSTPONED, Status.POSTPONED),
        )
        return next((status for pattern, status in in_order if pattern.search(around)), Status.SCHEDULED)
    with_score = (
        (_WALKOVER, words, Status.WALKOVER),
        (_AWARDED, around, Status.AWARDED),
        (_CANCELLED, words, Status.CANCELLED),
        (_POSTPONED, words, Status.POSTPONED),
        (_ABANDONED, around, Status.ABANDONED),
    )
    return next((status for pattern, text, status in with_score if pattern.search(text)), Status.PLAYED)
