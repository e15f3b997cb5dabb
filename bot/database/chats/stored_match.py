"""A match as it is kept in JSON: by name, so that versions which know more or less can read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.database.results.rows import GOAL_COLUMNS, MATCH_COLUMNS, goal_of, match_of, row_of
from bot.football.model import Club, Match

Json = dict[str, Any]

# The id is the results database's; what is kept here has none.
_MATCH = tuple(MATCH_COLUMNS.split(", ")[1:])
_GOAL = tuple(GOAL_COLUMNS.split(", ")[1:])
_EMPTY: Mapping[str, object] = {
    **dict.fromkeys(("label", "venue", "city", "note", "source", "derived", "unmarked"), ""),
    **dict.fromkeys(("authority", "neutral"), 0),
}
"""What a column holds that was not there when a match was kept; all others hold nothing."""
_BY_POSITION = (
    *("authority", "competition", "season", "round", "label", "leg", "matchday", "home", "away", "date"),
    *("kick_off", "status", "ft_home", "ft_away", "ht_home", "ht_away", "aet_home", "aet_away"),
    *("pens_home", "pens_away", "neutral", "winner", "decided_by", "venue", "city", "note", "source"),
    *("derived", "seen_at", "ended_at"),
)
"""How versions before this one kept a match: without names, in this order. Never to be changed."""


def stored_match(match: Match) -> Json:
    """For `json.dumps`, under two names of its own: match and goals."""
    goals = [(goal.club.id, goal.scorer, goal.minute, goal.stoppage, goal.kind) for goal in match.goals]
    return {
        "match": dict(zip(_MATCH, row_of(match, 0), strict=True)),
        "goals": [dict(zip(_GOAL, row, strict=True)) for row in goals],
    }


def match_stored(kept: Json, clubs: Mapping[str, Club]) -> Match:
    """The match again, also as an earlier version kept it."""
    match = named(kept["match"], _BY_POSITION)
    goals = [named(goal, _GOAL) for goal in kept["goals"]]
    return match_of(
        (None, *(match.get(name, _EMPTY.get(name)) for name in _MATCH)),
        clubs,
        [goal_of((None, *(goal.get(name) for name in _GOAL)), clubs) for goal in goals],
    )


def named(kept: Json | Sequence[Any], names: Sequence[str]) -> Json:
    """What was kept by name; what an earlier version kept by position gets its names."""
    return kept if isinstance(kept, dict) else dict(zip(names, kept, strict=False))
