"""`/loting`: the draws to come, and the final; for one competition or for all of this season."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.football.model import EUROPEAN_COMPETITIONS, Club, DrawDate, RoundKind
from bot.football.names.finder import ClubFinder, OneClub
from bot.football.season.season_as_of import SeasonAsOf
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
        club = question.found.club if isinstance(question.found, OneClub) else None
        if question.clubs and not question.competition and club is None:
            return sentence(words.no_such_competition(shortened(question.clubs)))
        now = end_of_night(question.day, request.now)
        season = question.season or season_of(now)
        held = {*self.knowledge.results.seasons(), *self.knowledge.results.draw_seasons()}
        wanted = [question.competition] if question.competition else EUROPEAN_COMPETITIONS
        seasons = [self.knowledge.season(cup, season, now) for cup in wanted if (cup, season) in held]
        uses = {Mention.COMPETITION, Mention.SEASON, Mention.DAY}
        if not (question.competition or club):
            # How a cup ended is told where it is asked for, or where there is nothing to come.
            seasons = [each for each in seasons if not each.is_over] or seasons
        if club and (its_own := [each for each in seasons if self._plays(club, each)]):
            # Of a club that began in another competition the last one is left.
            seasons, uses = its_own[-1:], uses | {Mention.CLUB}
        if question.round and (of_round := _of_round(seasons, question.round)):
            seasons, uses = of_round, uses | {Mention.ROUND}
        if not seasons:
            return sentence(words.no_draws_known_in(season))
        return noted_unused(draws_text(seasons, words), question, uses, request.now, words)

    def _plays(self, club: Club, season: SeasonAsOf) -> bool:
        participants = self.knowledge.results.participants(season.competition, season.season)
        return bool(season.of(club)) or club in participants


def _of_round(seasons: Sequence[SeasonAsOf], kind: RoundKind) -> list[SeasonAsOf]:
    """The competitions with a draw of this round to come, each with no other; of a final all of them."""
    of_round = [
        replace(season, draws=tuple(draw for draw in season.draws if kind in _kinds(draw)))
        for season in seasons
    ]
    return [season for season in of_round if season.draws or kind is RoundKind.FINAL]


def _kinds(draw: DrawDate) -> set[RoundKind]:
    return {round_.kind for round_ in draw.rounds}
