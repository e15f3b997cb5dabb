"""What must be true of every tie: each function says how a tie contradicts it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.football.model import Leg, Match, Tie
from bot.football.ties.legs import Legs, leg_of_each, legs_of
from bot.football.ties.tie import aggregate, outcome
from bot.football.ties.unmarked import may_be_a_shoot_out


def one_or_two_legs(tie: Tie) -> str | None:
    """A match that was abandoned or cancelled may stand beside the one played for it."""
    legs = [
        leg
        for match, leg in zip(tie.matches, leg_of_each(tie.matches), strict=True)
        if not match.status.is_void
    ]
    for leg, name in ((None, "single matches"), (Leg.FIRST, "first legs"), (Leg.SECOND, "second legs")):
        if legs.count(leg) > 1:
            return f"{legs.count(leg)} {name}"
    return None


def second_leg_at_the_other_club(tie: Tie) -> str | None:
    legs = legs_of(tie)
    first, second = legs.first, legs.second
    if first is None or second is None or first.neutral or second.neutral or first.home != second.home:
        return None
    return f"both legs at {first.home.name}"


def replay_after_level_legs(tie: Tie) -> str | None:
    """As before 1970, and as Stuttgart–Leeds in 1992, after a verdict had made the legs level."""
    legs = legs_of(tie)
    total = aggregate(tie)
    if not legs.replays or not _have_results(legs) or total is None or total.is_level:
        return None
    return f"a replay after {total}"


def extra_time_when_level(tie: Tie) -> str | None:
    """By the rules of its season: away goals part clubs after 90 minutes too."""
    legs = legs_of(tie)
    if legs.two_legged and legs.first is not None and legs.first.extra_time is not None:
        return "extra time in the first leg"
    for earlier, last in _that_could_end_it(legs):
        if last.extra_time is not None:
            without = replace(last, extra_time=None, penalties=None)
            if (winner := _told_winner(tie, [*earlier, without])) is not None:
                return f"extra time, though after 90 minutes {winner}"
    return None


def shoot_out_when_level(tie: Tie) -> str | None:
    legs = legs_of(tie)
    if legs.two_legged and legs.first is not None and legs.first.penalties is not None:
        return "a shoot-out after the first leg"
    for earlier, last in _that_could_end_it(legs):
        if last.penalties is not None:
            without = replace(last, penalties=None)
            if (winner := _told_winner(tie, [*earlier, without])) is not None:
                return f"a shoot-out, though {winner}"
    return None


def score_of_the_match_itself(tie: Tie) -> str | None:
    """Where endings are not marked, a shoot-out's score has stood in the place of the match's."""
    last = legs_of(tie).last
    if last is None or not may_be_a_shoot_out(tie):
        return None
    return f"{last.score} in the return may be the score of the shoot-out"


def played_out(tie: Tie) -> bool:
    """Whether every match of it, its second leg included, has its result."""
    legs = legs_of(tie)
    return _have_results(legs) and all(replay.has_result for replay in legs.replays)


def _have_results(legs: Legs) -> bool:
    needed = (legs.first, legs.second) if legs.two_legged else (legs.first,)
    return all(match is not None and match.has_result for match in needed)


def _that_could_end_it(legs: Legs) -> Iterator[tuple[list[Match], Match]]:
    """The last of the legs with those before it, and every replay by itself."""
    together = [match for match in (legs.first, legs.second) if match is not None]
    if together:
        yield together[:-1], together[-1]
    for replay in legs.replays:
        yield [], replace(replay, leg=None)


def _told_winner(tie: Tie, matches: list[Match]) -> str | None:
    """Who would be through by the rules after these; what was recorded by hand doesn't count here."""
    bare = replace(tie, matches=tuple(replace(match, winner=None, decided_by=None) for match in matches))
    through = outcome(bare)
    if through is None:
        return None
    return f"{through.winner.name} was through ({through.decided_by}, {aggregate(bare)})"
