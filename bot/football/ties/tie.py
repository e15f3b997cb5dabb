"""Who goes through in a tie, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.football.model import Club, DecidedBy, Match, Outcome, Score, Status, Tie
from bot.football.rules import away_goals_count, shoot_outs_used
from bot.football.ties.legs import Legs, legs_of


class Then(StrEnum):
    """What comes next in a tie that is still level."""

    SECOND_LEG = "second leg"
    EXTRA_TIME = "extra time"
    PENALTIES = "penalties"
    REPLAY = "replay"
    """Before 1970/71, after extra time."""


@dataclass(frozen=True, slots=True)
class AsItStands:
    """A tie under way, if nothing more happens in the match being played."""

    aggregate: Score
    """Goals of club_a and club_b, a match under way included."""
    outcome: Outcome | None
    then: Then | None
    """What comes next when nobody would go through; None in a shoot-out, which goes on until then."""


def aggregate(tie: Tie) -> Score | None:
    """Goals of club_a and club_b over the legs, extra time included, shoot-out and replay not."""
    legs = legs_of(tie)
    return _total(tie, (legs.first, legs.second))


def outcome(tie: Tie) -> Outcome | None:
    """Who goes through and why; None while undecided.

    A winner recorded with a match stands above every rule. Where the reason was not recorded with it: a
    walkover or an award if there was one, else the rule that gives the same winner; level after everything
    was a shoot-out, or before 1970/71 the toss of a coin; a tie of which nothing was played is a walkover;
    and what contradicts the score or came before its last match was an award.
    """
    winner: Club | None = None
    reason: DecidedBy | None = None
    for match in tie.matches:
        winner = match.winner or winner
        reason = match.decided_by or reason
    by_rule = _by_rule(tie, legs_of(tie))
    if winner is not None:
        return Outcome(winner, reason or _likely_reason(tie, winner, by_rule))
    if by_rule is not None and reason is not None:
        return Outcome(by_rule.winner, reason)
    return by_rule


def as_it_stands(tie: Tie) -> AsItStands | None:
    """A tie under way with the score so far; None before its first match and when it is decided."""
    if outcome(tie) is not None:
        return None
    stayed = replace(tie, matches=tuple(if_it_stays(match) for match in tie.matches))
    total = aggregate(stayed)
    if total is None:
        return None
    through = outcome(stayed)
    in_shoot_out = any(match.status is Status.LIVE and match.penalties for match in tie.matches)
    return AsItStands(total, through, None if through or in_shoot_out else _then(legs_of(stayed)))


def if_it_stays(match: Match) -> Match:
    """A match under way as though it ended now; a shoot-out under way has no winner yet."""
    if match.status is not Status.LIVE or match.score is None:
        return match
    return replace(match, status=Status.PLAYED, penalties=None)


def level_then(match: Match) -> Then:
    """What follows when a tie is level at the end of this match's present part."""
    if match.extra_time is None:
        return Then.EXTRA_TIME
    return Then.PENALTIES if shoot_outs_used(match.season) else Then.REPLAY


def _by_rule(tie: Tie, legs: Legs) -> Outcome | None:
    counting = (legs.first, legs.second) if legs.two_legged else (legs.first,)
    matches = [match for match in counting if match is not None and match.has_result]
    total = _total(tie, matches)
    if total is None:
        return None
    if len(matches) < len(counting):
        return _after_a_withdrawal(tie, total)
    if not total.is_level:
        return Outcome(_leader(tie, total), _reason(tie, matches))
    if legs.replays:
        return _by_replay(legs.replays)
    if legs.two_legged and away_goals_count(tie.competition, tie.season, tie.round):
        away = _away_goals(tie, matches)
        if not away.is_level:
            return Outcome(_leader(tie, away), DecidedBy.AWAY_GOALS)
    return _by_shoot_out(matches[-1])


def _total(tie: Tie, matches: Iterable[Match | None]) -> Score | None:
    a, b, counted = 0, 0, False
    for match in matches:
        score = match.score_for(tie.club_a) if match is not None and match.has_result else None
        if score is not None:
            a, b, counted = a + score.home, b + score.away, True
    return Score(a, b) if counted else None


def _away_goals(tie: Tie, matches: Iterable[Match]) -> Score:
    """Goals of club_a and club_b as the away club; on neutral ground too the listed home club is at home."""
    a, b = 0, 0
    for match in matches:
        goals = match.score.away if match.score is not None else 0
        if match.away == tie.club_a:
            a += goals
        else:
            b += goals
    return Score(a, b)


def _leader(tie: Tie, score: Score) -> Club:
    return tie.club_a if score.home > score.away else tie.club_b


def _reason(tie: Tie, matches: list[Match]) -> DecidedBy:
    """Why unequal totals are; awarded scores count as any other, unless there was nothing else."""
    *earlier, last = matches
    if all(match.status is Status.WALKOVER for match in matches):
        return DecidedBy.WALKOVER
    if not earlier and last.status is Status.AWARDED:
        return DecidedBy.AWARD
    if last.extra_time is None:
        return DecidedBy.AGGREGATE
    if last.full_time is None:
        # Extra time is only played in a tie that is level.
        return DecidedBy.EXTRA_TIME
    after_90 = _total(tie, [*earlier, replace(last, extra_time=None)])
    return DecidedBy.EXTRA_TIME if after_90 is None or after_90.is_level else DecidedBy.AGGREGATE


def _after_a_withdrawal(tie: Tie, total: Score) -> Outcome | None:
    """A club that did not turn up for one leg is out when the other is not to be played any more."""
    walkover = all(match.status is Status.WALKOVER for match in tie.matches if match.has_result)
    if not walkover or total.is_level or any(match.status.is_open for match in tie.matches):
        return None
    return Outcome(_leader(tie, total), DecidedBy.WALKOVER)


def _by_replay(replays: tuple[Match, ...]) -> Outcome | None:
    """The last replay decides, by itself; one that is still to come leaves the tie undecided."""
    last = replays[-1]
    if last.has_result and last.score is not None and not last.score.is_level:
        return Outcome(last.home if last.score.home > last.score.away else last.away, DecidedBy.REPLAY)
    return _by_shoot_out(last)


def _by_shoot_out(match: Match) -> Outcome | None:
    shoot_out = match.penalties
    if shoot_out is None or shoot_out.is_level or not match.has_result:
        return None
    return Outcome(match.home if shoot_out.home > shoot_out.away else match.away, DecidedBy.PENALTIES)


def _likely_reason(tie: Tie, winner: Club, by_rule: Outcome | None) -> DecidedBy:
    statuses = {match.status for match in tie.matches}
    if Status.WALKOVER in statuses:
        return DecidedBy.WALKOVER
    if Status.AWARDED in statuses:
        return DecidedBy.AWARD
    if by_rule is not None:
        return by_rule.decided_by if by_rule.winner == winner else DecidedBy.AWARD
    if all(match.score is None for match in tie.matches):
        return DecidedBy.WALKOVER
    legs = legs_of(tie)
    if legs.last is None or not legs.last.has_result:
        return DecidedBy.AWARD
    return DecidedBy.PENALTIES if shoot_outs_used(tie.season) else DecidedBy.COIN_TOSS


def _then(legs: Legs) -> Then:
    if legs.last is None or not legs.last.has_result:
        return Then.SECOND_LEG
    if legs.replays and not legs.replays[-1].has_result:
        return Then.REPLAY
    return level_then(legs.replays[-1] if legs.replays else legs.last)
