"""How updates leave the local Telegram: the long poll, and a webhook's address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.local.telegram.chats import Json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, bad_request
from bot.local.telegram.updates import UPDATE_TYPES

_LONGEST_POLL = 50
_MOST_UPDATES = 100
_PORTS = {None, 443, 80, 88, 8443}
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(telegram: LocalTelegram, parameters: Parameters) -> list[Json]:
    _allow(telegram, parameters)
    return await telegram.updates.poll(
        parameters.integer("offset"),
        min(max(parameters.integer("limit", _MOST_UPDATES), 1), _MOST_UPDATES),
        min(max(parameters.integer("timeout"), 0), _LONGEST_POLL),
    )


def set_webhook(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """Kept and reported; the HTTP door delivers to it."""
    url = parameters.text("url")
    parts = urlsplit(url)
    if not url:
        return delete_webhook(telegram, parameters)
    if parts.scheme != "https" and not telegram.local_mode:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in _PORTS and not telegram.local_mode:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = parameters.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = parameters.integer("max_connections", 40)
    if not 1 <= connections <= 100:
        raise LocalTelegramError(f"max_connections must be 1-100, not {connections}")
    _allow(telegram, parameters)
    _drop(telegram, parameters)
    telegram.updates.set_webhook({"url": url, "secret_token": secret, "max_connections": connections})
    return True


def delete_webhook(telegram: LocalTelegram, parameters: Parameters) -> bool:
    _drop(telegram, parameters)
    telegram.updates.set_webhook({})
    return True


def get_webhook_info(telegram: LocalTelegram, _: Parameters) -> Json:
    queue = telegram.updates
    info: Json = {
        "url": queue.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(queue),
        "allowed_updates": sorted(queue.allowed),
    }
    if queue.webhook:
        told = ("max_connections", "last_error_date", "last_error_message")
        info |= {name: queue.webhook[name] for name in told if name in queue.webhook}
    return info


def _allow(telegram: LocalTelegram, parameters: Parameters) -> None:
    if not parameters.has("allowed_updates"):
        return
    kinds = parameters.array("allowed_updates")
    unknown = set(kinds) - UPDATE_TYPES
    if unknown:
        raise LocalTelegramError(f"there are no updates of the kind {sorted(unknown)}")
    telegram.updates.allow(kinds)


def _drop(telegram: LocalTelegram, parameters: Parameters) -> None:
    if parameters.boolean("drop_pending_updates"):
        telegram.updates.take()
