"""What is believed of a match between two looks at its sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.events.observations import Observation
from bot.football.model import Match


@dataclass(frozen=True, slots=True)
class MatchState:
    """What is believed of a match, and since when."""

    observation: Observation
    at: datetime
    """When a look last agreed."""
    doubted_since: datetime | None = None
    """Since when every look has gone back behind what is believed."""
    taken_back: int = 0
    """Goals disallowed so far, so that the next second goal is not taken for the first one."""
    ends: int = 0
    """How often its end was an event: more than once where an end was revoked."""
    earliest_end: datetime | None = None
    """Before when it can't be over, by the minute or the phase that was last shown."""


def match_key(match: Match) -> str:
    """The key of a match: the same in every report of it, whatever its day and the letter of its group."""
    season = (match.competition.code, match.season.start_year, match.round.kind.value)
    return f"match {'|'.join(map(str, season))}|{match.home.id}|{match.away.id}"


def shows_more(before: Observation, after: Observation) -> bool:
    """Whether anything changed that a reader can see; the minute alone is not worth an edit."""
    return (before.match, before.phase, before.red_cards) != (after.match, after.phase, after.red_cards)
