"""Two clubs in one question: their last meeting, or the one of a year, a round, a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.database.results.of_one_club import met_with_score
from bot.football.model import AMSTERDAM, Club, Match, Round, Score, Season
from bot.football.names.finder import ClubFinder, NoClub, TwoClubs
from bot.football.names.folding import fold
from bot.football.questions.question import Question
from bot.football.season.club_status import in_table, in_tie, moment_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.handlers.denials import denied, denied_but
from bot.handlers.query import Query, Row, row, rows
from bot.handlers.resolve import Meant, moment_meant
from bot.handlers.result_buttons import share, under_meeting, under_tie
from bot.read_model.coverage import Scope, missing
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, paragraphs
from bot.views.meeting import earlier_meetings_text, meeting_text
from bot.views.tie import tie_text
from bot.words import Words, first_upper

MOST_SEASONS = 3
MOST_OTHERS = 3
"""Meetings that a question may mean as well."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What two clubs played against each other in one round of a season."""

    season: SeasonAsOf
    round: Round
    matches: tuple[Match, ...]
    of_year: Sequence[SeasonAsOf]
    """The first club's competitions of that season."""

    @property
    def last(self) -> Match:
        return max(self.matches, key=moment_of)


def meetings(knowledge: ResultsAsOf, pair: Sequence[Club], query: Query, at: datetime) -> Iterator[Meeting]:
    """Those in the round, the season and the competition of the query, where it has them; newest first."""
    club, other = pair
    for year, seasons in knowledge.seasons_together(club, other, at):
        if query.season not in {None, year}:
            continue
        found: list[Meeting] = []
        # A club may have come from another competition than that in which they met.
        for season in (each for each in seasons if query.competition in {None, each.competition}):
            met = [match for match in season.of(club) if other in match.clubs]
            for round_ in {match.round for match in met}:
                if query.round is None or query.round.kind is round_.kind:
                    matches = tuple(match for match in met if match.round == round_)
                    found.append(Meeting(season, round_, matches, seasons))
        yield from sorted(found, key=lambda meeting: moment_of(meeting.last), reverse=True)


def meeting_answer(
    knowledge: ResultsAsOf, pair: Sequence[Club], query: Query, at: datetime, words: Words
) -> Answer:
    """The last meeting that fits the query, with those before it in short; or that there is none."""
    meeting = next(meetings(knowledge, pair, query, at), None)
    if meeting is None:
        return not_met(knowledge, pair, query, query.season, at, words)
    season = meeting.season
    sharing = share(pair, query, query.season, words)
    if tie := season.tie_with(meeting.last):
        status = in_tie(pair[0], season, tie, meeting.of_year)
        text = tie_text(status, words)
        buttons = under_tie(status, query, knowledge.season_before(pair[0], season.season), words)
    else:
        places = [place for each in pair if (place := in_table(each, season, meeting.round))]
        text = meeting_text(season, meeting.matches, places, words)
        buttons = under_meeting(pair[0], season, meeting.last, query, words)
    before = [] if query.season else _met_before(knowledge, meeting.last, query, at)
    return Answer(paragraphs(text, earlier_meetings_text(before, at, words)), buttons, share=sharing)


def _met_before(knowledge: ResultsAsOf, latest: Match, query: Query, now: datetime) -> list[Match]:
    """The matches of two clubs in other rounds than that of their latest one, as known by now."""
    return [
        match
        for match in knowledge.met(*latest.clubs, now)
        if query.competition in {None, match.competition}
        and (match.season, match.competition, match.round)
        != (latest.season, latest.competition, latest.round)
    ]


def not_met(  # noqa: PLR0913, PLR0917 - two clubs, when, and where it is asked
    knowledge: ResultsAsOf,
    pair: Sequence[Club],
    query: Query,
    when: Season | int | None,
    at: datetime,
    words: Words,
) -> Answer:
    """That they did not meet then, with the seasons around it in which they did."""
    club, other = pair
    names = words.club(club), words.club(other)
    every = dict.fromkeys(
        meeting.season.season
        for meeting in meetings(knowledge, pair, replace(query, season=None, round=None), at)
    )
    if when is None or not every:
        scope = Scope(pair, query.competition)
        return denied(words.never_met(*names), scope, knowledge, at, words)
    start = when if isinstance(when, int) else when.start_year
    around = sorted(every, key=lambda year: abs(year.start_year - start))[:MOST_SEASONS]
    buttons = (row((words.button_season(year), replace(query, season=year, round=None))) for year in around)
    scope = Scope(pair, query.competition, when)
    return denied_but(words.not_met_in(*names, when), scope, knowledge, at, words, rows(*buttons))


def met_in_city(
    question: Question, finder: ClubFinder, knowledge: ResultsAsOf, now: datetime, words: Words
) -> Question:
    """Two clubs with a city behind them where they met: `liverpool milan istanbul`; any other as it is."""
    *names, city = question.clubs.split() or ("",)
    clubs = " ".join(names)
    found = finder.find(clubs) if names and question.found == NoClub() else NoClub()
    match found:
        case TwoClubs(first, other):
            there = (
                match
                for match in knowledge.met(first, other, now)
                if match.city and fold(city) in {fold(match.city), fold(words.city(match.city))}
            )
            if match := next(there, None):
                return replace(
                    question,
                    clubs=clubs,
                    found=found,
                    competition=match.competition,
                    season=match.season,
                    round=match.round.kind,
                )
    return question


def meeting_meant(  # noqa: PLR0913, PLR0917 - two clubs, what is asked of them, and where
    knowledge: ResultsAsOf,
    pair: Sequence[Club],
    query: Query,
    question: Question,
    at: datetime,
    words: Words,
) -> Meant | None:
    """The meeting of a year, a round or a score; None where there was none in that year.

    In a year the deepest round comes first, else the newest, and one with the very score before its reverse.
    """
    year, score = question.year, question.score
    query = replace(query, season=None if year else query.season)
    if question.round:
        query = replace(query, round=Round(question.round))
    found = [
        meeting
        for meeting in meetings(knowledge, pair, query, at)
        if year is None or any(_year(match) == year for match in meeting.matches)
    ]
    if year:
        found.sort(key=lambda meeting: meeting.round.order, reverse=True)
    if not found:
        if not question.round:
            return None
        note = words.not_in_round(
            words.clubs_together([words.club(club) for club in pair]),
            Round(question.round),
            year or question.season,
        )
        elsewhere = meeting_meant(
            knowledge, pair, replace(query, round=None), replace(question, round=None), at, words
        )
        scope = Scope(pair, query.competition, year or question.season, question.round)
        spans = missing(knowledge, at, scope)
        return elsewhere and replace(elsewhere, note=note, missing=spans)
    if score:
        club, other = pair
        with_score = [meeting for meeting in found if any(_is(match, score) for match in meeting.matches)]
        if not with_score:
            note = words.not_with_score(words.club(club), words.club(other), score)
            scope = Scope(pair, query.competition, year or question.season, question.round)
            spans = missing(knowledge, at, scope)
            return Meant(_query_of(found[0], query), note=note, missing=spans)
        found = sorted(with_score, key=lambda meeting: _has(meeting, club, score), reverse=True)
    first, *others = found
    last: list[Row] = [
        row((f"{first_upper(words.round(each.round))} {each.season.season}", _query_of(each, query)))
        for each in others[:MOST_OTHERS]
    ]
    return Meant(_query_of(first, query), last=last)


def club_with_score(
    knowledge: ResultsAsOf, club: Club, question: Question, now: datetime, words: Words
) -> Meant | None:
    """The last match of a club that ended so, its own goals first if there is one; None if there is none."""
    score = question.score
    if score is None:
        return None
    query = Query((club.id,), question.competition, question.season, day=question.day)
    at = moment_meant(query, now)
    until = at.astimezone(AMSTERDAM).date()
    seasons = {Season(year - back) for year in question.years for back in (0, 1)}
    found = [
        (other, replace(query, clubs=(club.id, other.id), competition=cup, season=season))
        for each in dict.fromkeys((score, score.turned))
        for cup, season, other in met_with_score(knowledge.results, club, each, until)
        if query.competition in {None, cup} and (not seasons or season in seasons)
    ]
    of_season = replace(question, year=None)
    meant = [
        (other, meaning)
        for other, of_pair in found[: MOST_OTHERS + 1]
        if (meaning := meeting_meant(knowledge, (club, other), of_pair, of_season, at, words))
    ]
    if not meant:
        return None
    (_, first), *others = meant
    last = [row((f"{words.club(other)} {meaning.query.season}", meaning.query)) for other, meaning in others]
    return replace(first, last=last)


def _query_of(meeting: Meeting, query: Query) -> Query:
    season = meeting.season
    round_ = Round(meeting.round.kind)
    return replace(query, competition=season.competition, season=season.season, round=round_)


def _has(meeting: Meeting, club: Club, score: Score) -> bool:
    """Whether this very score is there, with the goals of this club first."""
    return any(match.score_for(club) == score for match in meeting.matches)


def _is(match: Match, score: Score) -> bool:
    return score in {match.score, match.full_time} or score.turned in {match.score, match.full_time}


def _year(match: Match) -> int:
    """The calendar year in which it was played; the one in which its season ended where no day is known."""
    return match.date.year if match.date else match.season.start_year + 1
