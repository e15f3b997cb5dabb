from bot.local.telegram import people
from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import BotSide, started


async def test_a_reply_needs_its_message_unless_it_says_otherwise(
    telegram: LocalTelegram, bot: BotSide
) -> None:
    chat_id = started(telegram)
    missing = await bot.refused(
        "sendMessage", chat_id=chat_id, text="x", reply_parameters={"message_id": 999}
    )
    assert missing == "Bad Request: message to be replied not found"
    sent = await bot.do(
        "sendMessage",
        chat_id=chat_id,
        text="x",
        reply_parameters={"message_id": 999, "allow_sending_without_reply": True},
    )
    assert "reply_to_message" not in sent


async def test_an_answer_goes_to_its_topic(telegram: LocalTelegram, bot: BotSide) -> None:
    forum, plain = telegram.add_forum("Europese avonden"), telegram.add_supergroup("Eén gesprek")
    topic = telegram.add_topic(forum, "Europa League")
    sent = await bot.do("sendMessage", chat_id=forum.id, text="x", message_thread_id=topic)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    under = await bot.do(
        "sendMessage", chat_id=forum.id, text="y", reply_parameters={"message_id": sent["message_id"]}
    )
    assert under["message_thread_id"] == topic
    for chat_id, thread in ((forum.id, topic + 50), (plain.id, 1), (started(telegram), 1)):
        refusal = await bot.refused("sendMessage", chat_id=chat_id, text="x", message_thread_id=thread)
        assert refusal == "Bad Request: message thread not found"


async def test_a_reply_in_a_group_without_topics_carries_a_thread_that_is_no_topic(
    telegram: LocalTelegram, bot: BotSide
) -> None:
    group, user = telegram.add_supergroup("Eén gesprek"), telegram.add_user("Fleur")
    sent = await bot.do("sendMessage", chat_id=group.id, text="x")
    message = people.say(telegram, group, user, "echt?", reply_to=sent["message_id"])
    assert message["message_thread_id"] == sent["message_id"]
    assert "is_topic_message" not in message


async def test_a_bot_cannot_write_where_it_is_not_welcome(telegram: LocalTelegram, bot: BotSide) -> None:
    user = telegram.add_user("Fleur")
    stranger = telegram.add_private_chat(user)
    blocked = telegram.chats[started(telegram)]
    kicked, left = telegram.add_supergroup("Weg"), telegram.add_supergroup("Verlaten")
    people.change_bot(telegram, blocked, telegram.users[blocked.id], "kicked")
    people.change_bot(telegram, kicked, user, "kicked")
    people.change_bot(telegram, left, user, "left")
    for chat_id, refusal in (
        (stranger.id, "Forbidden: bot can't initiate conversation with a user"),
        (blocked.id, "Forbidden: bot was blocked by the user"),
        (kicked.id, "Forbidden: bot was kicked from the supergroup chat"),
        (left.id, "Forbidden: bot is not a member of the supergroup chat"),
        (12345, "Bad Request: chat not found"),
    ):
        assert await bot.refused("sendMessage", chat_id=chat_id, text="x") == refusal
    kinds = [next(kind for kind in update if kind != "update_id") for update in telegram.updates.take()]
    assert kinds == ["my_chat_member"] * 3


async def test_a_group_that_became_a_supergroup_says_where_it_went(
    telegram: LocalTelegram, bot: BotSide
) -> None:
    group = telegram.add_group("Voetbal")
    supergroup = people.migrate(telegram, group)
    response = await call(telegram, telegram.token, "sendMessage", {"chat_id": group.id, "text": "x"})
    assert response.body["parameters"] == {"migrate_to_chat_id": supergroup.id}
    assert (await bot.do("sendMessage", chat_id=supergroup.id, text="x"))["message_id"] > 0
    notices = [update["message"] for update in telegram.updates.take()]
    assert notices[0]["migrate_to_chat_id"] == supergroup.id
    assert notices[1]["migrate_from_chat_id"] == group.id


async def test_where_general_is_closed_only_an_administrator_writes(
    telegram: LocalTelegram, bot: BotSide
) -> None:
    forum = telegram.add_forum("Europese avonden")
    topic = telegram.add_topic(forum, "Europa League")
    forum.general_is_closed = True
    assert await bot.refused("sendMessage", chat_id=forum.id, text="x") == "Bad Request: TOPIC_CLOSED"
    sent = await bot.do("sendMessage", chat_id=forum.id, text="x", message_thread_id=topic)
    reply = {"message_id": sent["message_id"]}
    assert await bot.do("sendMessage", chat_id=forum.id, text="y", reply_parameters=reply)
    forum.bot_status = "administrator"
    assert await bot.do("sendMessage", chat_id=forum.id, text="z")
