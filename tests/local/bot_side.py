"""The bot's side of the local Telegram: calling a method, and being refused."""

from datetime import UTC, datetime
from typing import Any

from bot.local.telegram import people
from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4) + (360).to_bytes(4)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2018, 2, 22, 22, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class BotSide:
    """The bot's side: calls a method, gives the result, or the refusal as it is worded."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram

    async def do(self, method: str, **given: Any) -> Any:  # noqa: ANN401 - any method, any result
        response = await call(self.telegram, self.telegram.token, method, given)
        assert response.status == 200, response.body
        return response.body["result"]

    async def refused(self, method: str, **given: Any) -> str:  # noqa: ANN401 - any method
        response = await call(self.telegram, self.telegram.token, method, given)
        assert response.body["ok"] is False
        assert response.body["error_code"] == response.status
        return str(response.body["description"])


def started(telegram: LocalTelegram) -> int:
    """A private chat in which somebody pressed start."""
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    people.say(telegram, chat, user, "/start")
    telegram.updates.take()
    return chat.id
