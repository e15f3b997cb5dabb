"""`/uitslag`: how a club stands, its season, or the last meeting of two."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar

from bot.database.chats.chats import Chats
from bot.football.model import AMSTERDAM, Club, Competition, Round, Season
from bot.football.names.finder import NoClub, OneClub, TwoClubs
from bot.football.questions.question import Question
from bot.football.season.club_status import AllAhead, InTable, InTie, in_tie, moment_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.denials import denied, denied_but
from bot.handlers.evening import EveningCommand
from bot.handlers.followed import clubs_followed, followed_clubs
from bot.handlers.honours import HonoursCommand
from bot.handlers.meetings import club_with_score, meeting_answer, meeting_meant, met_in_city, not_met
from bot.handlers.query import About, Query, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Meant, Mention, Overview, moment_meant
from bot.handlers.result_buttons import (
    share,
    under_fixture,
    under_table,
    under_tie,
    under_way,
)
from bot.handlers.rounds import club_in_round, round_answer
from bot.handlers.years import club_of_year, not_in_year
from bot.read_model.coverage import Scope, missing
from bot.read_model.seasons import minute_of
from bot.views.answer import Answer, escape, paragraphs
from bot.views.finding import EXAMPLE, ask_for_club, noted, sentence, with_missing
from bot.views.table import all_ahead_text, table_text
from bot.views.tie import tie_text
from bot.views.way import ties_in_order, way_text
from bot.words import Words

MOST_ANSWERS = 1024
EVERYBODY_PLAYS = (10, 1)
"""Month and day: by then every club that plays in Europe this season has played."""


@dataclass(slots=True)
class ResultCommand(Overview):
    names = Names("uitslag", "result", ("uitslagen", "results"))
    button = About.RESULT
    example = EXAMPLE
    uses: ClassVar[Collection[Mention]] = frozenset(Mention)
    chats: Chats
    evening: EveningCommand
    honours: HonoursCommand
    _answers: dict[tuple[Query | str, datetime, str, int], Answer] = field(default_factory=dict)
    """The answers of this minute: on a match night everybody asks about the same clubs."""

    def answer(self, request: Request, words: Words) -> Answer:
        if not request.text and request.chat is not None:
            return self._without_club(request.chat, request, words)
        self.knowledge.refresh()
        return self._remembered(
            request.text, request.now, words, lambda: Overview.answer(self, request, words)
        )

    def _without_club(self, chat: int, request: Request, words: Words) -> Answer:
        """The clubs that the chat follows; else tonight, and how to ask for a club."""
        self.knowledge.refresh()
        followed = clubs_followed(self.chats, chat, self.knowledge, request.now)
        if len(followed) == 1:
            status = self.pressed(Query(followed).data or "", request, words)
            if status:
                return status
        if followed:
            return followed_clubs(followed, About.RESULT, self.knowledge, request.now, words)
        tonight = self.evening.answer(request, words)
        return noted(tonight, f"{words.ask_for_club} {words.example(EXAMPLE)}")

    def understood(self, text: str, now: datetime, words: Words) -> Question | Answer:
        question = Overview.understood(self, text, now, words)
        if isinstance(question, Answer):
            return question
        return met_in_city(question, self.finder, self.knowledge, now, words)

    def answer_to(
        self, question: Question, now: datetime, words: Words, round_: Round | None = None
    ) -> Answer:
        if question.asks_for_winners:
            return self.honours.answer_to(question, now, words, round_)
        match question.found:
            case OneClub(club, remark):
                note = words.first_men_team(words.club(club)) if remark else ""
                return noted(self._of_one(club, question, now, words), note)
            case NoClub() if not (question.clubs or question.round) and (
                question.days.first or (question.competition and not question.season)
            ):
                return self._of_everybody(question, now, words)
            case NoClub() if not question.clubs and (question.round or question.season):
                at = moment_meant(Query((), day=question.day), now)
                return round_answer(self.knowledge, question, at, words)
            case TwoClubs(first, other) if question.year:
                query = Query((first.id, other.id), question.competition, day=question.day)
                at, pair = moment_meant(query, now), (first, other)
                if meeting_meant(self.knowledge, pair, query, question, at, words) is None:
                    return not_met(self.knowledge, pair, query, question.year, at, words)
        return Overview.answer_to(self, question, now, words, round_)

    def _not_in_year(self, club: Club, question: Question, now: datetime, words: Words) -> Answer | None:
        """That a club did not play in a calendar year, where one is asked about."""
        if question.year is None or question.round:
            return None
        query = Query((club.id,), question.competition, day=question.day)
        at = moment_meant(query, now)
        return not_in_year(self.knowledge, club, question.year, query, at, words)

    def _of_one(self, club: Club, question: Question, now: datetime, words: Words) -> Answer:
        """About one club; with a result its last match that ended so: `Ajax 14-0`."""
        if scored := club_with_score(self.knowledge, club, question, now, words):
            return self.answer_meant(scored, question, now, words)
        not_then = self._not_in_year(club, question, now, words)
        answer = not_then or Overview.answer_to(self, question, now, words)
        return noted(answer, words.left_out([str(question.score)]) if question.score else "")

    def _of_everybody(self, question: Question, now: datetime, words: Words) -> Answer:
        """Who names no club asks about an evening: that of the day, or the last one of a competition."""
        if question.competition and question.days.first is None:
            return self.evening.last(question.competition, now, words)
        return self.evening.on_days(question.days, question.competition, (), Request("", now), words)

    def meant(
        self,
        question: Question,
        clubs: Sequence[Club],
        now: datetime,
        words: Words,
        round_: Round | None = None,
    ) -> Meant:
        """A year, a round and a score come down to one season and one round of it."""
        ids = tuple(club.id for club in clubs)
        query = Query(ids, question.competition, question.season, round_, question.day)
        at = moment_meant(query, now)
        match clubs:
            case [_, _] if question.year or question.round or question.score:
                meeting = meeting_meant(self.knowledge, clubs, query, question, at, words)
                return meeting or Meant(replace(query, season=None))
            case [club] if question.round:
                return club_in_round(self.knowledge, club, query, question, at, words)
            case [club] if question.year:
                return club_of_year(self.knowledge, club, question.year, query, at, words)
            case [_] if question.other_season:
                return Overview.meant(self, question, clubs, now, words, round_)
        return Meant(query)

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        if query.about is About.HONOURS:
            return self.honours.about(query, at, words)
        return self._remembered(query, at, words, lambda: self._about(query, at, words))

    def _remembered(
        self, question: Query | str, at: datetime, words: Words, answer: Callable[[], Answer]
    ) -> Answer:
        """The answer to a question, or to the words in which it is put."""
        key = (question, minute_of(at), words.code, self.knowledge.results.version)
        found = self._answers.get(key)
        if found is None:
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            found = self._answers[key] = answer()
        return found

    def _about(self, query: Query, at: datetime, words: Words) -> Answer:
        match self.clubs_of(query):
            case []:
                return ask_for_club(words.ask_for_club, EXAMPLE, words)
            case [_, _] as pair:
                return meeting_answer(self.knowledge, pair, query, at, words)
            case [club, *_]:
                pass
        if query.season is None:
            return self._status(club, query, at, words)
        if query.round and query.competition:
            return self._tie(club, query.season, query, at, words)
        return self._way(club, query.season, query, at, words)

    def _status(self, club: Club, query: Query, now: datetime, words: Words) -> Answer:
        latest = self.knowledge.latest(club, now, query.competition)
        if latest is None:
            if takes_part := self._takes_part(club, now, words):
                return sentence(takes_part)
            scope = Scope([club], query.competition)
            return denied(self._nothing(club, query, now, words), scope, self.knowledge, now, words)
        season, status = latest
        before = self.knowledge.season_before(club, season)
        sharing = share([club], query, None, words)
        match status:
            case InTie():
                answer = Answer(tie_text(status, words), under_tie(status, query, before, words))
            case InTable():
                answer = Answer(table_text(status, words), under_table(status, query, before, words))
            case AllAhead():
                buttons = under_fixture(club, season, query, before, words)
                answer = Answer(all_ahead_text(status, words), buttons)
        answer = replace(answer, share=sharing)
        if season != season_of(now) and (takes_part := self._takes_part(club, now, words)):
            return replace(answer, html=paragraphs(escape(takes_part), answer.html))
        return self._later_seasons(answer, club, season, now, words)

    def _later_seasons(self, answer: Answer, club: Club, last: Season, now: datetime, words: Words) -> Answer:
        """What there is to say when a club's last season here is not the present one."""
        current = season_of(now)
        if last == current:
            return answer
        if spans := missing(self.knowledge, now, Scope([club], when=current)):
            return with_missing(answer, spans, words)
        # In the summer nobody plays yet, and last season is simply the last one.
        begun = now.astimezone(AMSTERDAM).date() >= date(current.start_year, *EVERYBODY_PLAYS)
        is_worth_it = begun or last.start_year < current.start_year - 1
        return noted(answer, words.latest_season_here) if is_worth_it else answer

    def _tie(self, club: Club, year: Season, query: Query, at: datetime, words: Words) -> Answer:
        seasons = self._season(club, year, at)
        for season, tie in ties_in_order(club, seasons):
            if tie.round == query.round and season.competition == query.competition:
                status = in_tie(club, season, tie, seasons)
                sharing = share([club, tie.opponent_of(club)], query, year, words)
                buttons = under_tie(status, query, self.knowledge.season_before(club, year), words)
                return Answer(tie_text(status, words), buttons, share=sharing)
        text = words.not_in_season(words.club(club), year)
        return denied(text, Scope([club], query.competition, year), self.knowledge, at, words)

    def _way(self, club: Club, season: Season, query: Query, now: datetime, words: Words) -> Answer:
        seasons = self._season(club, season, now, query.competition)
        if not seasons:
            return self._not_in_season(club, season, query, now, words)
        around = self.knowledge.season_before(club, season), self._after(club, season, now)
        buttons = under_way(club, ties_in_order(club, seasons), query, around, words)
        sharing = share([club], query, season, words)
        answer = Answer(way_text(club, season, seasons, words), buttons, share=sharing)
        # Until when results run stands in the text.
        spans = missing(self.knowledge, now, Scope([club], query.competition, season))
        return with_missing(answer, [span for span in spans if not span.until], words)

    def _not_in_season(self, club: Club, season: Season, query: Query, now: datetime, words: Words) -> Answer:
        """Why there is nothing: another competition, a season that isn't here, or a club that didn't play."""
        name = words.club(club)
        elsewhere = self._season(club, season, now) if query.competition else []
        if query.competition and elsewhere:
            cup = words.competition(query.competition, season)
            other = words.competition(elsewhere[0].competition, season)
            buttons = rows(row((other, replace(query, competition=None))))
            scope = Scope([club], query.competition, season)
            is_whole = not missing(self.knowledge, now, scope)
            deny = words.not_in_competition_then if is_whole else words.none_known_in
            text = deny(name, cup, season)
            return denied_but(text, scope, self.knowledge, now, words, buttons)
        scope = Scope([club], query.competition, season)
        return denied(words.not_in_season(name, season), scope, self.knowledge, now, words)

    def _season(
        self, club: Club, year: Season, now: datetime, competition: Competition | None = None
    ) -> list[SeasonAsOf]:
        """The club's competitions of a season, in the order in which it began them."""
        seasons = [
            self.knowledge.season(cup, year, now)
            for cup, played in self.knowledge.results.seasons_of(club)
            if played == year and competition in {None, cup}
        ]
        return sorted(
            (season for season in seasons if season.of(club)),
            key=lambda season: min(moment_of(match) for match in season.of(club)),
        )

    def _after(self, club: Club, season: Season, now: datetime) -> Season | None:
        """The club's next season in Europe, as far as a match of it is to be found by now."""
        later = sorted({year for _, year in self.knowledge.results.seasons_of(club) if year > season})
        return next((year for year in later[:1] if self._season(club, year, now)), None)

    def _takes_part(self, club: Club, now: datetime, words: Words) -> str:
        competition = self.knowledge.takes_part_in(club, now)
        if competition is None:
            return ""
        return words.takes_part(words.club(club), words.competition(competition, season_of(now)))

    def _nothing(self, club: Club, query: Query, now: datetime, words: Words) -> str:
        name = words.club(club)
        if query.competition:
            return words.not_in_competition(name, words.competition(query.competition, season_of(now)))
        if self.knowledge.results.seasons_of(club):
            return words.nothing_known_then(name, now.astimezone(AMSTERDAM).date())
        return words.not_here(name)
