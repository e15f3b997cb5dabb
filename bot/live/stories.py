"""The story of the night, sent once, half an hour after the last match, to the chats that want it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.database.chats.alerts import Alerts
from bot.database.chats.match_states import MatchStates, StateRow
from bot.database.chats.outgoing import OutgoingMessage
from bot.football.events.alerting import AlertKind
from bot.football.events.deadlines import evening_in_the_news, news_until, not_at_night
from bot.football.events.promises import Promises
from bot.football.season.as_of import over_at, result_unknown
from bot.football.season.evening import Section
from bot.football.story.story import story
from bot.live.compose import Texts, story_keyboard, to_each
from bot.read_model.seasons import ResultsAsOf
from bot.views.story.story import story_text

AFTER = timedelta(minutes=30)
LAST_CALL = timedelta(hours=1, minutes=30)
"""So long before the evening is old news its story is told without the results that are still missing."""


@dataclass(frozen=True, slots=True)
class StoryMessages:
    alerts: Alerts
    knowledge: ResultsAsOf
    states: MatchStates
    promises: Promises

    def due(self, now: datetime) -> datetime | None:
        """When the story of this evening is due; None if there is none or it was sent."""
        day = evening_in_the_news(now)
        if self.states.has(f"story {day}"):
            return None
        return self._due(self.knowledge.evening(day, now))

    def ready(self, now: datetime) -> Sequence[Section]:
        """The evening, once its story can be told: with live scores by the clock, else with every result."""
        day = evening_in_the_news(now)
        sections = self.knowledge.evening(day, now)
        due, until = self._due(sections), news_until(day)
        if due is None or not due <= now < until:
            return ()
        missing = any(result_unknown(match, now) for section in sections for match in section.matches)
        is_whole = self.promises.live or not missing or now >= until - LAST_CALL
        return sections if is_whole and story(sections) else ()

    def messages(
        self, now: datetime, elsewhere: Collection[int]
    ) -> tuple[list[OutgoingMessage], list[StateRow]]:
        """The story for each chat that chose it or follows a club that played, and the row that tells of it.

        Nothing before it is due. Chats that have it elsewhere, among their results, get no message of it.
        """
        day, sections = evening_in_the_news(now), self.ready(now) if self.due(now) else ()
        if not sections:
            return [], []
        text = Texts(partial(story_text, sections))
        at = now if self.promises.live else not_at_night(now)
        matches = [match for section in sections for match in section.matches]
        everybody = (*self.alerts.followers_of(matches), *self.alerts.wanting(AlertKind.STORY))
        followers = {each.chat: each for each in everybody if each.chat not in elsewhere}.values()
        key, until = f"story {day}", news_until(day)
        messages = to_each(followers, AlertKind.STORY, key, text, now, until, at=at, button=story_keyboard)
        return list(messages), [StateRow(f"story {day}", day)]

    def _due(self, sections: Sequence[Section]) -> datetime | None:
        """Without live scores all of it comes in at once, and long after the final whistle."""
        after = AFTER if self.promises.live else timedelta(0)
        return max(
            (over_at(match) + after for section in sections for match in section.matches), default=None
        )
