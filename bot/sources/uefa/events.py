"""Who scored, was sent off or took a kick, as UEFA's match API tells it."""

from __future__ import annotations

from bot.football.events.observations import Kick, RedCard
from bot.football.model import Club, Goal, GoalKind
from bot.sources.payload import Node, PayloadError
from bot.sources.reading import spelled

_SHOOT_OUT = "PENALTY"
GOAL_KINDS = {"SCORED": GoalKind.OPEN_PLAY, "PENALTY": GoalKind.PENALTY, "OWN": GoalKind.OWN_GOAL}


def goals_at(match: Node, clubs: dict[str, Club]) -> list[Goal]:
    return [_goal(scorer, clubs) for scorer in _in_order(match.items_at("playerEvents.scorers"))]


def _goal(node: Node, clubs: dict[str, Club]) -> Goal:
    kind = node.at("goalType").text()
    if kind not in GOAL_KINDS:
        raise PayloadError(f"a goal of type '{kind}'")
    club = _club_of(node, clubs)
    if GOAL_KINDS[kind] is GoalKind.OWN_GOAL:
        club = next(other for other in clubs.values() if other != club)
    return Goal(
        club=club,
        scorer=node.text_at("player.internationalName") or None,
        minute=node.number_at("time.minute"),
        stoppage=node.number_at("time.injuryMinute") or None,
        kind=GOAL_KINDS[kind],
    )


def _in_order(scorers: list[Node]) -> list[Node]:
    """The scorers by their minutes; UEFA does not promise an order. A shoot-out has no goals."""

    def at(node: Node) -> tuple[bool, int, int, int]:
        minute = node.number_at("time.minute")
        stoppage, second = node.number_at("time.injuryMinute"), node.number_at("time.second")
        return (minute is None, minute or 0, stoppage or 0, second or 0)

    return sorted((node for node in scorers if node.text_at("phase") != _SHOOT_OUT), key=at)


def red_card_at(node: Node, clubs: dict[str, Club]) -> RedCard:
    return RedCard(
        club=_club_of(node, clubs),
        player=node.text_at("player.internationalName") or None,
        minute=node.number_at("time.minute"),
        stoppage=node.number_at("time.injuryMinute") or None,
    )


def kicks_at(match: Node, clubs: dict[str, Club]) -> tuple[Kick, ...]:
    """The shoot-out, scored and missed, in the order of the kicks; no penalty of the match itself."""
    return tuple(
        Kick(
            _club_of(kick, clubs),
            kick.at("penaltyType").text() == "SCORED",
            kick.text_at("player.internationalName") or None,
        )
        for kick in match.items_at("playerEvents.penaltyScorers")
        if kick.text_at("phase") in {"", _SHOOT_OUT}
    )


def clubs_by_id(node: Node) -> dict[str, Club]:
    clubs = {node.at(f"{side}.id").id(): club_at(node.at(side)) for side in ("homeTeam", "awayTeam")}
    if len(set(clubs.values())) < 2:
        raise PayloadError("a club plays against itself")
    return clubs


def _club_of(node: Node, clubs: dict[str, Club]) -> Club:
    team = node.at("teamId").id()
    if team not in clubs:
        raise PayloadError(f"'{node.way}' is of team {team}, which does not play")
    return clubs[team]


def club_at(node: Node) -> Club:
    return spelled(node.at("internationalName").text(), node.text_at("countryCode"))
