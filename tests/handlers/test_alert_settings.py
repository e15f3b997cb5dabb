"""What a chat is told without asking: chosen in a chat, kept for the clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.opening import forgetful_chats
from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.events.alerting import WITH_SOUND, AlertKind, LiveMessage
from bot.football.events.promises import Promises
from bot.football.model import Club
from bot.handlers.command import Changes
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.handlers.watching import Watching
from bot.local.telegram.html import plain_text
from bot.views.alerts import NO_STORIES
from bot.words import LANGUAGES
from tests.football.builders import match
from tests.shared import answering_from_the_snapshot

THE_NIGHT = datetime(2018, 2, 22, 19, 30, tzinfo=UTC)
NL = LANGUAGES["nl"]
GROUP, TOPIC = -100123, 77
ARSENAL_PLAYS = replace(match("Arsenal", "Milan"), home=Club("eng-arsenal-fc", "Arsenal", "ENG"))
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

    def press(self, data: str) -> str:
        answer = self.commands.pressed(data, HERE, NL)
        assert answer
        return plain_text(answer.html)


@pytest.fixture
def bot() -> Bot:
    chats = forgetful_chats()
    live: list[int] = []
    answering = answering_from_the_snapshot(chats, Watching(Promises(results=True, live=True), live.append))
    return Bot(answering, chats, Alerts(chats.db), live)


def test_who_follows_a_club_is_told_where_to_choose_what_is_told(bot: Bot) -> None:
    assert bot.say("/volg Arsenal") == (
        "Deze chat volgt nu Arsenal.\n⏭ Arsenal – Östersunds FK · do 22 februari\n\n"
        "🔔 Meldingen: doelpunten · uitslagen\nlotingen · verhaal van de avond\nAanpassen: /instellingen"
    )
    (follower,) = bot.alerts.followers_of([ARSENAL_PLAYS])
    assert (follower.topic, follower.language) == (TOPIC, "nl")


def test_who_switched_all_alerts_off_hears_so(bot: Bot) -> None:
    for kind in bot.alerts.settings(GROUP).kinds:
        bot.press(f"i|kind|{kind}")
    assert "\n🔕 Meldingen staan uit.\n" in bot.say("/volg Arsenal")
    assert "\n🔕 Meldingen staan uit.\n" in bot.press("i|alerts")


def test_who_follows_a_competition_chooses_whether_each_match_is_told_of(bot: Bot) -> None:
    assert "Toernooi" not in bot.press("i|alerts")
    assert "één bericht" in bot.say("/volg CL")
    assert "Van een toernooi: live-bericht en lotingen" in bot.press("i|alerts")
    assert "Van een toernooi: uitslagen en lotingen" in bot.press("i|live|off")
    assert "Van een toernooi: alles, als van een club" in bot.press("i|every_match|1")
    assert bot.alerts.settings(GROUP).every_match
    assert "Meldingen: doelpunten" in bot.say("/volg EL")


def test_alerts_go_to_the_topic_in_which_somebody_followed_last(bot: Bot) -> None:
    bot.say("/volg Arsenal")
    bot.say("/volg Milan", replace(HERE, topic=None))
    assert bot.alerts.topic(GROUP) is None


def test_the_whole_evening_is_kept_up_with_in_a_chat_that_asks(bot: Bot) -> None:
    assert "in één bericht" in bot.say("/avond LIVE ")
    assert bot.followed_live == [GROUP]
    assert bot.alerts.topic(GROUP) == TOPIC
    assert bot.chats.stored_about(GROUP)


def test_without_live_scores_the_results_of_the_whole_evening_are_promised_and_noted() -> None:
    live: list[int] = []
    watching = Watching(Promises(results=True), live.append, owners=frozenset({7}))
    answering = answering_from_the_snapshot(forgetful_chats(), watching)
    owner = answering.answer("/avond live", HERE, NL)
    assert owner
    assert plain_text(owner.html) == f"{NL.results_instead}\n{NL.how_to_go_live}"
    assert live == [GROUP]
    # The others of a group can't switch anything on.
    other = answering.answer("/avond live", replace(HERE, user=8), NL)
    assert other
    assert plain_text(other.html) == NL.results_instead


def test_an_evening_without_matches_is_not_kept_up_with(bot: Bot) -> None:
    text = bot.say("/avond live", replace(HERE, now=datetime(2018, 7, 2, 18, tzinfo=UTC)))
    assert "Europees gespeeld" in text
    assert bot.followed_live == []


def test_every_kind_of_alert_can_be_turned_on_and_off(bot: Bot) -> None:
    for kind in AlertKind:
        before = bot.alerts.settings(GROUP).kinds
        assert bot.commands.pressed(f"i|kind|{kind}", HERE, NL)
        assert bot.alerts.settings(GROUP).kinds ^ before == {kind}
        assert bot.commands.pressed(f"i|kind|{kind}", HERE, NL)
        assert bot.alerts.settings(GROUP).kinds == before


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("i|kind|0", "kick-offs"),
        ("i|kind|1", "goals"),
        ("i|kind|2", "red cards"),
        ("i|kind|3", "breaks"),
        ("i|kind|4", "ends"),
        ("i|kind|5", "draws"),
        ("i|kind|6", "story"),
    ],
)
def test_a_button_of_an_older_message_changes_the_kind_that_it_named(bot: Bot, data: str, kind: str) -> None:
    before = bot.alerts.settings(GROUP).kinds
    assert bot.commands.pressed(data, HERE, NL)
    assert bot.alerts.settings(GROUP).kinds ^ before == {kind}


def test_a_button_of_an_older_message_turns_the_live_message_off_and_on(bot: Bot) -> None:
    assert bot.commands.pressed("i|live|0", HERE, NL)
    assert bot.alerts.settings(GROUP).live is LiveMessage.OFF
    assert bot.commands.pressed("i|live|1", HERE, NL)
    assert bot.alerts.settings(GROUP).live is LiveMessage.FOLLOWED


def test_every_button_of_the_settings_does_what_it_says_it_will(bot: Bot) -> None:
    page = bot.commands.answer("/instellingen", HERE, NL)
    alerts = bot.commands.pressed("i|alerts", HERE, NL)
    assert page
    assert alerts
    for button in (button for row in (*page.buttons, *alerts.buttons) for button in row):
        assert bot.commands.pressed(button.data, HERE, NL), button


def test_only_administrators_change_the_alerts_of_a_group(bot: Bot) -> None:
    assert bot.commands.changed_by("i|alerts") is Changes.CHAT
    assert bot.commands.changed_by("i|kind|goals") is Changes.CHAT


@pytest.mark.parametrize(
    "data", ["i|kind|7", "i|kind|-1", "i|kind|", "i|delay|7", "i|quiet|1-2", "i|live|2", "i|alerts|x"]
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


def test_the_button_under_a_story_stops_stories_and_leaves_that_one_there(bot: Bot) -> None:
    bot.say("/volg Arsenal")
    answer = bot.commands.pressed(NO_STORIES, HERE, NL)
    assert answer
    assert answer.notice == NL.no_more_stories
    assert bot.alerts.settings(GROUP).kinds == WITH_SOUND
    assert bot.commands.changed_by(NO_STORIES) is Changes.CHAT
    assert len(NL.no_more_stories) <= 200


def test_forgetting_a_chat_forgets_its_alerts(bot: Bot) -> None:
    bot.say("/volg Arsenal")
    bot.commands.pressed(f"i|kind|{AlertKind.BREAKS}", HERE, NL)
    assert bot.alerts.wanting(AlertKind.STORY)
    bot.commands.pressed("g|yes", HERE, NL)
    assert bot.alerts.wanting(AlertKind.STORY) == []
    assert bot.alerts.followers_of([ARSENAL_PLAYS]) == []
