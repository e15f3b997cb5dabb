"""Who is told of what happened: from happenings to messages in the outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.database.chats.alerts import Alerts, Follower
from bot.database.chats.outbox_facts import OutgoingMessage, ParcelKind
from bot.football.events.alerting import WITH_SOUND, AlertKind, kind_of
from bot.football.events.events import GoalDetailed, GoalDisallowed, GoalScored, MatchEvent
from bot.football.model import AMSTERDAM
from bot.live.news import Happened
from bot.read_model.seasons import ResultsAsOf
from bot.views.alerts import alert_text
from bot.views.answer import Style
from bot.words import Words, words_for


@dataclass(frozen=True, slots=True)
class Teller:
    alerts: Alerts
    knowledge: ResultsAsOf

    def parcels(self, happened: Sequence[Happened], now: datetime) -> Iterator[OutgoingMessage]:
        """A message for each chat that wants to hear of each change."""
        for one in happened:
            match = one.change.match
            known = self.knowledge.season(match.competition, match.season, now)
            text = Texts(partial(alert_text, one.change, known))
            clubs = [club.id for club in match.clubs]
            yield from self._to_each(one, self.alerts.followers_of(clubs), text, now)

    def _to_each(
        self, one: Happened, followers: Iterable[Follower], text: Texts, now: datetime
    ) -> Iterator[OutgoingMessage]:
        kind = kind_of(one.change)
        for follower in followers:
            if wants(follower, kind, now):
                delay = timedelta(seconds=follower.alerts.delay)
                yield OutgoingMessage(
                    follower.chat,
                    one.event,
                    _parcel_kind(one.change),
                    text.of(follower),
                    now + delay,
                    one.deadline + delay,
                    silent=follower.silent or kind not in WITH_SOUND,
                )


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in every language and style that it is asked in, each made once."""

    make: Callable[[Words], str]
    _made: dict[tuple[str, bool], str] = field(default_factory=dict)

    def of(self, follower: Follower) -> str:
        words = words_for(follower.language)
        key = (words.code, follower.spoiler)
        if key not in self._made:
            self._made[key] = Style(spoilers=follower.spoiler).of(self.make(words))
        return self._made[key]


def wants(follower: Follower, kind: AlertKind, now: datetime) -> bool:
    """Whether a chat wants to hear of it at this hour."""
    quiet = follower.alerts.quiet
    if quiet and quiet.cover(now.astimezone(AMSTERDAM).hour):
        return False
    return kind in follower.alerts.kinds


def _parcel_kind(change: MatchEvent) -> ParcelKind:
    match change:
        case GoalScored() | GoalDisallowed():
            return ParcelKind.GOAL
        case GoalDetailed():
            return ParcelKind.DETAIL
        case _:
            return ParcelKind.NEWS
