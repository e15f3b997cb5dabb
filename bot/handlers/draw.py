"""`/loting`: the draws to come, and the final; for one competition or for all of this season."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.model import EUROPEAN_COMPETITIONS
from bot.football.names.finder import ClubFinder
from bot.football.seasons import season_of
from bot.handlers.command import Command, Names
from bot.handlers.request import Request
from bot.handlers.resolve import Mention, end_of_night, noted_unused, understood
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.draws import draws_text
from bot.views.finding import sentence, shortened
from bot.words import Words


@dataclass(frozen=True, slots=True)
class DrawCommand(Command):
    names = Names("loting", "draw")
    of_this_season = True
    finder: ClubFinder
    knowledge: ResultsAsOf

    def answer(self, request: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        question = understood(request.text, request.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        if question.clubs and not question.competition:
            return sentence(words.no_such_competition(shortened(question.clubs)))
        now = end_of_night(question.day, request.now)
        season = question.season or season_of(now)
        held = {*self.knowledge.results.seasons(), *self.knowledge.results.draw_seasons()}
        wanted = [question.competition] if question.competition else EUROPEAN_COMPETITIONS
        seasons = [self.knowledge.season(cup, season, now) for cup in wanted if (cup, season) in held]
        if not seasons:
            return sentence(words.no_draws_known_in(season))
        uses = (Mention.COMPETITION, Mention.SEASON, Mention.DAY)
        return noted_unused(draws_text(seasons, words), question, uses, request.now, words)
