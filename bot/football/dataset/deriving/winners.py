"""Who went through in ties whose results don't tell: those who play on; shoot-outs told as a result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.football.model import Club, DecidedBy, Derived, Match, Round, Score, Tie
from bot.football.rules import shoot_outs_used
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import aggregate, outcome
from bot.football.ties.ties import ties_of

FEWEST_OF_KICKS = 4


def with_winners(matches: Sequence[Match], stored: Iterable[Match] = ()) -> list[Match]:
    """The matches of a season, with a winner recorded where the scores tell none, or another, than plays on.

    Where a return's score contradicts who plays on and endings are not marked, it is the shoot-out's: the
    return itself then ended as the first leg did, or away goals would have counted. The same holds for a
    return of 5-4 after a level first leg, or of 6-5, that does not contradict it.
    """
    changed: dict[int, Match] = {}
    season = [*matches, *stored]
    for tie in ties_of(matches):
        through = _plays_on(tie, season)
        decided = outcome(tie)
        legs = legs_of(tie)
        if legs.two_legged and (legs.first is None or legs.second is None):
            # The return is not told, nor why there was none.
            continue
        last = tie.matches[-1]
        if through is not None and (decided is None or decided.winner != through):
            changed[id(last)] = _as_shoot_out(tie, last, through) or _won_by(tie, last, through)
        elif through is not None and _looks_like_kicks(tie.matches[0].score, last.score):
            changed[id(last)] = _as_shoot_out(tie, last, through) or last
    return [changed.get(id(match), match) for match in matches]


def _looks_like_kicks(first: Score | None, score: Score | None) -> bool:
    """Whether it is a score of shoot-outs rather than returns: 5-4 after a level first leg, 6-5 after any."""
    return (
        first is not None
        and score is not None
        and min(score.home, score.away) >= FEWEST_OF_KICKS + (not first.is_level)
    )


def _plays_on(tie: Tie, season: Iterable[Match]) -> Club | None:
    """The only one of the two clubs that has a match in a later round."""
    order = Round(tie.round.kind).order
    later = {club for match in season if Round(match.round.kind).order > order for club in match.clubs}
    through = [club for club in tie.clubs if club in later]
    return through[0] if len(through) == 1 else None


def _as_shoot_out(tie: Tie, last: Match, through: Club) -> Match | None:
    legs = legs_of(tie)
    shown = last.score
    if (
        legs.first is None
        or legs.second is not last
        or legs.first.score is None
        or shown is None
        or Derived.FULL_TIME not in last.derived
        or not shoot_outs_used(tie.season)
    ):
        return None
    repaired = replace(
        last,
        full_time=None,
        extra_time=Score(legs.first.score.home, legs.first.score.away),
        penalties=shown,
        derived=last.derived - {Derived.FULL_TIME},
    )
    decided = outcome(replace(tie, matches=(*tie.matches[:-1], repaired)))
    if decided is None or decided.winner != through or decided.decided_by is not DecidedBy.PENALTIES:
        return None
    return repaired


def _won_by(tie: Tie, last: Match, through: Club) -> Match:
    total = aggregate(tie)
    toss = total is not None and total.is_level and not shoot_outs_used(tie.season)
    return replace(
        last,
        winner=through,
        decided_by=DecidedBy.COIN_TOSS if toss else None,
        derived=last.derived | {Derived.WINNER},
    )
