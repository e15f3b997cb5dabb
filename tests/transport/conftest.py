"""A local Telegram, its clock, and a bot that speaks to it directly."""

import pytest

from bot.transport.local_telegram.engine import LocalTelegram
from tests.transport.bot_side import BotSide, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> LocalTelegram:
    return LocalTelegram(clock)


@pytest.fixture
def bot(telegram: LocalTelegram) -> BotSide:
    return BotSide(telegram)
