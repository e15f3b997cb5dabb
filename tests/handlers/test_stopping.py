"""A button that is pressed while the bot stops: nothing is said too soon, and nothing is lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.app.wiring import build_application
from bot.database.chats.chats import Chats
from bot.database.chats.inbox import Inbox
from bot.local.request import LocalRequest, running
from bot.local.telegram import people
from bot.local.telegram.engine import LOCAL_TOKEN, Happening, LocalTelegram
from bot.local.telegram.refusals import Fault
from bot.transport.ingest import Intake
from tests.chat import A_EUROPEAN_NIGHT
from tests.shared import answering_from_the_snapshot

EDIT = "editMessageText"


@asynccontextmanager
async def started(telegram: LocalTelegram, chats: Chats) -> AsyncIterator[Intake]:
    """The bot from a start to its stop; what it does not answer stays in the database of chats."""
    intake = Intake(Inbox(chats, telegram.clock))
    application = build_application(
        answering_from_the_snapshot(chats),
        LOCAL_TOKEN,
        LocalRequest(telegram),
        chats=chats,
        processor=intake.processor(),
        clock=telegram.clock,
    )
    async with running(application):
        intake.resume(application)
        for update in telegram.updates.take():
            await intake.take(update, json.dumps(update))
        yield intake
        intake.stop()
        await intake.break_off()
    intake.flush()


async def _until(happened: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not happened():  # noqa: ASYNC110 - Telegram tells those who watch it, and nobody waits for that
            await asyncio.sleep(0)


async def test_a_press_that_a_stop_breaks_off_is_answered_after_the_next_start(chats: Chats) -> None:
    telegram = LocalTelegram(lambda: A_EUROPEAN_NIGHT)
    fleur = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(fleur)
    happenings: list[Happening] = []
    telegram.watchers.append(happenings.append)

    def of_kind(kind: str) -> list[Happening]:
        return [happening for happening in happenings if happening.kind == kind]

    people.say(telegram, chat, fleur, "/uitslag Arsenal")
    async with started(telegram, chats):
        await _until(lambda: of_kind("sent"))
    (answer,) = of_kind("sent")
    buttons = [button for row in answer.content["reply_markup"]["inline_keyboard"] for button in row]
    season = next(button["callback_data"] for button in buttons if button["text"] == "Hele seizoen 2017/18")

    people.press(telegram, chat, fleur, answer.content["message_id"], season)
    telegram.faults.append(Fault(delay=4, method=EDIT))
    async with started(telegram, chats):
        await _until(lambda: of_kind("edited"))
    # An answer to the press would be the only one that Telegram takes, and it is not known yet.
    assert of_kind("answered") == []

    async with started(telegram, chats):
        await _until(lambda: of_kind("answered"))
    assert [heard.content.get("text", "") for heard in of_kind("answered")] == [""]
    assert "🏆 Arsenal 2017/18" in chat.messages[answer.content["message_id"]]["text"]
    assert Inbox(chats, telegram.clock).waiting() == []
