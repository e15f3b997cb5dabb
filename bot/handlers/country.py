"""`/nederland` and `/land België`: how each club of a country fares in Europe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.football.competitions import ROWS
from bot.football.events.following import Country, key_of
from bot.football.model import EUROPEAN_COMPETITIONS, Club, Competition, Season
from bot.football.names.countries import country_named
from bot.football.names.finder import ClubFinder, OneClub
from bot.football.questions.question import Question
from bot.football.season.club_status import status_of
from bot.football.season.fixtures import are_no_secret, fixtures, latest
from bot.football.seasons import season_of
from bot.handlers.command import Command, Names
from bot.handlers.denials import denied
from bot.handlers.following import FOLLOW
from bot.handlers.query import Query, in_twos, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import end_of_night, understood
from bot.read_model.coverage import Scope, missing
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button, ButtonStyle
from bot.views.country import ClubInEurope, country_text, in_order
from bot.views.finding import ask_for_club, shortened, with_missing
from bot.views.short_names import headline_name
from bot.words import Words

HOME = "NED"
"""The country of whoever names none."""
EXAMPLE = "/land België"


@dataclass(frozen=True, slots=True)
class CountryCommand(Command):
    names = Names("nederland", "country", ("land", "landen", "countries", "netherlands"))
    of_this_season = True
    finder: ClubFinder
    knowledge: ResultsAsOf

    def answer(self, request: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        question = understood(request.text, request.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        country = _country_meant(question)
        if not country:
            return ask_for_club(words.no_country(shortened(question.clubs)), EXAMPLE, words)
        # A bare year is that of the spring in which a season is decided.
        at, year = end_of_night(question.day, request.now), question.other_season or question.season
        current = season_of(at)
        for season in (year,) if year else (current, Season(current.start_year - 1)):
            if clubs := in_order(self._clubs(country, season, question.competition, at), words):
                answer = _answer(country, season, clubs, question, words, may_follow=season == current)
                # Until when results run stands in the text, and a cup of one match does not.
                spans = [
                    span
                    for span in missing(self.knowledge, at, Scope((), question.competition, season))
                    if not (span.until or any(ROWS[cup].only_a_final for cup in span.competitions))
                ]
                return with_missing(answer, spans, words)
        text = words.no_clubs_from(words.country(country), year or current)
        scope = Scope((), question.competition, year or current)
        return denied(text, scope, self.knowledge, at, words)

    def _clubs(
        self, country: str, season: Season, competition: Competition | None, at: datetime
    ) -> Iterator[ClubInEurope]:
        """The clubs of which a match of that season is known by then."""
        held = [
            self.knowledge.season(cup, season, at)
            for cup in ((competition,) if competition else EUROPEAN_COMPETITIONS)
            if self.knowledge.results.has_season(cup, season)
        ]
        for club in _clubs_from(country, [match.clubs for each in held for match in each.matches]):
            seasons = [each for each in held if each.of(club)]
            # A cup of one match says little about who plays in another one.
            seasons = [each for each in seasons if not ROWS[each.competition].only_a_final] or seasons
            if status := status_of(club, seasons):
                to_come = fixtures([club], seasons)[:1]
                last, following = latest(club, seasons, 1), [match for _, match in to_come]
                yield ClubInEurope(
                    club,
                    status,
                    last[0][1] if last else None,
                    following[0] if following else None,
                    are_no_secret(club, to_come, seasons),
                )


def _clubs_from(country: str, pairs: list[tuple[Club, Club]]) -> dict[Club, None]:
    return {club: None for pair in pairs for club in pair if club.country == country}


def _country_meant(question: Question) -> str:
    """The one that is named, or that of a club."""
    if not question.clubs:
        return HOME
    if country := country_named(question.clubs):
        return country
    match question.found:
        case OneClub(club):
            return club.country
        case _:
            return ""


def _answer(  # noqa: PLR0913 - what was found, and how it was asked
    country: str,
    season: Season,
    clubs: list[ClubInEurope],
    question: Question,
    words: Words,
    *,
    may_follow: bool,
) -> Answer:
    """A button for each club, and to follow all of them while they play."""
    year = None if season == season_of(clubs[0].season.now) else season
    buttons = [
        (headline_name(words.club(each.club)), Query((each.club.id,), season=year, day=question.day))
        for each in clubs
    ]
    data = f"{FOLLOW}|{key_of(Country(country))}"
    follow = (Button(words.button_follow_all, data, style=ButtonStyle.SUCCESS),)
    return Answer(
        country_text(words.country(country), season, clubs, words),
        rows(*in_twos(row(*buttons)), follow if may_follow and question.day is None else ()),
    )
