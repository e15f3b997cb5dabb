"""The minute of a group is never full: in these tests much is said in one."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.transport.limits.EACH_IN_GROUP", 0.0)
