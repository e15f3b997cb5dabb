"""Results that nobody saw live: one message to each chat about an evening, edited as more comes in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.database.chats.alerts import Alerts, Follower
from bot.database.chats.match_states import MatchStates, StateRow
from bot.database.chats.outgoing import MessageKind, OutgoingMessage
from bot.football.events.alerting import AlertKind
from bot.football.events.deadlines import evening_in_the_news, news_until, not_at_night
from bot.football.events.states import match_key
from bot.football.model import Match
from bot.football.season.as_of import over_at
from bot.football.season.evening import Section
from bot.live.compose import Texts, story_keyboard, wants
from bot.live.stories import StoryMessages
from bot.read_model.seasons import ResultsAsOf
from bot.views.results import results_text
from bot.views.story.story import story_text
from bot.words import Words, words_for

RESULT = "result "
"""Begins the key of the row of each match whose result is told so."""


@dataclass(frozen=True, slots=True)
class ResultMessages:
    alerts: Alerts
    knowledge: ResultsAsOf
    states: MatchStates
    stories: StoryMessages

    def messages(self, late: Sequence[Match], now: datetime) -> tuple[list[OutgoingMessage], list[StateRow]]:
        """What is to be told of the evening in the news, and the rows of the results that have just come in.

        Nothing before its last match is over, so that a chat hears one message and not one for each match.
        """
        day = evening_in_the_news(now)
        rows = [StateRow(f"{RESULT}{match_key(match)}", day) for match in late]
        keys = {*self.states.keys(day, RESULT), *(row.key for row in rows)}
        if not keys:
            return [], []
        sections = self.knowledge.evening(day, now)
        if any(now < over_at(match) for section in sections for match in section.matches):
            return [], rows
        results = _with(sections, lambda match: f"{RESULT}{match_key(match)}" in keys)
        return list(self._to_each(_Results(day, results, self.stories.ready(now), now))), rows

    def _to_each(self, results: _Results) -> Iterator[OutgoingMessage]:
        clubs = {club.id for section in results.sections for match in section.matches for club in match.clubs}
        if not clubs:
            return
        whole = {each.chat: each for each in self.alerts.of_the_whole_evening(results.day.isoformat())}
        for follower in self.alerts.followers_of(
            match for section in results.sections for match in section.matches
        ):
            everything = whole.pop(follower.chat, None) is not None
            if everything or wants(follower, AlertKind.ENDS, results.now):
                yield from results.to(follower, clubs if everything else follower.clubs)
        for follower in whole.values():
            yield from results.to(follower, clubs)


@dataclass(frozen=True, slots=True)
class _Results:
    """The results of an evening at one moment; chats with the same clubs and style share one text."""

    day: date
    sections: tuple[Section, ...]
    story: Sequence[Section]
    now: datetime
    _made: dict[tuple[frozenset[str], bool], Texts] = field(default_factory=dict)

    def to(self, follower: Follower, clubs: Collection[str]) -> Iterator[OutgoingMessage]:
        """The message, and the edit of it where it went out before with something else in it."""
        with_story = wants(follower, AlertKind.STORY, self.now)
        text = self._texts(frozenset(clubs), with_story=with_story).of(follower)
        delay = timedelta(seconds=follower.alerts.delay)
        message = OutgoingMessage(
            follower.chat,
            f"results {self.day.isoformat()}",
            MessageKind.NEWS,
            text,
            not_at_night(self.now) + delay,
            news_until(self.day),
            silent=follower.silent,
            keyboard=story_keyboard(words_for(follower.language)) if with_story and self.story else "",
        )
        yield message
        # An edit wakes nobody.
        yield replace(message, kind=MessageKind.DETAIL, due=self.now + delay)

    def _texts(self, clubs: frozenset[str], *, with_story: bool) -> Texts:
        key = (clubs, with_story)
        if key not in self._made:
            sections = _with(self.sections, lambda match: any(club.id in clubs for club in match.clubs))

            def text(words: Words) -> str:
                story = story_text(self.story, words) if with_story else ""
                return results_text(self.day, sections, clubs, story, words)

            self._made[key] = Texts(text)
        return self._made[key]


def _with(sections: Sequence[Section], is_shown: Callable[[Match], bool]) -> tuple[Section, ...]:
    """The sections with only these matches."""
    shown = (
        replace(section, matches=tuple(match for match in section.matches if is_shown(match)))
        for section in sections
    )
    return tuple(section for section in shown if section.matches)
