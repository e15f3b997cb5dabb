"""How the running bot is, for whoever watches over it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.app.parts import now

if TYPE_CHECKING:
    from bot.database.chats import Chats
    from bot.database.results import Results
    from bot.live.parts import Live
    from bot.transport.metrics import Metrics


@dataclass(frozen=True, slots=True)
class Health:
    results: Results
    chats: Chats
    live: Live | None
    metrics: Metrics

    def told(self) -> dict[str, Any]:
        """Whether it can answer, when the last update came, and when each source last told something."""
        database = self._database()
        last = self.metrics.last_update
        return {
            "ok": database == "ok",
            "database": database,
            "seconds_since_update": None if last is None else round(time.time() - last, 1),
            "seconds_since_source": {name: round(lag, 1) for name, lag in self._lags().items()},
        }

    def count(self) -> None:
        """Have the outbox and the sources read whenever somebody asks for the numbers."""
        if self.live:
            outbox = self.live.watcher.outbox
            self.metrics.watch("uitslagbot_outbox", "Alerts by state", "state", outbox.states)
        self.metrics.watch("uitslagbot_source_lag_seconds", "Since a source last told", "source", self._lags)

    def _database(self) -> str:
        try:
            self.results.seasons()
            self.chats.settings(0)
        except Exception as trouble:  # noqa: BLE001 - whatever it is, it is to be told
            return type(trouble).__name__
        return "ok"

    def _lags(self) -> dict[str, float]:
        answered = self.live.watcher.answered if self.live else {}
        return {name: (now() - at).total_seconds() for name, at in answered.items()}
