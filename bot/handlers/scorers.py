"""`/topscorers`: who scored most in a competition's season, or for a club."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import Club, Season
from bot.football.names.countries import country_named
from bot.football.names.finder import NoClub
from bot.football.players.top_scorers import top_scorers
from bot.football.questions.all_time import take_all_time
from bot.football.questions.competition import Rest
from bot.football.questions.question import Question
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.denials import as_far_as_known, denied
from bot.handlers.query import About, Query, Rows, in_twos, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Overview, end_of_night
from bot.read_model.all_time import AllTime
from bot.read_model.coverage import Scope, missing
from bot.views.answer import Answer, paragraphs
from bot.views.finding import headed, with_missing
from bot.views.scorers import club_scorers_text, top_scorers_text
from bot.words import Words, first_upper

MOST_OF_ONE, MOST_OF_EACH = 10, 5
"""Players shown of the competition or the club asked for, and of each where there are more."""


@dataclass(slots=True)
class TopScorersCommand(Overview):
    names = Names("topscorers", "scorers")
    button = About.TOP_SCORERS
    example = "/topscorers CL 2017/18"
    year_ends_season = True
    all_time: AllTime

    def answer(self, request: Request, words: Words) -> Answer:
        rest = Rest(request.text)
        all_time = take_all_time(rest)
        question = self.understood(rest.text, request.now, words)
        if isinstance(question, Answer):
            return question
        country = country_named(question.clubs) if isinstance(question.found, NoClub) else ""
        at = end_of_night(question.day, request.now)
        if all_time and (country or not question.clubs):
            cup = question.competition
            names = (
                words.country(country) if country else "",
                words.competition(cup, season_of(at)) if cup else "",
                words.of_all_time,
            )
            best = self.all_time.best(at, MOST_OF_ONE, cup, country)
            title = first_upper(" · ".join(filter(None, names)))
            answer = Answer(club_scorers_text(title, best, words))
            return as_far_as_known(answer, Scope((), cup), self.knowledge, at, words)
        if country:
            return self._of_country(country, question, at, words)
        return self.answer_to(question, request.now, words)

    def _of_country(self, country: str, question: Question, at: datetime, words: Words) -> Answer:
        """The best for the clubs of a country, in each competition of a season."""
        query = Query((), question.competition, question.season, about=About.TOP_SCORERS)
        season = query.season or self._last_with_goals(query, self._held(query, at), at) or season_of(at)
        best = [
            (each, top_scorers(each.matches, MOST_OF_EACH, country))
            for each in self._with_results(query, season, at)
        ]
        best = [(each, scorers) for each, scorers in best if scorers.ranked]
        name = words.country(country)
        if not best:
            names = [words.competition(cup, season) for cup in query.competitions]
            text = f"{first_upper(name)}: {words.no_scorers_of(words.one_of(names), season)}"
            return denied(text, Scope((), query.competition, season), self.knowledge, at, words)
        return headed(Answer(top_scorers_text(best, words)), words.only_for_clubs_of(name))

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        if query.clubs:
            clubs = self.clubs_of(query)
            most = MOST_OF_ONE if len(clubs) == 1 else MOST_OF_EACH
            answer = Answer(paragraphs(*(self._of_club(club, most, query, at, words) for club in clubs)))
            scope = Scope(clubs, query.competition, query.season)
            return as_far_as_known(answer, scope, self.knowledge, at, words)
        season = query.season or self._last_with_goals(query, self._held(query, at), at) or season_of(at)
        seasons = self._with_results(query, season, at)
        if not seasons:
            names = [words.competition(competition, season) for competition in query.competitions]
            text = words.no_scorers_of(words.one_of(names), season)
            answer = denied(text, Scope((), query.competition, season), self.knowledge, at, words)
            return replace(answer, buttons=_around(season, query, self._held(query, at), words))
        # One competition, the first of which a scorer is known; the others are buttons.
        shown = next((each for each in seasons if any(match.goals for match in each.matches)), seasons[0])
        others = [
            (
                words.competition(each.competition, season),
                replace(query, competition=each.competition, season=season),
            )
            for each in seasons
            if each is not shown
        ]
        query = replace(query, competition=shown.competition)
        text = top_scorers_text([(shown, top_scorers(shown.matches, MOST_OF_ONE))], words)
        around = _around(season, query, self._held(query, at), words)
        answer = Answer(text, rows(*in_twos(row(*others)), *around))
        # Until when results run stands in the text.
        spans = missing(self.knowledge, at, Scope((), query.competition, season))
        return with_missing(answer, [span for span in spans if not span.until], words)

    def _of_club(self, club: Club, most: int, query: Query, at: datetime, words: Words) -> str:
        """The top scorers of a club, in all its seasons unless one was named."""
        best = self.all_time.top_scorers(club, at, most, query.competition, query.season)
        cup = words.competition(query.competition, query.season or season_of(at)) if query.competition else ""
        title = " · ".join(filter(None, (words.club(club), f"{cup} {query.season or ''}".strip())))
        return club_scorers_text(title, best, words)

    def _held(self, query: Query, at: datetime) -> list[Season]:
        """The seasons that were held, up to the present one, newest first."""
        held = {season for cup, season in self.knowledge.results.seasons() if cup in query.competitions}
        return sorted((season for season in held if season <= season_of(at)), reverse=True)

    def _last_with_goals(self, query: Query, held: Sequence[Season], at: datetime) -> Season | None:
        return next(
            (
                season
                for season in held
                if any(
                    match.goals for each in self._with_results(query, season, at) for match in each.matches
                )
            ),
            None,
        )

    def _with_results(self, query: Query, season: Season, at: datetime) -> list[SeasonAsOf]:
        seasons = self.seasons_held(query.competitions, season, at)
        return [each for each in seasons if any(match.has_result for match in each.matches)]


def _around(shown: Season, query: Query, held: Sequence[Season], words: Words) -> Rows:
    """The season before and the one after it."""
    before = next((season for season in held if season < shown), None)
    after = next((season for season in reversed(held) if season > shown), None)
    buttons = (
        (f"{mark}{words.button_season(season)}", replace(query, season=season))
        for season, mark in ((before, "⏮ "), (after, "⏭ "))
        if season
    )
    return rows(row(*buttons))
