"""`/bronnen`: where the results come from, under which licences, and until when they run."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.competitions import competitions_of
from bot.football.seasons import season_of
from bot.handlers.command import Command, Names
from bot.handlers.request import Request
from bot.read_model.all_time import AllTime
from bot.views.answer import Answer
from bot.views.sources import sources_text
from bot.words import Words


@dataclass(frozen=True, slots=True)
class SourcesCommand(Command):
    names = Names("bronnen", "sources", ("bron", "source"))
    all_time: AllTime

    def answer(self, request: Request, words: Words) -> Answer:
        self.all_time.results.refresh()
        season = season_of(request.now)
        until = ((cup, self.all_time.until(cup, request.now)) for cup in competitions_of(season))
        return sources_text([(words.competition(cup, season), day) for cup, day in until if day], words)
