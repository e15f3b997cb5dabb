"""What stands in brackets beside a match: its status, extra time, a shoot-out, who won a toss."""

from __future__ import annotations

import re

from bot.football.model import Score, Status
from bot.sources.football_txt.scores import Result, scores_in

_WORD_END = r"(?![\w/])"
_STATUSES = tuple(
    (re.compile(rf"(?:{words}){_WORD_END}", re.IGNORECASE), status)
    for words, status in (
        (r"postponed|po?stp\.?|pst\.?|ppd\.?|p-p|delayed|rescheduled", Status.POSTPONED),
        (r"cancell?ed|canc?\.?|n/p|not played|annulled|void(?:ed)?|declared void|x-x", Status.CANCELLED),
        (r"walk-?over|w/o|o/w|w\.o\.|wo", Status.WALKOVER),
        (r"awarded|awd\.?|forfeit(?:ed)?", Status.AWARDED),
        (r"suspended|susp\.?|abandoned|aban\.?|abd\.?", Status.ABANDONED),
    )
)
_STOOD = re.compile(r"(?:result|score) (?:stood|stands|stand)|let stand", re.IGNORECASE)
_EXTRA_TIME = re.compile(
    r"(?:a\.?e\.?t\.?(?:/[gs]\.?g\.?)?|agget|asdet|asget|n\.?\s?V\.?|after extra[ -]time|"
    r"(?:golden|silver) goal|won (?:in|after) extra[ -]time)(?!\w)",
    re.IGNORECASE,
)
_PENALTIES = re.compile(
    r"(?:\b|(?<=[0-9]))(?:pens?|pso|p|i\.?e)\b|\bpenalt|\bshoot-?out|\bspot kicks", re.IGNORECASE
)
_TOSS = re.compile(r"\b(?:coin|toss|lots|drawing of lots)\b", re.IGNORECASE)
_HALF_OR_FULL = re.compile(r"(HT|FT)\s", re.IGNORECASE)
_SCORE = r"[0-9]{1,2}\s?[-–:]\s?[0-9]{1,2}"
_IS_SCORE = re.compile(
    rf"(?:(?:HT|FT|AGG\.?|PEN\.?|P|AWAY|win|won)\s(?:win\s)?(?:{_SCORE}|on\s)"
    rf"|{_SCORE}\s?(?:on\s|agg|pen|p\b|aet|i\.?e|[,;]|$))",
    re.IGNORECASE,
)
_ONLY_SCORE = re.compile(
    rf"(?:.{{1,60}}\s)?(?:wins?|won)\s(?:{_SCORE}\s)?(?:on|after|in)\s(?:pens|penalt|away|agg|extra).{{0,40}}"
    r"|away goals?.{0,20}|after extra[ -]time|(?:golden|silver) goal",
    re.IGNORECASE,
)


def status_in(words: str) -> Status | None:
    """The status a note (or a word between two clubs) begins with."""
    for pattern, status in _STATUSES:
        if pattern.match(words):
            stood = status is Status.ABANDONED and _STOOD.search(words)
            return Status.PLAYED if stood else status
    return None


def tells_of_score(words: str) -> bool:
    """Whether `(…)` behind a match tells of its score, and not who scored."""
    return bool(_EXTRA_TIME.match(words) or _IS_SCORE.match(words)) and "'" not in words


def is_only_score(words: str) -> bool:
    """Whether a note says nothing beyond scores: `aet`, `agg 3-2`, `Ajax win 5-4 on penalties`."""
    return all(
        _EXTRA_TIME.fullmatch(part) or _IS_SCORE.match(part) or _ONLY_SCORE.fullmatch(part)
        for part in (each.strip() for each in re.split(r"[,;]", words))
    )


def take_score(result: Result, words: str, home: str, away: str) -> None:
    """Add `aet, 3-5 pen`, `HT 1-0, FT 1-1, AET`, `Ajax won 5-4 on penalties` to the score of the line."""
    extra_time = False
    said_full_time: Score | None = None
    for part in re.split(r"[,;]", words):
        text = part.strip()
        scores = scores_in(text)
        found = _HALF_OR_FULL.match(text)
        if found and scores:
            if found[1].upper() == "HT":
                result.half_time = scores[0]
            else:
                said_full_time = scores[0]
        elif _EXTRA_TIME.match(text):
            extra_time = True
        elif scores and _PENALTIES.search(text) and not re.match(r"agg", text, re.IGNORECASE):
            (result.second or result).penalties = _turned(scores[-1], text, home, away)
    if extra_time and result.extra_time is None:
        result.extra_time, result.full_time = result.full_time, None
    result.full_time = said_full_time or result.full_time


def toss_winner(words: str, home: str, away: str) -> str | None:
    """The club that a coin or a drawing of lots let through."""
    if not _TOSS.search(words):
        return None
    return _first_named(words, home, away)


def _turned(score: Score, words: str, home: str, away: str) -> Score:
    """A shoot-out written after its winner has the winner's goals first; otherwise the home club's."""
    winner = _first_named(words, home, away)
    most, least = max(score.home, score.away), min(score.home, score.away)
    if winner is None or not re.search(r"\bw[io]n", words, re.IGNORECASE):
        return score
    return Score(most, least) if winner == home else Score(least, most)


def _first_named(words: str, home: str, away: str) -> str | None:
    note = words.strip().casefold()
    for club in sorted((home, away), key=len, reverse=True):
        if note.startswith(club.casefold()):
            return club
    return None
