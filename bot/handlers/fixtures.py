"""`/programma`: the matches to come of clubs, of a competition, of the clubs that are followed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.database.chats.chats import Chats
from bot.football.model import Competition
from bot.football.names.countries import country_named
from bot.football.names.finder import NoClub
from bot.football.questions.day import NO_DAYS
from bot.football.questions.question import Question
from bot.football.season.evening import evening_of
from bot.football.season.fixtures import are_no_secret, evenings_to_come, fixtures, last_played
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.evening import SOON, EveningCommand
from bot.handlers.followed import clubs_followed, clubs_of_country, followed_clubs
from bot.handlers.query import About, Query, Row, in_twos, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Overview, understood
from bot.read_model.coverage import Scope, missing
from bot.views.answer import Answer, paragraphs, secret
from bot.views.finding import ask_for_club, missing_line
from bot.views.fixtures import fixtures_text, no_fixtures_text, programme_text
from bot.words import Words

MOST_MATCHES = 20
"""Of a competition; they stand in one message."""


@dataclass(slots=True)
class FixturesCommand(Overview):
    names = Names("programma", "fixtures")
    button = About.FIXTURES
    example = "/programma Arsenal"
    offers_other_season = False
    chats: Chats
    evening: EveningCommand

    def answer(self, request: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        is_bare = not request.text.strip()
        followed = is_bare and clubs_followed(self.chats, request.chat, self.knowledge, request.now)
        if followed:
            answer = followed_clubs(followed, About.FIXTURES, self.knowledge, request.now, words)
            calendar = _calendar(Query((), about=About.CALENDAR), words)
            return replace(answer, buttons=rows(*answer.buttons, calendar))
        question = self.understood(request.text, request.now, words)
        if isinstance(question, Answer):
            return question
        today = evening_of(request.now)
        days = question.days
        if days.first and not question.clubs:
            return self.evening.on_days(days, question.competition, (), request, words)
        if days.first and question.clubs and (days.last or days.first >= today):
            # What is played on those days, not what was known then.
            return self.evening.answer(request, words)
        if isinstance(question.found, NoClub) and (country := country_named(question.clubs)):
            clubs = [club.id for club in clubs_of_country(country, self.knowledge, request.now)]
            if clubs:
                return followed_clubs(clubs, About.FIXTURES, self.knowledge, request.now, words)
        return self.answer_to(question, request.now, words)

    def understood(self, text: str, now: datetime, words: Words) -> Question | Answer:
        self.knowledge.refresh()
        return understood(text, now, self.finder, words, SOON)

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        if not query.clubs and query.competition:
            return self._of_competition(query.competition, at, words)
        if not query.clubs:
            return ask_for_club(words.ask_for_fixtures, self.example, words)
        clubs = self.clubs_of(query)
        found = next(self.knowledge.seasons_of(clubs[0], at, query.competition, query.season), None)
        seasons = found[1] if found else []
        to_come = fixtures(clubs, seasons)
        if to_come:
            text = fixtures_text(clubs, to_come, words)
            is_secret = not are_no_secret(clubs[0], to_come, seasons)
            calendar = _calendar(replace(query, about=About.CALENDAR), words, is_secret=is_secret)
            return Answer(secret(text) if is_secret else text, rows(calendar))
        note = ""
        if competition := self.knowledge.takes_part_in(clubs[0], at):
            name = words.competition(competition, season_of(at))
            note = words.takes_part(words.club(clubs[0]), name)
        text = no_fixtures_text(clubs, last_played(clubs, seasons), seasons, note, words)
        spans = missing(self.knowledge, at, Scope.to_come(at, clubs, query.competition))
        # Who has nothing to come is out: what is missing is said of nobody else.
        return Answer(secret(paragraphs(text, missing_line(spans, words))))

    def _of_competition(self, competition: Competition, at: datetime, words: Words) -> Answer:
        """The next evenings of a competition, as many as a phone shows; none is cut in two."""
        season = self.knowledge.season(competition, season_of(at), at)
        evenings = evenings_to_come(season, MOST_MATCHES)
        if not evenings:
            return self.evening.on_days(NO_DAYS, competition, (), Request("", at), words)
        buttons = [
            (words.weekday_and_day(day), Query((), competition, day=day, about=About.EVENING))
            for day, _ in evenings
        ]
        text = programme_text(season, evenings, words)
        # Who plays on behind a knock-out tells how that ended.
        in_table = all(match.round.kind.is_table for _, matches in evenings for match in matches)
        calendar = _calendar(Query((), competition, about=About.CALENDAR), words, is_secret=not in_table)
        return Answer(text if in_table else secret(text), rows(*in_twos(row(*buttons)), calendar))


def _calendar(query: Query, words: Words, *, is_secret: bool = False) -> Row:
    """The button for the same as a file; secret where something is to come only by how a match ended."""
    return tuple(replace(button, is_secret=is_secret) for button in row((words.button_calendar, query)))
