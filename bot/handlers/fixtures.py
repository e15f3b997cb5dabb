"""`/programma`: the matches to come of a club, or of two clubs together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.season.fixtures import are_no_secret, fixtures, last_played
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.query import About, Query
from bot.handlers.resolve import Overview
from bot.views.answer import Answer, secret
from bot.views.finding import ask_for_club
from bot.views.fixtures import fixtures_text, no_fixtures_text
from bot.words import Words


@dataclass(slots=True)
class FixturesCommand(Overview):
    names = Names("programma", "fixtures")
    button = About.FIXTURES
    example = "/programma Arsenal"
    offers_other_season = False

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        if not query.clubs:
            return ask_for_club(words.ask_for_fixtures, words.example(self.example))
        clubs = self.clubs_of(query)
        found = next(self.knowledge.seasons_of(clubs[0], at, query.competition, query.season), None)
        seasons = found[1] if found else []
        to_come = fixtures(clubs, seasons)
        if to_come:
            text = fixtures_text(clubs, to_come, words)
            return Answer(text if are_no_secret(clubs[0], to_come, seasons) else secret(text))
        note = ""
        if competition := self.knowledge.takes_part_in(clubs[0], at):
            name = words.competition(competition, season_of(at))
            note = words.takes_part(words.club(clubs[0]), name)
        return Answer(secret(no_fixtures_text(clubs, last_played(clubs, seasons), seasons, note, words)))
