"""What a chat is told without asking: chosen in a chat, kept for the clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.wiring import forgetful_chats
from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.events.alerting import AlertKind
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.handlers.watching import Watching
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES
from tests.shared import answering_from_the_snapshot

THE_NIGHT = datetime(2018, 2, 22, 19, 30, tzinfo=UTC)
NL = LANGUAGES["nl"]
GROUP, TOPIC = -100123, 77
HERE = Request("", THE_NIGHT, GROUP, user=7, in_group=True, thread=TOPIC, topic=TOPIC)


@dataclass
class Bot:
    commands: Commands
    chats: Chats
    alerts: Alerts
    followed_live: list[int]

    def say(self, text: str, request: Request = HERE) -> str:
        answer = self.commands.answer(text, request, NL)
        assert answer
        return plain_text(answer.html)


@pytest.fixture
def bot() -> Bot:
    chats = forgetful_chats()
    live: list[int] = []
    answering = answering_from_the_snapshot(chats, Watching(live.append))
    return Bot(answering, chats, Alerts(chats.db), live)


def test_who_follows_a_club_is_told_where_to_choose_what_is_told(bot: Bot) -> None:
    assert bot.say("/volg Arsenal") == (
        "Deze chat volgt nu Arsenal. Ik meld wat er gebeurt; wat precies kies je bij /instellingen."
    )
    (follower,) = bot.alerts.followers_of(["eng-arsenal-fc"])
    assert (follower.topic, follower.language) == (TOPIC, "nl")


def test_alerts_go_to_the_topic_in_which_somebody_followed_last(bot: Bot) -> None:
    bot.say("/volg Arsenal")
    bot.say("/volg Milan", replace(HERE, topic=None))
    assert bot.alerts.topic(GROUP) is None


def test_the_whole_evening_is_kept_up_with_in_a_chat_that_asks(bot: Bot) -> None:
    assert "in één bericht" in bot.say("/avond LIVE ")
    assert bot.followed_live == [GROUP]
    assert bot.alerts.topic(GROUP) == TOPIC
    assert bot.chats.stored_about(GROUP)


def test_an_evening_without_matches_is_not_kept_up_with(bot: Bot) -> None:
    text = bot.say("/avond live", replace(HERE, now=datetime(2018, 7, 2, 18, tzinfo=UTC)))
    assert "geen" in text.lower()
    assert bot.followed_live == []


def test_every_kind_of_alert_can_be_turned_on_and_off(bot: Bot) -> None:
    for place, kind in enumerate(AlertKind):
        before = bot.alerts.settings(GROUP).kinds
        for _ in range(2):
            assert bot.commands.pressed(f"i|kind|{place}", HERE, NL)
            now = bot.alerts.settings(GROUP).kinds
            assert now ^ before == ({kind} if _ == 0 else set())


def test_only_administrators_change_the_alerts_of_a_group(bot: Bot) -> None:
    assert bot.commands.is_for_administrators("i|alerts")
    assert bot.commands.is_for_administrators("i|kind|1")


@pytest.mark.parametrize(
    "data", ["i|kind|99", "i|kind|-1", "i|delay|7", "i|quiet|1-2", "i|live|2", "i|alerts|x"]
)
def test_a_forged_button_of_the_alerts_does_nothing(bot: Bot, data: str) -> None:
    assert bot.commands.pressed(data, HERE, NL) is None
    assert bot.chats.stored_about(GROUP) is None


@given(st.text(max_size=40))
def test_whatever_stands_on_a_button_leaves_settings_that_can_be_read(rest: str) -> None:
    answering = answering_from_the_snapshot(forgetful_chats())
    answering.pressed(f"i|{rest}", HERE, NL)
    answer = answering.pressed("i|alerts", HERE, NL)
    assert answer
    assert all(len(button.data.encode()) <= 64 for row in answer.buttons for button in row)


def test_forgetting_a_chat_forgets_its_alerts(bot: Bot) -> None:
    bot.say("/volg Arsenal")
    bot.commands.pressed("i|kind|6", HERE, NL)
    assert bot.alerts.wanting(AlertKind.STORY)
    bot.commands.pressed("g|yes", HERE, NL)
    assert bot.alerts.wanting(AlertKind.STORY) == []
    assert bot.alerts.followers_of(["eng-arsenal-fc"]) == []
