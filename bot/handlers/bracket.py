"""`/schema`: the knockout rounds of a competition, or of the one that a club plays in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.model import Club, RoundKind
from bot.football.season.bracket import bracket
from bot.football.season.club_status import moment_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.denials import denied
from bot.handlers.pictures import picture_button
from bot.handlers.query import About, Query, Row, row, rows
from bot.handlers.resolve import Overview, noted_left_out
from bot.read_model.coverage import Scope
from bot.views.answer import Answer, paragraphs
from bot.views.bracket import bracket_text, no_bracket_text
from bot.words import Words


@dataclass(slots=True)
class BracketCommand(Overview):
    names = Names("schema", "bracket")
    button = About.BRACKET
    example = "/schema Ajax"
    year_ends_season = True

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        if query.clubs:
            return self._of_clubs(query, at, words)
        season = query.season or season_of(at)
        seasons = self.seasons_held(query.competitions, season, at)
        if begun := [each for each in seasons if bracket(each)]:
            text = paragraphs(*(bracket_text(each, (), words) for each in begun))
            pictures = (_picture(each, query, words, named=len(begun) > 1) for each in begun)
            return Answer(text, rows(*pictures))
        if seasons:
            return Answer(no_bracket_text(seasons, words))
        names = [words.competition(competition, season) for competition in query.competitions]
        scope = Scope((), query.competition, season, RoundKind.LAST_16)
        return denied(words.no_knockout(words.one_of(names), season), scope, self.knowledge, at, words)

    def _of_clubs(self, query: Query, at: datetime, words: Words) -> Answer:
        clubs = self.clubs_of(query)
        club = clubs[0]
        for year, seasons in self.knowledge.seasons_of(club, at, query.competition, query.season):
            if found := [season for season in seasons if _plays_in(club, season)]:
                season = max(found, key=lambda each: moment_of(each.ties_of(club)[-1].matches[-1]))
                whole_way = Query((club.id,), season=year, day=query.day)
                buttons = rows(
                    row((words.button_whole_way(year), whole_way)),
                    _picture(season, query, words, named=False),
                )
                answer = Answer(bracket_text(season, clubs, words), buttons)
                elsewhere = [each for each in clubs if not _plays_in(each, season)]
                return noted_left_out(answer, elsewhere, words)
        scope = Scope([club], query.competition, query.season, RoundKind.LAST_16)
        text = words.no_knockout_of_club(words.club(club), query.season)
        return denied(text, scope, self.knowledge, at, words)


def _picture(season: SeasonAsOf, query: Query, words: Words, *, named: bool) -> Row:
    """The button that draws this bracket, with its competition where there are several."""
    cup = words.competition(season.competition, season.season)
    drawn = Query((), season.competition, season.season, day=query.day, about=About.BRACKET)
    return picture_button(drawn, words, label=f"{words.button_picture}: {cup}" if named else "")


def _plays_in(club: Club, season: SeasonAsOf) -> bool:
    return any(club in tie.clubs for _, ties in bracket(season) for tie in ties)
