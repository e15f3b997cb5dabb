"""A round in a question: the final of a cup, the semi-finals of a year, a club's quarter-final."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.competitions import competition_held
from bot.football.model import Club, Competition, Round, RoundKind, Season, Tie
from bot.football.questions.question import Question
from bot.football.season.club_status import in_tie
from bot.football.season.evening import usual_order
from bot.football.season.finals import last_day, winner_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.denials import denied
from bot.handlers.query import About, Query, Row, Rows, row, rows
from bot.handlers.resolve import Meant
from bot.handlers.result_buttons import share, under_tie
from bot.read_model.coverage import Scope, missing
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, paragraphs
from bot.views.bracket import no_final_text, round_text
from bot.views.short_names import short_name
from bot.views.tie import tie_text
from bot.words import Words

MOST_OTHERS = 3
MOST_BUTTONS = 8
"""More ties than these are read, not opened one by one."""
LONGEST_NAME = 14
YEARS_OF_A_SEASON = 3
"""The first Fairs Cup ended in the third year after it began."""


@dataclass(frozen=True, slots=True)
class RoundOfSeason:
    """The ties of one round of a competition's season."""

    season: SeasonAsOf
    ties: tuple[Tie, ...]


def round_answer(knowledge: ResultsAsOf, question: Question, at: datetime, words: Words) -> Answer:
    """A round of a competition, or of each of them: of a year, a season, or the last one."""
    kind = question.round or RoundKind.FINAL
    found = list(_rounds(knowledge, kind, question, at))
    if question.competition is None and not _named_seasons(question):
        newest = max((each.season.season for each in found), default=None)
        found = [each for each in found if each.season.season == newest]
    ties = [(each.season, tie) for each in found for tie in each.ties]
    if not ties:
        return _not_yet(knowledge, kind, question, at, words)
    if len(ties) == 1:
        season, tie = ties[0]
        return _of_one(knowledge, season, tie, question, words)
    text = paragraphs(*(round_text(each.season, each.ties, words) for each in found))
    # Who plays in a round tells who went through in the one before.
    each_tie = (
        tuple(
            replace(button, is_secret=True)
            for button in row((_named(tie, words), _query_of(season, tie, question)))
        )
        for season, tie in ties
    )
    brackets = [_bracket(each.season, question, words) for each in found] if len(found) == 1 else []
    return Answer(text, rows(*(each_tie if len(ties) <= MOST_BUTTONS else ()), *brackets))


def club_in_round(  # noqa: PLR0913, PLR0917 - a club, what is asked of it, and where
    knowledge: ResultsAsOf, club: Club, query: Query, question: Question, at: datetime, words: Words
) -> Meant:
    """The club's tie in a round: of the year or the season that is named, else its last one."""
    kind = question.round or RoundKind.FINAL
    cup = question.competition
    ties = [
        (season, tie)
        for season, tie in knowledge.in_round(club, kind, at)
        if cup is None or competition_held(cup, season.season) == season.competition
    ]
    # Of one year the Champions League comes before the Super Cup.
    ties.sort(key=lambda pair: (-last_day(pair[1]).year, usual_order(pair[0].competition)))
    then = [(season, tie) for season, tie in ties if _is_then(tie, question)]
    last: list[Row] = [
        row(
            (
                f"{words.competition(season.competition, season.season)} {season.season}",
                _query_of(season, tie, question, club),
            )
        )
        for season, tie in (then or ties)[1 : MOST_OTHERS + 1]
    ]
    if kind is RoundKind.FINAL and ties:
        last.append(row((words.button_honours, replace(query, about=About.HONOURS, season=None))))
    when = question.year or question.season
    if then:
        return Meant(_query_of(*then[0], question, club), last=last)
    denied_when = when if ties else None
    note = words.not_in_round(words.club(club), Round(kind), denied_when)
    spans = missing(knowledge, at, Scope([club], cup, denied_when, kind))
    query = replace(query, season=None if question.year else query.season)
    of_tie = _query_of(*ties[0], question, club) if ties else query
    return Meant(of_tie, last=last, note=note, missing=spans)


def _rounds(
    knowledge: ResultsAsOf, kind: RoundKind, question: Question, at: datetime
) -> Iterator[RoundOfSeason]:
    for cup in dict.fromkeys(_competitions(question, at)):
        for year in _seasons(knowledge, cup, question, at):
            season = knowledge.season(cup, year, at)
            ties = tuple(tie for tie in season.ties if tie.round.kind is kind and _is_then(tie, question))
            if ties:
                yield RoundOfSeason(season, ties)
                break


def _competitions(question: Question, at: datetime) -> Sequence[Competition]:
    """The one that is named, by whatever name it was held then; else all of them."""
    if question.competition is None:
        return Query(()).competitions
    seasons = _named_seasons(question) or [season_of(at)]
    return [competition_held(question.competition, season) for season in seasons]


def _named_seasons(question: Question) -> list[Season]:
    if question.year:
        return [Season(question.year - back) for back in range(YEARS_OF_A_SEASON + 1)]
    return [question.season] if question.season else []


def _seasons(knowledge: ResultsAsOf, cup: Competition, question: Question, at: datetime) -> list[Season]:
    """The seasons in which to look, newest first; where none is named the last two, of a named cup ever."""
    if wanted := _named_seasons(question):
        return [season for season in wanted if knowledge.results.has_season(cup, season)]
    current = season_of(at)
    latest = [season for each, season in knowledge.results.seasons() if each == cup and season <= current][:2]
    return [
        season for season in latest if question.competition or season.start_year >= current.start_year - 1
    ]


def _is_then(tie: Tie, question: Question) -> bool:
    if question.year:
        return last_day(tie).year == question.year
    return question.season in {None, tie.season}


def _of_one(knowledge: ResultsAsOf, season: SeasonAsOf, tie: Tie, question: Question, words: Words) -> Answer:
    """The one tie of a round, which is a final, as its winner's followers read it."""
    club = winner_of(tie) or tie.club_a
    query = _query_of(season, tie, question, club)
    status = in_tie(club, season, tie)
    buttons = under_tie(status, query, knowledge.season_before(club, season.season), words)
    honours = Query((), season.competition, day=question.day, about=About.HONOURS)
    around = _bracket(season, question, words) + row((words.button_honours, honours))
    return Answer(
        tie_text(status, words), rows(around, *buttons), share=share(tie.clubs, query, season.season, words)
    )


def _not_yet(
    knowledge: ResultsAsOf, kind: RoundKind, question: Question, at: datetime, words: Words
) -> Answer:
    """When the final will be, as far as that is known; that it is missing, or that nothing is known of it."""
    when = question.year or question.season
    scope = Scope((), question.competition, when, kind)
    nothing = denied(words.no_ties_known(Round(kind), when), scope, knowledge, at, words)
    if kind is not RoundKind.FINAL:
        return nothing
    ended = Season(question.year - 1) if question.year else question.season or season_of(at)
    seasons = [
        knowledge.season(cup, ended, at)
        for cup in dict.fromkeys(_competitions(question, at))
        if knowledge.results.has_season(cup, ended)
    ]
    if seasons:
        buttons = _brackets(seasons, question, words) if question.competition else ()
        return Answer(no_final_text(seasons, words), buttons)
    if question.competition:
        text = words.final_not_known(words.competition(question.competition, ended), ended)
        return denied(text, replace(scope, when=ended), knowledge, at, words)
    return nothing


def _brackets(seasons: Sequence[SeasonAsOf], question: Question, words: Words) -> Rows:
    return rows(*(_bracket(season, question, words) for season in seasons))


def _bracket(season: SeasonAsOf, question: Question, words: Words) -> Row:
    drawn = Query((), season.competition, season.season, day=question.day, about=About.BRACKET)
    return row((words.button_bracket, drawn))


def _named(tie: Tie, words: Words) -> str:
    return " – ".join(short_name(words.club(club), LONGEST_NAME) for club in tie.clubs)


def _query_of(season: SeasonAsOf, tie: Tie, question: Question, club: Club | None = None) -> Query:
    club = club or tie.club_a
    return Query((club.id,), season.competition, season.season, tie.round, question.day)
