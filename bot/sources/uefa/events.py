"""Who scored, was sent off or took a kick, as UEFA's match API tells it."""

from __future__ import annotations

from bot.football.events.observations import Kick, RedCard
from bot.football.model import Goal, GoalKind
from bot.sources.payload import Node, PayloadError
from bot.sources.reading import Teams

_SHOOT_OUT = "PENALTY"
GOAL_KINDS = {"SCORED": GoalKind.OPEN_PLAY, "PENALTY": GoalKind.PENALTY, "OWN": GoalKind.OWN_GOAL}
_KICKS = {"SCORED": True, "MISSED": False, "SAVED": False}


def goals_at(match: Node, teams: Teams) -> list[Goal]:
    def goal(node: Node) -> Goal:
        kind = node.at("goalType").text().upper()
        if kind not in GOAL_KINDS:
            raise PayloadError(f"'{node.way}' is a goal of type '{kind}'")
        club = teams.of(node, "teamId")
        if GOAL_KINDS[kind] is GoalKind.OWN_GOAL:
            club = teams.opponent_of(club)
        return Goal(club, _player(node), *_minute(node), kind=GOAL_KINDS[kind])

    goals = (scorer.or_dropped(goal) for scorer in _in_order(match.items_at("playerEvents.scorers")))
    return [goal for goal in goals if goal]


def _in_order(scorers: list[Node]) -> list[Node]:
    """The scorers by their minutes; UEFA does not promise an order. A shoot-out has no goals."""

    def at(node: Node) -> tuple[bool, int, int, int]:
        minute, stoppage = _minute(node)
        return (minute is None, minute or 0, stoppage or 0, node.number_at("time.second") or 0)

    return sorted((node for node in scorers if node.text_at("phase").upper() != _SHOOT_OUT), key=at)


def red_cards_at(match: Node, teams: Teams) -> tuple[RedCard, ...]:
    def card(node: Node) -> RedCard:
        return RedCard(teams.of(node, "teamId"), _player(node), *_minute(node))

    cards = (node.or_dropped(card) for node in match.items_at("playerEvents.redCards"))
    return tuple(card for card in cards if card)


def kicks_at(match: Node, teams: Teams) -> tuple[Kick, ...]:
    """The shoot-out, scored and missed, in the order of the kicks; no penalty of the match itself.

    Only if every kick of it can be read: a series with a gap tells another story.
    """

    def kick(node: Node) -> Kick:
        kind = node.at("penaltyType").text().upper()
        if kind not in _KICKS:
            raise PayloadError(f"'{node.way}' is a kick of type '{kind}'")
        return Kick(teams.of(node, "teamId"), _KICKS[kind], _player(node))

    nodes = match.items_at("playerEvents.penaltyScorers")
    kicks = [node.or_dropped(kick) for node in nodes if not node.text_at("phase").upper().endswith("_HALF")]
    return tuple(kick for kick in kicks if kick) if all(kicks) else ()


def _minute(node: Node) -> tuple[int | None, int | None]:
    return node.minute_at("time.minute"), node.minute_at("time.injuryMinute") or None


def _player(node: Node) -> str | None:
    return node.text_at("player.internationalName") or None
