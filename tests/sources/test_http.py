"""Whatever a server does, a source says clearly what is wrong and what to do next."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache

import httpx
import pytest
from aiohttp import web

from bot.sources.errors import SourceError
from bot.sources.http import LARGEST_ANSWER, Fetch, Fetched, fetch, json_of
from tests.sources.live_web import always

PLACE = "https://match.uefa.com/v5/matches"
WANTED = Fetch(PLACE, "UEFA_API_URL", {"limit": "1"}, {"x-key": "geheim"})


async def refusal(response: httpx.Response) -> SourceError:
    with pytest.raises(SourceError) as raised:
        await fetch(always(response).client(), WANTED)
    assert raised.value.place == PLACE
    assert "geheim" not in str(raised.value)
    return raised.value


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (httpx.Response(401), "access is refused (401): check the key"),
        (httpx.Response(403, text="no"), "access is refused (403): check the key"),
        (httpx.Response(404), "not found (404): correct UEFA_API_URL"),
        (httpx.Response(400), "the server answers 400: check UEFA_API_URL"),
        (httpx.Response(500), "the server is in trouble (500): it is asked again at the next look"),
        (httpx.Response(503), "the server is in trouble (503): it is asked again at the next look"),
        (httpx.Response(204), "the server answers 204: check UEFA_API_URL"),
    ],
)
async def test_a_refusal_says_what_to_do(response: httpx.Response, reason: str) -> None:
    assert (await refusal(response)).reason.startswith(reason)


@pytest.mark.parametrize(
    ("retry_after", "wait", "when"),
    [
        ("90", 90.0, "after 90 seconds"),
        ("soon", None, "later"),
        ("", None, "later"),
        ("99999999", None, "later"),
    ],
)
async def test_asked_too_often_it_waits_as_long_as_it_is_told(
    retry_after: str, wait: float | None, when: str
) -> None:
    error = await refusal(httpx.Response(429, headers={"Retry-After": retry_after}))
    assert (error.wait, error.reason) == (wait, f"asked too often (429): ask again {when}")


@pytest.mark.parametrize(
    ("location", "host"),
    [
        ("https://elsewhere.example/v6?key=geheim", "elsewhere.example"),
        ("https://user:geheim@elsewhere.example:8443/geheim", "elsewhere.example"),
        ("/geheim/v6", "match.uefa.com"),
    ],
)
async def test_a_redirect_is_not_followed_and_only_its_host_is_told(location: str, host: str) -> None:
    web = always(httpx.Response(301, headers={"Location": location}))
    with pytest.raises(SourceError) as error:
        await fetch(web.client(), WANTED)
    assert error.value.reason == f"has moved (301) to {host}: correct UEFA_API_URL"
    assert len(web.requests) == 1


async def test_a_huge_answer_is_not_read_to_its_end() -> None:
    error = await refusal(httpx.Response(200, content=b" " * (LARGEST_ANSWER + 1)))
    assert error.reason.startswith(f"more than {LARGEST_ANSWER} bytes")


@cache
def bomb() -> bytes:
    return gzip.compress(gzip.compress(b" " * 200_000_000))


@asynccontextmanager
async def server(body: bytes, packed: str) -> AsyncIterator[str]:
    async def handle(_request: web.Request) -> web.StreamResponse:
        return web.Response(body=body, headers={"Content-Encoding": packed})

    site = web.Application()
    site.router.add_get("/", handle)
    runner = web.AppRunner(site)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("body", "packed", "reason"),
    [
        (bomb, "gzip, gzip", "packed in a way that was not asked for"),
        (bomb, "br", "packed in a way that was not asked for"),
        (lambda: gzip.compress(b" " * (LARGEST_ANSWER + 1)), "gzip", f"more than {LARGEST_ANSWER} bytes"),
        (lambda: gzip.compress(b"[1, 2]")[:-9], "gzip", "the answer is damaged"),
        (lambda: b"[1, 2]", "gzip", "the answer is damaged"),
    ],
    ids=["layers", "another way", "a bomb", "cut off", "not packed"],
)
async def test_what_is_packed_to_hurt_is_refused_and_never_unpacked_whole(
    body: Callable[[], bytes], packed: str, reason: str
) -> None:
    async with server(body(), packed) as address, httpx.AsyncClient() as client:
        tracemalloc.start()
        with pytest.raises(SourceError) as refused:
            await fetch(client, Fetch(address, "UEFA_API_URL", {}, {}))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert refused.value.reason.startswith(reason)
    assert most < 3 * LARGEST_ANSWER


async def test_what_is_packed_once_is_read() -> None:
    async with server(gzip.compress(b"[1, 2]"), "gzip") as address, httpx.AsyncClient() as client:
        assert (await fetch(client, Fetch(address, "UEFA_API_URL", {}, {}))).body == b"[1, 2]"


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (httpx.ConnectError("geheim"), "can't be reached (ConnectError): check the connection"),
        (httpx.RemoteProtocolError("geheim"), "can't be reached (RemoteProtocolError): check the connection"),
        (httpx.InvalidURL("geheim"), "can't be reached (InvalidURL): check the connection"),
        (httpx.ReadTimeout("geheim"), "no answer in time: it is asked again at the next look"),
        (httpx.ConnectTimeout("geheim"), "no answer in time: it is asked again at the next look"),
    ],
)
async def test_a_bad_line_is_told_without_what_was_sent(trouble: Exception, reason: str) -> None:
    def fail(_request: httpx.Request) -> httpx.Response:
        raise trouble

    with pytest.raises(SourceError) as raised:
        await fetch(httpx.AsyncClient(transport=httpx.MockTransport(fail)), WANTED)
    assert raised.value.reason.startswith(reason)
    assert "geheim" not in str(raised.value)


async def test_a_server_that_says_nothing_does_not_hold_up_the_evening() -> None:
    async def never(_request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        return httpx.Response(200)

    client = httpx.AsyncClient(transport=httpx.MockTransport(never))
    with pytest.raises(SourceError, match="no answer in time"):
        await fetch(client, Fetch(PLACE, "UEFA_API_URL", {}, {}, patience=0.01))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "an empty answer"),
        (b"<!doctype html><title>Just a moment</title>", "a web page instead of JSON"),
        (b'[{"id": "204', "the JSON is cut off or damaged"),
        (b'["\xff"]', "the JSON is cut off or damaged"),
        (b"[" * 100_000, "the JSON is cut off or damaged"),
    ],
)
def test_what_is_no_json_is_told_as_what_it_is(body: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        json_of(Fetched(body, {}), PLACE)
