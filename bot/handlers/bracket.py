"""`/schema`: the knockout rounds of a competition, or of the one that a club plays in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.model import EUROPEAN_COMPETITIONS, Club
from bot.football.season.bracket import bracket
from bot.football.season.club_status import moment_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.finder import Finder
from bot.handlers.pictures import picture_button
from bot.handlers.query import About, Query
from bot.handlers.questions import about_clubs, asked_by_button, moment_asked, other_season, understood
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button, paragraphs
from bot.views.bracket import bracket_text, no_bracket_text
from bot.views.finding import sentence
from bot.words import Words

EXAMPLE = "/schema Ajax"


@dataclass(frozen=True, slots=True)
class BracketCommand:
    """Answers `/schema`."""

    finder: Finder
    knowledge: ResultsAsOf

    def answer(self, asked: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        question = understood(asked.text, asked.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        ask = Query((), question.competition, question.season, day=question.day, about=About.BRACKET)
        named = about_clubs(question, ask, words, EXAMPLE) if question.clubs else ask
        if isinstance(named, Answer):
            return named
        return other_season(self.about(named, asked.now, words), named, question.other_season, words)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        ask = asked_by_button(data, About.BRACKET, self.knowledge)
        return self.about(ask, asked.now, words) if ask else None

    def about(self, ask: Query, now: datetime, words: Words) -> Answer:
        at = moment_asked(ask.day, now)
        if ask.clubs:
            return self._of_clubs(ask, at, words)
        season = ask.season or season_of(at)
        there = set(self.knowledge.results.seasons())
        competitions = (ask.competition,) if ask.competition else EUROPEAN_COMPETITIONS
        seasons = [self.knowledge.season(one, season, at) for one in competitions if (one, season) in there]
        if begun := [known for known in seasons if bracket(known)]:
            rows = [_picture(known, ask, words, named=len(begun) > 1) for known in begun]
            text = paragraphs(*(bracket_text(known, (), words) for known in begun))
            return Answer(text, tuple(filter(None, rows)))
        if seasons:
            return Answer(no_bracket_text(seasons, words))
        names = [words.competition(one, season) for one in competitions]
        return sentence(words.no_knockout(words.one_of(names), season))

    def _of_clubs(self, ask: Query, at: datetime, words: Words) -> Answer:
        known_clubs = self.knowledge.results.clubs()
        clubs = [known_clubs[club] for club in ask.clubs]
        for season, seasons in self.knowledge.seasons_of(clubs[0], at, ask.competition, ask.season):
            if found := [known for known in seasons if _plays_in(clubs[0], known)]:
                known = max(found, key=lambda one: moment_of(one.ties_of(clubs[0])[-1].matches[-1]))
                data = Query(ask.clubs[:1], season=season, day=ask.day).data
                buttons = ((Button(words.button_whole_way(season), data),),) if data else ()
                picture = _picture(known, ask, words, named=False)
                rows = tuple(filter(None, (*buttons, picture)))
                return Answer(bracket_text(known, clubs, words), rows)
        return sentence(words.no_knockout_of_club(words.club(clubs[0]), ask.season))


def _picture(known: SeasonAsOf, ask: Query, words: Words, *, named: bool) -> tuple[Button, ...]:
    """The button that draws this bracket, with its competition where there are several."""
    cup = words.competition(known.competition, known.season)
    drawn = Query((), known.competition, known.season, day=ask.day, about=About.BRACKET)
    return picture_button(drawn, words, label=f"{words.button_picture}: {cup}" if named else "")


def _plays_in(club: Club, known: SeasonAsOf) -> bool:
    return any(club in tie.clubs for _, ties in bracket(known) for tie in ties)
