"""Who scored, on short lines: every scorer once, with the minutes, the home club's first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.football.events.observations import RedCard
from bot.football.model import Club, Goal, Match, Score, Status
from bot.views.answer import escape
from bot.views.short_names import headline_name, surname
from bot.words import Words

WIDTH = 38
"""Characters that a phone shows beside each other."""
_BETWEEN = " · "


def goal_lines(match: Match, words: Words) -> Iterator[str]:
    """The scorers of a match; what isn't known is said."""
    score = match.score
    if score is None or score == Score(0, 0):
        return
    if not match.goals:
        if not match.status.is_by_verdict:
            yield escape(words.scorers_unknown)
        return
    if match.status is Status.AWARDED:
        yield escape(words.on_the_pitch)
    yield from map(escape, _sides(match, words))
    # An awarded score never is the number of goals that fell.
    if not match.scorers_known and match.status is not Status.AWARDED:
        yield escape(words.scorers_partly_unknown)


def scorer_lines(match: Match, words: Words) -> list[str]:
    """The scorers alone; none where none is known, nor of an awarded match, whose score they did not make."""
    return [] if match.status is Status.AWARDED else list(map(escape, _sides(match, words)))


def _sides(match: Match, words: Words) -> Iterator[str]:
    """A line for either club; each behind its name where the lines alone would not tell them apart."""
    short = _surnames(match)
    scored = [
        (club, list(_by_scorer(goals, short, words)))
        for club in match.clubs
        if (goals := match.goals_of(club))
    ]
    sides = [_on_lines(scorers) for _, scorers in scored]
    complete = match.scorers_known and match.status is not Status.AWARDED
    if not complete or (len(sides) > 1 and any(len(side) > 1 for side in sides)):
        names = [f"{headline_name(words.club(club))}: " for club, _ in scored]
        sides = [
            _on_lines([f"{name}{first}", *others])
            for name, (_, [first, *others]) in zip(names, scored, strict=True)
        ]
    for side in sides:
        yield from side


def _on_lines(scorers: Sequence[str]) -> list[str]:
    """The scorers beside each other, on as few lines as will do."""
    found: list[str] = []
    for scorer in scorers:
        longer = f"{found[-1]}{_BETWEEN}{scorer}" if found else ""
        if longer and len(longer) <= WIDTH:
            found[-1] = longer
        else:
            found.append(scorer)
    return found


def _surnames(match: Match) -> dict[str, str]:
    """The surname of each scorer, but for those who share one."""
    surnames = {goal.scorer: surname(goal.scorer) for goal in match.goals if goal.scorer}
    bearers = Counter(surnames.values())
    return {name: short for name, short in surnames.items() if bearers[short] == 1}


def scorers_by_club(match: Match, club: Club, words: Words) -> tuple[str, ...]:
    """The club's scorers by their surnames, each once with the minutes; none of an awarded match."""
    if match.status is Status.AWARDED:
        return ()
    return tuple(_by_scorer(match.goals_of(club), _surnames(match), words))


def _by_scorer(goals: Sequence[Goal], short: dict[str, str], words: Words) -> Iterator[str]:
    """7' 43' Immobile, 35' Bastos: a scorer once, but a penalty apart from other goals."""
    minutes: dict[str, list[str]] = {}
    for goal in goals:
        minutes.setdefault(_scorer(goal, short, words), []).append(minute_told(goal.minute, goal.stoppage))
    for scorer, scored in minutes.items():
        yield " ".join(filter(None, (*scored, scorer)))


def _scorer(goal: Goal, short: dict[str, str], words: Words) -> str:
    name = short.get(goal.scorer, goal.scorer) if goal.scorer else words.scorer_unknown
    return " ".join(filter(None, (name, words.goal_kinds[goal.kind])))


def goal_told(goal: Goal, words: Words) -> str:
    """47' Sead Kolašinac."""
    return " ".join(filter(None, (minute_told(goal.minute, goal.stoppage), _scorer(goal, {}, words))))


def minute_told(minute: int | None, stoppage: int | None) -> str:
    """45+2'; nothing where the minute is not known."""
    if minute is None:
        return ""
    return f"{minute}+{stoppage}'" if stoppage else f"{minute}'"


def red_card_told(card: RedCard, words: Words) -> str:
    """48' Lloyd Kelly (Juventus)."""
    club = words.club(card.club)
    who = f"{card.player} ({club})" if card.player else club
    return " ".join(filter(None, (minute_told(card.minute, card.stoppage), who)))
