"""The alerts of an evening composed: a message to each chat that wants to hear of an event."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.database.chats.alerts import Alerts, Follower
from bot.database.chats.outgoing import MessageKind, OutgoingMessage
from bot.football.events.alerting import WITH_SOUND, AlertKind, kind_of
from bot.football.events.deadlines import Announcement
from bot.football.events.events import GoalDetailed, GoalDisallowed, GoalScored, MatchEvent
from bot.football.model import AMSTERDAM
from bot.read_model.seasons import ResultsAsOf
from bot.views.alerts import NO_STORIES, alert_text
from bot.views.answer import Style
from bot.words import Words, words_for


@dataclass(frozen=True, slots=True)
class AlertMessages:
    alerts: Alerts
    knowledge: ResultsAsOf

    def messages(self, announcements: Sequence[Announcement], now: datetime) -> Iterator[OutgoingMessage]:
        """A message for each chat that wants to hear of each event."""
        for announcement in announcements:
            match = announcement.event.match
            season = self.knowledge.season(match.competition, match.season, now)
            text = Texts(partial(alert_text, announcement.event, season))
            kind = kind_of(announcement.event)
            followers = [
                follower
                for follower in self.alerts.followers_of([match])
                if follower.own_clubs or follower.alerts.tell_of_competition(kind)
            ]
            message_kind = _message_kind(announcement.event)
            yield from to_each(
                followers, kind, announcement.key, text, now, announcement.deadline, message_kind
            )


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in each language and style, made once each."""

    make: Callable[[Words], str]
    _made: dict[tuple[str, bool], str] = field(default_factory=dict)

    def of(self, follower: Follower) -> str:
        words = words_for(follower.language)
        key = (words.code, follower.spoiler)
        if key not in self._made:
            self._made[key] = Style(spoilers=follower.spoiler).of(self.make(words))
        return self._made[key]


def to_each(  # noqa: PLR0913, PLR0917 - everything that a message has
    followers: Iterable[Follower],
    kind: AlertKind,
    key: str,
    text: Texts,
    now: datetime,
    deadline: datetime,
    message_kind: MessageKind = MessageKind.NEWS,
    *,
    at: datetime | None = None,
    button: Callable[[Words], str] | None = None,
) -> Iterator[OutgoingMessage]:
    """The message for each chat that wants to hear of it now, after the delay that it chose.

    It is sent at another moment than now where one is given.
    """
    for follower in followers:
        if wants(follower, kind, now) and (html := text.of(follower)):
            delay = timedelta(seconds=follower.alerts.delay)
            is_silent = follower.silent or kind not in WITH_SOUND
            yield OutgoingMessage(
                follower.chat,
                key,
                message_kind,
                html,
                (at or now) + delay,
                deadline + delay,
                silent=is_silent,
                keyboard=button(words_for(follower.language)) if button else "",
            )


def story_keyboard(words: Words) -> str:
    """The keyboard under a story, as Telegram takes it."""
    button = {"text": words.button_no_stories, "callback_data": NO_STORIES}
    return json.dumps({"inline_keyboard": [[button]]}, ensure_ascii=False)


def wants(follower: Follower, kind: AlertKind, now: datetime) -> bool:
    """Whether a chat wants to hear of this kind at this hour."""
    quiet = follower.alerts.quiet
    if quiet and quiet.cover(now.astimezone(AMSTERDAM).hour):
        return False
    return kind in follower.alerts.kinds


def _message_kind(event: MatchEvent) -> MessageKind:
    match event:
        case GoalScored() | GoalDisallowed():
            return MessageKind.GOAL
        case GoalDetailed():
            return MessageKind.DETAIL
        case _:
            return MessageKind.NEWS
