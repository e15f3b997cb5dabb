from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import PNG, BotSide, started


async def test_a_photo_is_kept_and_can_be_sent_again(telegram: LocalTelegram) -> None:
    chat_id = started(telegram)
    sent = await call(
        telegram, telegram.token, "sendPhoto", {"chat_id": chat_id, "caption": "Bracket"}, {"photo": PNG}
    )
    photo = sent.body["result"]["photo"][0]
    assert (photo["width"], photo["height"]) == (640, 360)
    assert telegram.photos[photo["file_id"]][1] == PNG
    again = await BotSide(telegram).do("sendPhoto", chat_id=chat_id, photo=photo["file_id"])
    assert again["photo"] == [photo]
    too_long = await BotSide(telegram).refused(
        "sendPhoto", chat_id=chat_id, photo=photo["file_id"], caption="x" * 1025
    )
    assert too_long == "Bad Request: message caption is too long"
    text = await call(telegram, telegram.token, "sendPhoto", {"chat_id": chat_id}, {"photo": b"no picture"})
    assert text.body["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_who_is_in_the_chat_can_be_asked(telegram: LocalTelegram, bot: BotSide) -> None:
    group, user = telegram.add_supergroup("Voetbal"), telegram.add_user("Fleur")
    group.members[user.id] = "creator"
    member = await bot.do("getChatMember", chat_id=group.id, user_id=user.id)
    assert member["status"] == "creator"
    own = await bot.do("getChatMember", chat_id=group.id, user_id=telegram.bot_id)
    assert own["status"] == "member"
    refusal = await bot.refused("getChatMember", chat_id=group.id, user_id=1)
    assert refusal == "Bad Request: PARTICIPANT_ID_INVALID"


async def test_a_menu_is_kept_per_scope_and_language(telegram: LocalTelegram, bot: BotSide) -> None:
    dutch = [{"command": "uitslag", "description": "Hoe staat het?"}]
    there = {"scope": {"type": "all_group_chats"}, "language_code": "nl"}
    await bot.do("setMyCommands", commands=dutch, **there)
    assert telegram.commands == {('{"type": "all_group_chats"}', "nl"): dutch}
    wrong = [{"command": "Uitslag", "description": "x"}]
    assert await bot.refused("setMyCommands", commands=wrong) == "Bad Request: BOT_COMMAND_INVALID"
