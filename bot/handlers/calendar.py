"""`/agenda`: the matches to come of clubs, of a country or a competition as a file for one's own calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.football.events.following import Country, Followable, followable
from bot.football.model import Club, Match
from bot.football.names.countries import country_named
from bot.football.names.finder import NoClub
from bot.football.season.club_status import moment_of
from bot.football.season.fixtures import evenings_to_come, fixtures
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.fixtures import FixturesCommand
from bot.handlers.followed import clubs_of_country
from bot.handlers.query import About, Query
from bot.handlers.request import Request
from bot.handlers.resolve import Mention, Overview
from bot.views.answer import Answer
from bot.views.calendar import calendar_answer
from bot.views.finding import ask_for_club
from bot.words import Words, first_upper

ALL = 1_000
"""Matches; a season has fewer."""


@dataclass(slots=True)
class CalendarCommand(Overview):
    names = Names("agenda", "calendar")
    button = About.CALENDAR
    sends_files = True
    example = "/agenda Ajax"
    offers_other_season = False
    uses = frozenset({Mention.CLUB, Mention.SECOND_CLUB, Mention.COMPETITION})
    programme: FixturesCommand

    def answer(self, request: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        if not request.text.strip():
            return self._of_followed(request, words)
        question = self.understood(request.text, request.now, words)
        if isinstance(question, Answer):
            return question
        if isinstance(question.found, NoClub) and (country := country_named(question.clubs)):
            name = words.country(country)
            return self._of([Country(country)], name, request.now, words) or self.programme.answer(
                request, words
            )
        return self.answer_to(question, request.now, words)

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        query = Query.from_data(data)
        if query is not None and not query.clubs and query.competition is None:
            self.knowledge.refresh()
            return self._of_followed(request, words)
        return Overview.pressed(self, data, request, words)

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        """Of two clubs the matches between them."""
        if not query.clubs:
            if query.competition is None:
                return ask_for_club(words.ask_for_calendar, self.example, words)
            name = words.competition(query.competition, season_of(at))
            return self._of([query.competition], name, at, words) or self.programme.about(query, at, words)
        clubs = self.clubs_of(query)
        matches = self._of_clubs(clubs, at)
        if not matches:
            return self.programme.about(query, at, words)
        return calendar_answer(" – ".join(map(words.club, clubs)), matches, at, words)

    def _of_followed(self, request: Request, words: Words) -> Answer:
        keys = self.programme.chats.followed_by(request.chat) if request.chat is not None else ()
        by_id = self.knowledge.results.clubs()
        followed = [found for key in keys if (found := followable(key, by_id))]
        if not followed:
            return ask_for_club(words.ask_for_calendar, self.example, words)
        calendar = self._of(followed, words.calendar_of_followed, request.now, words)
        return calendar or self.programme.answer(request, words)

    def _of(self, each: Iterable[Followable], name: str, now: datetime, words: Words) -> Answer | None:
        """All that these have to play, the next match first; None for nothing."""
        found = {match: None for followed in each for match in self._matches(followed, now)}
        matches = sorted(found, key=lambda match: (match.date is None, moment_of(match)))
        return calendar_answer(first_upper(name), matches, now, words) if matches else None

    def _matches(self, followed: Followable, now: datetime) -> list[Match]:
        match followed:
            case Club():
                return self._of_clubs([followed], now)
            case Country(code):
                clubs = clubs_of_country(code, self.knowledge, now)
                return [match for club in clubs for match in self._of_clubs([club], now)]
            case _:
                season = self.knowledge.season(followed, season_of(now), now)
                return [match for _, evening in evenings_to_come(season, ALL) for match in evening]

    def _of_clubs(self, clubs: list[Club], now: datetime) -> list[Match]:
        seasons = next((seasons for _, seasons in self.knowledge.seasons_of(clubs[0], now)), [])
        return [match for _, match in fixtures(clubs, seasons)]
