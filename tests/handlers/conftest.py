"""The commands over the snapshot; and the minute of a group is never full, for much is said in one here."""

from __future__ import annotations

import pytest

from bot.app.opening import forgetful_chats
from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from tests.shared import answering_from_the_snapshot


@pytest.fixture(autouse=True)
def _no_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.transport.limits.EACH_IN_GROUP", 0.0)


@pytest.fixture(scope="module")
def answering() -> Commands:
    return answering_from_the_snapshot(forgetful_chats())


@pytest.fixture
def chats() -> Chats:
    return forgetful_chats()
