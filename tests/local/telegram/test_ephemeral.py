"""Messages between one member of a group and the bot, as Telegram has them since Bot API 10.2."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.local.telegram import people
from bot.local.telegram.chats import Chat, User
from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import BotSide, Clock

NO_RIGHTS = "Bad Request: not enough rights to send ephemeral messages to the chat"


@pytest.fixture
def fleur(telegram: LocalTelegram) -> User:
    return telegram.add_user("Fleur")


@pytest.fixture
def group(telegram: LocalTelegram, fleur: User) -> Chat:
    group = telegram.add_supergroup("Voetbal")
    group.members[fleur.id] = "member"
    group.bot_status = "administrator"
    return group


def _to(member: User, **more: str) -> dict[str, Any]:
    return {"ephemeral_message_parameters": {"receiver_user_id": member.id, **more}}


async def test_an_administrator_may_send_one_at_any_time(bot: BotSide, group: Chat, fleur: User) -> None:
    sent = await bot.do("sendMessage", chat_id=group.id, text="Welke club?", **_to(fleur))
    assert sent["message_id"] == 0
    assert sent["receiver_user"]["id"] == fleur.id
    assert group.messages == {}
    assert [*group.ephemeral] == [sent["ephemeral_message_id"]]


async def test_who_is_none_answers_what_was_whispered(
    bot: BotSide, telegram: LocalTelegram, group: Chat, fleur: User, clock: Clock
) -> None:
    group.bot_status = "member"
    asked_for_all = people.say(telegram, group, fleur, "/help")
    reply = {"message_id": asked_for_all["message_id"]}
    wanted = {"chat_id": group.id, "text": "Dit kan ik", **_to(fleur)}
    assert await bot.refused("sendMessage", **wanted, reply_parameters=reply) == NO_RIGHTS
    whispered = people.whisper(telegram, group, fleur, "/help")
    reply = {"ephemeral_message_id": whispered["ephemeral_message_id"]}
    sent = await bot.do("sendMessage", **wanted, reply_parameters=reply)
    assert sent["ephemeral_message_id"] != whispered["ephemeral_message_id"]
    clock.now += timedelta(seconds=16)
    assert await bot.refused("sendMessage", **wanted, reply_parameters=reply) == NO_RIGHTS


async def test_a_press_may_be_answered_by_one(
    bot: BotSide, telegram: LocalTelegram, group: Chat, fleur: User, clock: Clock
) -> None:
    group.bot_status = "member"
    keyboard = {"inline_keyboard": [[{"text": "Taal", "callback_data": "p|nl"}]]}
    sent = await bot.do("sendMessage", chat_id=group.id, text="Instellingen", reply_markup=keyboard)
    query = people.press(telegram, group, fleur, sent["message_id"], "p|nl")
    wanted = {"chat_id": group.id, "text": "Nederlands", **_to(fleur, callback_query_id=query["id"])}
    assert (await bot.do("sendMessage", **wanted))["message_id"] == 0
    clock.now += timedelta(seconds=16)
    assert await bot.refused("sendMessage", **wanted) == NO_RIGHTS


async def test_strangers_and_private_chats_get_none(
    bot: BotSide, telegram: LocalTelegram, group: Chat
) -> None:
    stranger = telegram.add_user("Sam")
    alone = telegram.add_private_chat(stranger)
    alone.bot_status = "member"
    refused = await bot.refused("sendMessage", chat_id=group.id, text="x", **_to(stranger))
    assert refused == "Bad Request: USER_NOT_PARTICIPANT"
    refused = await bot.refused("sendMessage", chat_id=alone.id, text="x", **_to(stranger))
    assert "only to groups and supergroups" in refused


async def test_one_is_edited_and_deleted_by_methods_of_its_own(
    bot: BotSide, group: Chat, fleur: User
) -> None:
    sent = await bot.do("sendMessage", chat_id=group.id, text="Welke club?", **_to(fleur))
    number = sent["ephemeral_message_id"]
    place = {"chat_id": group.id, "receiver_user_id": fleur.id, "ephemeral_message_id": number}
    assert await bot.do("editEphemeralMessageText", **place, text="Deze?") is True
    assert group.ephemeral[number]["text"] == "Deze?"
    other = {"chat_id": group.id, "message_id": number, "text": "Deze?"}
    assert await bot.refused("editMessageText", **other) == "Bad Request: message to edit not found"
    assert await bot.do("deleteEphemeralMessage", **place) is True
    assert not group.ephemeral
    assert "not found" in await bot.refused("deleteEphemeralMessage", **place)


async def test_an_older_server_shows_it_to_all(
    bot: BotSide, telegram: LocalTelegram, group: Chat, fleur: User
) -> None:
    telegram.version = (10, 1)
    sent = await bot.do("sendMessage", chat_id=group.id, text="Welke club?", **_to(fleur))
    assert sent["message_id"] in group.messages
    place = {"chat_id": group.id, "receiver_user_id": fleur.id, "ephemeral_message_id": 1}
    assert await bot.refused("deleteEphemeralMessage", **place) == "Not Found: method not found"
