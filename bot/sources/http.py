"""One HTTP GET to a source, bounded in size and time; whatever goes wrong is a SourceError.

Redirects are not followed: a key in a header must not travel to another host. A reason quotes no header of
ours, and of a redirect the host only, so that a key can't end up in a log.
"""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, BinaryIO

import httpx
from pydantic import AfterValidator

from bot.errors import BotError
from bot.sources.errors import SourceError

LARGEST_ANSWER = 16 * 1024 * 1024
"""Bytes, unpacked. UEFA tells some 30 kB of each match, in nine languages."""
PATIENCE = 20.0
"""Seconds for the whole answer; a line that drips does not hold up the evening."""
_GZIP = 31
"""As zlib counts: the largest window, and gzip's own header."""


def _http_address(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    return address.rstrip("/")


HttpAddress = Annotated[str, AfterValidator(_http_address)]
"""A setting that holds the address of a source, without a slash at its end."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """What to get, and the setting that somebody has to correct when the address is wrong."""

    address: str
    setting: str
    params: Mapping[str, str]
    headers: Mapping[str, str]
    may_be_missing: bool = False
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class Fetched:
    """A good response; the body is empty when it is unchanged or missing."""

    body: bytes
    headers: Mapping[str, str]
    unchanged: bool = False
    """Nothing has changed since the ETag asked about (304)."""
    missing: bool = False
    """There is nothing at this address (404), which the fetch allows."""


async def fetch(client: httpx.AsyncClient, wanted: Fetch) -> Fetched:
    """One try; the caller decides when to try again."""
    async with _asking(client, wanted) as response:
        return await _read(response, wanted)


async def download(client: httpx.AsyncClient, wanted: Fetch, into: BinaryIO, most: int) -> None:
    """A file as it lies there, packed or not, piece by piece; one of more than `most` bytes is refused."""
    async with _asking(client, wanted) as response:
        if response.status_code != httpx.codes.OK:
            raise _refusal(response, wanted)
        size = 0
        async for piece in response.aiter_raw():
            size += len(piece)
            if size > most:
                raise SourceError(
                    wanted.address, f"more than {most:,} bytes: check that {wanted.setting} is right"
                )
            into.write(piece)


@asynccontextmanager
async def _asking(client: httpx.AsyncClient, wanted: Fetch) -> AsyncIterator[httpx.Response]:
    """The response to one GET while it comes in; what goes wrong meanwhile is a SourceError."""
    place = wanted.address
    try:
        async with (
            asyncio.timeout(wanted.patience),
            client.stream(
                "GET",
                place,
                params=wanted.params,
                headers={"Accept-Encoding": "gzip", **wanted.headers},
                follow_redirects=False,
            ) as response,
        ):
            yield response
    except (TimeoutError, httpx.TimeoutException) as error:
        raise SourceError(place, "no answer in time: it is asked again at the next look") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        name = type(error).__name__
        raise SourceError(
            place, f"can't be reached ({name}): check the connection and {wanted.setting}"
        ) from error


async def _read(response: httpx.Response, wanted: Fetch) -> Fetched:
    status = response.status_code
    if status == httpx.codes.NOT_MODIFIED:
        return Fetched(b"", response.headers, unchanged=True)
    if status == httpx.codes.NOT_FOUND and wanted.may_be_missing:
        return Fetched(b"", response.headers, missing=True)
    if status != httpx.codes.OK:
        raise _refusal(response, wanted)
    try:
        body = await _unpacked(response)
    except zlib.error as error:
        raise SourceError(
            wanted.address, "the answer is damaged: it is asked again at the next look"
        ) from error
    except _TooMuchError as error:
        raise SourceError(wanted.address, f"{error}: check that {wanted.setting} is right") from error
    return Fetched(body, response.headers)


class _TooMuchError(BotError):
    """An answer that is larger than any, or that is packed so that it could be."""


async def _unpacked(response: httpx.Response) -> bytes:
    """The body, unpacked piece by piece: no more of it is ever in memory than a response may have.

    httpx would unpack layer upon layer, each piece as a whole: a kilobyte can become a gigabyte.
    """
    packed = response.headers.get("content-encoding", "").strip().lower()
    if packed not in {"", "identity", "gzip"}:
        raise _TooMuchError("packed in a way that was not asked for")
    if response.is_stream_consumed:
        # It did not come over a line.
        if len(response.content) > LARGEST_ANSWER:
            raise _TooMuchError(f"more than {LARGEST_ANSWER} bytes")
        return response.content
    unpack = zlib.decompressobj(wbits=_GZIP) if packed == "gzip" else None
    body = bytearray()
    async for piece in response.aiter_raw():
        rest = piece
        while rest:
            room = LARGEST_ANSWER + 1 - len(body)
            body += unpack.decompress(rest, room) if unpack else rest
            rest = unpack.unconsumed_tail if unpack else b""
            if len(body) > LARGEST_ANSWER:
                raise _TooMuchError(f"more than {LARGEST_ANSWER} bytes")
    if unpack and not unpack.eof:
        raise zlib.error("it breaks off")
    return bytes(body)


def _refusal(response: httpx.Response, wanted: Fetch) -> SourceError:
    status, setting = response.status_code, wanted.setting
    wait: float | None = None
    if status in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        reason = (
            f"access is refused ({status}): check the key, if it takes one, and whether this address may ask"
        )
    elif status == httpx.codes.TOO_MANY_REQUESTS:
        wait = retry_after(response.headers)
        when = "later" if wait is None else f"after {wait:.0f} seconds"
        reason = f"asked too often (429): ask again {when}"
    elif status >= httpx.codes.INTERNAL_SERVER_ERROR:
        wait = retry_after(response.headers)
        reason = f"the server is in trouble ({status}): it is asked again at the next look"
    elif response.has_redirect_location:
        host = response.url.join(response.headers["location"]).host
        reason = f"has moved ({status}) to {host}: correct {setting}"
    elif status == httpx.codes.NOT_FOUND:
        reason = f"not found (404): correct {setting}"
    else:
        reason = f"the server answers {status}: check {setting}"
    return SourceError(wanted.address, reason, wait=wait)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the server asks to be left alone; a date in their place is not read."""
    text = headers.get("retry-after", "")
    return float(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def json_of(response: Fetched, place: str) -> object:
    """The JSON of a response; SourceError when it is something else or ends half-way."""
    text = response.body.strip()
    if not text:
        raise SourceError(place, "an empty answer: it is asked again at the next look")
    if text.startswith(b"<"):
        raise SourceError(place, "a web page instead of JSON: the address has changed, or asks for a person")
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(
            place, "the JSON is cut off or damaged: it is asked again at the next look"
        ) from error
    return found
