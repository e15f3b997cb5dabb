"""How updates reach a webhook: each queue in order, one update at a time, again until the bot takes it."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.local.telegram.calls import call
from bot.local.telegram.chats import Json
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.refusals import LocalTelegramError

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header
_PATIENCE = ClientTimeout(total=60)
_LONGEST_WAIT = 60.0


@dataclass(slots=True)
class Postman:
    telegram: LocalTelegram
    session: ClientSession
    first_wait: float
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    # The queues that have an update on its way.
    _busy: set[str] = field(default_factory=set)

    async def work(self) -> None:
        """Until cancelled."""
        watchers = self.telegram.updates.watchers
        watchers.append(self._news.set)
        try:
            async with asyncio.TaskGroup() as rounds:
                while True:
                    self._news.clear()
                    self._start(rounds)
                    await self._news.wait()
        finally:
            watchers.remove(self._news.set)

    def _start(self, rounds: asyncio.TaskGroup) -> None:
        webhook = self.telegram.updates.webhook
        for update in self.telegram.updates.waiting() if webhook else ():
            if len(self._busy) >= webhook["max_connections"]:
                return
            queue = queue_of(update)
            if queue not in self._busy:
                self._busy.add(queue)
                rounds.create_task(self._bring(queue, update, webhook))

    async def _bring(self, queue: str, update: Json, webhook: Json) -> None:
        wait = self.first_wait
        updates = self.telegram.updates
        while webhook is updates.webhook and update in updates.waiting():
            trouble = await self._post(update, webhook)
            if trouble is None:
                updates.confirm(update["update_id"])
                break
            webhook |= {"last_error_date": self.telegram.now(), "last_error_message": trouble}
            await asyncio.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)
        self._busy.discard(queue)
        self._news.set()

    async def _post(self, update: Json, webhook: Json) -> str | None:
        """What went wrong; None where the bot took it."""
        headers = {SECRET_HEADER: webhook["secret_token"]} if webhook["secret_token"] else {}
        try:
            async with self.session.post(
                webhook["url"], json=update, headers=headers, timeout=_PATIENCE, allow_redirects=False
            ) as response:
                if not 200 <= response.status < 300:
                    return f"Wrong response from the webhook: {response.status} {response.reason}"
                await self._carry_out(await response.read())
        except TimeoutError:
            return "Read timeout expired"
        except ClientError as error:
            return f"Connection failed: {type(error).__name__}"
        return None

    async def _carry_out(self, reply: bytes) -> None:
        """The bot may answer an update with a request, as JSON; it does not hear what came of that."""
        try:
            asked = json.loads(reply)
        except ValueError:
            return
        if isinstance(asked, dict) and "method" in asked:
            given = {name: value for name, value in asked.items() if name != "method"}
            # What a test must fail for is remembered as a violation.
            with suppress(LocalTelegramError):
                await call(self.telegram, self.telegram.token, str(asked["method"]), given)


def queue_of(update: Json) -> str:
    """Messages wait for those before them in the same chat, queries for those of the same user."""
    content: Any = next((value for name, value in update.items() if name != "update_id"), None)
    try:
        return f"chat {content['chat']['id']}" if "chat" in content else f"user {content['from']['id']}"
    except (KeyError, TypeError):
        # Nobody's: a test lets something strange come.
        return f"update {update['update_id']}"
