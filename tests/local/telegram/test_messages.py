import pytest

from bot.local.telegram import people
from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import BotSide, started


async def test_a_text_is_measured_after_its_entities_were_parsed(
    telegram: LocalTelegram, bot: BotSide
) -> None:
    chat_id = started(telegram)
    longest = "<b>" + "&amp;" * 4096 + "</b>"
    message = await bot.do("sendMessage", chat_id=chat_id, text=longest, parse_mode="HTML")
    assert message["text"] == "&" * 4096
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]
    too_long = await bot.refused("sendMessage", chat_id=chat_id, text="x" * 4097)
    assert too_long == "Bad Request: message is too long"
    twice = await bot.refused("sendMessage", chat_id=chat_id, text="🏆" * 2049)
    assert twice == "Bad Request: message is too long"


@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>"])
async def test_nothing_is_no_message(telegram: LocalTelegram, bot: BotSide, text: str) -> None:
    refusal = await bot.refused("sendMessage", chat_id=started(telegram), text=text, parse_mode="HTML")
    assert refusal == "Bad Request: message text is empty"


async def test_white_space_around_a_message_goes(telegram: LocalTelegram, bot: BotSide) -> None:
    message = await bot.do(
        "sendMessage", chat_id=started(telegram), text="\n <b>Arsenal </b>\r\n", parse_mode="HTML"
    )
    assert message["text"] == "Arsenal"
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 7}]


async def test_wrong_html_is_refused_in_telegrams_words(telegram: LocalTelegram, bot: BotSide) -> None:
    refusal = await bot.refused("sendMessage", chat_id=started(telegram), text="1 < 2", parse_mode="HTML")
    assert refusal == 'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2'


async def test_commands_links_and_names_become_tappable(telegram: LocalTelegram, bot: BotSide) -> None:
    text = "⚽🏆 /uitslag@uitslagbot 2017/18 https://uefa.com. @fleur #ucl uefa.com"
    message = await bot.do("sendMessage", chat_id=started(telegram), text=text)
    units = text.encode("utf-16-le")
    found = [
        (
            entity["type"],
            units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le"),
        )
        for entity in message["entities"]
    ]
    assert found == [
        ("bot_command", "/uitslag@uitslagbot"),
        ("url", "https://uefa.com"),
        ("mention", "@fleur"),
        ("hashtag", "#ucl"),
        ("url", "uefa.com"),
    ]


async def test_an_edit_must_change_something(telegram: LocalTelegram, bot: BotSide) -> None:
    chat_id = started(telegram)
    buttons = {"inline_keyboard": [[{"text": "Heen", "callback_data": "1"}]]}
    sent = await bot.do("sendMessage", chat_id=chat_id, text="1-0", reply_markup=buttons)
    there = {"chat_id": chat_id, "message_id": sent["message_id"]}
    same = await bot.refused(
        "editMessageText", **there, text="<b></b>1-0", parse_mode="HTML", reply_markup=buttons
    )
    assert same.startswith("Bad Request: message is not modified: ")
    edited = await bot.do("editMessageText", **there, text="2-0")
    assert edited["text"] == "2-0"
    assert "reply_markup" not in edited
    again = await bot.refused("editMessageText", **there, text="2-0")
    assert again.startswith("Bad Request: message is not modified: ")
    with_buttons = await bot.do("editMessageText", **there, text="2-0", reply_markup=buttons)
    assert with_buttons["reply_markup"] == buttons
    assert sent["text"] == "1-0"


async def test_only_what_is_there_and_its_own_can_be_edited(telegram: LocalTelegram, bot: BotSide) -> None:
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    message = people.say(telegram, chat, user, "hoi")
    gone = await bot.refused("editMessageText", chat_id=chat.id, message_id=999, text="x")
    assert gone == "Bad Request: message to edit not found"
    others = await bot.refused("editMessageText", chat_id=chat.id, message_id=message["message_id"], text="x")
    assert others == "Bad Request: message can't be edited"


async def test_a_deleted_message_is_gone(telegram: LocalTelegram, bot: BotSide) -> None:
    chat_id = started(telegram)
    sent = await bot.do("sendMessage", chat_id=chat_id, text="x")
    assert await bot.do("deleteMessage", chat_id=chat_id, message_id=sent["message_id"]) is True
    again = await bot.refused("deleteMessage", chat_id=chat_id, message_id=sent["message_id"])
    assert again == "Bad Request: message to delete not found"


async def test_the_oldest_messages_of_a_chat_are_forgotten(telegram: LocalTelegram, bot: BotSide) -> None:
    chat_id = started(telegram)
    for _ in range(1005):
        await bot.do("sendMessage", chat_id=chat_id, text="goal")
    assert len(telegram.chats[chat_id].messages) == 1000
