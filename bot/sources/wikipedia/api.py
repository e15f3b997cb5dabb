"""MediaWiki's API: the newest revision of a page, its text, and the page that a title leads to.

One request at a time, with a pause after it; with `maxlag` the servers refuse while they lag behind.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata

import httpx

from bot.sources.errors import SourceError
from bot.sources.http import Fetch, fetch, json_of, retry_after
from bot.sources.payload import Node, PayloadError

AT_ONCE = 50
"""Titles in one request, as many as a reader without an account may ask for."""
TEXTS_AT_ONCE = 5
"""Texts in one answer: some hundreds of kilobytes."""
MAX_LAG = 5
"""Seconds that the servers may lag behind before they refuse."""
LEFT_ALONE = 60.0
"""Seconds, where they refuse without saying for how long."""
MOST_PARTS = 50
"""Parts of one answer; one that goes on for longer is none."""
_QUERY = {"action": "query", "format": "json", "formatversion": "2", "redirects": "1", "maxlag": str(MAX_LAG)}
_REFUSED = {"maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryTimeoutError"}
"""Errors that pass."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of a page, under the page's own title."""

    title: str
    number: int
    at: datetime
    text: str = ""
    """Empty where only the number was asked for."""


@dataclass(slots=True)
class MediaWiki:
    client: httpx.AsyncClient
    url: str
    agent: str
    pause: float = 0.0
    """Seconds after each request."""
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock, init=False)

    async def newest(self, titles: Iterable[str]) -> dict[str, Revision]:
        """The newest revision behind each title, redirects followed; what doesn't exist is left out."""
        return await self._revisions(titles, AT_ONCE, "ids|timestamp")

    async def texts(self, titles: Iterable[str]) -> dict[str, Revision]:
        """As `newest`, with the text."""
        return await self._revisions(titles, TEXTS_AT_ONCE, "ids|timestamp|content")

    async def targets(self, titles: Iterable[str]) -> dict[str, str]:
        """The title of the page behind each title; a page that doesn't exist stands for itself."""
        found: dict[str, str] = {}
        for portion in _portions(titles, AT_ONCE):
            leads: dict[str, str] = {}
            async for answer in self._parts({**_QUERY, "prop": "info", "titles": "|".join(portion)}):
                leads |= _leads(answer)
            found |= {title: _followed(title, leads) for title in portion}
        return found

    async def _revisions(self, titles: Iterable[str], at_once: int, what: str) -> dict[str, Revision]:
        found: dict[str, Revision] = {}
        for portion in _portions(titles, at_once):
            params = {
                **_QUERY,
                "prop": "revisions|info",
                "rvprop": what,
                "rvslots": "main",
                "titles": "|".join(portion),
            }
            leads: dict[str, str] = {}
            pages: dict[str, Revision] = {}
            async for answer in self._parts(params):
                leads |= _leads(answer)
                for page in answer.items_at("pages"):
                    with suppress(PayloadError):
                        revision = _revision(page)
                        pages[revision.title] = revision
            ends = {title: _followed(title, leads) for title in portion}
            found |= {title: pages[end] for title, end in ends.items() if end in pages}
        return found

    async def _parts(self, params: Mapping[str, str]) -> AsyncIterator[Node]:
        """What stands under `query`, in as many parts as the answer comes in."""
        more: Mapping[str, str] = {}
        for _ in range(MOST_PARTS):
            answer = await self._ask({**params, **more})
            yield answer.find("query") or Node({})
            goes_on = answer.find("continue")
            if goes_on is None or not isinstance(goes_on.value, dict):
                return
            more = {str(name): str(value) for name, value in goes_on.value.items()}
        raise SourceError(self.url, "an answer without an end: it is asked again at the next look")

    async def _ask(self, params: Mapping[str, str]) -> Node:
        async with self._turn:
            wanted = Fetch(self.url, "WIKIPEDIA_URL", params, {"User-Agent": self.agent})
            response = await fetch(self.client, wanted)
            await asyncio.sleep(self.pause)
        answer = Node(json_of(response, self.url))
        if not isinstance(answer.value, dict):
            raise SourceError(self.url, "its answer is no object: check WIKIPEDIA_URL")
        if error := answer.find("error"):
            raise _refusal(error, self.url, retry_after(response.headers))
        return answer


def user_agent(contact: str) -> str:
    """The program, its version, where the project is found, and who runs this bot where that is set."""
    about = metadata.metadata("uitslagbot")
    addresses = (address.partition(", ")[2] for address in about.get_all("Project-URL") or ())
    return f"Uitslagbot/{about['Version']} ({'; '.join(filter(None, (*addresses, contact)))})"


def _portions(titles: Iterable[str], size: int) -> list[list[str]]:
    # A title with a bar in it would be two.
    wanted = [title for title in dict.fromkeys(titles) if title and "|" not in title]
    return [wanted[start : start + size] for start in range(0, len(wanted), size)]


def _leads(answer: Node) -> dict[str, str]:
    """Where a title leads: to the same one as it is usually written, and where a redirect points."""
    leads: dict[str, str] = {}
    for kind in ("normalized", "redirects"):
        for step in answer.items_at(kind):
            with suppress(PayloadError):
                leads[step.at("from").text()] = step.at("to").text()
    return leads


def _followed(title: str, leads: Mapping[str, str]) -> str:
    """The end of the way; a circle ends where it began."""
    passed = {title}
    while (end := leads.get(title)) is not None and end not in passed:
        passed.add(end)
        title = end
    return title


def _revision(page: Node) -> Revision:
    revision = page.at("revisions").items()[0]
    text = revision.find("slots.main.content")
    return Revision(
        page.at("title").text(),
        _number(revision.at("revid")),
        revision.at("timestamp").moment(),
        text.value if text and isinstance(text.value, str) else "",
    )


def _number(node: Node) -> int:
    """The number of a revision, which is larger than any other number of a source."""
    if not isinstance(node.value, int) or isinstance(node.value, bool):
        raise PayloadError(f"'{node.way}' is no number")
    return node.value


def _refusal(error: Node, place: str, wait: float | None) -> SourceError:
    code, reason = error.text_at("code"), error.text_at("info")
    if code in _REFUSED:
        return SourceError(place, f"is busy ({code}): it is asked again later", wait=wait or LEFT_ALONE)
    return SourceError(place, f"it answers with an error ({code}: {reason}): see if there is an update")
