"""`/bronnen`: where the results come from, under which licences, and until when they run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.competitions import competitions_of
from bot.football.model import Competition, Season
from bot.football.season.as_of import latest_known_result
from bot.football.seasons import season_of
from bot.handlers.command import Command, Names
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.sources import sources_text
from bot.words import Words


@dataclass(frozen=True, slots=True)
class SourcesCommand(Command):
    names = Names("bronnen", "sources", ("bron", "source"))
    knowledge: ResultsAsOf

    def answer(self, request: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        now = request.now
        return sources_text(
            [
                (cup, season, day)
                for cup in competitions_of(season_of(now))
                if (season := self._last_season(cup, now))
                and (day := latest_known_result(self.knowledge.season(cup, season, now).matches, now))
            ],
            words,
        )

    def _last_season(self, competition: Competition, now: datetime) -> Season | None:
        """The last one of which a result was known by then."""
        return next(
            (
                season
                for cup, season in self.knowledge.results.seasons()
                if cup == competition
                and season <= season_of(now)
                and latest_known_result(self.knowledge.season(cup, season, now).matches, now)
            ),
            None,
        )
