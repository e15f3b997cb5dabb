"""`/programma`: the matches to come of a club, or of two clubs together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.season.fixtures import fixtures, last_played
from bot.football.seasons import season_of
from bot.handlers.finder import Finder
from bot.handlers.query import About, Query
from bot.handlers.questions import about_clubs, asked_by_button, moment_asked, understood
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import ask_for_club
from bot.views.fixtures import fixtures_text, no_fixtures_text
from bot.words import Words

EXAMPLE = "/programma Arsenal"


@dataclass(frozen=True, slots=True)
class FixturesCommand:
    """Answers `/programma`."""

    finder: Finder
    knowledge: ResultsAsOf

    def answer(self, asked: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        question = understood(asked.text, asked.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        if not question.clubs:
            return ask_for_club(words.ask_for_fixtures, words.example(EXAMPLE))
        ask = Query((), question.competition, question.season, day=question.day, about=About.FIXTURES)
        found = about_clubs(question, ask, words, EXAMPLE)
        return found if isinstance(found, Answer) else self.about(found, asked.now, words)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        ask = asked_by_button(data, About.FIXTURES, self.knowledge)
        return self.about(ask, asked.now, words) if ask and ask.clubs else None

    def about(self, ask: Query, now: datetime, words: Words) -> Answer:
        at = moment_asked(ask.day, now)
        known = self.knowledge.results.clubs()
        clubs = [known[club] for club in ask.clubs]
        found = next(self.knowledge.seasons_of(clubs[0], at, ask.competition, ask.season), None)
        seasons = found[1] if found else []
        to_come = fixtures(clubs, seasons)
        if to_come:
            return Answer(fixtures_text(clubs, to_come, words))
        note = ""
        if competition := self.knowledge.takes_part_in(clubs[0], at):
            name = words.competition(competition, season_of(at))
            note = words.takes_part(words.club(clubs[0]), name)
        return Answer(no_fixtures_text(clubs, last_played(clubs, seasons), seasons, note, words))
