"""`/records`: the records of a club, of two against each other, of a competition, or of all that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.query import About, Query
from bot.handlers.resolve import Overview
from bot.read_model.all_time import AllTime
from bot.views.answer import Answer
from bot.views.finding import sentence
from bot.views.records import records_text
from bot.words import Words


@dataclass(slots=True)
class RecordsCommand(Overview):
    names = Names("records")
    of_this_season = False
    button = About.RECORDS
    example = "/records Ajax"
    offers_other_season = False
    all_time: AllTime

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        clubs = self.clubs_of(query)
        records = self.all_time.records(at, query.competition, query.season, clubs)
        cup = words.competition(query.competition, query.season or season_of(at)) if query.competition else ""
        parts = (" – ".join(map(words.club, clubs)), cup, str(query.season or ""))
        title = " · ".join(filter(None, parts)) or words.all_of_europe
        if not records.matches:
            return sentence(words.no_records(title))
        return Answer(records_text(title, records, words))
