"""`/avond`: the match night at a glance, tonight's or another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.model import Competition, Match, Season
from bot.football.questions.question import FIRST_YEAR
from bot.football.season.evening import Section, end_of_evening, evening, evening_of, on_evening, usual_order
from bot.football.season.season_as_of import SeasonAsOf
from bot.handlers.finder import Finder
from bot.handlers.query import About, Back, Query
from bot.handlers.questions import asked_by_button, understood
from bot.handlers.request import Request
from bot.handlers.watching import Watching
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.evening import MatchEvening, evening_text, no_evening_text
from bot.views.finding import sentence, shortened
from bot.views.short_names import short_name
from bot.words import Words

LIVE = "live"
MOST_BUTTONS = 48
LONGEST_NAME = 14
"""Of a club on a button; two buttons stand beside each other."""
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(2200, 1, 1)
SOON = timedelta(days=60)
"""A day without a year may lie so far ahead."""
AROUND = timedelta(days=300)
"""How far the next evening and the one before are looked for."""


@dataclass(frozen=True, slots=True)
class EveningCommand:
    """Answers `/avond`; the clubs that the chat follows stand behind the Dutch ones."""

    finder: Finder
    knowledge: ResultsAsOf
    chats: Chats
    alerts: Alerts
    watching: Watching

    def answer(self, asked: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        if asked.text.strip().casefold() == LIVE:
            return self._live(asked, words)
        question = understood(asked.text, asked.now, self.finder, words, SOON)
        if isinstance(question, Answer):
            return question
        if question.clubs and question.day is None and question.competition is None:
            return sentence(words.no_such_day(shortened(question.clubs)))
        ask = Query((), question.competition, day=question.day, about=About.EVENING)
        return self.about(ask, asked, words)

    def _live(self, asked: Request, words: Words) -> Answer:
        """Keep up with tonight's matches in one message of this chat."""
        if asked.chat is None:
            return sentence(words.only_in_a_chat)
        if self.watching.whole_evening is None:
            return sentence(words.no_live_source)
        if not self.knowledge.playing_on(evening_of(asked.now)):
            return self.about(Query((), about=About.EVENING), asked, words)
        self.chats.know(asked.chat, asked.now)
        self.alerts.heard(asked.chat, asked.topic, words.code)
        self.watching.whole_evening(asked.chat)
        return sentence(words.whole_evening_here)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        ask = asked_by_button(data, About.EVENING, self.knowledge)
        return self.about(ask, asked, words) if ask else None

    def about(self, ask: Query, asked: Request, words: Words) -> Answer:
        now = asked.now
        followed = frozenset(() if asked.chat is None else self.chats.followed_by(asked.chat))
        day = ask.day or evening_of(now)
        if not FIRST_DAY <= day <= LAST_DAY:
            return sentence(words.no_matches_that_evening(day))
        at = min(now, end_of_evening(day))
        sections = evening(self.seasons_on(day, at, ask.competition), day, followed)
        if not sections:
            return self._without_matches(ask, day, at, words)
        return Answer(evening_text(day, sections, at, words, followed), _buttons(sections, ask, day, words))

    def seasons_on(self, day: date, at: datetime, only: Competition | None = None) -> list[SeasonAsOf]:
        """The competitions that are played on an evening, as known at a moment."""
        playing = {
            (competition, season)
            for _, competition, season in self.knowledge.days(day, day + timedelta(days=1))
            if only in {None, competition}
        }
        return [self.knowledge.season(*one, at) for one in sorted(playing)]

    def _without_matches(self, ask: Query, day: date, at: datetime, words: Words) -> Answer:
        one = timedelta(days=1)
        before = self._first_with_matches(reversed(self.knowledge.days(day - AROUND, day - one)), ask, at)
        after = self._first_with_matches(self.knowledge.days(day + one, day + AROUND), ask, at)
        row = tuple(
            Button(words.weekday_and_day(found.day), data)
            for found in (before, after)
            if found and (data := replace(ask, day=found.day).data)
        )
        return Answer(no_evening_text(ask.day, before, after, words), (row,) if row else ())

    def _first_with_matches(
        self, days: Iterable[tuple[date, Competition, Season]], ask: Query, at: datetime
    ) -> MatchEvening | None:
        """The first of these days of which a match is known by then."""
        found: list[SeasonAsOf] = []
        first: date | None = None
        for day, competition, season in days:
            if first not in {None, day}:
                break
            if ask.competition in {None, competition}:
                known = self.knowledge.season(competition, season, at)
                if on_evening(known.matches, day):
                    first = day
                    found.append(known)
        found.sort(key=lambda known: usual_order(known.competition))
        return MatchEvening(first, tuple(found)) if first else None


def _buttons(
    sections: Sequence[Section], ask: Query, day: date, words: Words
) -> tuple[tuple[Button, ...], ...]:
    """A button for each match."""
    buttons = [
        Button(" – ".join(short_name(words.club(club), LONGEST_NAME) for club in match.clubs), data)
        for section in sections
        for match in section.matches
        if (data := _data(match, ask, day))
    ]
    shown = buttons[:MOST_BUTTONS]
    return tuple(tuple(shown[at : at + 2]) for at in range(0, len(shown), 2))


def _data(match: Match, ask: Query, day: date) -> str | None:
    """The tie; or in a table the match of the two, told as shortly as a button needs.

    As known at the end of that evening, with the way back to it: it stays the answer of that evening.
    """
    clubs = (match.home.id, match.away.id)
    back = Back.EVENING_OF_CUP if ask.competition else Back.EVENING
    if not match.round.kind.is_table:
        return Query(clubs[:1], match.competition, match.season, match.round, day, back=back).pressable
    meeting = Query(clubs, match.competition, match.season, day=day, back=back)
    return (
        meeting.data
        or replace(meeting, competition=None, back=Back.EVENING).data
        or replace(meeting, season=None, competition=None, back=Back.EVENING).data
        or Query(clubs[:1], day=day, back=Back.EVENING).pressable
    )
