"""Who scored, was sent off or took a kick, as ESPN's scoreboards (`details`) and summaries tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.football.events.observations import Kick, RedCard
from bot.football.model import Goal, GoalKind
from bot.sources.payload import LAST_MINUTE, Node, PayloadError
from bot.sources.reading import Teams

_CLOCK = re.compile(r"([0-9]{1,3})'?(?:\s*\+\s*([0-9]{1,2})'?)?")
_RED = "red card"


def first(node: Node) -> Node:
    items = node.items()
    if not items:
        raise PayloadError(f"'{node.way}' is empty")
    return items[0]


def clock_at(node: Node, path: str) -> tuple[int | None, int | None]:
    """Minute and stoppage of `45'+2'`; nothing of a clock that says something else."""
    text = node.text_at(path)
    found = _CLOCK.fullmatch(text)
    if found is None or not 0 < int(found[1]) <= LAST_MINUTE:
        if text:
            node.dropped.append(f"'{node.way}.{path}' is no minute of a match")
        return None, None
    return int(found[1]), int(found[2]) if found[2] and int(found[2]) else None


def goals_of(events: Sequence[Node], teams: Teams) -> tuple[Goal, ...]:
    """The goals by their minutes; an own goal stands under the club that benefits, as ours do."""

    def goal(node: Node) -> Goal:
        return Goal(teams.of(node, "team.id"), _player(node), *_minute(node), kind=_kind(node))

    scored = [node for node in events if _flag(node, "scoringPlay") and not _flag(node, "shootout")]
    goals = [found for node in scored if (found := node.or_dropped(goal))]
    return tuple(sorted(goals, key=lambda at: (at.minute is None, at.minute or 0, at.stoppage or 0)))


def red_cards_of(events: Sequence[Node], teams: Teams) -> tuple[RedCard, ...]:
    def card(node: Node) -> RedCard:
        return RedCard(teams.of(node, "team.id"), _player(node), *_minute(node))

    shown = (node for node in events if _flag(node, "redCard") or _RED in _type(node))
    return tuple(found for node in shown if (found := node.or_dropped(card)))


def kicks_at(summary: Node, teams: Teams) -> tuple[Kick, ...]:
    """The shoot-out, scored and missed, in the order of the kicks; the scoreboard leaves out the missed ones.

    The summary lists them club by club with their numbers; who opened has the lowest id. Only if every kick
    of it can be read: a series with a gap tells another story.
    """

    def kick(shot: Node, club_of: Node) -> tuple[int, int, Kick]:
        scored = shot.at("didScore").value
        if not isinstance(scored, bool):
            raise PayloadError(f"'{shot.way}.didScore' is neither true nor false")
        player = shot.text_at("player") or None
        return shot.at("shotNumber").number(), _id(shot), Kick(teams.of(club_of, "id"), scored, player)

    taken: list[tuple[int, int, Kick]] = []
    for side in summary.items_at("shootout"):
        for shot in side.items_at("shots"):
            found = shot.or_dropped(lambda node, club=side: kick(node, club))  # type: ignore[misc]
            if found is None:
                return ()
            taken.append(found)
    if not taken:
        return ()
    opening = min(taken, key=lambda kick: kick[:2])[2].club
    return tuple(kick for _, _, kick in sorted(taken, key=lambda of: (of[0], of[2].club != opening)))


def _id(shot: Node) -> int:
    number = shot.detail("id", Node.id) or ""
    return int(number) if number.isascii() and number.isdigit() else 0


def _kind(node: Node) -> GoalKind:
    kind = _type(node)
    if _flag(node, "ownGoal") or "own goal" in kind:
        return GoalKind.OWN_GOAL
    if _flag(node, "penaltyKick") or kind.startswith("penalty"):
        return GoalKind.PENALTY
    return GoalKind.OPEN_PLAY


def _type(node: Node) -> str:
    return node.text_at("type.text").casefold()


def _flag(node: Node, name: str) -> bool:
    found = node.find(name)
    return found is not None and found.value is True


def _minute(node: Node) -> tuple[int | None, int | None]:
    return clock_at(node, "clock.displayValue")


def _player(node: Node) -> str | None:
    for names, path in (("athletesInvolved", "displayName"), ("participants", "athlete.displayName")):
        for athlete in node.items_at(names)[:1]:
            return athlete.text_at(path) or None
    return None
