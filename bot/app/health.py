"""How the running bot is, for whoever watches over it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from bot.app.opening import now
from bot.database.chats.chats import Chats
from bot.database.results.results import Results
from bot.live.wiring import Live
from bot.transport.ingest import Intake
from bot.transport.limits import Limits
from bot.transport.metrics import Metrics

LONG = 120.0
"""Seconds. A long poll takes half a minute, and an answer not one."""


@dataclass(frozen=True, slots=True)
class Health:
    results: Results
    chats: Chats
    live: Live | None
    metrics: Metrics
    intake: Intake
    limits: Limits

    @property
    def is_well(self) -> bool:
        return bool(self.details()["ok"])

    def details(self) -> dict[str, Any]:
        """Whether it can answer, when the last update came, and when each source last told something."""
        database, last = self._database(), self.metrics.last_update
        answers, asks = self._answers(), self._asks()
        return {
            "ok": database == "ok" and answers and asks,
            "database": database,
            "answers": answers,
            "asks": asks,
            "seconds_since_update": None if last is None else round(time.time() - last, 1),
            "seconds_since_source": {name: round(lag, 1) for name, lag in self._lags().items()},
        }

    def count(self) -> None:
        """Have the outbox and the sources read whenever somebody asks for the numbers."""
        if self.live:
            outbox = self.live.watcher.outbox
            self.metrics.watch("uitslagbot_outbox", "Alerts by state", "state", outbox.states)
        self.metrics.watch("uitslagbot_source_lag_seconds", "Since a source last told", "source", self._lags)

    def _answers(self) -> bool:
        """False when questions were taken, none waits for Telegram, and for long none was answered."""
        stands_still = time.monotonic() - self.intake.progressed > LONG
        return self.intake.in_hand <= self.limits.waiting or not stands_still

    def _asks(self) -> bool:
        """False when updates are asked for and for long no answer has come."""
        last = self.metrics.last_poll
        return last is None or time.monotonic() - last < LONG

    def _database(self) -> str:
        try:
            self.results.seasons()
            self.chats.settings(0)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is to be told
            return type(error).__name__
        return "ok"

    def _lags(self) -> dict[str, float]:
        answered = self.live.watcher.asking.answered if self.live else {}
        return {name: (now() - at).total_seconds() for name, at in answered.items()}
