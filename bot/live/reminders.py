"""Reminders an hour before followed clubs play: one message to each chat about each kick-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.database.chats.alerts import Alerts, Follower
from bot.database.chats.match_states import MatchStates, StateRow
from bot.database.chats.outgoing import OutgoingMessage
from bot.football.events.alerting import AlertKind
from bot.football.events.deadlines import about_to_begin, next_reminder
from bot.football.model import Match
from bot.football.season.evening import evening_of
from bot.live.compose import Texts, to_each
from bot.views.alerts import reminder_text
from bot.words import Words


@dataclass(frozen=True, slots=True)
class ReminderMessages:
    alerts: Alerts
    states: MatchStates

    def messages(
        self, matches: Iterable[Match], now: datetime
    ) -> tuple[list[OutgoingMessage], list[StateRow]]:
        """The reminders that are due, with the rows that keep them from being sent again."""
        messages: list[OutgoingMessage] = []
        rows: list[StateRow] = []
        if not self.alerts.anybody_wants(AlertKind.REMINDERS):
            return messages, rows
        for kick_off, begin in about_to_begin(matches, now).items():
            new = [match for match in begin if not self.states.has(_key(match, kick_off))]
            rows += [StateRow(_key(match, kick_off), evening_of(kick_off)) for match in new]
            messages += self._to_each(new, kick_off, now)
        return messages, rows

    def due(self, matches: Iterable[Match], now: datetime) -> datetime | None:
        """When the next reminder is due; None if nobody wants any."""
        return next_reminder(matches, now) if self.alerts.anybody_wants(AlertKind.REMINDERS) else None

    def _to_each(
        self, matches: Sequence[Match], kick_off: datetime, now: datetime
    ) -> Iterator[OutgoingMessage]:
        by_matches: dict[tuple[Match, ...], list[Follower]] = {}
        for follower in self.alerts.followers_of(matches):
            clubs = follower.own_clubs
            if own := tuple(
                match for match in matches if not clubs.isdisjoint(each.id for each in match.clubs)
            ):
                by_matches.setdefault(own, []).append(follower)
        for own, those in by_matches.items():

            def text(words: Words, own: Sequence[Match] = own) -> str:
                return reminder_text(kick_off, own, words)

            key = f"reminder {kick_off:%Y%m%dT%H%M} {own[0].home.id}"
            yield from to_each(those, AlertKind.REMINDERS, key, Texts(text), now, kick_off)


def _key(match: Match, kick_off: datetime) -> str:
    return f"reminder {evening_of(kick_off)} {match.home.id} {match.away.id}"
