"""Two tellings of the same match made into one: whom to believe, and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from bot.football.model import SOURCE_SEPARATOR, Derived, Goal, Match, Score, Status

_CONCLUSIONS = {
    "full_time": Derived.FULL_TIME,
    "half_time": Derived.HALF_TIME,
    "leg": Derived.LEG,
    "winner": Derived.WINNER,
}
_SCORES = ("full_time", "half_time", "extra_time", "penalties")
_SIDE_FACTS = ("leg", "matchday", "winner", "decided_by", "venue", "city", "note", "neutral")
_FIXED = {"competition", "season", "home", "away", "source"}


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


def merge(stored: Match, reported: Match, *, told_wins: bool) -> Merged:
    """The match after another telling; where both speak and differ, `told_wins` says whom to believe.

    What a source says beats what we concluded, whatever the authority of the sources. Saying again what we
    concluded leaves it marked so: that may be our own export coming back.
    """
    if _is_older(reported, stored):
        return Merged(stored)
    believed = {
        fact: _believed(stored, reported, fact, told_wins=told_wins) for fact in (*_SCORES, *_SIDE_FACTS)
    }
    if _contradict(stored, reported, "full_time"):
        # Half-time, extra time and shoot-out belong to the score that they led to or followed.
        believed |= dict.fromkeys(_SCORES, believed["full_time"])
    chosen: dict[str, object] = {fact: getattr(match, fact) for fact, match in believed.items()}
    by_round = reported if _round_is_better(stored, reported, told_wins=told_wins) else stored
    chosen["round"] = by_round.round
    chosen["status"] = _status(stored, reported, told_wins=told_wins)
    chosen["date"], chosen["kick_off"] = _when(stored, reported, told_wins=told_wins)
    chosen["seen_at"] = reported.seen_at or stored.seen_at
    chosen["ended_at"] = stored.ended_at or reported.ended_at
    merged = replace(stored, **chosen)  # type: ignore[arg-type] # each by its own name
    goals = _goals(stored, reported, merged.score, told_wins=told_wins)
    of_goals = reported if goals == reported.goals != stored.goals else stored
    merged = replace(merged, goals=goals, unmarked=of_goals.unmarked)
    derived = {flag for fact, flag in _CONCLUSIONS.items() if flag in believed[fact].derived}
    derived |= by_round.derived & {Derived.ROUND}
    if Derived.MATCH in stored.derived and (merged == stored or not _vouches_for(reported)):
        derived.add(Derived.MATCH)
    merged = replace(merged, derived=frozenset(derived))
    if merged != stored:
        merged = replace(merged, source=_joined(stored.source, reported.source))
    return Merged(merged, _disagreements(stored, reported, told_wins=told_wins))


def facts_that_differ(before: Match, after: Match) -> tuple[str, ...]:
    """The names of the facts that changed, the source aside."""
    return tuple(
        field.name
        for field in fields(Match)
        if field.name not in _FIXED and getattr(before, field.name) != getattr(after, field.name)
    )


def _is_older(reported: Match, stored: Match) -> bool:
    """A fixture list knows nothing that a result, or a match under way, does not know better."""
    match reported.status:
        case Status.SCHEDULED:
            return not stored.status.is_to_begin
        case Status.LIVE | Status.POSTPONED:
            return not stored.status.is_open
        case _:
            return False


def _believed(stored: Match, reported: Match, fact: str, *, told_wins: bool) -> Match:
    """The telling whose word is taken for one fact."""
    ours, theirs = getattr(stored, fact), getattr(reported, fact)
    if not theirs or ours == theirs:
        return stored
    if not ours:
        return reported
    if _concluded(stored, fact) != _concluded(reported, fact):
        return reported if _concluded(stored, fact) else stored
    return reported if told_wins else stored


def _concluded(match: Match, fact: str) -> bool:
    return _CONCLUSIONS.get(fact) in match.derived


def _contradict(stored: Match, reported: Match, fact: str) -> bool:
    """Whether both say it, neither as a conclusion, and not the same."""
    ours, theirs = getattr(stored, fact), getattr(reported, fact)
    if ours is None or theirs is None or ours == theirs:
        return False
    return not _concluded(stored, fact) and not _concluded(reported, fact)


def _disagreements(stored: Match, reported: Match, *, told_wins: bool) -> tuple[Disagreement, ...]:
    """What is worth recording: a result that another source tells otherwise, or another winner."""
    facts = [fact for fact in ("winner", "decided_by") if _contradict(stored, reported, fact)]
    if stored.has_result and reported.has_result:
        facts += [fact for fact in ("date", *_SCORES) if _contradict(stored, reported, fact)]
    elif not (stored.status.is_open or reported.status.is_open) and stored.has_result != reported.has_result:
        facts.append("status")
    kept, refused = (reported, stored) if told_wins else (stored, reported)
    return tuple(
        Disagreement(fact.replace("_", " "), _written(kept, fact), _written(refused, fact)) for fact in facts
    )


def _written(match: Match, fact: str) -> str:
    if fact == "winner" and match.winner is not None:
        return match.winner.name
    return str(getattr(match, fact))


def _status(stored: Match, reported: Match, *, told_wins: bool) -> Status:
    if told_wins or stored.status is Status.SCHEDULED:
        return reported.status
    if stored.status.is_open and not reported.status.is_to_begin:
        return reported.status
    return stored.status


def _round_is_better(stored: Match, reported: Match, *, told_wins: bool) -> bool:
    """Whether the told round says more: the letter of a group, say, or what was only concluded."""
    if reported.round.is_unknown or reported.round == stored.round:
        return False
    if stored.round.is_unknown:
        return True
    if stored.round.kind is reported.round.kind and not (stored.round.label and reported.round.label):
        return bool(reported.round.label)
    if (Derived.ROUND in stored.derived) != (Derived.ROUND in reported.derived):
        return Derived.ROUND in stored.derived
    return told_wins


def _when(stored: Match, reported: Match, *, told_wins: bool) -> tuple[date | None, datetime | None]:
    """The day and the hour, which belong together."""
    if reported.date is None:
        return stored.date, stored.kick_off
    if stored.date == reported.date:
        hours = (reported.kick_off, stored.kick_off) if told_wins else (stored.kick_off, reported.kick_off)
        return stored.date, hours[0] or hours[1]
    if stored.date is None or told_wins or (reported.has_result and not stored.has_result):
        return reported.date, reported.kick_off
    return stored.date, stored.kick_off


def _goals(stored: Match, reported: Match, score: Score | None, *, told_wins: bool) -> tuple[Goal, ...]:
    """The goals of the one believed, unless only the other's add up to the score."""
    if not (reported.goals and stored.goals):
        goals = stored.goals or reported.goals
        # A goal was taken back, and which one is not told.
        taken_back = reported.status is Status.LIVE and score and len(goals) > score.home + score.away
        return () if taken_back else goals
    first, second = (reported.goals, stored.goals) if told_wins else (stored.goals, reported.goals)
    needed = -1 if score is None else score.home + score.away
    return second if len(second) == needed != len(first) else first


def _vouches_for(reported: Match) -> bool:
    """Whether a source itself says that the match was played."""
    return reported.has_result and Derived.MATCH not in reported.derived


def _joined(stored: str, reported: str) -> str:
    parts = (part for source in (stored, reported) for part in source.split(SOURCE_SEPARATOR) if part)
    return SOURCE_SEPARATOR.join(dict.fromkeys(parts))
