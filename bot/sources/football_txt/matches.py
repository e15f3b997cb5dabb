"""One match line: two clubs, their score in the middle or at the end, and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.football.model import Club, Status
from bot.sources.football_txt.goals import reads_as_goals
from bot.sources.football_txt.notes import status_in, tells_of_score
from bot.sources.football_txt.scores import Result, find_score
from bot.sources.reading import spelled

_NOTE = re.compile(r"\[([^\[\]]{0,3000})\]")
_VERSUS = re.compile(r"\s(?:vs?\.?)\s")
_DASH = re.compile(r"\s[-–]\s")
_STATUS_WORDS = (
    r"w/o|W/O|o/w|O/W|n/p|N/P|abd\.?|aban\.?|ABD|ABAN|susp\.?|SUSP|po?stp\.?|pst\.?|ppd\.?|"
    r"PO?STP|PST|PPD|P-P|awd\.?|AWD|canc\.?|CANC|x-x|X-X"
)
_WHOLE_STATUS_WORDS = (
    r"postponed|cancell?ed|abandoned|suspended|awarded|walk-?over|annulled|voided|w/o|o/w|w\.o\."
)
_STATUS = re.compile(rf"\s({_STATUS_WORDS}|(?i:{_WHOLE_STATUS_WORDS}))\s")
_STATUS_AT_END = re.compile(rf"(?:\s{{2,}}(?:{_STATUS_WORDS})|\s+(?:{_WHOLE_STATUS_WORDS}))$", re.IGNORECASE)
_STATUS_BEFORE_SCORE = re.compile(
    rf"(?:^|\s)\(?({_STATUS_WORDS}|{_WHOLE_STATUS_WORDS})\)?(?:\s?:|\s(?:at|after)(?:\s[0-9]{{1,3}}['’]?)?)?$",
    re.IGNORECASE,
)
_STATUS_BEHIND_SCORE = re.compile(rf"({_STATUS_WORDS}|{_WHOLE_STATUS_WORDS})(?=\s|$)", re.IGNORECASE)
_GAP_BEFORE_TAG = re.compile(r"(?<=[0-9])\s{2}(?=(?:pens?\.?|pso|a\.?e\.?t\.?)(?:[\s,;)]|$))", re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9\s,:–-]{1,60}")
_NAME_IN_BRACKETS = re.compile(r"[A-Za-z]{1,5}|[0-9]{4}[-–][0-9]{4}|[^\W\d_][^0-9,;']{0,40}")
_COUNTRY = re.compile(r"(.{1,80}?)(?:\s\(([A-Za-z]{2,5})\)|\s?[,›>]\s?([A-Z]{2,5}))")
_SCORE_IN_NAME = re.compile(r"(?:^|[\s:–-])[0-9]{1,3}[-–:][0-9]{1,3}(?![0-9])")
_BYE = re.compile(r".{1,80}\s(?:bye|BYE)")
_PLACEHOLDER = re.compile(
    r"n\.?\s?n\.?|tb[acd]|\?+|[wl][0-9]{1,3}|[1-4][a-l](?:/[a-l]){0,6}|(?:winners?|losers?|runners?-up|sieger|"
    r"verlierer) .{1,60}|(?:[1-4](?:st|nd|rd|th)) (?:of |in )?group .{1,12}",
    re.IGNORECASE,
)


@dataclass
class MatchLine:
    """What one line says of one match."""

    home: Club
    away: Club
    result: Result
    status: Status | None = None
    """As a word between the clubs says it."""
    away_wins: bool = False
    """`o/w`: the walkover is the away club's."""
    place: str = ""
    scores: list[str] = field(default_factory=list)
    """What stands in round brackets of the score: `aet, win 3-4 on pens`."""
    notes: list[str] = field(default_factory=list)
    """What stands in square brackets."""
    goals: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a club is still to be known: `W97 v W98`."""
        return any(_PLACEHOLDER.fullmatch(club.name) for club in (self.home, self.away))


def is_bye(text: str) -> bool:
    return _BYE.fullmatch(_NOTE.sub("", text).strip()) is not None


def read_match(text: str) -> MatchLine | None:
    """Read a line without its opening; None if no two clubs stand in it, ValueError if they can't be told."""
    notes = [" ".join(found[1].split()) for found in _NOTE.finditer(text)]
    body, place = _without_place(_NOTE.sub("  ", text).rstrip())
    scores: list[str] = []
    goals: list[str] = []
    body = _without_brackets(body, scores, goals)
    if place:
        place = _without_brackets(place, scores, goals, of_place=True)
    if "\n" in body:
        raise ValueError("expected one match on a line")
    found = _clubs(body)
    if found is None:
        return None
    home, away, result, word = found
    line = MatchLine(_club(home), _club(away), result, place=place, scores=scores, notes=notes)
    if line.home == line.away and not line.is_open:
        raise ValueError(f"{line.home.name} against itself")
    line.goals = "\n".join(goals)
    if word:
        line.status = status_in(word)
        line.away_wins = word.lower() == "o/w"
    return line


def _without_place(text: str) -> tuple[str, str]:
    found = re.search(r"\s@\s*", text)
    return (text[: found.start()].rstrip(), text[found.end() :].strip()) if found else (text.strip(), "")


def _without_brackets(text: str, scores: list[str], goals: list[str], *, of_place: bool = False) -> str:
    """Take the round brackets at the end that are no half-time and no country."""
    rest = text.strip()
    while rest.endswith(")"):
        start = _opening_bracket(rest)
        content = rest[start + 1 : -1].strip()
        if start < 1 or _NUMBERS.fullmatch(content) or (of_place and not reads_as_goals(content)):
            break
        if tells_of_score(content):
            scores.append(content)
        elif content != "*":
            if _NAME_IN_BRACKETS.fullmatch(content) and not _DASH.search(content):
                break
            goals.insert(0, content)
        rest = rest[:start].rstrip()
    return rest


def _opening_bracket(text: str) -> int:
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            return place
    return -1


def _clubs(body: str) -> tuple[str, str, Result, str] | None:
    """Both clubs, the score and the word between them, if they can be told apart."""
    body = _GAP_BEFORE_TAG.sub(" ", body)
    at_end = _STATUS_AT_END.search(body)
    word = at_end[0].strip() if at_end else ""
    text = body[: at_end.start()] if at_end else body
    versus = _VERSUS.search(text)
    if versus:
        away, result, tail, beside = _around_score(text[versus.end() :])
        if tail:
            raise ValueError(f"expected nothing behind the score, but there stands '{tail[:40]}'")
        return text[: versus.start()], away, result, word or beside
    home, result, tail, beside = _around_score(text)
    word = word or beside
    if not result.is_empty and home:
        if tail:
            return home, tail, result, word
        pair = _pair(home)
        return (*pair, result, word) if pair else None
    between = _STATUS.search(text)
    if between:
        return text[: between.start()], text[between.end() :], Result(), between[1]
    dashes = list(_DASH.finditer(text))
    if len(dashes) == 1:
        return text[: dashes[0].start()], text[dashes[0].end() :], Result(), word
    return None


def _around_score(text: str) -> tuple[str, Result, str, str]:
    """What stands before the score, the score, what stands behind it, and a status beside it."""
    found = find_score(text)
    if found is None:
        return text.strip(), Result(), "", ""
    start, result, end = found
    before, behind = text[:start].strip(), text[end:].strip(" ,;")
    word = _STATUS_BEFORE_SCORE.search(before)
    if word:
        return before[: word.start()].strip(), result, behind, word[1]
    word = _STATUS_BEHIND_SCORE.match(behind)
    return before, result, behind[word.end() :].strip() if word else behind, word[1] if word else ""


def _pair(text: str) -> tuple[str, str] | None:
    """Two clubs before a score at the end: a dash between them, or two columns."""
    for pattern in (_DASH, re.compile(r"\s{2,}")):
        columns = pattern.split(text)
        if len(columns) == 2:
            return columns[0], columns[1]
    return None


def _club(text: str) -> Club:
    """A club with its country, as written; ValueError for what can't be a name."""
    # A gap between words is a slip; beside a number it may part columns that nobody read.
    name = text.strip() if re.search(r"[0-9]", text) else " ".join(text.split())
    found = _COUNTRY.fullmatch(name)
    country = ""
    if found:
        name, country = found[1].strip(), (found[2] or found[3]).upper()
    letters = any(character.isalpha() for character in name)
    if (
        not name
        or len(name) > 80
        or _SCORE_IN_NAME.search(name)
        or re.search(r"\s{2,}|[,;:@|\[\]=#<>]", name)
        or not (letters or "?" in name)
    ):
        raise ValueError(f"expected a club's name, found '{text.strip()[:60]}'")
    return spelled(name, country)
