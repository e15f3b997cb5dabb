import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp
import aiohttp.web
import pytest
from telegram import Bot
from telegram.error import Conflict, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from bot.local.telegram import people
from bot.local.telegram.chats import Chat, User
from bot.local.telegram.engine import LOCAL_TOKEN, LocalTelegram
from bot.local.telegram.http import http_door
from bot.local.telegram.refusals import Fault, server_error, too_many_requests
from tests.local.bot_side import PNG


class Caller:
    """A program that speaks the Bot API by hand."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.address = address

    async def call(
        self,
        path: str,
        *,
        verb: str = "POST",
        token: str = LOCAL_TOKEN,
        **how: Any,  # noqa: ANN401 - whatever aiohttp takes
    ) -> tuple[int, Any]:
        async with self.session.request(verb, f"{self.address}/bot{token}/{path}", **how) as response:
            body = await response.json()
        assert body["ok"] is (response.status == 200)
        assert body["ok"] or body["error_code"] == response.status
        return response.status, body["result"] if body["ok"] else body["description"]


class News:
    """Wakes whoever waits whenever something happened on the local Telegram."""

    def __init__(self) -> None:
        self.heard = asyncio.Event()

    async def until(self, happened: Callable[[], bool]) -> None:
        async with asyncio.timeout(300):
            while not happened():
                self.heard.clear()
                await self.heard.wait()


@pytest.fixture
def news() -> News:
    return News()


@pytest.fixture
def telegram(news: News) -> LocalTelegram:
    telegram = LocalTelegram(lambda: datetime.now(UTC), local_mode=True)
    telegram.updates.watchers.append(news.heard.set)
    telegram.watchers.append(lambda _: news.heard.set())
    return telegram


@pytest.fixture
def fleur(telegram: LocalTelegram) -> User:
    return telegram.add_user("Fleur")


@pytest.fixture
def chat(telegram: LocalTelegram, fleur: User) -> Chat:
    chat = telegram.add_private_chat(fleur)
    people.say(telegram, chat, fleur, "/start")
    telegram.updates.take()
    return chat


@pytest.fixture
async def address(telegram: LocalTelegram) -> AsyncIterator[str]:
    async with http_door(telegram, redelivery=0.01) as address:
        yield address


@pytest.fixture
async def caller(address: str) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, address)


@pytest.fixture
async def bot(address: str) -> AsyncIterator[Bot]:
    bot = Bot(
        LOCAL_TOKEN,
        base_url=f"{address}/bot",
        request=HTTPXRequest(read_timeout=300),
        get_updates_request=HTTPXRequest(),
    )
    async with bot:
        yield bot


async def test_it_answers_on_this_machine_only(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")


async def test_a_method_is_called_in_every_form(caller: Caller, chat: Chat) -> None:
    fields = {"chat_id": str(chat.id), "text": "1-0", "reply_markup": '{"inline_keyboard": []}'}
    whole: dict[str, Any] = {"chat_id": chat.id, "text": "1-0", "reply_markup": {"inline_keyboard": []}}
    parts = aiohttp.FormData(fields, default_to_multipart=True)
    forms: list[tuple[str, dict[str, Any]]] = [
        ("GET", {"params": fields}),
        ("POST", {"params": fields}),
        ("POST", {"data": fields}),
        ("POST", {"data": parts}),
        ("POST", {"json": whole}),
        ("POST", {"json": fields}),
        ("POST", {"params": {"text": "1-0"}, "json": {"chat_id": chat.id}}),
    ]
    for verb, form in forms:
        status, message = await caller.call("sendMessage", verb=verb, **form)
        assert (status, message["text"]) == (200, "1-0")


async def test_the_name_of_a_method_may_be_written_in_any_case(caller: Caller) -> None:
    for name in ("getMe", "getme", "GETME"):
        assert (await caller.call(name))[0] == 200


async def test_a_body_that_is_no_json_object_is_refused(caller: Caller) -> None:
    for body in ("{", "[]", "\xff"):
        status, answer = await caller.call(
            "getMe", data=body.encode("latin-1"), headers={"Content-Type": "application/json"}
        )
        assert status == 400
        assert answer.startswith("Bad Request: ")


async def test_refusals_come_with_their_status(caller: Caller, chat: Chat) -> None:
    assert await caller.call("getMe", token="1:wrong") == (401, "Unauthorized")  # noqa: S106 - opens nothing
    assert await caller.call("sendMessage", json={"chat_id": 404, "text": "x"}) == (
        400,
        "Bad Request: chat not found",
    )
    chat.bot_status = "kicked"
    assert await caller.call("sendMessage", json={"chat_id": chat.id, "text": "x"}) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    async with caller.session.get(f"{caller.address}/elsewhere") as response:
        assert (response.status, (await response.json())["description"]) == (404, "Not Found")


async def test_what_telegram_does_not_know_is_remembered(telegram: LocalTelegram, caller: Caller) -> None:
    status, answer = await caller.call("sendDice")
    assert status == 500
    assert "no such method" in answer
    assert len(telegram.violations) == 1


async def test_too_many_requests_says_when_to_come_back(
    telegram: LocalTelegram, caller: Caller, chat: Chat
) -> None:
    telegram.faults.append(Fault(too_many_requests(7)))
    given = {"chat_id": chat.id, "text": "x"}
    async with caller.session.post(f"{caller.address}/bot{LOCAL_TOKEN}/sendMessage", json=given) as response:
        assert response.status == 429
        assert response.headers["Retry-After"] == "7"
        assert (await response.json())["parameters"] == {"retry_after": 7}


async def test_the_library_hears_every_fault(
    telegram: LocalTelegram, bot: Bot, chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    telegram.faults.extend(
        (
            Fault(too_many_requests(3)),
            Fault(server_error()),
            Fault(server_error(), html=True),
            Fault(lost=True),
            Fault(delay=60),
        )
    )
    before = len(chat.messages)
    for error in (RetryAfter, NetworkError, NetworkError):
        with pytest.raises(error):
            await bot.send_message(chat.id, "x")
    assert len(chat.messages) == before
    with pytest.raises(NetworkError, match="ReadError"):
        await bot.send_message(chat.id, "x")
    with pytest.raises(TimedOut):
        await bot.send_message(chat.id, "x", read_timeout=0.3)
    # Telegram had accepted the last two: not to have heard is not the same as not sent.
    assert len(chat.messages) == before + 2


async def test_a_photo_arrives_whole(telegram: LocalTelegram, bot: Bot, chat: Chat) -> None:
    sent = await bot.send_photo(chat.id, PNG, caption="2-2")
    assert sent.caption == "2-2"
    assert telegram.photos[sent.photo[-1].file_id][1] == PNG


async def test_a_long_poll_ends_when_something_is_said(
    telegram: LocalTelegram, bot: Bot, chat: Chat, fleur: User, news: News
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await news.until(lambda: telegram.updates.polled)
    people.say(telegram, chat, fleur, "/uitslag Arsenal")
    (update,) = await poll
    assert update.message
    assert update.message.text == "/uitslag Arsenal"
    assert await bot.get_updates(offset=update.update_id + 1) == ()


async def test_a_second_poller_ends_the_first(
    telegram: LocalTelegram, bot: Bot, caller: Caller, news: News
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await news.until(lambda: telegram.updates.polled)
    second = asyncio.create_task(caller.call("getUpdates", json={"timeout": 50}))
    with pytest.raises(Conflict):
        await first
    second.cancel()


async def test_a_poller_that_hung_up_is_no_poller(
    telegram: LocalTelegram, caller: Caller, news: News
) -> None:
    gone = asyncio.create_task(caller.call("getUpdates", json={"timeout": 50}))
    await news.until(lambda: telegram.updates.polled)
    gone.cancel()
    await news.until(lambda: not telegram.updates.polled)
    assert not telegram.refusals


class Hook:
    """The bot's address: takes updates, or refuses them as told."""

    def __init__(self) -> None:
        self.arrived: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        # What the next answers are; afterwards everything is taken.
        self.answers: list[tuple[int, bytes]] = []
        self.open = asyncio.Event()
        self.open.set()

    async def take(self, request: aiohttp.web.Request) -> aiohttp.web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        self.arrived.put_nowait((secret, await request.json()))
        await self.open.wait()
        status, body = self.answers.pop(0) if self.answers else (200, b"")
        return aiohttp.web.Response(status=status, body=body)

    async def text(self) -> str:
        """What is said in the next message that arrives."""
        async with asyncio.timeout(300):
            _, update = await self.arrived.get()
        return str(update["message"]["text"])


@pytest.fixture
async def hook(caller: Caller) -> AsyncIterator[Hook]:
    hook = Hook()
    application = aiohttp.web.Application()
    application.router.add_post("/hook", hook.take)
    runner = aiohttp.web.AppRunner(application, shutdown_timeout=0)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    about = {"url": f"http://127.0.0.1:{port}/hook", "secret_token": "geheim"}
    assert await caller.call("setWebhook", json=about) == (200, True)
    yield hook
    await runner.cleanup()


async def test_a_webhook_gets_every_update_with_the_secret(
    telegram: LocalTelegram, chat: Chat, fleur: User, hook: Hook, news: News
) -> None:
    people.say(telegram, chat, fleur, "/uitslag Arsenal")
    async with asyncio.timeout(300):
        secret, update = await hook.arrived.get()
    assert secret == "geheim"  # noqa: S105 - opens nothing
    assert update["message"]["text"] == "/uitslag Arsenal"
    await news.until(lambda: not len(telegram.updates))


async def test_an_update_comes_again_until_it_is_taken(
    telegram: LocalTelegram, chat: Chat, hook: Hook, news: News
) -> None:
    hook.answers = [(500, b""), (302, b""), (200, b"")]
    people.say(telegram, chat, telegram.users[chat.id], "een")
    async with asyncio.timeout(300):
        arrived = [(await hook.arrived.get())[1] for _ in range(3)]
    assert arrived[0] == arrived[1] == arrived[2]
    await news.until(lambda: not len(telegram.updates))
    error = telegram.updates.webhook["last_error_message"]
    assert error == "Wrong response from the webhook: 302 Found"
    assert hook.arrived.empty()


async def test_one_update_of_a_chat_is_on_its_way_at_a_time(
    telegram: LocalTelegram, chat: Chat, fleur: User, hook: Hook
) -> None:
    daan = telegram.add_user("Daan")
    hook.open.clear()
    for text in ("een", "twee"):
        people.say(telegram, chat, fleur, text)
    people.say(telegram, telegram.add_private_chat(daan), daan, "elders")
    assert {await hook.text(), await hook.text()} == {"een", "elders"}
    assert hook.arrived.empty()
    hook.open.set()
    assert await hook.text() == "twee"


async def test_a_webhook_may_answer_at_once(
    telegram: LocalTelegram, chat: Chat, fleur: User, hook: Hook, news: News
) -> None:
    reply = {"method": "sendMessage", "chat_id": chat.id, "text": "Arsenal door"}
    hook.answers = [(200, json.dumps(reply).encode())]
    people.say(telegram, chat, fleur, "/uitslag Arsenal")
    await news.until(lambda: list(chat.messages.values())[-1]["text"] == "Arsenal door")


async def test_without_a_webhook_updates_wait_for_a_poll(
    telegram: LocalTelegram, caller: Caller, chat: Chat, fleur: User, hook: Hook
) -> None:
    hook.answers = [(500, b"")] * 1000
    people.say(telegram, chat, fleur, "een")
    assert await hook.text() == "een"
    await caller.call("deleteWebhook")
    status, updates = await caller.call("getUpdates")
    assert status == 200
    assert [update["message"]["text"] for update in updates] == ["een"]
