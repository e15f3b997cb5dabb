"""Conflicts between sources, reported once to the owners of the bot."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.database.chats.chats import Chats
from bot.database.chats.facts import ChatKind
from bot.database.chats.outgoing import MessageKind, OutgoingMessage
from bot.database.results.results import Conflict
from bot.views.alerts import conflict_text
from bot.words import words_for

UNTIL = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Owners:
    ids: tuple[int, ...]
    chats: Chats

    def messages(self, conflicts: Collection[Conflict], now: datetime) -> Iterator[OutgoingMessage]:
        """A message to each owner about each conflict."""
        for owner in self.ids if conflicts else ():
            self.chats.mark_active(owner, ChatKind.PRIVATE, now)
            words = words_for(self.chats.settings(owner).language)
            for conflict in conflicts:
                season = f"{conflict.competition} {conflict.season}"
                clubs = f"{words.club(conflict.home)} – {words.club(conflict.away)} ({season})"
                kept = f"{conflict.kept} ({conflict.kept_source})"
                refused = f"{conflict.refused} ({conflict.refused_source})"
                match = f"{conflict.competition}|{conflict.season}|{conflict.home.id}|{conflict.away.id}"
                yield OutgoingMessage(
                    owner,
                    f"conflict {match}|{conflict.fact}|{conflict.refused}",
                    MessageKind.NEWS,
                    conflict_text(f"{clubs}, {conflict.fact}: {kept}, {refused}", words),
                    now,
                    now + UNTIL,
                )
