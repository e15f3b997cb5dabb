"""What is the same in every question: too long, no such day, no such season, as known at which moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.football.model import AMSTERDAM, Season
from bot.football.names.finder import ClubChoice, NoClub, OneClub, TwoClubs
from bot.football.questions.question import Question, parse_question
from bot.football.season.evening import end_of_evening
from bot.handlers.finder import Finder
from bot.handlers.query import EVENINGS, About, Query
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.finding import no_club, sentence, too_long, which_club
from bot.words import Words

LONGEST_QUESTION = 256
NIGHT_IS_OVER = time(23, 59)


def understood(
    text: str, now: datetime, finder: Finder, words: Words, ahead: timedelta = timedelta(0)
) -> Question | Answer:
    """The question taken apart, or the answer that it can't be understood."""
    if len(text) > LONGEST_QUESTION:
        return too_long(words)
    question = parse_question(text, now=now, find=finder.find, ahead=ahead)
    if question.invalid_day:
        return sentence(words.no_such_day(question.invalid_day))
    if question.invalid_season:
        return sentence(words.no_such_season(question.invalid_season))
    return question


def moment_asked(day: date | None, now: datetime) -> datetime:
    """The end of the night asked about, which can't be later than now."""
    return now if day is None else min(now, datetime.combine(day, NIGHT_IS_OVER, AMSTERDAM))


def moment_meant(ask: Query, now: datetime) -> datetime:
    """The moment that a question is about; a match night goes on until the evening itself is over."""
    if ask.day and ask.back in EVENINGS:
        return min(now, end_of_evening(ask.day))
    return moment_asked(ask.day, now)


def asked_by_button(data: str, about: About, knowledge: ResultsAsOf) -> Query | None:
    """What a button of this command asks; None when it is old, foreign or forged."""
    ask = Query.from_data(data)
    known = knowledge.results.clubs()
    if ask is None or ask.about != about or len(ask.clubs) > 2:
        return None
    return ask if all(club in known for club in ask.clubs) else None


def about_clubs(question: Question, ask: Query, words: Words, example: str) -> Query | Answer:
    """The question with its clubs filled in, or what has to be asked back first."""
    match question.found:
        case OneClub(club):
            return replace(ask, clubs=(club.id,))
        case TwoClubs(first, second):
            return replace(ask, clubs=(first.id, second.id))
        case ClubChoice(clubs):
            choices = [(club, replace(ask, clubs=(club.id,)).data) for club in clubs]
            return which_club([(club, data) for club, data in choices if data], words)
        case NoClub(known_elsewhere):
            return no_club(question.clubs, known_elsewhere, words, example)


def other_season(answer: Answer, ask: Query, season: Season | None, words: Words) -> Answer:
    """The answer with a button for the season that a bare year may have meant."""
    data = replace(ask, season=season).data if season else None
    if season is None or data is None:
        return answer
    return replace(answer, buttons=(*answer.buttons, (Button(words.button_season(season), data),)))
