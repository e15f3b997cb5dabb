"""What the last score of a tie may hide where its source marks neither extra time nor shoot-outs."""

from __future__ import annotations

from bot.football.model import Derived, Match, Score, Tie
from bot.football.rules import away_goals_count, shoot_outs_used
from bot.football.ties.legs import legs_of

MOST_GOALS = 3
"""In extra time: of 144 returns since 1970 that are marked as extended and had any, four had more."""
FIVE_KICKS = 5
MANY_EACH = 3


def may_be_after_extra_time(tie: Tie) -> bool:
    """Whether the tie may have been level after 90 minutes of its last match, by the rules of its season.

    With away goals a return must then have stood as the first leg ended. Without them it was not extended
    but replayed. Where nothing was scored after it, the score after 90 minutes is the same.
    """
    legs = legs_of(tie)
    last = _unmarked(legs.last)
    if last is None:
        return False
    level: Score | None = _level_score(last)
    if legs.two_legged:
        level = legs.first.score if legs.first else None
        if not away_goals_count(tie.competition, tie.season, tie.round):
            return False
    if level is None or last.home < level.home or last.away < level.away:
        return False
    return 0 < last.home - level.home + last.away - level.away <= MOST_GOALS


def may_be_a_shoot_out(tie: Tie) -> bool:
    """Whether the return's score may be that of the shoot-out: one ends so, and few returns do.

    After a level first leg any score of a shoot-out is doubted, after another one three goals each.
    """
    legs = legs_of(tie)
    shown, first = _unmarked(legs.second), legs.first.score if legs.first else None
    if shown is None or first is None or not shoot_outs_used(tie.season):
        return False
    return _ends_a_shoot_out(shown) and (first.is_level or min(shown.home, shown.away) >= MANY_EACH)


def _unmarked(match: Match | None) -> Score | None:
    """Its score, if its source marks no endings."""
    if match is None or Derived.FULL_TIME not in match.derived or match.extra_time is not None:
        return None
    return match.full_time


def _level_score(score: Score) -> Score:
    """The highest level score on the way to this one."""
    both = min(score.home, score.away)
    return Score(both, both)


def _ends_a_shoot_out(score: Score) -> bool:
    """Whether somebody has just won by it: with five kicks each out of reach, later a kick ahead.

    A shoot-out in which one club missed all its kicks looks like a match: those are left out, and so are the
    few that ended below three.
    """
    fewer, more = sorted((score.home, score.away))
    if more > FIVE_KICKS:
        return more - fewer == 1
    fewest_to_win = 3
    return fewer > 0 and more >= fewest_to_win and 0 < more - fewer <= FIVE_KICKS + 1 - (more - 1)
