"""The live message: one per chat and evening, edited as things happen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.database.chats.alerts import Alerts, Follower
from bot.database.chats.outbox import live_event
from bot.database.chats.outgoing import MessageKind, OutgoingMessage
from bot.football.events.alerting import LiveMessage
from bot.football.events.observations import Observation
from bot.football.model import Club, Match
from bot.football.season.evening import Section, evening
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Style
from bot.views.evening import evening_text
from bot.words import words_for


@dataclass(frozen=True, slots=True)
class EveningMessages:
    alerts: Alerts
    knowledge: ResultsAsOf

    def messages(
        self, day: date, changed: Collection[Club], observations: Sequence[Observation], now: datetime
    ) -> Iterator[OutgoingMessage]:
        """The new content for every chat whose live message shows one of the changed clubs."""
        sections = self._sections(day, now)
        news = {club.id for club in changed}
        pages = _Pages(day, sections, _by_clubs(observations), now, {})
        whole = {follower.chat: follower for follower in self.alerts.of_the_whole_evening(day.isoformat())}
        for follower in self.alerts.followers_of(match for section in sections for match in section.matches):
            everything = whole.pop(follower.chat, None) is not None
            wanted = everything or follower.alerts.live is LiveMessage.FOLLOWED
            if wanted and (everything or follower.clubs & news):
                yield from pages.to(follower, whole=everything)
        for follower in whole.values():
            yield from pages.to(follower, whole=True)

    def whole_evening(
        self, chat: int, day: date, observations: Sequence[Observation], now: datetime
    ) -> Iterator[OutgoingMessage]:
        """The first content for a chat that has just asked for all of it."""
        pages = _Pages(day, self._sections(day, now), _by_clubs(observations), now, {})
        for follower in self.alerts.of_the_whole_evening(day.isoformat()):
            if follower.chat == chat:
                yield from pages.to(replace(follower, clubs=frozenset()), whole=True, begun=True)

    def _sections(self, day: date, now: datetime) -> tuple[Section, ...]:
        playing = self.knowledge.playing_on(day)
        return evening((self.knowledge.season(*running, now) for running in playing), day)


@dataclass(frozen=True, slots=True)
class _Pages:
    """The contents of the live messages at one moment; chats with the same clubs and style share one."""

    day: date
    sections: Sequence[Section]
    observations: Mapping[tuple[Club, Club], Observation]
    now: datetime
    _made: dict[tuple[frozenset[str], bool, str, bool], str]

    def to(self, follower: Follower, *, whole: bool, begun: bool = False) -> Iterator[OutgoingMessage]:
        """Nothing before one of its matches has begun."""
        shown = self._shown(follower.clubs, whole=whole)
        if not begun and all(match.status.is_unplayed for section in shown for match in section.matches):
            return
        words = words_for(follower.language)
        key = (follower.clubs, whole, words.code, follower.spoiler)
        if key not in self._made:
            text = evening_text(
                self.day,
                shown,
                self.now,
                words,
                follower.clubs,
                self.observations,
                most_pages=1,
            )
            self._made[key] = Style(spoilers=follower.spoiler).of(text)
        due = self.now + timedelta(seconds=follower.alerts.delay)
        yield OutgoingMessage(
            follower.chat, live_event(self.day), MessageKind.LIVE, self._made[key], due, silent=True
        )

    def _shown(self, clubs: frozenset[str], *, whole: bool) -> list[Section]:
        if whole:
            return list(self.sections)
        return [
            replace(section, matches=matches)
            for section in self.sections
            if (matches := tuple(match for match in section.matches if _plays(match, clubs)))
        ]


def _by_clubs(observations: Iterable[Observation]) -> dict[tuple[Club, Club], Observation]:
    return {observation.match.clubs: observation for observation in observations}


def _plays(match: Match, clubs: frozenset[str]) -> bool:
    return any(club.id in clubs for club in match.clubs)
