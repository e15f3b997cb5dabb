"""`/topscorers`: who scored most in a competition's season, or for a club."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import EUROPEAN_COMPETITIONS, Club, Competition, Season
from bot.football.players.top_scorers import top_scorers, top_scorers_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.finder import Finder
from bot.handlers.query import About, Query
from bot.handlers.questions import about_clubs, asked_by_button, moment_asked, other_season, understood
from bot.handlers.request import Request
from bot.read_model.all_time import AllTime
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.finding import sentence
from bot.views.scorers import club_scorers_text, top_scorers_text
from bot.words import Words

EXAMPLE = "/topscorers CL 2017/18"
MOST_OF_ONE, MOST_OF_EACH = 15, 5
"""Players shown of the competition asked for, and of each when none was named."""


@dataclass(frozen=True, slots=True)
class TopScorersCommand:
    finder: Finder
    knowledge: ResultsAsOf
    annals: AllTime

    def answer(self, asked: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        question = understood(asked.text, asked.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        ask = Query((), question.competition, question.season, day=question.day, about=About.TOP_SCORERS)
        named = about_clubs(question, ask, words, EXAMPLE) if question.clubs else ask
        if isinstance(named, Answer):
            return named
        return other_season(self.about(named, asked.now, words), named, question.other_season, words)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        ask = asked_by_button(data, About.TOP_SCORERS, self.knowledge)
        return self.about(ask, asked.now, words) if ask else None

    def about(self, ask: Query, now: datetime, words: Words) -> Answer:
        at = moment_asked(ask.day, now)
        if ask.clubs:
            return self._of_club(self.knowledge.results.clubs()[ask.clubs[0]], ask, at, words)
        competitions = (ask.competition,) if ask.competition else EUROPEAN_COMPETITIONS
        held = self._seasons(competitions, at)
        season = ask.season or self._last_with_goals(competitions, held, at) or season_of(at)
        seasons = self._of(competitions, season, at)
        if not seasons:
            names = [words.competition(one, season) for one in competitions]
            told = sentence(words.no_scorers_of(words.one_of(names), season))
        else:
            most = MOST_OF_ONE if ask.competition else MOST_OF_EACH
            each = [(known, top_scorers(known.matches, most)) for known in seasons]
            told = Answer(top_scorers_text(each, words))
        return replace(told, buttons=_around(replace(ask, season=season), held, words))

    def _of_club(self, club: Club, ask: Query, at: datetime, words: Words) -> Answer:
        """In every season that is known, unless one was named."""
        matches = [
            match
            for match in self.annals.matches(at, ask.competition, club)
            if ask.season in {None, match.season}
        ]
        best = top_scorers_of(club, self.annals.players().players, matches, MOST_OF_ONE)
        cup = words.competition(ask.competition, ask.season or season_of(at)) if ask.competition else ""
        title = " · ".join(filter(None, (words.club(club), f"{cup} {ask.season or ''}".strip())))
        return Answer(club_scorers_text(title, best, words))

    def _seasons(self, competitions: Sequence[Competition], at: datetime) -> list[Season]:
        """The seasons that were held, up to the present one, newest first."""
        held = {year for one, year in self.knowledge.results.seasons() if one in competitions}
        return sorted((year for year in held if year <= season_of(at)), reverse=True)

    def _last_with_goals(
        self, competitions: Sequence[Competition], held: Sequence[Season], at: datetime
    ) -> Season | None:
        return next(
            (
                season
                for season in held
                if any(match.goals for known in self._of(competitions, season, at) for match in known.matches)
            ),
            None,
        )

    def _of(self, competitions: Sequence[Competition], season: Season, at: datetime) -> list[SeasonAsOf]:
        there = set(self.knowledge.results.seasons())
        found = [self.knowledge.season(one, season, at) for one in competitions if (one, season) in there]
        return [known for known in found if any(match.has_result for match in known.matches)]


def _around(ask: Query, held: Sequence[Season], words: Words) -> tuple[tuple[Button, ...], ...]:
    """The season before and the one after it."""
    assert ask.season  # noqa: S101 - filled in by then
    before = next((season for season in held if season < ask.season), None)
    after = next((season for season in reversed(held) if season > ask.season), None)
    row = tuple(
        Button(f"{mark}{words.button_season(season)}", data)
        for season, mark in ((before, "⏮ "), (after, "⏭ "))
        if season and (data := replace(ask, season=season).data)
    )
    return (row,) if row else ()
