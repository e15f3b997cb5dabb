"""What people say is read from the updates of Telegram; all else is left to the library."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update
from telegram.constants import ChatType

from bot.transport.said import Room, Said, read

if TYPE_CHECKING:
    from telegram import Bot

NOBODY = cast("Bot", None)
AT = 1_519_338_600
FLEUR = {"id": 7, "is_bot": False, "first_name": "Fleur", "language_code": "nl"}
COMMAND = [{"type": "bot_command", "offset": 0, "length": 8}]


def message(**parts: object) -> dict[str, Any]:
    said = {"message_id": 3, "date": AT, "text": "/uitslag Arsenal", "entities": COMMAND, "from": FLEUR}
    return {**said, "chat": {"id": 7, "type": "private"}, **parts}


def heard(told: dict[str, Any]) -> Said:
    said = read({"update_id": 1, **told}, NOBODY)
    assert isinstance(said, Said)
    return said


def test_a_question_alone_with_the_bot() -> None:
    assert heard({"message": message()}) == Said(
        update=1,
        room=Room(7, ChatType.PRIVATE),
        message=3,
        at=datetime.fromtimestamp(AT, UTC),
        text="/uitslag Arsenal",
        is_command=True,
        edited=False,
        speaker=7,
        speaks_as_chat=False,
        language="nl",
        thread=None,
    )


def test_a_question_in_a_topic_goes_back_there_and_one_under_a_reply_does_not() -> None:
    forum = {"id": -7, "type": "supergroup", "is_forum": True}
    topic = heard({"message": message(chat=forum, message_thread_id=5, is_topic_message=True)})
    assert (topic.room.topic, topic.thread) == (5, 5)
    under_a_reply = heard({"message": message(chat=forum, message_thread_id=5)})
    assert (under_a_reply.room.topic, under_a_reply.thread) == (None, 5)


@pytest.mark.parametrize("kind", ["edited_message", "edited_channel_post"])
def test_what_was_changed_is_known_to_be(kind: str) -> None:
    assert heard({kind: message()}).edited


def test_who_speaks_as_a_group_or_a_channel_is_that_chat() -> None:
    group = {"id": -7, "type": "supergroup"}
    said = heard({"message": message(chat=group, sender_chat=group)})
    assert (said.speaker, said.speaks_as_chat, said.language) == (-7, True, "nl")


def test_a_channel_speaks_without_anybody() -> None:
    post = message(chat={"id": -9, "type": "channel"}, sender_chat={"id": -9, "type": "channel"})
    del post["from"]
    said = heard({"channel_post": post})
    assert said.room.is_channel
    assert (said.speaker, said.language) == (-9, None)


def test_a_command_in_the_middle_is_none() -> None:
    assert not heard(
        {"message": message(entities=[{"type": "bot_command", "offset": 3, "length": 8}])}
    ).is_command
    assert not heard({"message": message(entities=[])}).is_command


@pytest.mark.parametrize(
    "told",
    [
        {"message": message(is_automatic_forward=True)},
        {"message": {**message(), "text": None}},
        {"my_chat_member": {}},
        {},
    ],
)
def test_all_else_is_the_librarys(told: dict[str, Any]) -> None:
    try:
        assert isinstance(read({"update_id": 1, **told}, NOBODY), Update)
    except (KeyError, TypeError):
        assert "my_chat_member" in told


NUMBERS = st.integers() | st.sampled_from([0, 2**63, -(2**63), 2**200])
ODD: st.SearchStrategy[object] = (
    st.none() | st.booleans() | NUMBERS | st.text(max_size=5) | st.floats() | st.just([]) | st.just({})
)


@given(st.dictionaries(st.sampled_from([*message(), "sender_chat", "message_thread_id"]), ODD))
def test_a_message_that_is_not_as_it_should_be_is_never_half_read(odd: dict[str, object]) -> None:
    try:
        said = read({"update_id": 1, "message": message(**odd)}, NOBODY)
    except Exception:  # noqa: BLE001 - whatever the library makes of it
        return
    if isinstance(said, Said):
        for number in (said.room.chat, said.message, said.speaker or 0, said.thread or 0):
            assert isinstance(number, int)
            assert abs(number) < 2**63
        assert isinstance(said.text, str)
        assert isinstance(said.language, str | None)
