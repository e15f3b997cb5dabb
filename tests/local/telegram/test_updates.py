import asyncio
from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

from bot.local.telegram import people
from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import BotSide, Clock


async def test_updates_come_again_until_their_offset_is_passed(telegram: LocalTelegram, bot: BotSide) -> None:
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    for text in ("een", "twee", "drie"):
        people.say(telegram, chat, user, text)
    first = await bot.do("getUpdates", limit=2)
    assert [update["message"]["text"] for update in first] == ["een", "twee"]
    assert await bot.do("getUpdates", limit=2) == first
    rest = await bot.do("getUpdates", offset=first[-1]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["drie"]
    assert len(await bot.do("getUpdates", offset=-1)) == 1
    assert await bot.do("getUpdates", offset=rest[-1]["update_id"] + 1) == []


async def test_updates_are_kept_for_a_day(telegram: LocalTelegram, bot: BotSide, clock: Clock) -> None:
    user = telegram.add_user("Fleur")
    people.say(telegram, telegram.add_private_chat(user), user, "gisteren")
    clock.now += timedelta(hours=24, seconds=1)
    assert await bot.do("getUpdates") == []


async def test_allowed_updates_hold_until_they_are_changed(telegram: LocalTelegram, bot: BotSide) -> None:
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    await bot.do("getUpdates", allowed_updates=["edited_message"])
    message = people.say(telegram, chat, user, "een")
    people.edit(telegram, chat, message["message_id"], "één")
    assert [list(update)[1] for update in await bot.do("getUpdates")] == ["edited_message"]
    await bot.do("getUpdates", offset=-1, allowed_updates=[])
    people.say(telegram, chat, user, "twee")
    assert list((await bot.do("getUpdates"))[-1])[1] == "message"


async def test_a_long_poll_ends_when_something_is_said(telegram: LocalTelegram, bot: BotSide) -> None:
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    poll = await _begun(bot.do("getUpdates", timeout=50))
    people.say(telegram, chat, user, "hoi")
    assert [update["message"]["text"] for update in await poll] == ["hoi"]


async def test_a_second_poller_ends_the_first(telegram: LocalTelegram, bot: BotSide) -> None:
    first = await _begun(bot.refused("getUpdates", timeout=50))
    second = await _begun(bot.do("getUpdates", timeout=50))
    assert (await first).startswith("Conflict: terminated by other getUpdates request")
    assert telegram.refusals[0][0] == "getUpdates"
    user = telegram.add_user("Fleur")
    people.say(telegram, telegram.add_private_chat(user), user, "hoi")
    assert [update["message"]["text"] for update in await second] == ["hoi"]


async def test_who_does_not_wait_ends_nobodys_poll(telegram: LocalTelegram, bot: BotSide) -> None:
    first = await _begun(bot.do("getUpdates", timeout=50))
    assert await bot.do("getUpdates") == []
    user = telegram.add_user("Fleur")
    people.say(telegram, telegram.add_private_chat(user), user, "hoi")
    assert [update["message"]["text"] for update in await first] == ["hoi"]


async def test_a_webhook_ends_the_poll(bot: BotSide) -> None:
    poll = await _begun(bot.refused("getUpdates", timeout=50))
    await bot.do("setWebhook", url="https://example.org/hook")
    assert (await poll) == "Conflict: terminated by setWebhook request"


async def test_nobody_polls_while_a_webhook_is_set(telegram: LocalTelegram, bot: BotSide) -> None:
    await bot.do("setWebhook", url="https://example.org/hook", secret_token="geheim")  # noqa: S106 - opens nothing
    assert (await bot.refused("getUpdates")).startswith("Conflict: can't use getUpdates method while webhook")
    assert telegram.updates.webhook["url"] == "https://example.org/hook"
    await bot.do("deleteWebhook")
    assert await bot.do("getUpdates") == []
    for url in ("http://example.org", "https://example.org:8080"):
        assert (await bot.refused("setWebhook", url=url)).startswith("Bad Request: bad webhook: ")


async def _begun(coming: Awaitable[Any]) -> asyncio.Task[Any]:
    """The task after it has taken its first step."""

    async def wait() -> Any:  # noqa: ANN401 - whatever comes
        return await coming

    task = asyncio.create_task(wait())
    for _ in range(3):
        await asyncio.sleep(0)
    return task
