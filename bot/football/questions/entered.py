"""A result or a goal as somebody types it: `Ajax - Milan 2-1 (1-0)`, `goal Ajax - Milan 1-0 Brobbey 39`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import Goal, GoalKind, Match, Score, Status

_SCORE = r"(\d{1,2})\s?-\s?(\d{1,2})"
_LINE = re.compile(rf"(?P<goal>goal|doelpunt)?\s*(?P<clubs>.*?)\s+{_SCORE}(?P<rest>.*)", re.IGNORECASE)
_HALF_TIME = re.compile(rf"\(\s*(?:rust\s+|half-time\s+)?{_SCORE}\s*\)", re.IGNORECASE)
_EXTRA_TIME = re.compile(r"\b(?:n\.?v\.?|na verlenging|aet)(?!\w)", re.IGNORECASE)
_SHOOT_OUT = re.compile(
    rf"{_SCORE}\s*(?:w?\.?n\.?s\.?|na strafschoppen|strafschoppen|pens?)(?!\w)", re.IGNORECASE
)
_MINUTE = re.compile(r"(?<!\w)(\d{1,3})(?:\s?\+\s?(\d{1,2}))?['’]?(?!\w)")
_PENALTY = re.compile(r"\(?\b(?:pen|strafschop)\b\.?\)?", re.IGNORECASE)
_OWN_GOAL = re.compile(r"\(?(?<!\w)(?:e\.?\s?d\.?|eigen doelpunt|o\.?g\.?|own goal)(?!\w)\)?", re.IGNORECASE)
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the line; the clubs still as typed."""

    clubs: str
    score: Score
    is_goal: bool = False
    half_time: Score | None = None
    after_extra_time: bool = False
    penalties: Score | None = None
    scorer: str = ""
    minute: int | None = None
    stoppage: int | None = None
    kind: GoalKind = GoalKind.OPEN_PLAY


@dataclass(frozen=True, slots=True)
class NotReadable:
    """What of the line nobody can make anything of; empty when it is no such line at all."""

    rest: str = ""


@dataclass(frozen=True, slots=True)
class NoNextGoal:
    """The score typed is not the one before with a goal more."""

    before: Score


def read_entry(line: str) -> Typed | NotReadable:
    """Take a line apart; whatever is left over is not guessed at."""
    found = _LINE.fullmatch(line.strip())
    if found is None or not found["clubs"].strip():
        return NotReadable()
    score = Score(int(found[3]), int(found[4]))
    read = _goal if found["goal"] else _result
    return read(Typed(found["clubs"].strip(), score, is_goal=bool(found["goal"])), found["rest"])


def _result(typed: Typed, rest: str) -> Typed | NotReadable:
    penalties, rest = _taken(_SHOOT_OUT, rest)
    half_time, rest = _taken(_HALF_TIME, rest)
    extra_time, rest = _taken(_EXTRA_TIME, rest)
    if left := rest.strip(" ,.;"):
        return NotReadable(left)
    return replace(
        typed,
        half_time=_score(half_time),
        penalties=_score(penalties),
        # A shoot-out comes after extra time.
        after_extra_time=bool(extra_time or penalties),
    )


def _goal(typed: Typed, rest: str) -> Typed | NotReadable:
    own, rest = _taken(_OWN_GOAL, rest)
    penalty, rest = _taken(_PENALTY, rest)
    minute, rest = _taken(_MINUTE, rest)
    name = " ".join(rest.split()).strip(" ,.;'’")
    if len(name) > _LONGEST_NAME or any(letter.isdigit() for letter in name):
        return NotReadable(name)
    kind = GoalKind.OWN_GOAL if own else GoalKind.PENALTY if penalty else GoalKind.OPEN_PLAY
    stoppage = int(minute[2]) if minute and minute[2] else None
    return replace(
        typed, scorer=name, minute=int(minute[1]) if minute else None, stoppage=stoppage, kind=kind
    )


def _taken(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    found = pattern.search(text)
    return (found, text) if found is None else (found, f"{text[: found.start()]} {text[found.end() :]}")


def _score(found: re.Match[str] | None) -> Score | None:
    return Score(int(found[1]), int(found[2])) if found else None


def nearest(matches: Iterable[Match], now: datetime) -> Match | None:
    """The match that somebody means today: the one played last, or that is being played."""
    begun = [match for match in matches if match.date and match.date <= now.date()]
    return max(begun, key=lambda match: match.date or now.date(), default=None)


def entered(typed: Typed, match: Match) -> Match | NoNextGoal:
    """The match with what was typed; the score typed is the final one, or that after the goal."""
    # What is typed is nobody else's word, and no conclusion.
    match = replace(match, source="", derived=frozenset())
    if not typed.is_goal:
        return _with_result(typed, match)
    before = match.score or Score(0, 0)
    home, away = typed.score.home - before.home, typed.score.away - before.away
    if {home, away} != {0, 1}:
        return NoNextGoal(before)
    club = match.home if home else match.away
    goal = Goal(club, typed.scorer or None, typed.minute, typed.stoppage, typed.kind)
    over = match.has_result
    return replace(
        match,
        status=match.status if over else Status.LIVE,
        full_time=match.full_time if match.extra_time else typed.score,
        extra_time=typed.score if match.extra_time else None,
        goals=(*match.goals, goal),
    )


def _with_result(typed: Typed, match: Match) -> Match:
    level = match.full_time if match.full_time and match.full_time.is_level else None
    goals = match.goals if len(match.goals) == typed.score.home + typed.score.away else ()
    return replace(
        match,
        status=Status.PLAYED,
        full_time=level if typed.after_extra_time else typed.score,
        extra_time=typed.score if typed.after_extra_time else None,
        half_time=typed.half_time or match.half_time,
        penalties=typed.penalties,
        goals=goals,
        winner=None,
        decided_by=None,
    )
