"""Which kind of alert an event is."""

from __future__ import annotations

import pytest

from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage, QuietHours, kind_of
from bot.football.events.events import (
    GoalDisallowed,
    KickedOff,
    MatchEnded,
    PhaseBegan,
    PlayerSentOff,
)
from bot.football.events.observations import Phase, RedCard
from bot.football.model import Score
from tests.football.builders import club, match

ARSENAL = match("Arsenal", "Östersund", "1-2")


def test_a_goal_taken_back_is_an_alert_about_goals() -> None:
    assert kind_of(GoalDisallowed(ARSENAL, club("Arsenal"), Score(0, 2), "no goal")) is AlertKind.GOALS


def test_every_event_has_its_kind() -> None:
    assert kind_of(KickedOff(ARSENAL)) is AlertKind.KICK_OFFS
    assert kind_of(PlayerSentOff(ARSENAL, RedCard(club("Arsenal")), "red 1")) is AlertKind.RED_CARDS
    assert kind_of(PhaseBegan(ARSENAL, Phase.HALF_TIME, "phase")) is AlertKind.BREAKS
    assert kind_of(MatchEnded(ARSENAL)) is AlertKind.ENDS


@pytest.mark.parametrize(
    ("hours", "hour", "quiet"),
    [
        (QuietHours(23, 8), 23, True),
        (QuietHours(23, 8), 7, True),
        (QuietHours(23, 8), 8, False),
        (QuietHours(0, 8), 3, True),
        (QuietHours(0, 8), 22, False),
    ],
)
def test_quiet_hours_pass_midnight(hours: QuietHours, hour: int, quiet: bool) -> None:  # noqa: FBT001 - a case
    assert hours.cover(hour) is quiet


@pytest.mark.parametrize(
    ("settings", "kinds"),
    [
        (AlertSettings(), set()),
        (AlertSettings(live=LiveMessage.OFF), {AlertKind.ENDS}),
        (AlertSettings(every_match=True), set(AlertKind)),
        (AlertSettings(live=LiveMessage.OFF, every_match=True), set(AlertKind)),
    ],
    ids=["the live message", "without it", "every match", "every match without it"],
)
def test_of_a_competition_alone_an_alert_tells_what_no_other_message_does(
    settings: AlertSettings, kinds: set[AlertKind]
) -> None:
    assert {kind for kind in AlertKind if settings.tell_of_competition(kind)} == kinds
