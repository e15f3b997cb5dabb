"""The sources of newer results: one line for each, and the settings of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.sources import openfootball
from bot.sources.api_football import client as api_football
from bot.sources.espn import client as espn
from bot.sources.live import LiveSource, SourceDeclaration, Surroundings
from bot.sources.transfermarkt import client as transfermarkt
from bot.sources.uefa import client as uefa
from bot.sources.wikipedia import client as wikipedia


class SourceSettings(
    wikipedia.WikipediaSettings,
    openfootball.OpenfootballSettings,
    uefa.UefaSettings,
    espn.EspnSettings,
    api_football.ApiFootballSettings,
    transfermarkt.TransfermarktSettings,
):
    """What each source wants to have set; `bot.settings` reads it from outside."""


REGISTRY: Mapping[str, SourceDeclaration[SourceSettings]] = {
    source.name: source
    for source in (wikipedia.SOURCE, openfootball.SOURCE, uefa.SOURCE, espn.SOURCE, api_football.SOURCE)
}

ON_DEMAND: Mapping[str, SourceDeclaration[SourceSettings]] = {transfermarkt.SOURCE.name: transfermarkt.SOURCE}
"""Asked only where somebody names it: `uitslagbot update --from`."""


def live_sources(
    names: Iterable[str], settings: SourceSettings, around: Surroundings
) -> tuple[LiveSource, ...]:
    """The sources of these names, in the order in which they are believed."""
    return tuple({**REGISTRY, **ON_DEMAND}[name].make(settings, around) for name in names)
