"""What somebody typed or pressed becomes a `Query`, or the answer that asks back first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta
from enum import Enum, auto
from typing import ClassVar

from bot.database.results.of_one_club import matches_played
from bot.football.competitions import ROWS, competition_held
from bot.football.dataset.gaps import MissingSpan
from bot.football.model import AMSTERDAM, Club, Competition, Round, Season
from bot.football.names.finder import ClubChoice, ClubFinder, NoClub, OneClub, TwoClubs
from bot.football.names.found import MOST_MEANT, PairChoice
from bot.football.questions.nearest import club_among
from bot.football.questions.question import Question, parse_question
from bot.football.season.evening import end_of_evening
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.command import Command
from bot.handlers.query import EVENINGS, About, Query, Row, Rows, row, rows
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.finding import (
    headed,
    missing_line,
    no_club,
    no_european_club,
    noted,
    sentence,
    shortened,
    too_long,
    which_club,
)
from bot.words import Words

LONGEST_QUESTION = 256
MOST_OFTEN = 2
"""A club that played so many times as much as any other of its name is meant without asking."""
NIGHT_IS_OVER = time(23, 59)


class Mention(Enum):
    """What a question may name besides a first club."""

    CLUB = auto()
    SECOND_CLUB = auto()
    COMPETITION = auto()
    SEASON = auto()
    DAY = auto()
    ROUND = auto()
    SCORE = auto()


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question comes down to."""

    query: Query
    first: Row = ()
    """Buttons for what may be meant as well, above those of the answer."""
    last: Sequence[Row] = ()
    """The same below them."""
    note: str = ""
    missing: Sequence[MissingSpan] = ()
    """What the results lack of what the note denies."""


@dataclass(slots=True)
class Overview(Command):
    """A command about clubs, a competition, a season: typed or pressed, one method answers its `Query`."""

    of_this_season = True
    example: ClassVar[str]
    offers_other_season: ClassVar[bool] = True
    """Whether a bare year, which may mean two seasons, gives a button for the other one."""
    year_ends_season: ClassVar[bool] = False
    """Whether a bare year means the season that ended in it, rather than the one that began."""
    uses: ClassVar[Collection[Mention]] = frozenset(Mention) - {Mention.ROUND, Mention.SCORE}
    """The parts of a question that its answer depends on."""
    finder: ClubFinder
    knowledge: ResultsAsOf

    def about(self, _query: Query, _at: datetime, _words: Words, /) -> Answer:
        """The answer to a question in which everything is resolved, as known at a moment."""
        raise NotImplementedError

    def answer(self, request: Request, words: Words) -> Answer:
        question = self.understood(request.text, request.now, words)
        return question if isinstance(question, Answer) else self.answer_to(question, request.now, words)

    def understood(self, text: str, now: datetime, words: Words) -> Question | Answer:
        self.knowledge.refresh()
        question = understood(text, now, self.finder, words)
        return question if isinstance(question, Answer) else then_meant(question, self.knowledge, now)

    def answer_to(
        self, question: Question, now: datetime, words: Words, round_: Round | None = None
    ) -> Answer:
        clubs: tuple[Club, ...] = ()
        if question.clubs:
            meant = clubs_meant(
                question,
                lambda clubs: self.meant(question, clubs, now, words, round_).query.data,
                words,
                self.example,
            )
            if isinstance(meant, Answer):
                return meant
            clubs = meant
        meaning = self.meant(question, clubs, now, words, round_)
        match question.found:
            case TwoClubs(likelier=(_, _) as pair):
                other = next(club for club in pair if club not in clubs)
                query = self.meant(question, pair, now, words, round_).query
                meaning = replace(meaning, last=(*meaning.last, row((words.club(other), query))))
        return self.answer_meant(meaning, question, now, words)

    def answer_meant(self, meaning: Meant, question: Question, now: datetime, words: Words) -> Answer:
        """The answer to what a question comes down to, with what it leaves out."""
        answer = self.about(meaning.query, moment_meant(meaning.query, now), words)
        answer = headed(answer, meaning.note, missing_line(meaning.missing, words))
        answer = noted_unused(answer, question, self.uses, now, words)
        return _with_rows(answer, meaning)

    def meant(
        self,
        question: Question,
        clubs: Sequence[Club],
        _now: datetime,
        words: Words,
        round_: Round | None = None,
    ) -> Meant:
        """What is answered about these clubs."""
        ids = tuple(club.id for club in clubs)
        about = About(self.button)
        season, other = question.season, question.other_season
        in_one_year = question.competition and ROWS[question.competition].within_one_year
        if self.year_ends_season and question.year and other and not in_one_year:
            season, other = other, season
        cup = competition_held(question.competition, season) if question.competition and season else None
        query = Query(ids, cup or question.competition, season, round_, question.day, about)
        other = other if self.offers_other_season else None
        button = row((words.button_season(other), replace(query, season=other))) if other else ()
        return Meant(query, last=(button,) if button else ())

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        self.knowledge.refresh()
        query = pressed_query(data, self.knowledge)
        return self.about(query, moment_meant(query, request.now), words) if query else None

    def clubs_of(self, query: Query) -> list[Club]:
        return clubs_of(query, self.knowledge)

    def seasons_held(
        self, competitions: Iterable[Competition], season: Season, at: datetime
    ) -> list[SeasonAsOf]:
        """The season of each of these competitions that the database has."""
        here = self.knowledge.results.has_season
        return [self.knowledge.season(cup, season, at) for cup in competitions if here(cup, season)]


def understood(
    text: str, now: datetime, finder: ClubFinder, words: Words, ahead: timedelta = timedelta(0)
) -> Question | Answer:
    """The question taken apart, or the answer that it can't be understood."""
    if len(text) > LONGEST_QUESTION:
        return too_long(words)
    question = parse_question(text, now=now, find=finder.find, ahead=ahead)
    if question.years and isinstance(question.found, TwoClubs | PairChoice):
        question = replace(question, found=finder.find(question.clubs, question.years))
    if question.invalid_day:
        return sentence(words.no_such_day(question.invalid_day))
    if question.invalid_season:
        return sentence(words.no_such_season(question.invalid_season))
    if question.league and isinstance(question.found, NoClub):
        return no_european_club(words)
    if question.clubs and question.found == NoClub():
        return replace(question, mentioned=club_among(question.clubs, finder.names))
    return question


def then_meant(question: Question, knowledge: ResultsAsOf, now: datetime) -> Question:
    """Of clubs with one name the one that played in the years and the round that are named: `city 2023`."""
    match question.found:
        case ClubChoice(clubs) if question.years or question.round:
            years = question.years or (MINYEAR, MAXYEAR)
            first, last = date(min(years), 1, 1), min(date(max(years), 12, 31), now.date())
            played = {
                club: matches_played(knowledge.results, club, first, last, question.round) for club in clubs
            }
            most, *others = sorted(clubs, key=lambda club: -played[club])
            if played[most] and all(played[most] >= MOST_OFTEN * played[club] for club in others):
                return replace(question, found=OneClub(most))
    return question


def clubs_meant(
    question: Question, data: Callable[[tuple[Club, ...]], str | None], words: Words, example: str
) -> tuple[Club, ...] | Answer:
    """The clubs of a question, or what has to be asked back: `data` is that of the button for each choice."""
    choices: Sequence[tuple[Club, ...]]
    match question.found:
        case OneClub(club):
            return (club,)
        case TwoClubs(first, second):
            return first, second
        case NoClub(elsewhere):
            mentioned = words.club(question.mentioned) if question.mentioned else ""
            return no_club(question.clubs, elsewhere, words, example, mentioned)
        case ClubChoice(clubs):
            choices = [(club,) for club in clubs]
        case PairChoice(pairs):
            choices = pairs[:MOST_MEANT]
    return which_club([(clubs, asks) for clubs in choices if (asks := data(clubs))], words)


def apart(question: Question) -> Question:
    """The question with the clubs of a pair that is unsure offered one by one."""
    match question.found:
        case PairChoice():
            return replace(question, found=ClubChoice(question.found.clubs[:MOST_MEANT]))
        case _:
            return question


def noted_unused(
    answer: Answer, question: Question, uses: Collection[Mention], now: datetime, words: Words
) -> Answer:
    """The answer, with what it leaves out of the question."""
    clubs: tuple[Club, ...] = ()
    match question.found:
        case OneClub(club):
            clubs = (club,)
        case TwoClubs(first, second):
            clubs = (first, second)
    cup = question.competition
    named = {
        Mention.CLUB: words.club(clubs[0]) if clubs else shortened(question.clubs),
        Mention.SECOND_CLUB: words.club(clubs[1]) if len(clubs) > 1 else "",
        Mention.COMPETITION: words.competition(cup, question.season or season_of(now)) if cup else "",
        Mention.SEASON: str(question.year or question.season or ""),
        Mention.DAY: words.day(question.day) if question.day else "",
        Mention.ROUND: words.round(Round(question.round)) if question.round else "",
        Mention.SCORE: str(question.score or ""),
    }
    answer = noted(answer, words.only_european if question.league else "")
    return _noted_left_out(answer, [name for part, name in named.items() if name and part not in uses], words)


def noted_left_out(answer: Answer, clubs: Iterable[Club], words: Words) -> Answer:
    """The answer, with the clubs of the question that do not appear in it."""
    return _noted_left_out(answer, [words.club(club) for club in clubs], words)


def _noted_left_out(answer: Answer, names: Sequence[str], words: Words) -> Answer:
    return noted(answer, words.left_out(names)) if names else answer


def pressed_query(data: str, knowledge: ResultsAsOf) -> Query | None:
    """What a button asks; None when it is old, foreign or forged."""
    query, clubs = Query.from_data(data), knowledge.results.clubs()
    if query is None or len(query.clubs) > 2 or not all(club in clubs for club in query.clubs):
        return None
    return query


def clubs_of(query: Query, knowledge: ResultsAsOf) -> list[Club]:
    clubs = knowledge.results.clubs()
    return [clubs[club] for club in query.clubs]


def end_of_night(day: date | None, now: datetime) -> datetime:
    """The end of the night that a question is about, which can't be later than now."""
    return now if day is None else min(now, datetime.combine(day, NIGHT_IS_OVER, AMSTERDAM))


def moment_meant(query: Query, now: datetime) -> datetime:
    """The moment that a question is about; a match night goes on until the evening itself is over."""
    if query.day and query.back in EVENINGS:
        return min(now, end_of_evening(query.day))
    return end_of_night(query.day, now)


def _with_rows(answer: Answer, meant: Meant) -> Answer:
    """The answer with the buttons for what may be meant as well, and none of them twice."""
    own = _without(answer.buttons, meant.first)
    last = _without(meant.last, (button for buttons in own for button in buttons))
    return replace(answer, buttons=rows(meant.first, *own, *last))


def _without(buttons: Iterable[Row], others: Iterable[Button]) -> Rows:
    there = [*others]
    taken = {button.data for button in there} | {button.text for button in there}
    return tuple(
        tuple(button for button in each if taken.isdisjoint({button.data, button.text})) for each in buttons
    )
