"""Who scored: the goal lines of Football.TXT, old and new style.

A scorer stands with the side that benefits, own goals too (openfootball/spec, `samples/`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.football.model import Club, Goal, GoalKind, Score

_MINUTE = re.compile(r"([0-9]{1,3})['’.]?(?:(\+)([0-9]{1,2})?['’.]?)?(?![0-9]|[-–:][0-9])")
_UNKNOWN_MINUTE = re.compile(r"(?:\?{1,2}|_{2})['’]?")
_OWN = r"own goal|eigentor|e\.d\.?|o\.\s?g\.?|ogs?|o"
_PENALTY = r"penalty|pens?|pen\.|p\.?|fe|11m"
_OTHER = r"header|hdr|h|fk|f|free kick|gg|sg|golden goal|silver goal"
_WORDS = rf"(?P<own>{_OWN})|(?P<penalty>{_PENALTY})|(?P<other>{_OTHER})"
_MARK = re.compile(
    rf"\s?(?:\(\s?(?:{_WORDS})\s?\.?\)|(?:{_WORDS.replace('?P<', '?P<bare_')})(?=[\s,;)]|$))", re.IGNORECASE
)
_COUNT = re.compile(
    r"\s?\((?:(?P<count>[0-9]{1,2})(?:[,/]\s?(?P<pens>[0-9]{0,2})\s?(?:pens?\.?|p))?"
    r"|(?P<own>[0-9]{1,2})\s?o\.?g?\.?s?\.?|(?P<all_pens>[0-9]{1,2})\s?(?:pens?\.?|p))\)",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"\s?\([0-9]{1,3}\s?secs?\)", re.IGNORECASE)
_ASIDE = re.compile(r"\s?\([^()0-9]{1,60}\)")
_NAME = re.compile(r"[^\s0-9;,()\[\]?]+(?: (?![-–](?:\s|$))[^\s0-9;,()\[\]?]+)*")
_SCORE = re.compile(r"(?<![0-9'+])([0-9]{1,2})[-–:]([0-9]{1,2})(?![0-9'])")
_BLANK = re.compile(r"[\s,]+")
_DASH = re.compile(r"[-–](?=\s|$)")
# Between spaces, or close behind a minute or a mark; before a minute it only points from the scorer to it.
_BETWEEN_SIDES = re.compile(r"(?:(?<!\S)[-–](?!\S)|(?<=['’)])\s*[-–](?=\s|$|[^\W\d]))(?!\s+[0-9?])")
_HAS_MINUTES = re.compile(r"(?<![(0-9])[0-9]")
_EACH = re.compile(r"[,\n]")


@dataclass
class _Scorer:
    name: str
    goals: list[Goal] = field(default_factory=list)
    marked_early: bool = False
    """A mark came before its minute: `Kolašinac (OG) 3'`."""


def reads_as_goals(content: str) -> bool:
    """Whether what stands in brackets is about goals: a minute, a side without any, or a running score."""
    no_home_goal = re.match(r"\s*[-–]\s*[;–-]", content)
    return bool(no_home_goal or re.search(r"[0-9]['’]", content) or _SCORE.match(content))


def read_goals(content: str, home: Club, away: Club, score: Score | None) -> tuple[Goal, ...]:
    """The goals in scoring order as far as minutes tell; ValueError where it can't be read."""
    if _SCORE.search(content):
        return _with_running_score(content, home, away)
    sides = _sides(content)
    only_away = len(sides) == 1 and score is not None and score.home == 0 and score.away > 0
    clubs = (away,) if only_away else (home, away)
    goals = [goal for club, side in zip(clubs, sides, strict=False) for goal in _side(side, club)]
    return tuple(sorted(goals, key=lambda goal: (goal.minute is None, goal.minute or 0, goal.stoppage or 0)))


def _sides(content: str) -> list[str]:
    """Home and away goals, parted by `;` or by a dash; a lone dash is a side without goals."""
    sides = content.split(";")
    if len(sides) > 2 and sides[-1].strip():
        raise ValueError("more than one ';' among the goals; expected home goals; away goals")
    if len(sides) > 1:
        return sides
    parts = [part.strip(" ,\n") for part in _BETWEEN_SIDES.split(content)]
    if len(parts) <= 2:
        return parts
    if any(parts[1:-1]) or (parts[0] and parts[-1]):
        raise ValueError("more than one dash among the goals; expected home goals – away goals")
    return [parts[0], parts[-1]]


def _side(written: str, club: Club) -> list[Goal]:
    # Where goals have their minutes, no gap ends a name.
    text = " ".join(written.split()) if _HAS_MINUTES.search(written) else written
    scorers: list[_Scorer] = []
    at = 0
    while at < len(text):
        blank = _BLANK.match(text, at) or _DASH.match(text, at)
        at = blank.end() if blank else _take(text, at, club, scorers)
    goals: list[Goal] = []
    for scorer in scorers:
        goals += scorer.goals or [Goal(club, _name_or_none(scorer.name))]
    return goals


def _take(text: str, at: int, club: Club, scorers: list[_Scorer]) -> int:
    """Read a minute, a count, a mark or a name; returns where it ends."""
    unknown = _UNKNOWN_MINUTE.match(text, at)
    minute = None if unknown else _MINUTE.match(text, at)
    if (minute or unknown) and scorers:
        number, stoppage = _minute(minute) if minute else (None, None)
        kind, end = _kind(text, minute.end() if minute else unknown.end() if unknown else at)
        if scorers[-1].marked_early:
            kind, scorers[-1].marked_early = scorers[-1].goals.pop().kind, False
        scorers[-1].goals.append(
            Goal(club, _name_or_none(scorers[-1].name), number, stoppage, kind or GoalKind.OPEN_PLAY)
        )
        return end
    count = _COUNT.match(text, at)
    if count and scorers:
        scorers[-1].goals += _counted(count, Goal(club, _name_or_none(scorers[-1].name)))
        return count.end()
    if text.startswith("(", at) and scorers:
        kind, end = _kind(text, at)
        if kind is not None:
            scorers[-1].goals.append(Goal(club, _name_or_none(scorers[-1].name), kind=kind))
            scorers[-1].marked_early = True
        if end > at:
            return end
    name = _NAME.match(text, at)
    if name is None or not any(character.isalpha() for character in name[0]):
        raise ValueError(f"expected a scorer or a minute at '{text[at : at + 30].strip()}'")
    scorers.append(_Scorer(name[0].strip("'’ ")))
    return name.end()


def _minute(found: re.Match[str]) -> tuple[int, int | None]:
    """Minute and stoppage time; `47+` is the second minute beyond 45."""
    minute = int(found[1])
    if found[3]:
        return minute, int(found[3])
    if found[2]:
        full = next((end for end in (105, 90, 45) if minute > end), 0) if minute < 120 else 120
        return (full, minute - full) if minute > full else (minute, None)
    if minute > 150:
        raise ValueError(f"a goal in minute {minute}")
    return minute, None


def _kind(text: str, at: int) -> tuple[GoalKind | None, int]:
    """A penalty or an own goal, where one of the marks says so, and where the marks end."""
    kind: GoalKind | None = None
    end = at
    for _ in range(3):
        found = _MARK.match(text, end)
        if found:
            marks = {name.removeprefix("bare_") for name, value in found.groupdict().items() if value}
            kind = GoalKind.OWN_GOAL if "own" in marks else GoalKind.PENALTY if "penalty" in marks else kind
        else:
            found = _SECONDS.match(text, end) or _ASIDE.match(text, end)
        if found is None:
            break
        end = found.end()
    return kind, end


def _counted(count: re.Match[str], goal: Goal) -> list[Goal]:
    """`(3)`, `(4/2p)`, `(2og)`: so many goals without a minute."""
    if count["own"]:
        return [replace(goal, kind=GoalKind.OWN_GOAL)] * int(count["own"])
    if count["all_pens"]:
        return [replace(goal, kind=GoalKind.PENALTY)] * int(count["all_pens"])
    total = int(count["count"])
    penalties = 0 if count["pens"] is None else int(count["pens"] or 1)
    if penalties > total:
        raise ValueError(f"{penalties} penalties among {total} goals")
    return [replace(goal, kind=GoalKind.PENALTY)] * penalties + [goal] * (total - penalties)


def _with_running_score(content: str, home: Club, away: Club) -> tuple[Goal, ...]:
    """`1-0 Ohaco 2', 1-1 Báez 44'` or `6' Puskás 0-1, 9' Czibor 0-2`: the score tells whose goal it is."""
    goals: list[Goal] = []
    before = 0
    for entry in _entries(content):
        found = _SCORE.search(entry)
        if found is None:
            raise ValueError(f"expected the score after each goal, at '{entry.strip()[:30]}'")
        club = home if int(found[1]) > before else away
        before = int(found[1])
        written = f"{entry[: found.start()]}  {entry[found.end() :]}"
        goals.append(_single_goal(written, club))
    return tuple(goals)


def _entries(content: str) -> list[str]:
    entries: list[str] = []
    for part in _EACH.split(content):
        starts = [found.start() for found in _SCORE.finditer(part)]
        if len(starts) > 1 and not part[: starts[0]].strip():
            bounds = [*starts[1:], len(part)]
            entries += [part[start:end] for start, end in zip(starts, bounds, strict=True)]
        elif part.strip(" ;"):
            entries.append(part)
    return entries


def _single_goal(written: str, club: Club) -> Goal:
    early = _MINUTE.match(written.strip())
    text = f"{written.strip()[early.end() :]}  {early[0]}" if early else written
    goals = _side(text.replace(";", " "), club)
    if len(goals) != 1:
        raise ValueError(f"expected one goal at '{written.strip()[:30]}'")
    return goals[0]


def _name_or_none(name: str) -> str | None:
    """The name, unless it says that nobody knows (N.N.)."""
    return None if name.upper().replace(".", "") in {"NN", "UNKNOWN"} else name
