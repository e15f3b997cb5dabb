"""Which alerts each chat wants, and whom an event concerns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.database.chats.alerts import MOST_DELAY, Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.facts import ChatKind
from bot.database.chats.outbox import Outbox
from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage, QuietHours
from tests.football.builders import club, match

NOW = datetime(2018, 2, 22, 20, 27, tzinfo=UTC)
ANNA, GROUP, SUPERGROUP = 1001, -4001, -1004001


@pytest.fixture
def chats(tmp_path: Path) -> Iterator[Chats]:
    with closing(open_chats(tmp_path / "chats.db")) as db:
        chats = Chats(db)
        chats.mark_active(ANNA, ChatKind.PRIVATE, NOW)
        chats.mark_active(GROUP, ChatKind.GROUP, NOW)
        yield chats


def test_until_it_chooses_a_chat_hears_of_goals_ends_draws_and_the_story(chats: Chats) -> None:
    settings = Alerts(chats.db).settings(ANNA)
    assert settings == AlertSettings()
    assert settings.kinds == {AlertKind.GOALS, AlertKind.ENDS, AlertKind.DRAWS, AlertKind.STORY}
    assert Alerts(chats.db).settings(404) == settings


@pytest.mark.parametrize(
    "chosen",
    [
        AlertSettings(frozenset(), 45, QuietHours(23, 8), LiveMessage.OFF, every_match=True),
        AlertSettings(frozenset(AlertKind), 0, None, LiveMessage.FOLLOWED),
    ],
)
def test_what_a_chat_chose_is_kept_also_as_a_supergroup(chosen: AlertSettings, chats: Chats) -> None:
    alerts = Alerts(chats.db)
    alerts.save(GROUP, chosen)
    assert alerts.settings(GROUP) == chosen
    chats.migrate(GROUP, SUPERGROUP)
    assert alerts.settings(SUPERGROUP) == chosen


def test_nobody_waits_longer_than_five_minutes(chats: Chats) -> None:
    alerts = Alerts(chats.db)
    alerts.save(ANNA, AlertSettings(delay=10**9))
    assert alerts.settings(ANNA).delay == MOST_DELAY


def test_followers_of_either_club_are_told_once_in_the_language_and_topic_in_which_they_chose(
    chats: Chats,
) -> None:
    alerts = Alerts(chats.db)
    chats.follow(GROUP, "arsenal", NOW)
    chats.follow(ANNA, "arsenal", NOW)
    chats.follow(ANNA, "milan", NOW)
    alerts.heard(GROUP, 12, "en")
    chats.set_spoiler(ANNA, NOW, on=True)
    group, anna = alerts.followers_of([match("Arsenal", "Milan")])
    assert (group.chat, group.language, group.topic) == (GROUP, "en", 12)
    assert (anna.chat, anna.language, anna.topic) == (ANNA, None, None)
    assert group.clubs == {"arsenal"}
    assert anna.clubs == {"arsenal", "milan"}
    assert anna.spoiler
    chats.set_language(GROUP, "nl", NOW)
    assert alerts.followers_of([match("Arsenal", "PSV")])[0].language == "nl"
    alerts.forget_topic(GROUP)
    assert alerts.topic(GROUP) is None
    assert alerts.topic(404) is None


def test_a_country_is_followed_as_its_clubs_and_a_competition_as_all_that_play_in_it(chats: Chats) -> None:
    chats.follow(ANNA, "country ENG", NOW)
    chats.follow(GROUP, "competition EL", NOW)
    arsenal, milan = club("Arsenal", "ENG"), club("Milan", "ITA")
    evening = [
        replace(match("Arsenal", "Milan"), home=arsenal, away=milan),
        match("Ajax", "PSV", competition="CL"),
    ]
    anna, group = Alerts(chats.db).followers_of(evening)
    assert anna.clubs == anna.own_clubs == {"arsenal"}
    assert (group.clubs, group.own_clubs) == (frozenset({"arsenal", "milan"}), frozenset())
    chats.follow(GROUP, "milan", NOW)
    assert Alerts(chats.db).followers_of(evening)[1].own_clubs == {"milan"}


def test_who_is_gone_is_not_told(chats: Chats) -> None:
    chats.follow(ANNA, "arsenal", NOW)
    chats.gone(ANNA, NOW)
    assert Alerts(chats.db).followers_of([match("Arsenal", "PSV")]) == []


def test_a_chat_may_want_the_whole_evening_without_following_anybody(chats: Chats) -> None:
    Outbox(chats.db).want_whole_evening(GROUP, NOW.date())
    assert [follower.chat for follower in Alerts(chats.db).of_the_whole_evening("2018-02-22")] == [GROUP]
    assert Alerts(chats.db).of_the_whole_evening("2018-02-23") == []
