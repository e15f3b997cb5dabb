"""`/avond`: the match night at a glance, tonight's or another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.football.dataset.gaps import MissingSpan
from bot.football.model import Club, Competition, Match, Season
from bot.football.names.countries import country_named
from bot.football.names.finder import ClubFinder, NoClub
from bot.football.questions.day import Days
from bot.football.questions.question import FIRST_YEAR
from bot.football.season.evening import Section, end_of_evening, evening_of, on_evening, usual_order
from bot.football.season.season_as_of import SeasonAsOf
from bot.handlers.command import Command, Names
from bot.handlers.followed import clubs_followed
from bot.handlers.query import About, Back, Query, Rows, in_twos, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Mention, clubs_meant, clubs_of, noted_unused, pressed_query, understood
from bot.handlers.watching import Watching
from bot.read_model.coverage import Scope, missing
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.evening import MatchEvening, evening_text, evenings_text, no_evening_text
from bot.views.finding import sentence, shortened, with_missing
from bot.views.short_names import button_name
from bot.views.story.story import story_text
from bot.words import Words

LIVE = "live"
MOST_BUTTONS = 48
USES = (Mention.CLUB, Mention.SECOND_CLUB, Mention.COMPETITION, Mention.DAY)
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
        if question.day is None and question.season is not None:
            return sentence(words.no_such_day(shortened(request.text)))
        clubs: tuple[Club, ...] = ()
        is_country = isinstance(question.found, NoClub) and country_named(question.clubs)
        # The clubs of home come first on every evening.
        if question.clubs and not is_country:
            about = Query((), question.competition, day=question.day, about=About.EVENING)
            meant = clubs_meant(
                question,
                lambda clubs: replace(about, clubs=tuple(club.id for club in clubs)).data,
                words,
                "/avond Ajax",
            )
            if isinstance(meant, Answer):
                return meant
            clubs = meant
        answer = self.on_days(question.days, question.competition, clubs, request, words)
        return noted_unused(answer, question, USES, request.now, words)

    def on_days(
        self,
        days: Days,
        only: Competition | None,
        clubs: Sequence[Club],
        request: Request,
        words: Words,
    ) -> Answer:
        """The evening, or of a week or a month the evenings; with a button for another that may be meant."""
        if days.first and days.last:
            return self._evenings(days.first, days.last, only, clubs, request, words)
        first, other_day = days.first, days.other
        if first and other_day:
            # Of two Tuesdays the one on which somebody plays.
            coming, past = (self._is_on(day, only, clubs, request.now) for day in (first, other_day))
            first, other_day = (other_day, None) if past and not coming else (first, other_day)
        answer = self._about(only, first, request, words, clubs)
        if other_day is None:
            return answer
        query = Query(tuple(club.id for club in clubs), only, day=other_day, about=About.EVENING)
        other = row((words.weekday_and_day(other_day), query))
        return replace(answer, buttons=rows(*answer.buttons, other))

    def last(self, only: Competition, now: datetime, words: Words) -> Answer:
        """Tonight's matches of a competition, or else those of the evening before."""
        tonight, request = evening_of(now), Request("", now)
        if self._is_on(tonight, only, (), now):
            return self._about(only, None, request, words)
        days = reversed(self.knowledge.days(tonight - AROUND, tonight - timedelta(days=1)))
        before = next(self._with_matches(days, only, (), now), None)
        return self._about(only, before.day if before else None, request, words)

    def _is_on(self, day: date, only: Competition | None, clubs: Sequence[Club], now: datetime) -> bool:
        days = self.knowledge.days(day, day)
        return next(self._with_matches(days, only, clubs, min(now, end_of_evening(day))), None) is not None

    def _evenings(  # noqa: PLR0913, PLR0917 - a question has as many sides
        self,
        first: date,
        last: date,
        only: Competition | None,
        clubs: Sequence[Club],
        request: Request,
        words: Words,
    ) -> Answer:
        """The evenings of several days, with a button for each."""
        found = list(self._with_matches(self.knowledge.days(first, last), only, clubs, request.now))
        ids = tuple(club.id for club in clubs)
        buttons = [
            (words.weekday_and_day(each.day), Query(ids, only, day=each.day, about=About.EVENING))
            for each in found[:MOST_BUTTONS]
        ]
        answer = Answer(
            evenings_text(first, last, found, clubs, words),
            in_twos(row(*buttons)),
        )
        return with_missing(answer, self._missing((first, last), only, clubs, request), words)

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
        if query is None:
            return None
        clubs = clubs_of(query, self.knowledge)
        return self._about(query.competition, query.day, request, words, clubs)

    def _about(
        self,
        only: Competition | None,
        named: date | None,
        request: Request,
        words: Words,
        clubs: Sequence[Club] = (),
    ) -> Answer:
        """The evening of a day, tonight when none is named; perhaps of one competition, or of clubs."""
        followed = frozenset(clubs_followed(self.chats, request.chat, self.knowledge, request.now))
        day = named or evening_of(request.now)
        named = None if day == evening_of(request.now) else named
        if not FIRST_DAY <= day <= LAST_DAY:
            return sentence(words.no_matches_that_evening(day))
        at = min(request.now, end_of_evening(day))
        if sections := _of_clubs(self.knowledge.evening(day, at, followed, only), clubs):
            text = evening_text(day, sections, at, words, followed, story=story_text(sections, words))
            answer = Answer(text, _buttons(sections, only, day, words))
            # Until when results run stands in the text.
            lacks = [span for span in self._missing((day, day), only, clubs, request) if not span.until]
            return with_missing(answer, lacks, words)
        days_before = reversed(self.knowledge.days(day - AROUND, day - timedelta(days=1)))
        days_after = self.knowledge.days(day + timedelta(days=1), day + AROUND)
        before = next(self._with_matches(days_before, only, clubs, at), None)
        after = next(self._with_matches(days_after, only, clubs, at), None)
        ids = tuple(club.id for club in clubs)
        buttons = (
            (words.weekday_and_day(each.day), Query(ids, only, day=each.day, about=About.EVENING))
            for each in (before, after)
            if each
        )
        spans = self._missing((day, day), only, clubs, request)
        text = no_evening_text(named, before, after, clubs, only, words, is_whole=not spans)
        return with_missing(Answer(text, rows(row(*buttons))), spans, words)

    def _missing(
        self, days: tuple[date, date], only: Competition | None, clubs: Sequence[Club], request: Request
    ) -> Sequence[MissingSpan]:
        return missing(self.knowledge, request.now, Scope(clubs, only, days))

    def _with_matches(
        self,
        days: Iterable[tuple[date, Competition, Season]],
        only: Competition | None,
        clubs: Sequence[Club],
        at: datetime,
    ) -> Iterator[MatchEvening]:
        """Those of these days of which a match is to be found by then, of these clubs where any are named."""
        for day, played in groupby(days, key=itemgetter(0)):
            seasons = [self.knowledge.season(cup, year, at) for _, cup, year in played if only in {None, cup}]
            if found := [season for season in seasons if _has_match(season, day, clubs)]:
                yield MatchEvening(day, tuple(sorted(found, key=lambda each: usual_order(each.competition))))


def _has_match(season: SeasonAsOf, day: date, clubs: Sequence[Club]) -> bool:
    matches = season.of(clubs[0]) if clubs else season.matches
    return any(set(clubs) <= set(match.clubs) for match in on_evening(matches, day))


def _of_clubs(sections: Sequence[Section], clubs: Sequence[Club]) -> tuple[Section, ...]:
    """The matches in which all these clubs play."""
    of_clubs = (
        replace(
            section,
            matches=tuple(match for match in section.matches if set(clubs) <= set(match.clubs)),
        )
        for section in sections
    )
    return tuple(section for section in of_clubs if section.matches)


def _buttons(sections: Sequence[Section], only: Competition | None, day: date, words: Words) -> Rows:
    """A button for each match."""
    back = Back.EVENING_OF_CUP if only else Back.EVENING
    buttons = [
        Button(" – ".join(button_name(words.club(club)) for club in match.clubs), data)
        for section in sections
        for match in section.matches
        if (data := _data(match, back, day))
    ]
    return in_twos(buttons[:MOST_BUTTONS])


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
