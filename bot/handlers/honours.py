"""`/erelijst`: every final of a competition and who won it, or those of a club."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import EUROPEAN_COMPETITIONS, Club, Competition, Round, RoundKind, Season, Tie
from bot.football.names.countries import country_named
from bot.football.names.finder import NoClub
from bot.football.questions.question import Question
from bot.football.season.finals import missing_finals, won_most
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.denials import as_far_as_known
from bot.handlers.query import About, Query, in_twos, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Meant, Mention, Overview, end_of_night
from bot.read_model.coverage import Scope
from bot.views.answer import Answer
from bot.views.honours import honours_of_club_text, honours_of_country_text, honours_text, last_winners_text
from bot.views.short_names import headline_name
from bot.words import Words

FINALS_OF_A_PAGE = 20


@dataclass(slots=True)
class HonoursCommand(Overview):
    names = Names("erelijst", "winners", ("honours", "winnaars"))
    button = About.HONOURS
    example = "/erelijst Ajax"
    offers_other_season = False
    year_ends_season = True
    uses = frozenset(Mention) - {Mention.SCORE}

    def answer(self, request: Request, words: Words) -> Answer:
        question = self.understood(request.text, request.now, words)
        if isinstance(question, Answer):
            return question
        if isinstance(question.found, NoClub) and (country := country_named(question.clubs)):
            return self._of_country(country, question, end_of_night(question.day, request.now), words)
        return self.answer_to(question, request.now, words)

    def meant(
        self,
        question: Question,
        clubs: Sequence[Club],
        now: datetime,
        words: Words,
        round_: Round | None = None,
    ) -> Meant:
        meaning = Overview.meant(self, question, clubs, now, words, round_)
        # The UEFA Cup and the Europa League have one list, whatever the year.
        return replace(meaning, query=replace(meaning.query, competition=question.competition))

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        finals = self.knowledge.finals(at)
        if clubs := self.clubs_of(query):
            scope = Scope(clubs, query.competition, query.season, RoundKind.FINAL)
            answer = self._of_clubs(clubs, finals, query, words)
            return as_far_as_known(answer, scope, self.knowledge, at, words)
        if query.competition:
            return _of_competition(query.competition, finals, query, at, words)
        last = [
            next(tie for tie in finals if tie.competition == cup)
            for cup in EUROPEAN_COMPETITIONS
            if any(tie.competition == cup for tie in finals)
        ]
        buttons = (
            row(
                (
                    words.competition(tie.competition, tie.season),
                    Query((), tie.competition, day=query.day, about=About.HONOURS),
                )
            )
            for tie in last
        )
        return Answer(last_winners_text(last, won_most(finals, last[0].competition), words), rows(*buttons))

    def _of_country(self, country: str, question: Question, at: datetime, words: Words) -> Answer:
        """The finals that clubs of a country played, with a button for each of those that won most."""
        played = [
            tie
            for tie in self.knowledge.finals(at)
            if any(club.country == country for club in tie.clubs)
            and question.competition in {None, tie.competition}
        ]
        most = won_most(played, country=country)
        buttons = (
            (headline_name(words.club(club)), Query((club.id,), day=question.day, about=About.HONOURS))
            for club, _ in most
        )
        text = honours_of_country_text(country, played, most, words)
        answer = Answer(text, in_twos(row(*buttons)))
        scope = Scope((), question.competition, round=RoundKind.FINAL)
        return as_far_as_known(answer, scope, self.knowledge, at, words)

    @staticmethod
    def _of_clubs(clubs: Sequence[Club], finals: Sequence[Tie], query: Query, words: Words) -> Answer:
        """The finals that a club played, or two against each other."""
        played = [
            tie
            for tie in finals
            if set(clubs) <= set(tie.clubs)
            and query.competition in {None, tie.competition}
            and query.season in {None, tie.season}
        ]
        return Answer(honours_of_club_text(clubs, played, words))


def _of_competition(
    cup: Competition, finals: Sequence[Tie], query: Query, at: datetime, words: Words
) -> Answer:
    """A page of it, from the season on that is named, with the pages around it."""
    of_cup = [tie for tie in finals if tie.competition == cup]
    first = next((place for place, tie in enumerate(of_cup) if query.season in {None, tie.season}), 0)
    page = of_cup[first : first + FINALS_OF_A_PAGE]
    missing = missing_finals(cup, of_cup, at)
    last_season = max((tie.season for tie in of_cup), default=season_of(at))
    name = words.competition(cup, max([last_season, *missing]))

    def button(label: str, place: int) -> tuple[str, Query]:
        season: Season = of_cup[place].season
        return label, Query((), cup, season, day=query.day, about=About.HONOURS)

    later = [button(f"⏮ {words.button_later}", max(0, first - FINALS_OF_A_PAGE))] if first else []
    beyond = first + FINALS_OF_A_PAGE
    earlier = [button(f"{words.button_earlier} ⏭", beyond)] if beyond < len(of_cup) else []
    most = [] if first or missing else won_most(of_cup, cup)
    text = honours_text(name, page, most, missing, words)
    return Answer(text, rows(row(*later, *earlier)))
