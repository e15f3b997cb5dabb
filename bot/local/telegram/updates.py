"""The queue of updates that waits for the bot: confirmed by offset, kept for a day, read by one poller."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.local.telegram.refusals import conflict

UPDATE_TYPES = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "callback_query",
        "my_chat_member",
        "guest_message",
    }
)
"""Those that happen here."""
_KEPT_FOR = 24 * 60 * 60


@dataclass(slots=True)
class UpdateQueue:
    clock: Callable[[], datetime]
    webhook: dict[str, Any] = field(default_factory=dict)
    # Called when updates come or go, when the webhook changes, and when somebody begins to wait.
    watchers: list[Callable[[], None]] = field(default_factory=list)
    _allowed: frozenset[str] = UPDATE_TYPES
    _next_id: int = 700_000_001
    _pending: deque[tuple[float, dict[str, Any]]] = field(default_factory=deque)
    _poller: asyncio.Future[bool] | None = None

    def __len__(self) -> int:
        self._forget_old()
        return len(self._pending)

    @property
    def polled(self) -> bool:
        """Whether somebody waits for updates."""
        return self._poller is not None and not self._poller.done()

    def allow(self, kinds: list[str]) -> None:
        """Takes only these kinds from now on; an empty list means all."""
        self._allowed = frozenset(kinds) or UPDATE_TYPES

    def add(self, kind: str, content: dict[str, Any]) -> dict[str, Any] | None:
        """The update as queued; None where the bot did not ask for its kind."""
        if kind not in self._allowed:
            return None
        return self.add_any({kind: content})

    def add_any(self, parts: dict[str, Any]) -> dict[str, Any]:
        """Queues these fields as the next update, whatever they are."""
        update = {"update_id": self._next_id, **parts}
        self._next_id += 1
        self._pending.append((self.clock().timestamp(), update))
        if self._poller and self.polled:
            self._poller.set_result(True)
        self._notify()
        return update

    def take(self) -> list[dict[str, Any]]:
        """Every waiting update, confirmed at once."""
        self._forget_old()
        taken = [update for _, update in self._pending]
        self._pending.clear()
        return taken

    def waiting(self) -> list[dict[str, Any]]:
        """Every waiting update; they go on waiting."""
        self._forget_old()
        return [update for _, update in self._pending]

    def confirm(self, update_id: int) -> None:
        """Drops the update that the webhook took."""
        self._pending = deque(kept for kept in self._pending if kept[1]["update_id"] != update_id)
        self._notify()

    def set_webhook(self, webhook: dict[str, Any]) -> None:
        """Sets the webhook; an empty one deletes it."""
        self.webhook = webhook
        if webhook:
            self._end_poll("terminated by setWebhook request")
        self._notify()

    async def poll(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 - Telegram's own parameter
        if self.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self._confirm(offset)
        if not self._pending and timeout:
            # Only a request that has to wait itself takes the place of the one that waits already.
            self._end_poll(
                "terminated by other getUpdates request; make sure that only one bot instance is running"
            )
            await self._wait(timeout)
        return [update for _, update in list(self._pending)[:limit]]

    async def _wait(self, seconds: float) -> None:
        poller: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poller = poller
        self._notify()
        try:
            async with asyncio.timeout(seconds):
                await poller
        except TimeoutError:
            pass
        finally:
            # A caller that hung up is no poller any more.
            poller.cancel()
            self._notify()

    def _end_poll(self, reason: str) -> None:
        if self._poller and self.polled:
            self._poller.set_exception(conflict(reason))

    def _notify(self) -> None:
        for watcher in self.watchers:
            watcher()

    def _confirm(self, offset: int) -> None:
        self._forget_old()
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        elif offset:
            while self._pending and self._pending[0][1]["update_id"] < offset:
                self._pending.popleft()

    def _forget_old(self) -> None:
        oldest = self.clock().timestamp() - _KEPT_FOR
        while self._pending and self._pending[0][0] < oldest:
            self._pending.popleft()
