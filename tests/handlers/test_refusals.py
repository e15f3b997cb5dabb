"""Telegram refuses an answer: each refusal has its end, and none is tried for ever."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, TelegramError

from bot.database.chats.chats import Chats
from bot.local.telegram import people
from bot.local.telegram.refusals import Fault, bad_request, forbidden
from bot.transport.bot_api import limits_of
from bot.transport.refusals import Refusal, refusal_of
from tests.chat import A_EUROPEAN_NIGHT, Kind, LocalChat, talking
from tests.shared import answering_from_the_snapshot

QUESTION = "/uitslag@uitslagbot Arsenal"
SENT = "sendMessage"


def _chat(chats: Chats, kind: Kind) -> AbstractAsyncContextManager[LocalChat]:
    return talking(answering_from_the_snapshot(chats), kind, chats=chats)


async def test_a_group_that_became_a_supergroup_meanwhile_is_answered_there(chats: Chats) -> None:
    async with _chat(chats, "group") as chat:
        await chat.hear("/volg@uitslagbot Arsenal")
        people.say(chat.telegram, chat.chat, chat.user, QUESTION)
        new = people.migrate(chat.telegram, chat.chat)
        # The question is answered before the bot has heard of the move.
        old, before = chat.chat.id, len(chat.telegram.updates)
        assert before > 1
        assert await chat.settle() == []
        assert any("Arsenal door" in message.get("text", "") for message in new.messages.values())
        assert chats.followed_by(new.id)
        assert not chats.followed_by(old)


async def test_a_button_in_a_group_that_became_a_supergroup_is_answered_there(chats: Chats) -> None:
    async with _chat(chats, "group") as chat:
        reply = await chat.say(QUESTION)
        people.press(chat.telegram, chat.chat, chat.user, reply.id, reply.rows[0][0]["callback_data"])
        new = people.migrate(chat.telegram, chat.chat)
        assert await chat.settle() == []
        assert any("Arsenal" in message.get("text", "") for message in new.messages.values())


async def test_in_a_topic_that_was_closed_the_answer_goes_to_the_main_part_of_the_group(chats: Chats) -> None:
    async with _chat(chats, "topic") as chat:
        assert chat.chat.topics
        assert chat.topic
        people.say(chat.telegram, chat.chat, chat.user, QUESTION, topic=chat.topic)
        chat.chat.topics[chat.topic].closed = True
        (reply,) = await chat.settle()
        assert "Arsenal door" in reply.text
        assert reply.topic is None


async def test_where_the_main_part_is_closed_too_the_bot_is_silent_and_does_not_try_again(
    chats: Chats, caplog: pytest.LogCaptureFixture
) -> None:
    async with _chat(chats, "topic") as chat:
        assert chat.chat.topics
        assert chat.topic
        chat.chat.topics[chat.topic].closed = chat.chat.general_is_closed = True
        assert await chat.hear(QUESTION) == []
        assert chat.refusals == [(SENT, "Bad Request: TOPIC_CLOSED")] * 2
        assert await chat.hear("/stand@uitslagbot PSV") == []
        assert len([line for line in caplog.messages if "may not write" in line]) == 1


async def test_where_only_the_main_part_is_closed_a_question_there_costs_one_refusal(chats: Chats) -> None:
    async with _chat(chats, "topic") as chat:
        chat.chat.general_is_closed = True
        people.say(chat.telegram, chat.chat, chat.user, QUESTION)
        assert await chat.settle() == []
        assert chat.refusals == [(SENT, "Bad Request: TOPIC_CLOSED")]
        assert "Arsenal door" in (await chat.say(QUESTION)).text


@pytest.mark.parametrize(
    "fault",
    [
        Fault(bad_request("not enough rights to send photos to the chat"), method="sendPhoto"),
        Fault(bad_request("SLOWMODE_WAIT_30"), method=SENT),
    ],
    ids=["no pictures", "slow mode"],
)
async def test_a_group_without_pictures_or_in_slow_mode_is_open_to_the_outbox(
    chats: Chats, fault: Fault
) -> None:
    async with _chat(chats, "supergroup") as chat:
        chat.telegram.faults.append(fault)
        bot = chat.application.bot
        with pytest.raises(BadRequest):
            await (bot.send_photo if fault.method == "sendPhoto" else bot.send_message)(chat.chat.id, "x")
        assert not limits_of(bot).is_refused(chat.chat.id, lambda: None)


async def test_other_rights_of_the_bot_open_its_chat_to_the_outbox(chats: Chats) -> None:
    async with _chat(chats, "supergroup") as chat:
        limits = limits_of(chat.application.bot)
        chat.chat.bot_may_write = False
        assert await chat.hear(QUESTION) == []
        assert limits.is_refused(chat.chat.id, lambda: None)
        people.change_bot(chat.telegram, chat.chat, chat.user, "administrator")
        await chat.settle()
        assert not limits.is_refused(chat.chat.id, lambda: None)


async def test_where_the_bot_may_not_write_it_says_nothing_and_the_log_says_so_once(
    chats: Chats, caplog: pytest.LogCaptureFixture
) -> None:
    async with _chat(chats, "supergroup") as chat:
        chat.chat.bot_may_write = False
        for question in (QUESTION, "/stand@uitslagbot PSV", "/loting@uitslagbot"):
            assert await chat.hear(question) == []
        assert len(chat.refusals) == 3
        assert len([line for line in caplog.messages if "may not write" in line]) == 1
        chat.chat.bot_may_write = True
        assert await chat.hear("/avond@uitslagbot")


@pytest.mark.parametrize(
    "refusal", [forbidden("bot was blocked by the user"), bad_request("chat not found")], ids=str
)
async def test_a_chat_that_is_no_more_is_noted(chats: Chats, refusal: Exception) -> None:
    async with _chat(chats, "private") as chat:
        await chat.say("/volg Arsenal")
        chat.telegram.faults.append(Fault(refusal, method=SENT))  # type: ignore[arg-type] # made as one
        assert await chat.hear("/uitslag PSV") == []
        stored = chats.stored_about(chat.chat.id)
        assert stored
        assert stored.gone == A_EUROPEAN_NIGHT


async def test_who_asks_for_settings_while_telegram_does_not_say_who_leads_hears_so(chats: Chats) -> None:
    async with _chat(chats, "supergroup") as chat:
        chat.telegram.faults.append(Fault(bad_request("CHAT_ADMIN_REQUIRED"), method="getChatMember"))
        (reply,) = await chat.hear("/instellingen@uitslagbot")
        assert "mis" in reply.text
        chat.chat.members[chat.user.id] = "administrator"
        reply = await chat.say("/instellingen@uitslagbot nu")
        chat.telegram.faults.append(Fault(bad_request("CHAT_ADMIN_REQUIRED"), method="getChatMember"))
        assert await chat.pressed(reply.buttons[0]) == []
        assert "mis" in chat.notices[-1]


async def test_a_direct_message_to_a_channel_is_answered_in_its_own_topic(chats: Chats) -> None:
    async with _chat(chats, "supergroup") as chat:
        command = [{"type": "bot_command", "offset": 0, "length": 20}]
        message = {"message_id": 9, "date": chat.telegram.now(), "text": QUESTION, "entities": command}
        place = {"chat": chat.chat.json(), "direct_messages_topic": {"topic_id": 77}}
        chat.telegram.updates.add_any({"message": {**message, **place, "from": {"id": chat.user.id}}})
        (reply,) = await chat.settle()
        assert reply.message["direct_messages_topic"] == {"topic_id": 77}


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (BadRequest("Message thread not found"), Refusal.TOPIC_CLOSED),
        (BadRequest("TOPIC_DELETED"), Refusal.TOPIC_CLOSED),
        (BadRequest("Not enough rights to send text messages to the chat"), Refusal.NO_RIGHT),
        (BadRequest("CHAT_WRITE_FORBIDDEN"), Refusal.NO_RIGHT),
        (Forbidden("CHAT_WRITE_FORBIDDEN"), Refusal.NO_RIGHT),
        (BadRequest("Chat_restricted"), Refusal.NO_RIGHT),
        (BadRequest("Need administrator rights in the channel chat"), Refusal.NO_RIGHT),
        (Forbidden("bot was kicked from the supergroup chat"), Refusal.GONE),
        (Forbidden("user is deactivated"), Refusal.GONE),
        (BadRequest("Group chat was deactivated"), Refusal.GONE),
        (BadRequest("Message is not modified: specified new message content"), Refusal.NOT_MODIFIED),
        (BadRequest("Message to edit not found"), Refusal.MESSAGE_GONE),
        (BadRequest("Message can't be edited"), Refusal.MESSAGE_GONE),
        (BadRequest("Can't parse entities: unsupported start tag"), Refusal.UNEXPECTED),
        (ChatMigrated(-1007), None),
        (NetworkError("Bad Gateway"), None),
    ],
    ids=str,
)
def test_what_telegram_says_tells_what_it_means(error: TelegramError, meaning: Refusal | None) -> None:
    assert refusal_of(error) is meaning
