"""`/erelijst`: every final of a competition and who won it, or those of a club."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import EUROPEAN_COMPETITIONS, Club, Competition, Round, RoundKind, Season, Tie
from bot.football.questions.question import Question
from bot.football.season.finals import missing_finals
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.denials import as_far_as_known
from bot.handlers.query import About, Query, row, rows
from bot.handlers.resolve import Meant, Mention, Overview
from bot.read_model.coverage import Scope
from bot.views.answer import Answer
from bot.views.honours import honours_of_club_text, honours_text, last_winners_text
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
        return Answer(last_winners_text(last, words), rows(*buttons))

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
    text = honours_text(name, page, missing, words)
    return Answer(text, rows(row(*later, *earlier)))
