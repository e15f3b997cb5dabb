"""The entries of the owners as a live source: the first in the merge order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.database.chats.entries import Entries, Entry, State
from bot.football.events.observations import Observation
from bot.football.model import Match, Score, Status
from bot.football.season.evening import evening_of_match
from bot.importing.observations import LiveImport
from bot.importing.origins import ENTERED
from bot.sources.live import Abilities

GOAL_HOLDS = timedelta(minutes=3)
"""By then other sources report the goal too; afterwards they are believed again."""
UNDOING_TAKES = timedelta(minutes=2)
"""How long the match as it was before is reported, until that is believed."""
CAN = Abilities(live=True, scorers=True, seasons=False, delay=timedelta(0))
REMEMBERED = timedelta(hours=40)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A live source; every look reports the saved entries that still hold."""

    entries: Entries
    live_import: LiveImport
    name: str = ENTERED.name
    can: Abilities = CAN

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        clubs = self.live_import.results.clubs()
        entered: dict[tuple[str, str], Observation] = {}
        for entry in self.entries.since(now - REMEMBERED, clubs):
            names = (entry.entered.home.id, entry.entered.away.id)
            if entry.state is State.SAVED and _holds(entry, day, now):
                entered[names] = Observation(entry.entered, entered=True)
            elif entry.state is State.UNDONE and now - entry.at < UNDOING_TAKES:
                entered[names] = Observation(_without(entry), entered=True)
        return tuple(entered.values())


def _without(entry: Entry) -> Match:
    """The match as it was before the entry; a match that was entered as begun did begin."""
    if entry.entered.status is Status.LIVE and entry.before.score is None:
        return replace(entry.before, status=Status.LIVE, full_time=Score(0, 0))
    return entry.before


def _holds(entry: Entry, day: date, now: datetime) -> bool:
    if entry.entered.status is Status.LIVE:
        return now - entry.at < GOAL_HOLDS
    return evening_of_match(entry.entered) == day or now - entry.at < UNDOING_TAKES
