"""The origins of results, and how far each is believed."""

from __future__ import annotations

from bot.database.results.saving import Origin

CORRECTIONS = Origin("correction", 50)
BY_HAND = Origin("csv", 45)
ENTERED = Origin("by hand", 45)
"""Typed by an owner of the bot, in a chat."""
FACTS = Origin("facts", 40)
FIRST_AUTHORITY = 39
"""The authority of the first live source: above Wikipedia, below the project's own facts."""
WIKIPEDIA = Origin("wikipedia", 35)
OPENFOOTBALL = Origin("openfootball", 30)
GOALS = Origin("schochastics/football-data", 20)
TRANSFERMARKT = Origin("transfermarkt", 18)
"""Its goals have no stoppage time: whoever knows better goes before it."""
HISTORY = Origin("schochastics/football-data, results", 15)
UNCONFIRMED = Origin("unconfirmed", 10)
DOUBTED = 0
"""The authority of what is only recorded where it contradicts."""


def origin_of(source: str, place: int) -> Origin:
    """The origin of a live source; each next place in the merge order has one less authority."""
    fixed = {origin.name: origin for origin in (ENTERED, WIKIPEDIA, OPENFOOTBALL, TRANSFERMARKT)}
    return fixed.get(source) or Origin(source, FIRST_AUTHORITY - place)
