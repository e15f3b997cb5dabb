"""The disk is full on a match night: the log says so once, and nothing is sent twice."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest

from bot.database.chats.outbox import Outbox
from bot.database.errors import DatabaseError
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import night, playing

# A whole evening: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
ARSENAL = "eng-arsenal-fc"


class Disk(Outbox):
    """Takes no note of what was sent while it is full."""

    is_full: ClassVar[bool] = True

    def sent(self, number: int, message: int | None) -> None:
        if self.is_full:
            raise DatabaseError("the disk is full")
        super().sent(number, message)


def test_what_became_of_an_alert_is_logged_once_while_the_disk_is_full(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def evening() -> None:
        begin = amsterdam("2018-02-22 20:30")
        async with night(tmp_path, date(2018, 2, 22), begin) as tonight:
            fleur = tonight.follower("Fleur", ARSENAL)
            tonight.live.delivery.outbox = Disk(tonight.chats.db)
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-22 21:28"))
                monkeypatch.setattr(Disk, "is_full", False)
                await tonight.until(amsterdam("2018-02-22 23:45"))
            heard = tonight.heard_by(fleur)
            assert len(heard) == len(set(heard))
            assert heard[-1].startswith("🏁 Arsenal")

    with caplog.at_level(logging.INFO, logger="bot.live.delivery"):
        run_fast(evening())
    lines = [line for line in caplog.messages if "alert" in line]
    assert lines == [
        "what became of an alert can't be noted now: the disk is full",
        "what becomes of alerts is noted again",
    ]
