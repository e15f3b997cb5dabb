"""The story of the night, sent once, half an hour after the last match, to the chats that want it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.database.chats.alerts import Alerts
from bot.database.chats.match_states import MatchStates, StateRow
from bot.database.chats.outgoing import OutgoingMessage
from bot.football.events.alerting import AlertKind
from bot.football.season.as_of import over_at
from bot.football.season.evening import evening_of
from bot.live.compose import Texts, to_each
from bot.read_model.seasons import ResultsAsOf
from bot.views.story.story import story_text

AFTER = timedelta(minutes=30)
UNTIL = timedelta(hours=3)
"""Later the night itself is yesterday's news."""


@dataclass(frozen=True, slots=True)
class StoryMessages:
    alerts: Alerts
    knowledge: ResultsAsOf
    states: MatchStates

    def due(self, now: datetime) -> datetime | None:
        """When the story of this evening is due; None if nobody wants it or it was sent."""
        day = evening_of(now)
        if self.states.has(_key(day)) or not self.alerts.wanting(AlertKind.STORY):
            return None
        sections = self.knowledge.evening(day, now)
        return max(
            (over_at(match) + AFTER for section in sections for match in section.matches), default=None
        )

    def messages(self, now: datetime) -> tuple[list[OutgoingMessage], list[StateRow]]:
        """The story for each chat that wants it, and the row that tells of it; nothing before it is due."""
        due, day = self.due(now), evening_of(now)
        if due is None or not due <= now < due + UNTIL:
            return [], []
        text = Texts(partial(story_text, self.knowledge.evening(day, now)))
        followers = self.alerts.wanting(AlertKind.STORY)
        messages = to_each(followers, AlertKind.STORY, _key(day), text, now, due + UNTIL)
        return list(messages), [StateRow(_key(day), day)]


def _key(day: date) -> str:
    return f"story {day.isoformat()}"
