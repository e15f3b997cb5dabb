"""What Telegram tells is read as far as it matters, and nothing that it may tell stops the reader."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import ChatType

from bot.transport.updates.incoming import (
    ButtonPress,
    ChatRef,
    Incoming,
    IncomingMessage,
    InlineQuery,
    Membership,
    Migration,
)
from bot.transport.updates.reading import UnreadableUpdateError, read, update_id_of
from bot.transport.updates.untrusted_json import parsed
from tests.transport.every_update import EVERY_UPDATE, altered

AT = 1_519_338_600
FLEUR = {"id": 7, "is_bot": False, "first_name": "Fleur", "language_code": "nl"}
COMMAND = [{"type": "bot_command", "offset": 0, "length": 8}]
GROUP = {"id": -7, "type": "group", "title": "Voetbal"}


def message(**parts: object) -> dict[str, Any]:
    fields = {"message_id": 3, "date": AT, "text": "/uitslag Arsenal", "entities": COMMAND, "from": FLEUR}
    return {**fields, "chat": {"id": 7, "type": "private"}, **parts}


def incoming(update: dict[str, Any]) -> Incoming | None:
    return read({"update_id": 1, **update})


def heard(update: dict[str, Any]) -> IncomingMessage:
    found = incoming(update)
    assert isinstance(found, IncomingMessage)
    return found


def test_a_question_alone_with_the_bot() -> None:
    assert heard({"message": message()}) == IncomingMessage(
        update_id=1,
        chat=ChatRef(7, ChatType.PRIVATE),
        message_id=3,
        date=datetime.fromtimestamp(AT, UTC),
        text="/uitslag Arsenal",
        is_command=True,
        edited=False,
        sender_id=7,
        speaks_as_chat=False,
        language="nl",
        thread_id=None,
    )


def test_a_question_in_a_topic_goes_back_there_and_one_under_a_reply_does_not() -> None:
    forum = {"id": -7, "type": "supergroup", "is_forum": True}
    topic = heard({"message": message(chat=forum, message_thread_id=5, is_topic_message=True)})
    assert (topic.chat.topic, topic.thread_id) == (5, 5)
    under_a_reply = heard({"message": message(chat=forum, message_thread_id=5)})
    assert (under_a_reply.chat.topic, under_a_reply.thread_id) == (None, 5)


@pytest.mark.parametrize("kind", ["edited_message", "edited_channel_post"])
def test_what_was_changed_is_known_to_be(kind: str) -> None:
    assert heard({kind: message()}).edited


def test_who_speaks_as_a_group_or_a_channel_is_that_chat() -> None:
    group = {"id": -7, "type": "supergroup"}
    incoming = heard({"message": message(chat=group, sender_chat=group)})
    assert (incoming.sender_id, incoming.speaks_as_chat, incoming.language) == (-7, True, "nl")


def test_a_channel_speaks_without_anybody() -> None:
    post = message(chat={"id": -9, "type": "channel"}, sender_chat={"id": -9, "type": "channel"})
    del post["from"]
    incoming = heard({"channel_post": post})
    assert incoming.chat.is_channel
    assert (incoming.sender_id, incoming.language) == (-9, None)


def test_a_command_in_the_middle_is_none() -> None:
    in_the_middle = [{"type": "bot_command", "offset": 3, "length": 8}]
    assert not heard({"message": message(entities=in_the_middle)}).is_command
    assert not heard({"message": message(entities=[])}).is_command


def test_what_can_not_be_seen_is_taken_out_of_what_people_type() -> None:
    assert heard({"message": message(text="/uitslag\x00 Ars\u202eenal\ud800")}).text == "/uitslag  Arsenal"
    query = incoming({"inline_query": {"id": "1", "from": FLEUR, "query": "\x00Ajax\u2067"}})
    assert isinstance(query, InlineQuery)
    assert query.text == " Ajax"


def test_a_button_that_is_pressed_tells_where_and_by_whom() -> None:
    query = {"id": "5", "from": FLEUR, "data": "r|1", "message": message(chat=GROUP, message_thread_id=9)}
    assert incoming({"callback_query": query}) == ButtonPress(
        1, "5", 7, "nl", "r|1", ChatRef(-7, ChatType.GROUP), 3, 9
    )


@pytest.mark.parametrize(
    "shown",
    [{"inline_message_id": "x"}, {"message": {"chat": GROUP, "message_id": 3, "date": 0}}, {"message": []}],
    ids=["sent inline", "too old to be shown to the bot", "not as it should be"],
)
def test_a_button_under_a_message_that_the_bot_can_not_see_is_pressed_all_the_same(shown: Any) -> None:  # noqa: ANN401
    press = incoming({"callback_query": {"id": "5", "from": FLEUR, **shown}})
    assert isinstance(press, ButtonPress)
    assert (press.chat, press.queue) == (None, 7)


def test_a_bot_that_is_sent_away_hears_of_it() -> None:
    change = {
        "chat": GROUP,
        "from": FLEUR,
        "date": AT,
        "old_chat_member": {"user": {}, "status": "member"},
        "new_chat_member": {"user": {}, "status": "kicked"},
    }
    group = ChatRef(-7, ChatType.GROUP)
    assert incoming({"my_chat_member": change}) == Membership(1, group, "kicked", "member", "nl")
    del change["old_chat_member"]
    assert incoming({"my_chat_member": change}) == Membership(1, group, "kicked", None, "nl")


def test_a_group_that_becomes_a_supergroup_has_another_id() -> None:
    moved = {"message_id": 3, "date": AT, "chat": GROUP, "migrate_to_chat_id": -1007}
    assert incoming({"message": moved}) == Migration(1, -7, -1007)


@pytest.mark.parametrize(
    "part",
    [
        {"message": message(is_automatic_forward=True)},
        {"message": {**message(), "text": None}},
        # In a group: a pinned message that the bot can't see, and an option of a poll that is gone.
        {
            "message": {
                "pinned_message": {"chat": GROUP, "message_id": 1, "date": 0},
                "chat": GROUP,
                "date": AT,
            }
        },
        {
            "message": {
                "poll_option_added": {"option_text": "Ajax"},
                "chat": GROUP,
                "message_id": 2,
                "date": AT,
            }
        },
        {"poll": {}},
        {"an_update_of_tomorrow": {"text": "?"}},
        {},
    ],
)
def test_what_leads_to_nothing_is_passed_over(part: dict[str, Any]) -> None:
    assert incoming(part) is None


def test_a_question_that_replies_to_something_strange_is_a_question() -> None:
    strange = {"message_id": 2, "date": AT, "chat": 9, "poll_option_deleted": {"poll_message": 5}}
    assert heard(
        {"message": message(reply_to_message=strange, entities=[*COMMAND, {"offset": "x"}])}
    ).is_command


def test_another_bot_is_not_answered_and_somebody_who_hides_behind_a_group_is() -> None:
    bot = FLEUR | {"is_bot": True}
    assert incoming({"message": message(**{"from": bot})}) is None
    hidden = message(**{"from": bot, "sender_chat": GROUP}, chat=GROUP)
    assert heard({"message": hidden}).speaks_as_chat


def test_a_direct_message_to_a_channel_is_answered_in_its_topic() -> None:
    chat = {"id": -1009, "type": "supergroup", "is_direct_messages": True}
    assert (
        heard({"message": message(chat=chat, direct_messages_topic={"topic_id": 77})}).chat.direct_topic == 77
    )


@pytest.mark.parametrize(
    "update",
    [
        {"message": message(date=999_999_999_999_999)},
        {"message": message(chat=12)},
        {"message": message(chat={"id": 7, "type": "a chat of tomorrow"})},
        {"my_chat_member": {"chat": {"id": 7, "type": "a chat of tomorrow"}, "new_chat_member": {}}},
        {"callback_query": {}},
        {"inline_query": None},
        {"update_id": None},
    ],
)
def test_a_question_that_is_not_as_it_should_be_is_said_to_be_unreadable(update: dict[str, Any]) -> None:
    with pytest.raises(UnreadableUpdateError):
        incoming(update)


@pytest.mark.parametrize("number", [None, True, -1, 2**63, "7", 7.0, [], {}])
def test_what_has_no_number_of_telegrams_has_none(number: object) -> None:
    assert update_id_of({"update_id": number}) is None
    assert update_id_of(number) is None


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\ud800", "nul"])
def test_what_is_no_json_is_no_json(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of whatever kind
        parsed(text)


def test_a_number_of_ten_thousand_digits_costs_nothing_but_that_number() -> None:
    assert parsed(f'{{"update_id": 5, "x": {"9" * 10_000}}}') == {"update_id": 5, "x": None}


@pytest.mark.parametrize("kind", EVERY_UPDATE)
@given(st.data())
def test_whatever_is_left_out_empty_or_of_another_kind_the_reader_reads_or_says_that_it_can_not(
    kind: str, data: st.DataObject
) -> None:
    update = data.draw(altered({"update_id": 1, kind: EVERY_UPDATE[kind]}))
    # As it is stored and read again.
    update = json.loads(json.dumps(update))
    try:
        found = read(update)
    except UnreadableUpdateError:
        return
    if found is None:
        return
    assert found.update_id == 1
    assert abs(found.queue) < 2**63
    if isinstance(found, IncomingMessage):
        for number in (found.chat.id, found.message_id, found.sender_id or 0, found.thread_id or 0):
            assert abs(number) < 2**63
        assert isinstance(found.language, str | None)
        found.text.encode()


@pytest.mark.parametrize("media", ["photo", "video", "document", "animation"])
@pytest.mark.parametrize("kind", ["message", "edited_message", "channel_post", "edited_channel_post"])
def test_a_command_under_a_picture_is_a_question(media: str, kind: str) -> None:
    under = {**message(), media: [{}], "caption": "/uitslag Arsenal", "caption_entities": COMMAND}
    del under["text"], under["entities"]
    found = heard({kind: under})
    assert (found.text, found.is_command, found.edited) == ("/uitslag Arsenal", True, "edited" in kind)


def test_what_is_no_command_under_a_picture_is_about_the_picture() -> None:
    under = {**message(), "photo": [{}], "caption": "Arsenal!", "caption_entities": []}
    del under["text"], under["entities"]
    assert incoming({"message": under}) is None
