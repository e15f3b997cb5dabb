"""A local Telegram, its clock, and a bot that speaks to it directly."""

import pytest

from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import BotSide, Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> LocalTelegram:
    return LocalTelegram(clock)


@pytest.fixture
def bot(telegram: LocalTelegram) -> BotSide:
    return BotSide(telegram)
