"""What the owners of the bot are told: where two sources disagree, once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.database.chats.chats import Chats
from bot.database.chats.facts import ChatKind
from bot.database.chats.outbox_facts import OutgoingMessage, ParcelKind
from bot.database.results.results import Conflict
from bot.views.alerts import conflict_text
from bot.words import words_for

UNTIL = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Owners:
    ids: tuple[int, ...]
    chats: Chats

    def parcels(self, conflicts: Collection[Conflict], now: datetime) -> Iterator[OutgoingMessage]:
        """A message to each owner about each conflict."""
        for owner in self.ids if conflicts else ():
            self.chats.mark_active(owner, ChatKind.PRIVATE, now)
            words = words_for(self.chats.settings(owner).language)
            for one in conflicts:
                clubs = f"{words.club(one.home)} – {words.club(one.away)} ({one.competition} {one.season})"
                sides = f"{one.kept} ({one.kept_source}), {one.refused} ({one.refused_source})"
                match = f"{one.competition}|{one.season}|{one.home.id}|{one.away.id}"
                yield OutgoingMessage(
                    owner,
                    f"conflict {match}|{one.fact}|{one.refused}",
                    ParcelKind.NEWS,
                    conflict_text(f"{clubs}, {one.fact}: {sides}", words),
                    now,
                    now + UNTIL,
                )
