"""`/records`: the records of a club, of a competition, or of all that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.seasons import season_of
from bot.handlers.finder import Finder
from bot.handlers.query import About, Query
from bot.handlers.questions import about_clubs, asked_by_button, moment_asked, understood
from bot.handlers.request import Request
from bot.read_model.all_time import AllTime
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import sentence
from bot.views.records import records_text
from bot.words import Words

EXAMPLE = "/records Ajax"


@dataclass(frozen=True, slots=True)
class RecordsCommand:
    finder: Finder
    knowledge: ResultsAsOf
    annals: AllTime

    def answer(self, asked: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        question = understood(asked.text, asked.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        ask = Query((), question.competition, question.season, day=question.day, about=About.RECORDS)
        named = about_clubs(question, ask, words, EXAMPLE) if question.clubs else ask
        return named if isinstance(named, Answer) else self.about(named, asked.now, words)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        ask = asked_by_button(data, About.RECORDS, self.knowledge)
        return self.about(ask, asked.now, words) if ask else None

    def about(self, ask: Query, now: datetime, words: Words) -> Answer:
        at = moment_asked(ask.day, now)
        club = self.knowledge.results.clubs()[ask.clubs[0]] if ask.clubs else None
        found = self.annals.records(at, ask.competition, ask.season, club)
        cup = words.competition(ask.competition, ask.season or season_of(at)) if ask.competition else ""
        named = (words.club(club) if club else "", cup, str(ask.season or ""))
        title = " · ".join(filter(None, named)) or words.all_of_europe
        return (
            Answer(records_text(title, found, words)) if found.matches else sentence(words.no_records(title))
        )
