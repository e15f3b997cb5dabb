"""The outbox: every event once to a chat, what matters most first, and nothing lost in between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.facts import ChatKind
from bot.database.chats.match_states import StateRow
from bot.database.chats.outbox import Outbox, live_event
from bot.database.chats.outgoing import MessageKind, OutgoingMessage
from bot.database.errors import DatabaseError
from bot.football.events.alerting import AlertSettings

NOW = datetime(2018, 2, 22, 20, 27, tzinfo=UTC)
EVENING = date(2018, 2, 22)
ANNA, GROUP, SUPERGROUP = 1001, -4001, -1004001


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    with closing(open_chats(tmp_path / "chats.db")) as db:
        for chat in (ANNA, GROUP):
            Chats(db).mark_active(chat, ChatKind.PRIVATE if chat > 0 else ChatKind.GROUP, NOW)
        yield Outbox(db)


def goal(chat: int, event: str = "goal home 1.0", html: str = "1-0", **about: datetime) -> OutgoingMessage:
    return OutgoingMessage(chat, event, MessageKind.GOAL, html, about.get("due", NOW), about.get("deadline"))


def live(html: str, due: datetime = NOW, chat: int = ANNA) -> OutgoingMessage:
    return OutgoingMessage(chat, live_event(EVENING), MessageKind.LIVE, html, due)


def waiting(outbox: Outbox, now: datetime = NOW) -> list[str]:
    return [delivery.message.html for delivery in outbox.next(now, (), 100)]


def test_an_event_is_told_once_to_a_chat_however_often_it_is_put_in(outbox: Outbox) -> None:
    outbox.put([goal(ANNA), goal(GROUP)])
    outbox.put([goal(ANNA, html="again")])
    assert waiting(outbox) == ["1-0", "1-0"]
    (first, _) = outbox.next(NOW, (), 2)
    outbox.sending(first.id)
    outbox.sent(first.id, 7)
    outbox.put([goal(ANNA, html="again")])
    assert waiting(outbox) == ["1-0"]


def test_goals_go_before_ends_and_ends_before_the_live_message(outbox: Outbox) -> None:
    outbox.put(
        [live("live"), OutgoingMessage(ANNA, "end", MessageKind.NEWS, "end", NOW - timedelta(seconds=9))]
    )
    outbox.put([goal(ANNA)])
    assert waiting(outbox) == ["1-0", "end", "live"]


def test_what_must_wait_waits_and_so_do_chats_that_must(outbox: Outbox) -> None:
    later = NOW + timedelta(seconds=60)
    outbox.put([goal(ANNA, due=later), goal(GROUP)])
    assert [delivery.message.chat for delivery in outbox.next(NOW, (), 9)] == [GROUP]
    assert outbox.next(NOW, {GROUP}, 9) == []
    assert outbox.next_due() == NOW
    assert [delivery.message.chat for delivery in outbox.next(later, (), 9)] == [GROUP, ANNA]


def test_an_alert_cut_off_in_the_middle_counts_as_sent_but_an_edit_is_made_again(outbox: Outbox) -> None:
    outbox.put([goal(ANNA), live("0-1")])
    for delivery in outbox.next(NOW, (), 9):
        outbox.sending(delivery.id)
    outbox.recover()
    assert waiting(outbox) == ["0-1"]
    assert outbox.states() == {"unknown": 1, "waiting": 1}


def test_the_scorer_goes_into_an_alert_that_still_waits(outbox: Outbox) -> None:
    outbox.put([goal(ANNA)])
    outbox.put([OutgoingMessage(ANNA, "goal home 1.0", MessageKind.DETAIL, "1-0 Welbeck", NOW)])
    assert waiting(outbox) == ["1-0 Welbeck"]


def test_the_scorer_of_an_alert_that_went_out_is_an_edit_of_it(outbox: Outbox) -> None:
    outbox.put([goal(ANNA)])
    outbox.sent(outbox.next(NOW, (), 1)[0].id, 7)
    for scorer in ("1-0 Welbeck", "1-0 Elneny"):
        outbox.put([OutgoingMessage(ANNA, "goal home 1.0", MessageKind.DETAIL, scorer, NOW)])
    (edit,) = outbox.next(NOW, (), 9)
    assert edit.message.kind is MessageKind.DETAIL
    assert edit.message.html == "1-0 Elneny"
    assert outbox.message_of(ANNA, "goal home 1.0") == 7


def test_who_was_not_told_of_a_goal_is_not_told_who_scored_it(outbox: Outbox) -> None:
    outbox.put([OutgoingMessage(ANNA, "goal home 1.0", MessageKind.DETAIL, "1-0 Welbeck", NOW)])
    assert waiting(outbox) == []
    assert outbox.message_of(ANNA, "goal home 1.0") is None


def test_a_newer_content_of_the_live_message_takes_the_place_of_one_that_nobody_saw(outbox: Outbox) -> None:
    outbox.put([live("0-0"), live("0-0", chat=GROUP)])
    outbox.put([live("0-1", NOW + timedelta(seconds=60))])
    assert waiting(outbox, NOW + timedelta(seconds=60)) == ["0-0", "0-1"]


def test_a_chat_that_waits_on_purpose_sees_one_content_after_another(outbox: Outbox) -> None:
    Alerts(outbox.db).save(ANNA, AlertSettings(delay=60))
    for seconds, html in ((60, "0-0"), (62, "0-1"), (90, "0-2")):
        outbox.put([live(html, NOW + timedelta(seconds=seconds))])
    soon, later = NOW + timedelta(seconds=62), NOW + timedelta(seconds=90)
    assert waiting(outbox, soon) == ["0-1"]
    assert waiting(outbox, later) == ["0-1", "0-2"]
    newest = outbox.newest_live(ANNA, later)
    assert newest
    assert newest.message.html == "0-2"
    assert waiting(outbox, later) == ["0-2"]
    outbox.put_off(newest.id, later + timedelta(seconds=5))
    assert outbox.newest_live(ANNA, later) is None


def test_the_live_message_is_known_once_it_is_sent(outbox: Outbox) -> None:
    assert outbox.evening_message(ANNA, EVENING) is None
    outbox.put([live("0-1")])
    message = outbox.evening_message(ANNA, EVENING)
    assert message
    assert (message.message, message.whole) == (None, False)
    outbox.evening_message_sent(ANNA, EVENING, 9, "0-1")
    outbox.want_whole_evening(ANNA, EVENING)
    message = outbox.evening_message(ANNA, EVENING)
    assert message
    assert (message.message, message.html, message.whole) == (9, "0-1", True)


def test_what_is_told_and_what_is_believed_are_saved_together_or_not_at_all(outbox: Outbox) -> None:
    stranger = 404
    with pytest.raises(DatabaseError):
        outbox.put([goal(ANNA), live("0-1", chat=stranger)], [StateRow("match x", EVENING, "{}")])
    assert waiting(outbox) == []
    assert outbox.db["watched"].count == 0


def test_a_chat_that_is_gone_gets_nothing_any_more(outbox: Outbox) -> None:
    outbox.put([goal(ANNA), goal(GROUP)])
    outbox.drop_chat(ANNA)
    assert [delivery.message.chat for delivery in outbox.next(NOW, (), 9)] == [GROUP]


def test_a_group_that_becomes_a_supergroup_takes_its_outbox_along(outbox: Outbox) -> None:
    outbox.put([goal(GROUP), live("0-1", chat=GROUP)])
    outbox.evening_message_sent(GROUP, EVENING, 9, "0-0")
    Chats(outbox.db).migrate(GROUP, SUPERGROUP)
    assert [delivery.message.chat for delivery in outbox.next(NOW, (), 9)] == [SUPERGROUP, SUPERGROUP]
    message = outbox.evening_message(SUPERGROUP, EVENING)
    assert message
    assert message.message is None


def test_yesterday_is_forgotten(outbox: Outbox) -> None:
    outbox.put([goal(ANNA), live("0-1")], [StateRow("match x", EVENING, "{}")])
    outbox.prune(NOW + timedelta(days=2))
    assert [outbox.db[table].count for table in ("outbox", "live_messages", "watched")] == [0, 0, 0]


def test_what_surely_was_not_sent_goes_later_and_what_was_refused_does_not(outbox: Outbox) -> None:
    outbox.put([goal(ANNA), goal(GROUP)])
    anna, group = outbox.next(NOW, (), 9)
    for delivery in (anna, group):
        outbox.sending(delivery.id)
    outbox.wait(anna.id)
    outbox.refused(group.id)
    assert [delivery.message.chat for delivery in outbox.next(NOW, (), 9)] == [ANNA]
    outbox.unknown(anna.id)
    assert waiting(outbox) == []
