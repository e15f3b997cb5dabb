"""`/avond`: the match night at a glance, tonight's or another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.model import Competition, Match, Season
from bot.football.names.finder import ClubFinder
from bot.football.questions.question import FIRST_YEAR
from bot.football.season.evening import Section, end_of_evening, evening_of, on_evening, usual_order
from bot.handlers.command import Command, Names
from bot.handlers.query import About, Back, Query, Rows, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Mention, noted_unused, pressed_query, understood
from bot.handlers.watching import Watching
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.evening import MatchEvening, evening_text, no_evening_text
from bot.views.finding import sentence, shortened
from bot.views.short_names import short_name
from bot.views.story.story import story_text
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
class EveningCommand(Command):
    """Clubs that the chat follows stand behind the Dutch ones."""

    names = Names("avond", "tonight", ("vanavond",))
    of_this_season = True
    button = About.EVENING
    finder: ClubFinder
    knowledge: ResultsAsOf
    chats: Chats
    alerts: Alerts
    watching: Watching

    def answer(self, request: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        if request.text.strip().casefold() == LIVE:
            return self._live(request, words)
        question = understood(request.text, request.now, self.finder, words, SOON)
        if isinstance(question, Answer):
            return question
        if question.clubs and question.day is None and question.competition is None:
            return sentence(words.no_such_day(shortened(question.clubs)))
        answer = self._about(question.competition, question.day, request, words)
        return noted_unused(answer, question, (Mention.COMPETITION, Mention.DAY), request.now, words)

    def _live(self, request: Request, words: Words) -> Answer:
        """Keep up with tonight's matches in one message of this chat, or tell their results in one."""
        if request.chat is None:
            return sentence(words.only_in_a_chat)
        promises = self.watching.promises
        if not promises.results:
            return sentence(self._with_advice(words.no_live_source, request, words))
        if not self.knowledge.playing_on(evening_of(request.now)):
            return self._about(None, None, request, words)
        self.chats.know(request.chat, request.now)
        self.alerts.heard(request.chat, request.topic, words.code)
        self.watching.whole_evening(request.chat)
        if promises.live:
            return sentence(words.whole_evening_here)
        return sentence(self._with_advice(words.results_instead, request, words))

    def _with_advice(self, text: str, request: Request, words: Words) -> str:
        """How live scores are switched on, for those who may do that."""
        is_for_owner = not request.in_group or request.user in self.watching.owners
        return f"{text}\n{words.how_to_go_live}" if is_for_owner else text

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        self.knowledge.refresh()
        query = pressed_query(data, self.knowledge)
        return self._about(query.competition, query.day, request, words) if query else None

    def _about(self, only: Competition | None, named: date | None, request: Request, words: Words) -> Answer:
        """The evening of a day, tonight when none is named, with every competition or one only."""
        followed = frozenset(() if request.chat is None else self.chats.followed_by(request.chat))
        day = named or evening_of(request.now)
        if not FIRST_DAY <= day <= LAST_DAY:
            return sentence(words.no_matches_that_evening(day))
        at = min(request.now, end_of_evening(day))
        if sections := self.knowledge.evening(day, at, followed, only):
            text = evening_text(day, sections, at, words, followed, story=story_text(sections, words))
            return Answer(text, _buttons(sections, only, day, words))
        days_before = reversed(self.knowledge.days(day - AROUND, day - timedelta(days=1)))
        days_after = self.knowledge.days(day + timedelta(days=1), day + AROUND)
        before = self._first_with_matches(days_before, only, at)
        after = self._first_with_matches(days_after, only, at)
        buttons = (
            (words.weekday_and_day(each.day), Query((), only, day=each.day, about=About.EVENING))
            for each in (before, after)
            if each
        )
        return Answer(no_evening_text(named, before, after, words), rows(row(*buttons)))

    def _first_with_matches(
        self, days: Iterable[tuple[date, Competition, Season]], only: Competition | None, at: datetime
    ) -> MatchEvening | None:
        """The first of these days of which a match is to be found by then."""
        for day, played in groupby(days, key=itemgetter(0)):
            seasons = [self.knowledge.season(cup, year, at) for _, cup, year in played if only in {None, cup}]
            if found := [season for season in seasons if on_evening(season.matches, day)]:
                return MatchEvening(day, tuple(sorted(found, key=lambda each: usual_order(each.competition))))
        return None


def _buttons(sections: Sequence[Section], only: Competition | None, day: date, words: Words) -> Rows:
    """A button for each match."""
    back = Back.EVENING_OF_CUP if only else Back.EVENING
    buttons = [
        Button(" – ".join(short_name(words.club(club), LONGEST_NAME) for club in match.clubs), data)
        for section in sections
        for match in section.matches
        if (data := _data(match, back, day))
    ]
    shown = buttons[:MOST_BUTTONS]
    return tuple(tuple(shown[at : at + 2]) for at in range(0, len(shown), 2))


def _data(match: Match, back: Back, day: date) -> str | None:
    """The tie; or in a table the match of the two, as shortly as a button needs.

    As known at the end of that evening, with the way back to it: it stays the answer of that evening.
    """
    clubs = (match.home.id, match.away.id)
    if not match.round.kind.is_table:
        return Query(clubs[:1], match.competition, match.season, match.round, day, back=back).pressable
    meeting = Query(clubs, match.competition, match.season, day=day, back=back)
    return (
        meeting.data
        or replace(meeting, competition=None, back=Back.EVENING).data
        or replace(meeting, season=None, competition=None, back=Back.EVENING).data
        or Query(clubs[:1], day=day, back=Back.EVENING).pressable
    )
