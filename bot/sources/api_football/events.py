"""Who scored, was sent off or took a kick, among the events of an API-Football fixture."""

from __future__ import annotations

from collections import Counter

from bot.football.events.observations import Kick, RedCard
from bot.football.model import Goal, GoalKind, Match, Score, Status
from bot.sources.payload import Node, PayloadError
from bot.sources.reading import Teams

GOAL_KINDS = {
    "normal goal": GoalKind.OPEN_PLAY,
    "penalty": GoalKind.PENALTY,
    "own goal": GoalKind.OWN_GOAL,
}
_MISSED = "missed penalty"
_KICKS = {"penalty": True, "normal goal": True, _MISSED: False}
_SHOOT_OUT = "penalty shootout"
_SENT_OFF = {"red card", "second yellow card"}


def goals_at(fixture: Node, teams: Teams) -> list[Goal]:
    """The goals in their order, own goals already under the club that benefits."""

    def goal(event: Node) -> Goal | None:
        detail = _detail(event)
        if detail == _MISSED:
            return None
        if detail not in GOAL_KINDS:
            raise PayloadError(f"'{event.way}' is a goal of kind '{detail}'")
        return Goal(teams.of(event, "team.id"), _player(event), *_minute(event), kind=GOAL_KINDS[detail])

    goals = (event.or_dropped(goal) for event in _events(fixture, "goal") if not _in_shoot_out(event))
    return [goal for goal in goals if goal]


def kicks_at(fixture: Node, teams: Teams, match: Match) -> tuple[Kick, ...]:
    """The shoot-out, if every kick of it can be read and its score is theirs.

    A series with a gap tells another story, and only a comment makes a kick one of the shoot-out.
    """

    def kick(event: Node) -> Kick:
        detail = _detail(event)
        if detail not in _KICKS:
            raise PayloadError(f"'{event.way}' is a kick of kind '{detail}'")
        return Kick(teams.of(event, "team.id"), _KICKS[detail], _player(event))

    kicks = [event.or_dropped(kick) for event in _events(fixture, "goal") if _in_shoot_out(event)]
    scored = Counter(kick.club for kick in kicks if kick and kick.scored)
    counted = Score(scored[match.home], scored[match.away])
    if kicks and match.status is Status.PLAYED and match.penalties not in {None, counted}:
        fixture.dropped.append(f"the kicks make {counted} and the shoot-out ended {match.penalties}")
        return ()
    return tuple(kick for kick in kicks if kick) if all(kicks) else ()


def red_cards_at(fixture: Node, teams: Teams) -> tuple[RedCard, ...]:
    def card(event: Node) -> RedCard | None:
        if _detail(event) not in _SENT_OFF:
            return None
        return RedCard(teams.of(event, "team.id"), _player(event), *_minute(event))

    cards = (event.or_dropped(card) for event in _events(fixture, "card"))
    return tuple(card for card in cards if card)


def _events(fixture: Node, kind: str) -> list[Node]:
    return [event for event in fixture.items_at("events") if event.text_at("type").casefold() == kind]


def _detail(event: Node) -> str:
    return event.at("detail").text().casefold()


def _in_shoot_out(event: Node) -> bool:
    return event.text_at("comments").casefold() == _SHOOT_OUT


def _minute(event: Node) -> tuple[int | None, int | None]:
    return event.minute_at("time.elapsed"), event.minute_at("time.extra") or None


def _player(event: Node) -> str | None:
    return event.text_at("player.name") or None
