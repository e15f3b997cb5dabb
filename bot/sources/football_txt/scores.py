"""Scores as Football.TXT writes them: full time, half-time, extra time and shoot-out in every order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.football.model import Score

_PENALTIES = r"pso|pens?\.?|p\.?|i\.?\s?e\.?|n\.?p\.?"
_EXTRA_TIME = r"a\.?e\.?t\.?(?:/[gs]\.?g\.?)?|agget|asdet|asget|n\.?\s?v\.?"
_TAG = rf"(?P<pens>{_PENALTIES})|(?P<aet>{_EXTRA_TIME})|(?P<awd>awd\.?)|(?P<abd>abd\.?|aban\.?)"
_AFTER = r"(?=[\s,;)\]]|$)"
_TIGHT = re.compile(
    rf"(?<![\w.:/+'–-])([0-9]{{1,3}})[-–:]([0-9]{{1,3}})(?:\s?(?:{_TAG}))?{_AFTER}", re.IGNORECASE
)
# Apart from the digits of a name (Schalke 04 - 1. FC Köln) only by the column before it.
_SPACED = re.compile(
    rf"(?<=\s\s)([0-9]{{1,2}})\s[-–:]\s([0-9]{{1,2}})(?:\s?(?:{_TAG}))?{_AFTER}", re.IGNORECASE
)
_LONE_TAG = re.compile(rf"\s?(?:{_TAG}){_AFTER}", re.IGNORECASE)
_ONE = r"\s{0,3}[0-9]{1,3}\s?[-–:]\s?[0-9]{1,3}\s{0,3}"
_GROUP = re.compile(rf"\s{{0,4}}\(({_ONE}(?:,(?:{_ONE})?){{0,3}}\s?)\)")
_BETWEEN = re.compile(r"\s{0,8}[,;]?\s{0,8}")
_ANY = re.compile(r"([0-9]{1,3})\s?[-–:]\s?([0-9]{1,3})")


@dataclass
class Result:
    """What a match line says of the score; a second leg stands in the same line in the short style."""

    full_time: Score | None = None
    half_time: Score | None = None
    extra_time: Score | None = None
    penalties: Score | None = None
    second: Result | None = None
    """Seen from the same side: it is the away club's match."""
    awarded: bool = False
    abandoned: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.full_time or self.extra_time or self.penalties)

    @property
    def final(self) -> Score | None:
        return self.extra_time or self.full_time


@dataclass(frozen=True, slots=True)
class _Piece:
    score: Score
    tag: str


def find_score(text: str) -> tuple[int, Result, int] | None:
    """Where the first score of a line begins, what it says, and where it ends."""
    first = _TIGHT.search(text) or _SPACED.search(text)
    if first is None:
        return None
    pieces: list[_Piece] = []
    group: tuple[Score, ...] = ()
    found: re.Match[str] | None = first
    end = first.end()
    while found:
        pieces.append(_Piece(Score(int(found[1]), int(found[2])), _tag(found)))
        end = found.end()
        in_brackets = _GROUP.match(text, end)
        if in_brackets:
            group = group or scores_in(in_brackets[1])
            end = in_brackets.end()
            late = _LONE_TAG.match(text, end)
            if late and not pieces[-1].tag:
                pieces[-1] = _Piece(pieces[-1].score, _tag(late))
                end = late.end()
        found = _TIGHT.match(text, _skip(text, end))
    return first.start(), _understand(pieces, group), end


def scores_in(text: str) -> tuple[Score, ...]:
    return tuple(Score(int(found[1]), int(found[2])) for found in _ANY.finditer(text))


def _skip(text: str, end: int) -> int:
    between = _BETWEEN.match(text, end)
    return between.end() if between else end


def _tag(found: re.Match[str]) -> str:
    return next((name for name in ("pens", "aet", "awd", "abd") if found[name]), "")


def _understand(pieces: list[_Piece], group: tuple[Score, ...]) -> Result:
    result = Result()
    plain: list[Score] = []
    for piece in pieces:
        match piece.tag:
            case "pens":
                result.penalties = piece.score
            case "aet" if len(plain) == 1 and not _holds(piece.score, plain[0]):
                # After extra time a club can't have fewer goals than before it: two legs.
                result.second = Result(extra_time=piece.score)
            case "aet":
                result.extra_time = piece.score
            case tag:
                plain.append(piece.score)
                result.awarded = result.awarded or tag == "awd"
                result.abandoned = result.abandoned or tag == "abd"
    if len(plain) > 2:
        raise ValueError("more scores than a match has; expected one, or those of two legs")
    if plain:
        result.full_time = plain[0]
    if len(plain) == 2:
        result.second = Result(full_time=plain[1])
    if result.second and result.penalties:
        result.second.penalties, result.penalties = result.penalties, None
    _take_group(result, group)
    return result


def _holds(after_extra_time: Score, before: Score) -> bool:
    return after_extra_time.home >= before.home and after_extra_time.away >= before.away


def _take_group(result: Result, group: tuple[Score, ...]) -> None:
    """Read `(90 minutes, half-time)`; alone it is half-time, behind extra time the 90 minutes."""
    if not group:
        return
    if len(group) >= 3:  # after 120 minutes, or 105; after 90; at half-time
        result.extra_time = result.extra_time or result.full_time or group[0]
        result.full_time, result.half_time = group[-2], group[-1]
    elif len(group) == 2:
        result.extra_time = result.extra_time or result.full_time
        result.full_time, result.half_time = group
    elif result.full_time:
        result.half_time = group[0]
    else:
        result.full_time = group[0]
        # Goalless after 90 minutes: no goal at half-time either.
        result.half_time = group[0] if group[0] == Score(0, 0) else None
