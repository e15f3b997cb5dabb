"""Two tellings of the same match made into one: whom to believe, and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from bot.football.model import Derived, Match, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from bot.football.model import Goal

SAME_DAY = 1
"""Days: late kick-offs and other time zones move a date by one."""
SAME_FIXTURE = 3
"""Days: a match put off by more than this was played as another one, unless its leg says otherwise."""
JOINS_SOURCES = " + "

_CONCLUSIONS = {"full_time": Derived.FULL_TIME, "half_time": Derived.HALF_TIME, "leg": Derived.LEG}
_SCORES = ("full_time", "half_time", "extra_time", "penalties")
_SIDE_FACTS = ("leg", "matchday", "winner", "decided_by", "venue", "city", "note", "neutral")
_WORTH_A_CONFLICT = {*_SCORES, "winner", "decided_by"}
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


def merge(known: Match, told: Match, *, told_wins: bool) -> Merged:
    """The match after another telling; where both speak and differ, `told_wins` says whom to believe."""
    if _is_older(told, known):
        return Merged(known)
    facts = (*_SCORES, *_SIDE_FACTS)
    believed = {fact: _believed(known, told, fact, told_wins=told_wins) for fact in facts}
    chosen: dict[str, object] = {fact: getattr(match, fact) for fact, match in believed.items()}
    disagreements = [
        Disagreement(fact.replace("_", " "), str(chosen[fact]), str(getattr(other, fact)))
        for fact, match in believed.items()
        if fact in _WORTH_A_CONFLICT
        for other in (told if match is known else known,)
        if getattr(other, fact) not in {None, chosen[fact]} and not _concluded(other, fact)
    ]
    chosen["status"] = _status(known, told, told_wins=told_wins)
    chosen["round"] = told.round if _says_more(known, told, told_wins=told_wins) else known.round
    chosen["date"], chosen["kick_off"], moved = _when(known, told, told_wins=told_wins)
    chosen["goals"] = _goals(known, told, told_wins=told_wins)
    chosen["derived"] = _still_derived(known, told, believed)
    merged = replace(known, **chosen)  # type: ignore[arg-type] # each by its own name
    if merged != known and told.source not in known.source.split(JOINS_SOURCES):
        merged = replace(merged, source=JOINS_SOURCES.join(filter(None, (known.source, told.source))))
    return Merged(merged, (*disagreements, *moved))


def _believed(known: Match, told: Match, fact: str, *, told_wins: bool) -> Match:
    """The telling whose word is taken for one fact."""
    ours, theirs = getattr(known, fact), getattr(told, fact)
    if not theirs:
        return known
    if not ours:
        return told
    if _concluded(known, fact) != _concluded(told, fact):
        # What a source says beats what we concluded, whatever the sources' authority.
        return told if _concluded(known, fact) else known
    return told if told_wins and ours != theirs else known


def _concluded(match: Match, fact: str) -> bool:
    return _CONCLUSIONS.get(fact) in match.derived


def _still_derived(known: Match, told: Match, believed: dict[str, Match]) -> frozenset[Derived]:
    derived = {flag for fact, flag in _CONCLUSIONS.items() if flag in believed[fact].derived}
    if Derived.MATCH in known.derived and (not told.has_result or Derived.MATCH in told.derived):
        derived.add(Derived.MATCH)
    if Derived.ROUND in (told if _says_more(known, told, told_wins=False) else known).derived:
        derived.add(Derived.ROUND)
    return frozenset(derived)


def facts_that_differ(before: Match, after: Match) -> tuple[str, ...]:
    """The names of the facts that changed, the source aside."""
    return tuple(
        field.name
        for field in fields(Match)
        if field.name not in _FIXED and getattr(before, field.name) != getattr(after, field.name)
    )


def pair(known: Sequence[Match], told: Iterable[Match]) -> list[tuple[Match, Match | None]]:
    """Each told match of one competition's season with the known one that it is, or None for a new match.

    A match told twice in one batch comes back twice, the second time paired with the first.
    """
    by_clubs: dict[tuple[str, str], list[Match]] = {}
    for match in known:
        by_clubs.setdefault((match.home.id, match.away.id), []).append(match)
    told = list(told)
    pairs: list[tuple[Match, Match | None]] = []
    taken: set[int] = set()
    first_tellings: dict[tuple[str, str], list[Match]] = {}

    def take(match: Match, candidates: list[Match], fits: Callable[[Match, Match], bool]) -> Match | None:
        found = next((one for one in candidates if id(one) not in taken and fits(one, match)), None)
        if found is not None:
            taken.add(id(found))
        return found

    found_by_day = {
        index: take(match, by_clubs.get((match.home.id, match.away.id), []), _same_day)
        for index, match in enumerate(told)
    }
    for index, match in enumerate(told):
        clubs = (match.home.id, match.away.id)
        found = found_by_day[index]
        if found is None:
            found = next((one for one in first_tellings.get(clubs, []) if _same_day(one, match)), None)
        if found is None:
            found = take(match, by_clubs.get(clubs, []), _same_fixture)
        if found is None:
            first_tellings.setdefault(clubs, []).append(match)
        pairs.append((match, found))
    return pairs


def _same_day(one: Match, other: Match) -> bool:
    if one.date is None or other.date is None or not _rounds_agree(one, other):
        return False
    return abs((one.date - other.date).days) <= SAME_DAY


def _same_fixture(one: Match, other: Match) -> bool:
    if not _rounds_agree(one, other) or one.round.kind != other.round.kind:
        return False
    if one.leg and other.leg and one.leg != other.leg:
        return False
    if one.matchday and other.matchday and one.matchday != other.matchday:
        return False
    if one.has_result and other.has_result and one.date and other.date:
        same_leg = one.leg is not None and one.leg == other.leg
        return same_leg or abs((one.date - other.date).days) <= SAME_FIXTURE
    return True


def _rounds_agree(one: Match, other: Match) -> bool:
    if one.round.is_unknown or other.round.is_unknown:
        return True
    return one.round.kind == other.round.kind


def _is_older(told: Match, known: Match) -> bool:
    """A fixture list knows nothing that a result does not know better."""
    return known.has_result and told.status in {Status.SCHEDULED, Status.LIVE}


def _status(known: Match, told: Match, *, told_wins: bool) -> Status:
    if known.status in {Status.SCHEDULED, Status.LIVE, Status.POSTPONED} or told_wins:
        return told.status
    return known.status


def _says_more(known: Match, told: Match, *, told_wins: bool) -> bool:
    if told.round.is_unknown:
        return False
    if known.round.is_unknown:
        return True
    if known.round.kind == told.round.kind and not told.round.label:
        return False
    if known.round.kind == told.round.kind and not known.round.label:
        return True
    if Derived.ROUND in known.derived and Derived.ROUND not in told.derived:
        return True
    return told_wins and not (Derived.ROUND in told.derived and Derived.ROUND not in known.derived)


def _when(
    known: Match, told: Match, *, told_wins: bool
) -> tuple[date | None, datetime | None, tuple[Disagreement, ...]]:
    if told.date is None:
        return known.date, known.kick_off, ()
    if known.date == told.date:
        if known.kick_off and told.kick_off and told_wins:
            return told.date, told.kick_off, ()
        return known.date, known.kick_off or told.kick_off, ()
    if known.date is None or (not known.has_result and told.has_result):
        return told.date, told.kick_off, ()
    kept, refused = (told, known) if told_wins else (known, told)
    disagreement = Disagreement("date", str(kept.date), str(refused.date))
    return kept.date, kept.kick_off, (disagreement,) if known.has_result and told.has_result else ()


def _goals(known: Match, told: Match, *, told_wins: bool) -> tuple[Goal, ...]:
    if not told.goals or known.goals == told.goals:
        return known.goals
    if not known.goals or told_wins:
        return told.goals
    return told.goals if len(told.goals) > len(known.goals) and not known.scorers_known else known.goals
