"""Own goals of a source that marks none, where the player's other goals tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.football.model import Club, Goal, GoalKind, Match, Season


@dataclass(frozen=True, slots=True)
class _Scored:
    """A goal of one player: for whom it counts, against whom, and in which of the matches."""

    club: Club
    against: Club
    season: Season
    match: int


def with_own_goals(matches: Sequence[Match]) -> list[Match]:
    """The matches of all seasons and competitions of such a source, own goals marked where it is certain.

    A goal is the opponent's own goal when its scorer was one of theirs. He was if he scored for them against
    a third club in the same season. He was, too, if he never scored for this club against a third one, did
    for the opponent in other seasons, and either scored for both clubs when they met this season or those
    seasons lie on both sides of this one: a transfer explains neither. Whoever scored for this club in
    another match of the season was not. Two may share a single name: such a goal is only looked at when the
    name scored for both clubs in this very match.
    """
    careers = _careers(matches)
    return [
        replace(
            match,
            goals=tuple(
                _marked(goal, _scored(match, place, goal), careers.get(goal.scorer or "", ()))
                for goal in match.goals
            ),
        )
        if any(goal.scorer in careers for goal in match.goals)
        else match
        for place, match in enumerate(matches)
    ]


def _careers(matches: Iterable[Match]) -> dict[str, list[_Scored]]:
    """What each player scored, but for the own goals that are known already."""
    careers: dict[str, list[_Scored]] = defaultdict(list)
    for place, match in enumerate(matches):
        for goal in match.goals:
            if goal.scorer and goal.kind is not GoalKind.OWN_GOAL:
                careers[goal.scorer].append(_scored(match, place, goal))
    return careers


def _scored(match: Match, place: int, goal: Goal) -> _Scored:
    return _Scored(goal.club, match.opponent_of(goal.club), match.season, place)


def _marked(goal: Goal, scored: _Scored, career: Sequence[_Scored]) -> Goal:
    known_by_name = " " in (goal.scorer or "") or any(
        other.match == scored.match and other.club == scored.against for other in career
    )
    if goal.kind is GoalKind.OPEN_PLAY and known_by_name and _is_own(scored, career):
        return replace(goal, kind=GoalKind.OWN_GOAL)
    return goal


def _is_own(scored: _Scored, career: Sequence[_Scored]) -> bool:
    season = scored.season
    for_club = [other for other in career if other.club == scored.club and other.match != scored.match]
    if any(other.season == season for other in for_club):
        return False
    for_opponent = [other for other in career if other.club == scored.against]
    seasons = {other.season for other in for_opponent if other.against != scored.club}
    if season in seasons:
        return True
    if any(other.against != scored.against for other in for_club) or not seasons:
        return False
    scored_for_both = any(other.season == season for other in for_opponent)
    return scored_for_both or min(seasons) < season < max(seasons)
