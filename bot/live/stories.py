"""The story of the night, sent once, half an hour after the last match, to the chats that want it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.database.chats.alerts import Alerts
from bot.database.chats.outbox_facts import OutgoingMessage, ParcelKind
from bot.database.chats.watched import Believed, WatchedMatches
from bot.football.events.alerting import AlertKind
from bot.football.season.as_of import over_at
from bot.football.season.evening import evening_of
from bot.live.teller import Texts, wants
from bot.read_model.seasons import ResultsAsOf
from bot.views.story.story import story_text

AFTER = timedelta(minutes=30)
UNTIL = timedelta(hours=3)
"""Later the night itself is yesterday's news."""


@dataclass(frozen=True, slots=True)
class StoryTeller:
    alerts: Alerts
    knowledge: ResultsAsOf
    watched: WatchedMatches

    def due(self, now: datetime) -> datetime | None:
        """When the story of this evening is to be sent; None while nobody wants it, or once it was sent."""
        day = evening_of(now)
        if self.watched.knows(_what(day)) or not self.alerts.wanting(AlertKind.STORY):
            return None
        matches = [match for section in self.knowledge.evening(day, now) for match in section.matches]
        return max((over_at(match) + AFTER for match in matches), default=None)

    def parcels(self, now: datetime) -> tuple[list[OutgoingMessage], list[Believed]]:
        """The story for each chat that wants it, and the note that it was sent; nothing before it is due."""
        due, day = self.due(now), evening_of(now)
        if due is None or not due <= now < due + UNTIL:
            return [], []
        text = Texts(partial(story_text, self.knowledge.evening(day, now)))
        parcels = [
            OutgoingMessage(
                follower.chat,
                _what(day),
                ParcelKind.NEWS,
                html,
                now + timedelta(seconds=follower.alerts.delay),
                due + UNTIL,
                silent=True,
            )
            for follower in self.alerts.wanting(AlertKind.STORY)
            if wants(follower, AlertKind.STORY, now) and (html := text.of(follower))
        ]
        return parcels, [Believed(_what(day), day, "{}")]


def _what(day: date) -> str:
    return f"story {day.isoformat()}"
