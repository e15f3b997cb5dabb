from datetime import timedelta
from typing import Any

import pytest

from bot.local.telegram import people
from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.refusals import LocalTelegramError
from tests.local.bot_side import BotSide, Clock, started


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "url": "nergens"}, "inline keyboard button URL 'nergens' is invalid: Wrong HTTP URL"),
        ({"text": " ", "callback_data": "x"}, "text of an inline keyboard button must be non-empty"),
        ({"text": "x"}, "text buttons are unallowed in the inline keyboard"),
    ],
)
async def test_buttons_are_checked_one_by_one(
    telegram: LocalTelegram, bot: BotSide, button: dict[str, str], refusal: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    given = await bot.refused("sendMessage", chat_id=started(telegram), text="x", reply_markup=markup)
    assert given == f"Bad Request: {refusal}"


async def test_a_switch_to_inline_needs_inline_mode_and_is_not_for_channels(clock: Clock) -> None:
    markup = {"inline_keyboard": [[{"text": "Deel", "switch_inline_query": "Arsenal"}]]}
    with_inline, without = LocalTelegram(clock), LocalTelegram(clock, inline_mode=False)
    await BotSide(with_inline).do("sendMessage", chat_id=started(with_inline), text="x", reply_markup=markup)
    channel = with_inline.add_channel("Uitslagen")
    for telegram, chat_id in ((without, started(without)), (with_inline, channel.id)):
        refusal = await BotSide(telegram).refused(
            "sendMessage", chat_id=chat_id, text="x", reply_markup=markup
        )
        assert refusal == "Bad Request: BUTTON_TYPE_INVALID"


async def test_a_query_is_answered_once_and_in_time(
    telegram: LocalTelegram, bot: BotSide, clock: Clock
) -> None:
    chat_id = started(telegram)
    markup = {"inline_keyboard": [[{"text": "Heen", "callback_data": "leg:1"}]]}
    sent = await bot.do("sendMessage", chat_id=chat_id, text="x", reply_markup=markup)
    chat, user = telegram.chats[chat_id], telegram.users[chat_id]
    query = people.press(telegram, chat, user, sent["message_id"], "leg:1")
    too_long = await bot.refused("answerCallbackQuery", callback_query_id=query["id"], text="x" * 201)
    assert too_long == "Bad Request: MESSAGE_TOO_LONG"
    assert await bot.do("answerCallbackQuery", callback_query_id=query["id"]) is True
    late = people.press(telegram, chat, user, sent["message_id"], "leg:1")
    clock.now += timedelta(minutes=2)
    for query_id in (query["id"], late["id"], "nonsense"):
        refusal = await bot.refused("answerCallbackQuery", callback_query_id=query_id)
        assert refusal == (
            "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )


async def test_inline_answers_are_kept_for_whoever_asks_the_same(
    telegram: LocalTelegram, bot: BotSide
) -> None:
    fleur, sven = telegram.add_user("Fleur"), telegram.add_user("Sven")
    query = people.ask_inline(telegram, fleur, "Arsenal")
    article = {
        "type": "article",
        "id": "arsenal",
        "title": "Arsenal",
        "input_message_content": {"message_text": "<b>door</b>", "parse_mode": "HTML"},
    }
    twice = await _refused_inline(bot, people.ask_inline(telegram, fleur, "x"), [article, article])
    assert twice == "Bad Request: RESULT_ID_DUPLICATE"
    long_id = await _refused_inline(
        bot, people.ask_inline(telegram, fleur, "y"), [article | {"id": "é" * 33}]
    )
    assert long_id == "Bad Request: RESULT_ID_INVALID"
    assert await bot.do("answerInlineQuery", inline_query_id=query["id"], results=[article]) is True
    telegram.updates.take()
    assert people.ask_inline(telegram, sven, "Arsenal")["results"] == [article]
    assert telegram.updates.take() == []


async def _refused_inline(bot: BotSide, query: dict[str, Any], results: list[dict[str, Any]]) -> str:
    return await bot.refused("answerInlineQuery", inline_query_id=query["id"], results=results)


@pytest.mark.parametrize(
    "markup",
    [
        {"inline_keyboard": "Heenduel"},
        {"inline_keyboard": [["Heenduel"]]},
        {"inline_keyboard": [[{"text": "x", "callback_data": "x", "url": "https://uefa.com"}]]},
        {"inline_keyboard": [[{"text": "x", "pay": True}]]},
        {"knoppen": []},
    ],
)
async def test_what_is_no_keyboard_fails_loudly(telegram: LocalTelegram, markup: dict[str, object]) -> None:
    given = {"chat_id": started(telegram), "text": "x", "reply_markup": markup}
    with pytest.raises(LocalTelegramError):
        await call(telegram, telegram.token, "sendMessage", given)


async def test_a_message_carries_a_hundred_buttons_at_most(telegram: LocalTelegram, bot: BotSide) -> None:
    chat_id = started(telegram)
    rows = {"inline_keyboard": [[], [{"text": "UEFA", "url": "https://www.uefa.com"}]]}
    sent = await bot.do("sendMessage", chat_id=chat_id, text="x", reply_markup=rows)
    assert sent["reply_markup"]["inline_keyboard"] == rows["inline_keyboard"][1:]
    without = await bot.do("sendMessage", chat_id=chat_id, text="x", reply_markup={"inline_keyboard": []})
    assert "reply_markup" not in without
    crowd = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 5] * 21}
    refusal = await bot.refused("sendMessage", chat_id=chat_id, text="x", reply_markup=crowd)
    assert refusal == "Bad Request: reply markup is too long"
