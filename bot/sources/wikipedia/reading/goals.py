"""Who scored, from the two columns of a box; an own goal stands in that of the side that benefits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mwparserfromhell.wikicode import Wikicode

from bot.football.model import Club, Goal, GoalKind, Score
from bot.sources.payload import PayloadError
from bot.sources.wikipedia.reading.tokens import (
    Break,
    Card,
    GoalCount,
    Mark,
    Minute,
    Name,
    Token,
    is_initial,
    tokens_of,
)

_MOST_STOPPAGE = 30
_MOST_GOALS = 40
_ENDS = (45, 90, 105, 120)


@dataclass(slots=True)
class _Scorer:
    name: str | None
    goals: list[Minute] = field(default_factory=list)
    early: GoalKind | None = None
    """A mark that stands before its minute."""
    carded: bool = False

    def score(self, goal: Minute) -> None:
        self.goals.append(replace(goal, kind=self.early) if self.early else goal)
        self.early = None

    def all_goals(self) -> list[Minute]:
        """A name alone scored once, at a minute that is not known; a name with only a card did not score."""
        if self.goals or self.carded:
            return self.goals
        return [Minute(None, None, self.early or GoalKind.OPEN_PLAY)]


def goals_in(
    columns: Iterable[tuple[Club, Wikicode | None]], score: Score, *, extra_time: bool
) -> tuple[Goal, ...]:
    """The goals of both sides in scoring order; PayloadError where they don't add up to the score."""
    sides = [_goals_of(club, code, extra_time=extra_time) for club, code in columns]
    if not any(sides):
        return ()
    counted = Score(*map(len, sides))
    if counted != score:
        raise PayloadError(f"its goals are {counted}, its score is {score}")
    goals = [goal for side in sides for goal in side]
    return tuple(sorted(goals, key=lambda goal: (goal.minute is None, goal.minute or 0, goal.stoppage or 0)))


def _goals_of(club: Club, code: Wikicode | None, *, extra_time: bool) -> list[Goal]:
    if code is None:
        return []
    goals = [
        Goal(club, scorer.name, *_at(goal, extra_time=extra_time), goal.kind)
        for scorer in _scorers(tokens_of(code))
        for goal in scorer.all_goals()
    ]
    if len(goals) > _MOST_GOALS:
        raise PayloadError(f"{len(goals)} goals of one side")
    return goals


def _at(goal: Minute, *, extra_time: bool) -> tuple[int | None, int | None]:
    """Minute and stoppage; 92 is 90+2 where there was no extra time."""
    minute, stoppage = goal.minute, goal.stoppage or None
    if minute is None:
        return None, None
    last = 120 if extra_time else 90
    if stoppage is None and minute > last:
        minute, stoppage = last, minute - last
    if minute > last or minute == 0 or (stoppage or 0) > _MOST_STOPPAGE:
        raise PayloadError(f"a goal in minute {goal.minute}")
    if stoppage and minute not in _ENDS:
        raise PayloadError(f"a goal in minute {minute}+{stoppage}")
    return minute, stoppage


def _scorers(tokens: Iterable[Token]) -> list[_Scorer]:
    scorers: list[_Scorer] = []
    line: list[Token] = []
    for token in (*tokens, Break()):
        if not isinstance(token, Break):
            line.append(token)
        elif line:
            _take_line(line, scorers)
            line = []
    return scorers


def _take_line(line: list[Token], scorers: list[_Scorer]) -> None:
    """A name with its minutes behind it, or before it; a line of minutes alone belongs to the name above."""
    first = next((token for token in line if isinstance(token, Name | Minute)), None)
    if isinstance(first, Name):
        _names_first(line, scorers)
    elif any(isinstance(token, Name) for token in line):
        _minutes_first(line, scorers)
    elif scorers and not scorers[-1].goals and not scorers[-1].carded:
        _take_each(line, scorers[-1])
    elif isinstance(first, Minute):
        scorers.append(_Scorer(None))
        _take_each(line, scorers[-1])


def _names_first(line: list[Token], scorers: list[_Scorer]) -> None:
    at_first = len(scorers)
    early: list[Token] = []
    for token in line:
        if isinstance(token, Name):
            before = scorers[-1] if len(scorers) > at_first else None
            if before is not None and token.joined and before.name and is_initial(before.name):
                before.name = token.text
            else:
                scorers.append(_Scorer(token.text))
                _take_each(early, scorers[-1])
                early = []
        elif len(scorers) > at_first:
            _take_each([token], scorers[-1])
        else:
            early.append(token)


def _minutes_first(line: list[Token], scorers: list[_Scorer]) -> None:
    waiting: list[Token] = []
    last: _Scorer | None = None
    for token in line:
        if isinstance(token, Name):
            if last is not None and last.name and token.joined and not waiting and is_initial(last.name):
                last.name = token.text
                continue
            last = _Scorer(token.text)
            scorers.append(last)
            _take_each(waiting, last)
            waiting = []
        elif isinstance(token, Mark | GoalCount) and not waiting and last is not None:
            _take_each([token], last)
        else:
            waiting.append(token)
    if last is not None:
        _take_each(waiting, last)


def _take_each(tokens: Iterable[Token], scorer: _Scorer) -> None:
    for token in tokens:
        match token:
            case Minute():
                scorer.score(token)
            case Mark(kind) if scorer.goals:
                scorer.goals[-1] = replace(scorer.goals[-1], kind=kind)
            case Mark(kind):
                scorer.early = kind
            case GoalCount(number) if not scorer.goals:
                scorer.goals += [Minute(None)] * number
            case Card():
                scorer.carded = True
            case _:
                pass
