"""A web of recorded answers for the sources of live results; nothing reaches the network."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

Answering = Callable[[httpx.Request], httpx.Response]
FIXTURES = Path(__file__).parent / "fixtures" / "live"


def recorded(name: str) -> object:
    found: object = json.loads((FIXTURES / name).read_text(encoding="utf-8"))
    return found


@dataclass
class Web:
    """Answers each request as the test says, and keeps what was asked."""

    answer: Answering
    requests: list[httpx.Request] = field(default_factory=list)

    def client(self) -> httpx.AsyncClient:
        def handle(request: httpx.Request) -> httpx.Response:
            self.requests.append(request)
            return self.answer(request)

        return httpx.AsyncClient(transport=httpx.MockTransport(handle))


def always(response: httpx.Response) -> Web:
    return Web(lambda _request: response)
