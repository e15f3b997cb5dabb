"""What to believe of a page that anybody may edit, while a match is on and long afterwards."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from bot.football.model import Match, Status
from bot.football.season.as_of import over_at, still_to_come

MOST_GOALS = 20
"""Of one side: more than any has ever scored in Europe."""
SETTLED = timedelta(hours=2)
"""After the usual end of a match: a score whose goals are still not all there is believed by then."""


class Judgement(StrEnum):
    """What becomes of a result that a page tells."""

    BELIEVED = "believed"
    CONFLICT = "not borne out"
    """It contradicts what stands, and its own goals don't bear it out."""
    IMPLAUSIBLE = "not possible"
    """No match ends so."""


def as_told_afterwards(match: Match, now: datetime) -> Match:
    """The match as the page shows it once it is over; before, whoever edits may follow the play.

    A score of which not every goal is listed may run ahead of them, or behind: it counts some hours later.
    """
    if match.status is not Status.PLAYED and not match.status.is_by_verdict:
        return match
    end = over_at(match)
    is_settled = match.status.is_by_verdict or match.scorers_known or now >= end + SETTLED
    return match if now >= end and is_settled else still_to_come(match)


def is_plausible(match: Match) -> bool:
    scores = (match.full_time, match.half_time, match.extra_time)
    return all(score is None or max(score.home, score.away) <= MOST_GOALS for score in scores)


def judgement(stored: Match | None, reported: Match) -> Judgement:
    """Whether what a page tells of a match may change what is stored of it.

    A result that stands is corrected only by one with all its goals; a match that was played stays so.
    """
    if not is_plausible(reported):
        return Judgement.IMPLAUSIBLE
    if stored is None or not stored.has_result or reported.status.is_to_begin:
        return Judgement.BELIEVED
    if not reported.has_result:
        return Judgement.CONFLICT
    if stored.penalties and reported.penalties not in {None, stored.penalties}:
        return Judgement.CONFLICT
    lasted_as_long = reported.extra_time is not None or stored.extra_time is None
    same = stored.score == reported.score and lasted_as_long
    is_borne_out = bool(reported.goals) and reported.scorers_known
    return Judgement.BELIEVED if same or is_borne_out else Judgement.CONFLICT


def is_on_another_day(stored: Match, reported: Match) -> bool:
    """Whether a match that was played is told to have been on another day."""
    return stored.has_result and bool(stored.date and reported.date) and stored.date != reported.date
