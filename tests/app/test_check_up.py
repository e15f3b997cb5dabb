"""What `check` says of the bot's own account at Telegram."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.check_up import telegram_says
from bot.local.telegram.engine import LOCAL_TOKEN, LocalTelegram
from bot.local.telegram.http import http_door
from bot.settings import Settings


@pytest.mark.parametrize(
    ("inline", "guests", "switched_off"),
    [
        (True, True, ""),
        (False, True, "; inline mode is off: send /setinline to @BotFather"),
        (True, False, "; guest mode is off: switch it on in @BotFather's settings of the bot"),
    ],
    ids=["all of it", "no inline mode", "no guest mode"],
)
async def test_what_could_be_switched_on_is_named(
    tmp_path: Path, switched_off: str, *, inline: bool, guests: bool
) -> None:
    telegram = LocalTelegram(lambda: datetime.now(UTC), inline_mode=inline, guest_mode=guests)
    async with http_door(telegram) as address:
        settings = Settings(
            telegram_bot_token=LOCAL_TOKEN, telegram_api_url=address, chats_db=tmp_path / "c.db"
        )
        assert await telegram_says(settings) == f"@uitslagbot{switched_off}"
