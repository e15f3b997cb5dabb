"""A local Telegram, its clock, and a bot that speaks to it directly."""

import pytest

from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from tests.bot_api import DOORS
from tests.local.bot_side import BotSide, Clock


@pytest.fixture(autouse=True)
def _whatever_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the bot asks what Telegram would not take, to see what the local one says."""
    for door in DOORS:
        monkeypatch.setattr(door, call)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> LocalTelegram:
    return LocalTelegram(clock)


@pytest.fixture
def bot(telegram: LocalTelegram) -> BotSide:
    return BotSide(telegram)
