import asyncio
from datetime import UTC, datetime

import pytest
from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import MessageHandler, filters

from bot.local.request import LocalRequest, running
from bot.local.telegram import people
from bot.local.telegram.engine import LOCAL_TOKEN, LocalTelegram
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from bot.transport.updates.reading import WANTED
from tests.local.bot_side import PNG
from tests.transport.echo import Context, build_echo


@pytest.fixture
def telegram() -> LocalTelegram:
    return LocalTelegram(lambda: datetime(2018, 2, 22, 22, 30, tzinfo=UTC))


@pytest.fixture
def bot(telegram: LocalTelegram) -> Bot:
    return Bot(LOCAL_TOKEN, request=LocalRequest(telegram), get_updates_request=LocalRequest(telegram))


@pytest.fixture
def chat_id(telegram: LocalTelegram) -> int:
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    people.say(telegram, chat, user, "/start")
    telegram.updates.take()
    return chat.id


async def test_the_library_reads_every_answer(telegram: LocalTelegram, bot: Bot, chat_id: int) -> None:
    async with bot:
        assert bot.username == "uitslagbot"
        message = await bot.send_message(chat_id, "<b>1-0</b>", parse_mode="HTML")
        assert message.text_html == "<b>1-0</b>"
        photo = await bot.send_photo(chat_id, PNG, caption="x")
        assert photo.photo[0].width == 640
        commands = [BotCommand("uitslag", "Hoe staat het?")]
        scope = BotCommandScopeAllGroupChats()
        assert await bot.set_my_commands(commands, scope=scope, language_code="nl")
        assert (await bot.get_chat_member(chat_id, chat_id)).status == "member"
        assert await bot.delete_message(chat_id, message.message_id)
    assert telegram.violations == []


async def test_refusals_arrive_as_the_librarys_errors(
    telegram: LocalTelegram, bot: Bot, chat_id: int
) -> None:
    group = telegram.add_group("Voetbal")
    supergroup = people.migrate(telegram, group)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "x")
    assert migrated.value.new_chat_id == supergroup.id
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(chat_id, " ")
    telegram.chats[chat_id].bot_status = "kicked"
    with pytest.raises(Forbidden):
        await bot.send_message(chat_id, "x")
    with pytest.raises(InvalidToken):
        await Bot("1:wrong", request=LocalRequest(telegram)).get_me()


async def test_faults_arrive_as_the_librarys_errors(
    telegram: LocalTelegram, bot: Bot, chat_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without it the library warns of its own future when it makes a RetryAfter.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    telegram.faults.extend(
        (Fault(too_many_requests(3)), Fault(server_error()), Fault(lost=True), Fault(delay=60))
    )
    for error in (RetryAfter, NetworkError, NetworkError, TimedOut):
        with pytest.raises(error):
            await bot.send_message(chat_id, "x")
    # Telegram had accepted the last two: not to have heard is not the same as not sent.
    assert len(telegram.chats[chat_id].messages) == 3


async def test_what_telegram_does_not_know_is_remembered_however_it_is_caught(
    telegram: LocalTelegram, bot: Bot, chat_id: int
) -> None:
    with pytest.raises(NetworkError):
        await bot.send_dice(chat_id)
    assert telegram.violations == ["sendDice: no such method, or the local Telegram does not play it"]


async def test_the_updater_polls_until_it_is_stopped(telegram: LocalTelegram) -> None:
    application = build_echo(LocalRequest(telegram))
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    answered = asyncio.Event()
    telegram.watchers.append(lambda _: answered.set())

    async def repeat(update: Update, _: Context) -> None:
        if update.message:
            await update.message.reply_text(f"{update.message.text}!")

    # The library's own updater brings the library's own updates.
    application.add_handler(MessageHandler(filters.TEXT, repeat))
    async with running(application):
        assert application.updater
        await application.updater.start_polling(allowed_updates=WANTED)
        people.say(telegram, chat, user, "/uitslag Arsenal")
        await asyncio.wait_for(answered.wait(), 5)
        await application.updater.stop()
    assert len(telegram.updates) == 0
    assert [message["text"] for message in chat.messages.values()][-1] == "/uitslag Arsenal!"
    assert telegram.violations == []


async def test_the_library_reads_how_the_bot_stands_in_a_chat(telegram: LocalTelegram, bot: Bot) -> None:
    group, user = telegram.add_supergroup("Voetbal"), telegram.add_user("Fleur")
    people.change_bot(telegram, group, user, "administrator")
    people.change_bot(telegram, group, user, "kicked")
    changes = [Update.de_json(update, bot).my_chat_member for update in telegram.updates.take()]
    assert [change.new_chat_member.status for change in changes if change] == ["administrator", "kicked"]
