"""Long polling: what Telegram writes is stored as it is, and nothing that it writes is asked for for ever."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from aiohttp import web
from telegram import Bot

from bot.local.telegram.engine import LOCAL_TOKEN
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.ingest import Intake
from bot.transport.polling import Forgetful, Polling
from bot.transport.updates.incoming import IncomingMessage

CHAT = {"id": 7, "type": "private"}
PATIENCE = 120


def update(number: int, text: str) -> str:
    message = {"message_id": number, "date": 0, "chat": CHAT | {"id": number}, "text": text}
    return json.dumps({"update_id": number, "message": message})


@dataclass
class FewWords:
    """A Telegram that has these updates, each as a text, and remembers what it was asked."""

    updates: dict[int, str]
    requests: list[tuple[int, int]] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    """What it says first instead of updates."""
    takes_guests: bool = False
    wanted: list[str] = field(default_factory=list)
    all_confirmed: asyncio.Event = field(default_factory=asyncio.Event)

    async def call(self, request: web.Request) -> web.StreamResponse:
        if request.path.endswith("/getMe"):
            about = {"id": 100001, "is_bot": True, "first_name": "Uitslagbot"}
            return web.json_response(
                {"ok": True, "result": about | {"supports_guest_queries": self.takes_guests}}
            )
        return await self.get_updates(await request.post())

    async def get_updates(self, form: Mapping[str, Any]) -> web.StreamResponse:
        self.wanted = json.loads(form["allowed_updates"])
        offset, limit = int(str(form["offset"])), int(str(form["limit"]))
        self.requests.append((offset, limit))
        if self.pages:
            return web.Response(text=self.pages.pop())
        self.updates = {number: text for number, text in self.updates.items() if number >= offset}
        if not self.updates:
            self.all_confirmed.set()
            await asyncio.sleep(PATIENCE)
        content = ",".join(list(self.updates.values())[:limit])
        return web.Response(text=f'{{"ok":true,"result":[{content}]}}')


@dataclass
class Taken:
    """What of it came in, and what was stored."""

    queue: asyncio.Queue[Any] = field(default_factory=asyncio.Queue)
    stored: dict[int, str] = field(default_factory=dict)

    @property
    def texts(self) -> list[str]:
        found = [self.queue.get_nowait() for _ in range(self.queue.qsize())]
        return [update.text for update in found if isinstance(update, IncomingMessage)]


@dataclass
class _Application:
    bot: Bot
    update_queue: asyncio.Queue[Any]


async def poll(telegram: FewWords) -> Taken:
    """Until Telegram has been told that everything was taken."""
    site = web.Application()
    site.router.add_route("*", "/{path:.*}", telegram.call)
    runner = web.AppRunner(site, handler_cancellation=True, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    taken, request = Taken(), AiohttpRequest()

    class Kept(Forgetful):
        def exchange(self, answered: Sequence[int], brought: Sequence[tuple[int, str]]) -> set[int]:
            taken.stored.update(brought)
            return super().exchange(answered, brought)

    bot = Bot(LOCAL_TOKEN, f"http://127.0.0.1:{runner.addresses[0][1]}/bot", request=request)
    try:
        await bot.initialize()
        application = cast("Any", _Application(bot, taken.queue))
        intake = Intake(Kept())
        intake.resume(application)
        polling = asyncio.create_task(Polling().bring(application, intake))
        async with asyncio.timeout(PATIENCE):
            done = asyncio.create_task(telegram.all_confirmed.wait())
            await asyncio.wait((done, polling), return_when=asyncio.FIRST_COMPLETED)
        assert not polling.done() or polling.result()
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
    finally:
        await bot.shutdown()
        await runner.cleanup()
    return taken


@pytest.fixture
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.transport.polling.FIRST_WAIT", 0.01)


async def test_what_telegram_wrote_is_stored_and_read_afterwards() -> None:
    telegram = FewWords({5: update(5, "/uitslag Ajax"), 6: update(6, "\ud83d\ude00 \ud800")})
    taken = await poll(telegram)
    assert {number: json.loads(text) for number, text in taken.stored.items()} == {
        5: json.loads(update(5, "/uitslag Ajax")),
        6: json.loads(update(6, "\ud83d\ude00 \ud800")),
    }
    assert taken.texts == ["/uitslag Ajax", "\U0001f600 "]
    assert telegram.requests == [(0, 100), (7, 100)]


@pytest.mark.parametrize("takes_guests", [False, True])
async def test_mentions_elsewhere_are_asked_for_where_the_bot_may_be_a_guest(*, takes_guests: bool) -> None:
    telegram = FewWords({5: update(5, "/uitslag Ajax")}, takes_guests=takes_guests)
    await poll(telegram)
    assert ("guest_message" in telegram.wanted) is takes_guests
    assert {"message", "callback_query", "my_chat_member"} <= {*telegram.wanted}


@pytest.mark.parametrize(
    "strange", ["[" * 20_000 + "]" * 20_000, '{"never": ended'], ids=["nested", "cut off"]
)
async def test_an_update_that_is_no_json_does_not_stand_before_all_others(
    strange: str, caplog: pytest.LogCaptureFixture
) -> None:
    updates = {5: update(5, "Ajax"), 6: f'{{"update_id":6,"message":{strange}}}', 7: update(7, "PSV")}
    telegram = FewWords(updates)
    taken = await poll(telegram)
    assert taken.texts == ["Ajax", "PSV"]
    assert [record.getMessage() for record in caplog.records] == [
        "an update can't be read and is passed over: it is no JSON"
    ]
    assert telegram.requests[-1] == (8, 100)


async def test_updates_without_a_number_of_telegrams_cost_nobody_else_an_answer() -> None:
    updates = {4: '{"update_id":"x"}', 5: update(5, "Ajax"), 6: "[]", 7: '{"update_id":7,"message":7}'}
    assert (await poll(FewWords(updates))).texts == ["Ajax"]


async def test_numbers_that_begin_anew_lower_are_taken_and_confirmed() -> None:
    class Restarted(FewWords):
        """As Telegram does after a week: what it has is told whatever number is asked for."""

        async def get_updates(self, form: Mapping[str, Any]) -> web.StreamResponse:
            self.updates = {} if len(self.requests) > 1 else self.updates
            self.requests.append((int(str(form["offset"])), int(str(form["limit"]))))
            if not self.updates:
                self.all_confirmed.set()
                await asyncio.sleep(PATIENCE)
            number = [900, 5][len(self.requests) - 1]
            return web.Response(text=f'{{"ok":true,"result":[{update(number, "Ajax")}]}}')

    telegram = Restarted({1: ""})
    assert (await poll(telegram)).texts == ["Ajax", "Ajax"]
    assert [offset for offset, _ in telegram.requests] == [0, 901, 6]


@pytest.mark.usefixtures("_no_waiting")
async def test_a_web_page_in_the_place_of_updates_is_no_reason_to_stop() -> None:
    pages = ["<html>", '{"ok":true,"result":7}', '{"ok":true}', "{}", "[]", "null"]
    telegram = FewWords({5: update(5, "Ajax")}, pages=pages)
    assert (await poll(telegram)).texts == ["Ajax"]


async def test_a_number_that_is_too_long_costs_that_number_alone() -> None:
    message = json.dumps(json.loads(update(5, "Ajax"))["message"])
    long = f'{{"update_id":5,"x":{"9" * 10_000},"message":{message}}}'
    assert (await poll(FewWords({5: long}))).texts == ["Ajax"]
