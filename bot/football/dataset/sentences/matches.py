"""What must be true of every single match: each function says how a match contradicts it, or nothing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from bot.football.model import EUROPEAN_COMPETITIONS, Goal, Match, Score, Status

# The score of such a match was given by a verdict: its goals and its half-time are those of the pitch.


def nobody_meets_itself(match: Match) -> str | None:
    return f"{match.home.name} is both clubs" if match.home == match.away else None


def goals_add_up(match: Match) -> str | None:
    """Scorers may be unknown, so there can be fewer goals than the score says, never more."""
    stranger = next((goal.club for goal in match.goals if goal.club not in match.clubs), None)
    if stranger is not None:
        return f"a goal for {stranger.name}, who did not play"
    if not match.goals or match.status.is_by_verdict:
        return None
    listed = Score(len(match.goals_of(match.home)), len(match.goals_of(match.away)))
    if match.score is None:
        return f"goals for {listed}, but no score"
    return None if _within(listed, match.score) else f"goals for {listed}, score {match.score}"


def half_time_within_full_time(match: Match) -> str | None:
    later = match.full_time or match.extra_time
    if match.status.is_by_verdict or match.half_time is None or later is None:
        return None
    return None if _within(match.half_time, later) else f"{match.half_time} at half-time, {later} at the end"


def full_time_within_extra_time(match: Match) -> str | None:
    if match.full_time is None or match.extra_time is None or _within(match.full_time, match.extra_time):
        return None
    return f"{match.full_time} after 90 minutes, {match.extra_time} after extra time"


def shoot_out_has_a_winner(match: Match) -> str | None:
    if match.penalties is None or not match.penalties.is_level or match.status is Status.LIVE:
        return None
    return f"a shoot-out of {match.penalties}"


_LAST_FINAL_AFTER_THE_SUMMER = 1967
_YEARS_OF_AN_EDITION = {1955: 3, 1958: 2}
"""The first two editions of the Fairs Cup."""


def in_its_season(match: Match) -> str | None:
    """From mid-June, when qualifying may begin, to the end of August a year later, as in 2020.

    Other competitions may go by the calendar year.
    """
    if match.date is None:
        return None
    year = match.season.start_year
    begins = date(year, 6, 15) if match.competition in EUROPEAN_COMPETITIONS else date(year, 1, 1)
    ends = date(year + 1, 8, 31)
    if year <= _LAST_FINAL_AFTER_THE_SUMMER:
        begins, ends = date(year, 6, 1), date(year + _YEARS_OF_AN_EDITION.get(year, 1), 10, 31)
    return None if begins <= match.date <= ends else f"played on {match.date}"


def a_score_where_played(match: Match) -> str | None:
    if match.status is Status.PLAYED and match.score is None:
        return "played, but without a score"
    if match.status.is_unplayed and match.score is not None:
        return f"{match.status}, but with a score of {match.score}"
    return None


def minutes_in_order(match: Match) -> str | None:
    """Stoppage is compared only where both goals have it: many sources leave it out."""
    for earlier, later in pairwise(goal for goal in match.goals if goal.minute is not None):
        if _minute(later) < _minute(earlier) and not _stoppage_left_out(earlier, later):
            return f"{_written(later)} after {_written(earlier)}"
    return None


def minutes_within_the_match(match: Match) -> str | None:
    last = 90 if match.extra_time is None else 120
    timed = (goal for goal in match.goals if goal.minute is not None)
    outside = next((goal for goal in timed if not 1 <= _minute(goal)[0] <= last), None)
    return None if outside is None else f"a goal in minute {_written(outside)} of {last}"


def half_time_follows_from_goals(match: Match) -> str | None:
    """The score at half-time is the goals until the 45th minute, its stoppage included."""
    if match.half_time is None or match.status.is_by_verdict or not match.scorers_known:
        return None
    if any(goal.minute is None for goal in match.goals):
        return None
    before = [goal.club for goal in match.goals if _minute(goal)[0] <= 45]
    listed = Score(before.count(match.home), before.count(match.away))
    return None if listed == match.half_time else f"goals for {listed} by then, half-time {match.half_time}"


def _within(earlier: Score, later: Score) -> bool:
    return earlier.home <= later.home and earlier.away <= later.away


def _minute(goal: Goal) -> tuple[int, int]:
    return (goal.minute or 0, goal.stoppage or 0)


def _stoppage_left_out(goal: Goal, other: Goal) -> bool:
    return goal.minute == other.minute and None in {goal.stoppage, other.stoppage}


def _written(goal: Goal) -> str:
    return f"{goal.minute}+{goal.stoppage}" if goal.stoppage else f"{goal.minute}"
