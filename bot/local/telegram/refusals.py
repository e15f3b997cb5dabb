"""How the local Telegram says no: Telegram's own refusals, what it does not play, and faults on demand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.errors import BotError


class LocalTelegramError(BotError, AssertionError):
    """The bot did what Telegram would not take, or what the local one does not play."""


class RefusalError(BotError):
    """Telegram's answer to a request that it understood and will not do."""

    def __init__(self, code: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


def bad_request(reason: str) -> RefusalError:
    return RefusalError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusalError:
    return RefusalError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusalError:
    return RefusalError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> RefusalError:
    return RefusalError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


# What a web server between the bot and Telegram says when it has had enough.
WEB_PAGE = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class LocalResponse:
    """An answer as it goes over the wire, and what befalls it on the way."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str] = field(default_factory=dict)
    # Seconds until it leaves; the door waits.
    delay: float = 0.0
    # The connection broke before it arrived; the request itself was carried out.
    lost: bool = False
    # A proxy put a web page of its own in the place of the body.
    html: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """What befalls the next requests: refused by Telegram, or carried out and answered late or not at all."""

    refusal: RefusalError | None = None
    delay: float = 0.0
    lost: bool = False
    # A web page comes instead of JSON, with the status of the refusal if there is one.
    html: bool = False
    # Only requests of this method, or to this chat; any where None.
    method: str | None = None
    chat_id: int | None = None


def refused(refusal: RefusalError) -> LocalResponse:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = {}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    if "retry_after" in refusal.parameters:
        headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return LocalResponse(refusal.code, body, headers)


def server_error(code: int = 502) -> RefusalError:
    return RefusalError(code, {500: "Internal Server Error", 502: "Bad Gateway"}.get(code, "Server Error"))
