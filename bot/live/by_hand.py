"""What the owners enter themselves, as a source among the others: the one that is believed first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.database.chats.entries import Entries, Entry, State
from bot.football.events.observations import Observation
from bot.football.model import Match, Score, Status
from bot.football.season.evening import evening_of_match
from bot.importing.shape import ENTERED
from bot.importing.sightings import Incoming
from bot.sources.live import Abilities

GOAL_HOLDS = timedelta(minutes=3)
"""By then other sources tell of a goal too; afterwards they are believed again."""
UNDOING_TAKES = timedelta(minutes=2)
"""So long what was known before is told again, until it is believed."""
CAN = Abilities(live=True, scorers=True, seasons=False, delay=timedelta(0))
REMEMBERED = timedelta(hours=40)


@dataclass(frozen=True, slots=True)
class ByHand:
    """A live source; an entry that is saved is told at every look, as long as it holds."""

    entries: Entries
    incoming: Incoming
    name: str = ENTERED.name
    can: Abilities = CAN

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        clubs = self.incoming.known.clubs()
        told: dict[tuple[str, str], Observation] = {}
        for entry in self.entries.since(now - REMEMBERED, clubs):
            names = (entry.entered.home.id, entry.entered.away.id)
            if entry.state is State.SAVED and _holds(entry, day, now):
                told[names] = Observation(entry.entered)
            elif entry.state is State.UNDONE and now - entry.at < UNDOING_TAKES:
                told[names] = Observation(_without(entry))
        return tuple(told.values())


def _without(entry: Entry) -> Match:
    """The match as it was; one that was taken to have begun did begin."""
    if entry.entered.status is Status.LIVE and entry.before.score is None:
        return replace(entry.before, status=Status.LIVE, full_time=Score(0, 0))
    return entry.before


def _holds(entry: Entry, day: date, now: datetime) -> bool:
    if entry.entered.status is Status.LIVE:
        return now - entry.at < GOAL_HOLDS
    return evening_of_match(entry.entered) == day or now - entry.at < UNDOING_TAKES
