"""What is posted to the bot is taken once, and nothing but Telegram's own is taken at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transport.ingest import NotStoredError
from bot.transport.metrics import Metrics
from bot.transport.updates.reading import UnreadableUpdateError, update_id_of
from bot.transport.webhook import LARGEST, SECRET, Webhook, webhook_application

SECRET_SAID = "only-telegram-knows-this"  # noqa: S105 - opens nothing
URL = "https://bot.example.org/telegram/in"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}}


@dataclass
class Site:
    """The application behind its door, and what it took."""

    taken: list[dict[str, Any]] = field(default_factory=list)
    health: dict[str, Any] = field(default_factory=lambda: {"ok": True})
    full: bool = False

    async def take(self, posted: Any, content: str) -> None:  # noqa: ANN401 - whatever is posted
        if self.full:
            raise NotStoredError("the disk is full")
        if update_id_of(posted) is None:
            raise UnreadableUpdateError("an update without a number")
        assert json.loads(content) == posted
        self.taken.append(posted)

    async def ask(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> httpx.Response:
        webhook = Webhook(URL, SECRET_SAID, "127.0.0.1", 0, Metrics(), lambda: self.health)
        transport = httpx.ASGITransport(webhook_application(webhook, self.take), raise_app_exceptions=True)
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
            return await client.request(method, path, content=body, headers=dict(headers or {}))

    async def post(self, body: bytes, secret: str = SECRET_SAID) -> int:
        return (await self.ask("POST", "/telegram/in", body, {SECRET.decode(): secret})).status_code


async def test_what_telegram_posts_is_taken() -> None:
    site = Site()
    assert await site.post(json.dumps(UPDATE).encode()) == 200
    assert site.taken == [UPDATE]


@pytest.mark.parametrize("secret", ["", "only-telegram-knows-thi", "only-telegram-knows-this!", "x" * 5000])
async def test_whoever_does_not_know_the_secret_is_turned_away(secret: str) -> None:
    site = Site()
    assert await site.post(json.dumps(UPDATE).encode(), secret) == 403
    assert site.taken == []


async def test_what_can_not_be_stored_is_to_be_posted_again() -> None:
    assert await Site(full=True).post(json.dumps(UPDATE).encode()) == 503


async def test_more_than_any_update_is_not_read() -> None:
    site = Site()
    assert await site.post(b" " * (LARGEST + 1)) == 413
    assert site.taken == []


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"[]", b"null", b'"x"', b"{}", b'{"update_id": true}', b'{"update_id": -1}'),
        *(b'{"update_id": "7"}', b'{"update_id": 9223372036854775808}', b"\xff\xfe", b"[" * 100_000),
    ],
)
async def test_what_is_no_update_is_one_line_in_the_log_and_is_not_posted_again(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    site = Site()
    assert await site.post(body) == 200
    assert site.taken == []
    assert [record.getMessage()[:25] for record in caplog.records] == ["an update can't be read a"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda values: st.lists(values, max_size=4) | st.dictionaries(st.text(max_size=12), values, max_size=4),
    max_leaves=20,
)


@given(st.binary(max_size=2000) | ANYTHING.map(lambda posted: json.dumps(posted).encode()))
async def test_whatever_is_posted_the_bot_stays_well(body: bytes) -> None:
    assert await Site().post(body) == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/telegram/in", 405),
        ("PUT", "/telegram/in", 405),
        ("POST", "/healthz", 405),
        ("POST", "/", 404),
        ("GET", "/", 404),
        ("GET", "/docs", 404),
        ("GET", "/telegram/in/../../etc/passwd", 404),
        ("GET", "/healthz", 200),
        ("GET", "/metrics", 200),
    ],
)
async def test_nothing_else_is_reachable(method: str, path: str, status: int) -> None:
    assert (await Site().ask(method, path)).status_code == status


async def test_a_bot_that_can_not_answer_says_so() -> None:
    answer = await Site(health={"ok": False, "database": "OperationalError"}).ask("GET", "/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"] == "OperationalError"
