"""Two tellings of the same match made into one: whom to believe, and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from bot.football.model import Derived, Goal, Match, Score, Status

JOINS_SOURCES = " + "

_CONCLUSIONS = {"full_time": Derived.FULL_TIME, "half_time": Derived.HALF_TIME, "leg": Derived.LEG}
_SCORES = ("full_time", "half_time", "extra_time", "penalties")
_SIDE_FACTS = ("leg", "matchday", "winner", "decided_by", "venue", "city", "note", "neutral")
_FIXED = {"competition", "season", "home", "away", "source"}
_TO_COME = {Status.SCHEDULED, Status.POSTPONED}
_UNFINISHED = {*_TO_COME, Status.LIVE}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact on which two sources differ."""

    fact: str
    kept: str
    refused: str


@dataclass(frozen=True, slots=True)
class Merged:
    match: Match
    disagreements: tuple[Disagreement, ...] = ()


def merge(known: Match, told: Match, *, told_wins: bool) -> Merged:
    """The match after another telling; where both speak and differ, `told_wins` says whom to believe.

    What a source says beats what we concluded, whatever the authority of the sources. Saying again what we
    concluded leaves it marked so: that may be our own export coming back.
    """
    if _is_older(told, known):
        return Merged(known)
    believed = {fact: _believed(known, told, fact, told_wins=told_wins) for fact in (*_SCORES, *_SIDE_FACTS)}
    if _contradict(known, told, "full_time"):
        # Half-time, extra time and shoot-out belong to the score that they led to or followed.
        believed |= dict.fromkeys(_SCORES, believed["full_time"])
    chosen: dict[str, object] = {fact: getattr(match, fact) for fact, match in believed.items()}
    by_round = told if _round_is_better(known, told, told_wins=told_wins) else known
    chosen["round"] = by_round.round
    chosen["status"] = _status(known, told, told_wins=told_wins)
    chosen["date"], chosen["kick_off"] = _when(known, told, told_wins=told_wins)
    chosen["seen_at"] = told.seen_at or known.seen_at
    chosen["ended_at"] = known.ended_at or told.ended_at
    merged = replace(known, **chosen)  # type: ignore[arg-type] # each by its own name
    merged = replace(merged, goals=_goals(known, told, merged.score, told_wins=told_wins))
    derived = {flag for fact, flag in _CONCLUSIONS.items() if flag in believed[fact].derived}
    derived |= by_round.derived & {Derived.ROUND}
    if Derived.MATCH in known.derived and (merged == known or not _vouches_for(told)):
        derived.add(Derived.MATCH)
    merged = replace(merged, derived=frozenset(derived))
    if merged != known:
        merged = replace(merged, source=_joined(known.source, told.source))
    return Merged(merged, _disagreements(known, told, told_wins=told_wins))


def facts_that_differ(before: Match, after: Match) -> tuple[str, ...]:
    """The names of the facts that changed, the source aside."""
    return tuple(
        field.name
        for field in fields(Match)
        if field.name not in _FIXED and getattr(before, field.name) != getattr(after, field.name)
    )


def _is_older(told: Match, known: Match) -> bool:
    """A fixture list knows nothing that a result, or a match under way, does not know better."""
    match told.status:
        case Status.SCHEDULED:
            return known.status not in _TO_COME
        case Status.LIVE | Status.POSTPONED:
            return known.status not in _UNFINISHED
        case _:
            return False


def _believed(known: Match, told: Match, fact: str, *, told_wins: bool) -> Match:
    """The telling whose word is taken for one fact."""
    ours, theirs = getattr(known, fact), getattr(told, fact)
    if not theirs or ours == theirs:
        return known
    if not ours:
        return told
    if _concluded(known, fact) != _concluded(told, fact):
        return told if _concluded(known, fact) else known
    return told if told_wins else known


def _concluded(match: Match, fact: str) -> bool:
    return _CONCLUSIONS.get(fact) in match.derived


def _contradict(known: Match, told: Match, fact: str) -> bool:
    """Whether both say it, neither as a conclusion, and not the same."""
    ours, theirs = getattr(known, fact), getattr(told, fact)
    if ours is None or theirs is None or ours == theirs:
        return False
    return not _concluded(known, fact) and not _concluded(told, fact)


def _disagreements(known: Match, told: Match, *, told_wins: bool) -> tuple[Disagreement, ...]:
    """What is worth recording: a result that another source tells otherwise, or another winner."""
    facts = [fact for fact in ("winner", "decided_by") if _contradict(known, told, fact)]
    if known.has_result and told.has_result:
        facts += [fact for fact in ("date", *_SCORES) if _contradict(known, told, fact)]
    elif not {known.status, told.status} & _UNFINISHED and known.has_result != told.has_result:
        facts.append("status")
    kept, refused = (told, known) if told_wins else (known, told)
    return tuple(
        Disagreement(fact.replace("_", " "), _written(kept, fact), _written(refused, fact)) for fact in facts
    )


def _written(match: Match, fact: str) -> str:
    if fact == "winner" and match.winner is not None:
        return match.winner.name
    return str(getattr(match, fact))


def _status(known: Match, told: Match, *, told_wins: bool) -> Status:
    if told_wins or known.status is Status.SCHEDULED:
        return told.status
    if known.status in _UNFINISHED and told.status not in _TO_COME:
        return told.status
    return known.status


def _round_is_better(known: Match, told: Match, *, told_wins: bool) -> bool:
    """Whether the told round says more: the letter of a group, say, or what was only concluded."""
    if told.round.is_unknown or told.round == known.round:
        return False
    if known.round.is_unknown:
        return True
    if known.round.kind is told.round.kind and not (known.round.label and told.round.label):
        return bool(told.round.label)
    if (Derived.ROUND in known.derived) != (Derived.ROUND in told.derived):
        return Derived.ROUND in known.derived
    return told_wins


def _when(known: Match, told: Match, *, told_wins: bool) -> tuple[date | None, datetime | None]:
    """The day and the hour, which belong together."""
    if told.date is None:
        return known.date, known.kick_off
    if known.date == told.date:
        hours = (told.kick_off, known.kick_off) if told_wins else (known.kick_off, told.kick_off)
        return known.date, hours[0] or hours[1]
    if known.date is None or told_wins or (told.has_result and not known.has_result):
        return told.date, told.kick_off
    return known.date, known.kick_off


def _goals(known: Match, told: Match, score: Score | None, *, told_wins: bool) -> tuple[Goal, ...]:
    """The goals of the one believed, unless only the other's add up to the score."""
    if not (told.goals and known.goals):
        goals = known.goals or told.goals
        # A goal was taken back, and which one is not told.
        taken_back = told.status is Status.LIVE and score and len(goals) > score.home + score.away
        return () if taken_back else goals
    first, second = (told.goals, known.goals) if told_wins else (known.goals, told.goals)
    needed = -1 if score is None else score.home + score.away
    return second if len(second) == needed != len(first) else first


def _vouches_for(told: Match) -> bool:
    """Whether a source itself says that the match was played."""
    return told.has_result and Derived.MATCH not in told.derived


def _joined(known: str, told: str) -> str:
    parts = (part for source in (known, told) for part in source.split(JOINS_SOURCES) if part)
    return JOINS_SOURCES.join(dict.fromkeys(parts))
