"""The sources of live results that the settings name, in the order in which they are believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import httpx

from bot.settings import Settings
from bot.sources.api_football import ApiFootball
from bot.sources.api_football_quota import Budget, Forgetful, Memory
from bot.sources.live import LiveSource
from bot.sources.openfootball_live import Openfootball
from bot.sources.uefa import PAUSE, Uefa


def live_sources(
    settings: Settings, client: httpx.AsyncClient, memory: Memory | None = None
) -> tuple[LiveSource, ...]:
    """The sources, which ask through this client; the memory keeps API-Football's count of the day."""
    budget = Budget(memory or Forgetful())
    makers: Mapping[str, Callable[[], LiveSource]] = {
        "openfootball": lambda: Openfootball(client, settings.openfootball_url),
        "uefa": lambda: Uefa(client, settings.uefa_api_url, pause=PAUSE / settings.pace),
        "api-football": lambda: ApiFootball(
            client, settings.api_football_url, settings.api_football_key, budget
        ),
    }
    return tuple(makers[name]() for name in settings.live_sources)
