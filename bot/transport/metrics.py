"""What is counted, for Prometheus: updates, answers, errors, how long they take; nothing of who said what."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


@dataclass(slots=True)
class Metrics:
    """One program's; the last update is when the newest came in, on the clock of `time.time`."""

    registry: CollectorRegistry = field(default_factory=CollectorRegistry)
    last_update: float | None = None
    last_poll: float | None = None
    """When Telegram last answered a question for updates, on the clock of `time.monotonic`."""
    updates: Counter = field(init=False)
    handled: Histogram = field(init=False)
    calls: Counter = field(init=False)
    call_seconds: Histogram = field(init=False)

    def __post_init__(self) -> None:
        self.updates = Counter("uitslagbot_updates", "Updates taken in", registry=self.registry)
        self.handled = Histogram(
            "uitslagbot_handled_seconds",
            "From taking an update to its end",
            registry=self.registry,
            buckets=_SECONDS,
        )
        self.calls = Counter(
            "uitslagbot_calls", "Calls to Telegram", ("method", "outcome"), registry=self.registry
        )
        self.call_seconds = Histogram(
            "uitslagbot_call_seconds", "A call to Telegram", registry=self.registry, buckets=_SECONDS
        )
        newest = Gauge(
            "uitslagbot_last_update_timestamp_seconds", "When the newest update came", registry=self.registry
        )
        newest.set_function(lambda: self.last_update or 0.0)

    def update_came(self) -> None:
        self.updates.inc()
        self.last_update = time.time()

    def called(self, method: str, outcome: str, seconds: float) -> None:
        """A call to Telegram ended: with an HTTP status, or with the kind of trouble."""
        self.calls.labels(method, outcome).inc()
        if method == "getUpdates" and outcome == "200":
            self.last_poll = time.monotonic()
        self.call_seconds.observe(seconds)

    def watch(self, name: str, about: str, label: str, values: Callable[[], Mapping[str, float]]) -> None:
        """A gauge that is read when somebody asks."""
        self.registry.register(_Read(name, about, label, values))

    def text(self) -> bytes:
        return generate_latest(self.registry)


@dataclass(frozen=True, slots=True)
class _Read(Collector):
    name: str
    about: str
    label: str
    values: Callable[[], Mapping[str, float]]

    def collect(self) -> Iterable[GaugeMetricFamily]:
        family = GaugeMetricFamily(self.name, self.about, labels=[self.label])
        for name, value in self.values().items():
            family.add_metric([name], value)
        yield family
