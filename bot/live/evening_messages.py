"""The one message per chat and evening that is edited as things happen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.database.chats.alerts import Alerts, Follower
from bot.database.chats.outbox import live_event
from bot.database.chats.outbox_facts import OutgoingMessage, ParcelKind
from bot.football.events.alerting import LiveMessage
from bot.football.events.observations import Observation
from bot.football.model import Club, Match, Status
from bot.football.season.evening import Section, evening
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Style
from bot.views.evening import evening_text
from bot.words import words_for

_NOT_BEGUN = frozenset({Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class EveningMessages:
    alerts: Alerts
    knowledge: ResultsAsOf

    def parcels(
        self, day: date, changed: Collection[Club], seen: Sequence[Observation], now: datetime
    ) -> Iterator[OutgoingMessage]:
        """The new content for every chat that sees one of the clubs of which something changed."""
        sections = self._sections(day, now)
        playing = {club.id for section in sections for match in section.matches for club in match.clubs}
        news = {club.id for club in changed}
        pages = _Pages(day, sections, {one.match.clubs: one for one in seen}, now, {})
        whole = {one.chat: one for one in self.alerts.of_the_whole_evening(day.isoformat())}
        for follower in self.alerts.followers_of(playing):
            everything = whole.pop(follower.chat, None) is not None
            wanted = everything or follower.alerts.live is LiveMessage.FOLLOWED
            if wanted and (everything or follower.clubs & news):
                yield from pages.to(follower, whole=everything)
        for follower in whole.values():
            yield from pages.to(follower, whole=True)

    def whole_evening(
        self, chat: int, day: date, seen: Sequence[Observation], now: datetime
    ) -> Iterator[OutgoingMessage]:
        """The first content for a chat that has just asked for all of it."""
        pages = _Pages(day, self._sections(day, now), {one.match.clubs: one for one in seen}, now, {})
        for follower in self.alerts.of_the_whole_evening(day.isoformat()):
            if follower.chat == chat:
                yield from pages.to(replace(follower, clubs=frozenset()), whole=True, begun=True)

    def _sections(self, day: date, now: datetime) -> tuple[Section, ...]:
        playing = self.knowledge.playing_on(day)
        return evening((self.knowledge.season(*one, now) for one in playing), day)


@dataclass(frozen=True, slots=True)
class _Pages:
    """What chats see of one evening at one moment; those that see the same share it."""

    day: date
    sections: Sequence[Section]
    seen: Mapping[tuple[Club, Club], Observation]
    now: datetime
    _made: dict[tuple[frozenset[str], bool, str, bool], str]

    def to(self, follower: Follower, *, whole: bool, begun: bool = False) -> Iterator[OutgoingMessage]:
        """Nothing before one of its matches has begun."""
        shown = self._shown(follower.clubs, whole=whole)
        if not begun and all(match.status in _NOT_BEGUN for section in shown for match in section.matches):
            return
        words = words_for(follower.language)
        key = (follower.clubs, whole, words.code, follower.spoiler)
        if key not in self._made:
            text = evening_text(
                self.day, shown, self.now, words, follower.clubs, self.seen, most_pages=1, with_story=False
            )
            self._made[key] = Style(spoilers=follower.spoiler).of(text)
        due = self.now + timedelta(seconds=follower.alerts.delay)
        yield OutgoingMessage(
            follower.chat, live_event(self.day), ParcelKind.LIVE, self._made[key], due, silent=True
        )

    def _shown(self, clubs: frozenset[str], *, whole: bool) -> list[Section]:
        if whole:
            return list(self.sections)
        return [
            replace(section, matches=matches)
            for section in self.sections
            if (matches := tuple(match for match in section.matches if _plays(match, clubs)))
        ]


def _plays(match: Match, clubs: frozenset[str]) -> bool:
    return any(club.id in clubs for club in match.clubs)
