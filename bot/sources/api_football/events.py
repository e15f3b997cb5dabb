"""Who scored, was sent off or took a kick, among the events of an API-Football fixture."""

from __future__ import annotations

from bot.football.events.observations import Kick, RedCard
from bot.football.model import Club, Goal, GoalKind
from bot.sources.payload import Node, PayloadError

GOAL_KINDS = {
    "Normal Goal": GoalKind.OPEN_PLAY,
    "Penalty": GoalKind.PENALTY,
    "Own Goal": GoalKind.OWN_GOAL,
}
_MISSED = "Missed Penalty"
_SHOOT_OUT = "Penalty Shootout"
_SENT_OFF = {"Red Card", "Second Yellow card"}


def goals_at(fixture: Node, clubs: dict[str, Club]) -> list[Goal]:
    """The goals in their order, own goals already under the club that benefits."""
    return [
        _goal(event, clubs)
        for event in _events(fixture, "Goal")
        if not _in_shoot_out(event) and event.at("detail").text() != _MISSED
    ]


def kicks_at(fixture: Node, clubs: dict[str, Club]) -> tuple[Kick, ...]:
    return tuple(
        Kick(_club_of(event, clubs), event.at("detail").text() != _MISSED, _player(event))
        for event in _events(fixture, "Goal")
        if _in_shoot_out(event)
    )


def red_cards_at(fixture: Node, clubs: dict[str, Club]) -> tuple[RedCard, ...]:
    return tuple(
        RedCard(_club_of(event, clubs), _player(event), *_minute(event))
        for event in _events(fixture, "Card")
        if event.at("detail").text() in _SENT_OFF
    )


def _events(fixture: Node, kind: str) -> list[Node]:
    return [
        event for event in fixture.items_at("events") if event.text_at("type").casefold() == kind.casefold()
    ]


def _in_shoot_out(event: Node) -> bool:
    return event.text_at("comments") == _SHOOT_OUT


def _goal(event: Node, clubs: dict[str, Club]) -> Goal:
    detail = event.at("detail").text()
    if detail not in GOAL_KINDS:
        raise PayloadError(f"a goal of kind '{detail}'")
    return Goal(_club_of(event, clubs), _player(event), *_minute(event), kind=GOAL_KINDS[detail])


def _minute(event: Node) -> tuple[int | None, int | None]:
    return event.number_at("time.elapsed"), event.number_at("time.extra") or None


def _player(event: Node) -> str | None:
    return event.text_at("player.name") or None


def _club_of(event: Node, clubs: dict[str, Club]) -> Club:
    team = event.at("team.id").id()
    if team not in clubs:
        raise PayloadError(f"'{event.way}' is of team {team}, which does not play")
    return clubs[team]
