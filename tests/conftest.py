"""What every test may use."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

from tests.bot_api import DOORS, checked_call

# python-telegram-bot warns of what will change in a later version unless it is told to do so already.
os.environ["PTB_TIMEDELTA"] = "true"
# No test answers a real Telegram, whatever stands in the environment.
os.environ.pop("TELEGRAM_BOT_TOKEN", None)

# A slow machine changes no test.
_STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("whole", _STEADY)
settings.register_profile("sample", _STEADY, max_examples=20)
_T = TypeVar("_T")


WHOLE = pytest.mark.whole
"""Marks what a sample leaves out: what can't be had smaller, or shows nearly what another test shows."""


@dataclass(frozen=True)
class Sampled:
    """All of something; with `--sample`, as in `make quick`, one in ten or one of each so many."""

    is_sample: bool

    def of(self, everything: Sequence[_T], each: int = 10) -> Sequence[_T]:
        return everything[::each] if self.is_sample else everything

    def number(self, all_of_them: int) -> int:
        return max(1, all_of_them // 10) if self.is_sample else all_of_them


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sample", action="store_true", help="try one in ten where all of them take long")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One more than there are cores for tests that start the program: half of the time they wait for it."""
    return None if config.getoption("markexpr") else (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    # A test makes much that lives until its end: the collector need not look it over again and again.
    gc.set_threshold(50_000, 20, 20)
    for door in DOORS:
        # Whatever the bot asks of a local Telegram is held against the description of the Bot API.
        pytest.MonkeyPatch().setattr(door, checked_call)
    settings.load_profile("sample" if config.getoption("--sample") else "whole")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--sample"):
        for item in items:
            if item.get_closest_marker(WHOLE.name):
                item.add_marker(pytest.mark.skip(reason="a sample can't show this"))


@pytest.fixture(scope="session")
def sampled(request: pytest.FixtureRequest) -> Sampled:
    return Sampled(bool(request.config.getoption("--sample")))
