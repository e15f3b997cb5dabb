"""`/loting`: the draws to come, and the final."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.model import CHAMPIONS_LEAGUE, CONFERENCE_LEAGUE, CUP_WINNERS_CUP, EUROPA_LEAGUE
from bot.football.seasons import season_of
from bot.handlers.finder import Finder
from bot.handlers.questions import moment_asked, understood
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.draws import draws_text
from bot.views.finding import sentence, shortened
from bot.words import Words

SHOWN = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE, CUP_WINNERS_CUP)


@dataclass(frozen=True, slots=True)
class DrawCommand:
    """Answers `/loting`, for one competition or for all of this season."""

    finder: Finder
    knowledge: ResultsAsOf

    def answer(self, asked: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        question = understood(asked.text, asked.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        if question.clubs and not question.competition:
            return sentence(words.no_such_competition(shortened(question.clubs)))
        now = moment_asked(question.day, asked.now)
        season = question.season or season_of(now)
        known = {*self.knowledge.results.seasons(), *self.knowledge.results.draw_seasons()}
        wanted = [question.competition] if question.competition else SHOWN
        chosen = [self.knowledge.season(one, season, now) for one in wanted if (one, season) in known]
        if not chosen:
            return sentence(words.no_draws_known_in(season))
        return draws_text(chosen, words)
