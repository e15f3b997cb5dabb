"""`/records`: the records of a club, of two against each other, of a competition, or of all that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.names.countries import country_named
from bot.football.names.finder import NoClub
from bot.football.players.kinds import has_any, only, take_kind_of_record
from bot.football.players.records import FeatKind
from bot.football.questions.all_time import take_all_time
from bot.football.questions.competition import Rest
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.denials import as_far_as_known
from bot.handlers.followed import clubs_of_country
from bot.handlers.query import About, Query, in_twos, row
from bot.handlers.request import Request
from bot.handlers.resolve import Overview, clubs_meant, moment_meant
from bot.read_model.all_time import AllTime
from bot.read_model.coverage import Scope
from bot.views.answer import Answer
from bot.views.finding import ask_for_club, noted, sentence
from bot.views.records import records_text
from bot.views.short_names import headline_name
from bot.words import Words


@dataclass(slots=True)
class RecordsCommand(Overview):
    names = Names("records")
    of_this_season = False
    button = About.RECORDS
    example = "/records Ajax"
    offers_other_season = False
    all_time: AllTime

    def answer(self, request: Request, words: Words) -> Answer:
        rest = Rest(request.text)
        take_all_time(rest)
        kind = take_kind_of_record(rest)
        question = self.understood(rest.text, request.now, words)
        if isinstance(question, Answer):
            return question
        if isinstance(question.found, NoClub) and (country := country_named(question.clubs)):
            return self._of_country(country, request.now, words)
        if kind is None:
            return self.answer_to(question, request.now, words)
        clubs = clubs_meant(question, lambda _: None, words, self.example) if question.clubs else ()
        if isinstance(clubs, Answer):
            return clubs
        meaning = self.meant(question, clubs, request.now, words)
        return self._of(meaning.query, moment_meant(meaning.query, request.now), words, kind)

    def _of_country(self, country: str, now: datetime, words: Words) -> Answer:
        """Records are those of a club: a button for each club of a country that plays this season."""
        clubs = clubs_of_country(country, self.knowledge, now)
        if not clubs:
            return ask_for_club(words.records_of_which_club, self.example, words)
        each = ((headline_name(words.club(club)), Query((club.id,), about=About.RECORDS)) for club in clubs)
        return Answer(sentence(words.records_of_which_club).html, in_twos(row(*each)))

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        return self._of(query, at, words)

    def _of(self, query: Query, at: datetime, words: Words, kind: FeatKind | None = None) -> Answer:
        """The records of every kind, or of one."""
        clubs = self.clubs_of(query)
        records = self.all_time.records(at, query.competition, query.season, clubs)
        cup = words.competition(query.competition, query.season or season_of(at)) if query.competition else ""
        parts = (" – ".join(map(words.club, clubs)), cup, str(query.season or ""))
        title = " · ".join(filter(None, parts))
        if not records.matches:
            answer = sentence(words.no_records(title or words.all_of_europe))
        elif kind and not has_any(only(records, kind)):
            scorers = words.scorers_coverage(records.coverage)
            answer = noted(sentence(words.no_such_record(title or words.all_of_europe)), scorers)
        else:
            if query.season is None and records.first_season:
                title = " · ".join(filter(None, (title, words.since(records.first_season))))
            answer = Answer(records_text(title, only(records, kind) if kind else records, words))
        scope = Scope(clubs, query.competition, query.season)
        return as_far_as_known(answer, scope, self.knowledge, at, words)
