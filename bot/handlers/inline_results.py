"""What inline mode offers for a question: the answer, a club's last matches, or tonight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice

from bot.football.model import Club
from bot.football.names.finder import ClubChoice, NoClub, OneClub, TwoClubs
from bot.football.questions.question import Question
from bot.football.season.evening import evening_of, on_evening
from bot.football.season.fixtures import latest
from bot.football.season.soon import changes_soon
from bot.handlers.evening import EveningCommand
from bot.handlers.questions import moment_asked, understood
from bot.handlers.request import Request
from bot.handlers.result import ResultCommand
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.inline import last_matches_text
from bot.words import Words

MOST_MATCHES = 5
SEASONS_BACK = 3
"""A club that played little goes some seasons back, not through all of history."""


@dataclass(frozen=True, slots=True)
class Offer:
    title: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Offered:
    offers: tuple[Offer, ...]
    changes_soon: bool = False
    """Whether a match of what is shown is under way or about to begin."""


@dataclass(frozen=True, slots=True)
class Offers:
    result: ResultCommand
    evening: EveningCommand

    def to(self, asked: Request, words: Words) -> Offered:
        """Whatever is typed, something is offered."""
        typed = asked.text.strip()
        if not typed:
            answer = self.evening.answer(asked, words)
            return Offered((Offer(words.tonight, answer),), self._is_match_night(asked.now))
        answer = self.result.answer(asked, words)
        question = understood(typed, asked.now, self.result.finder, words)
        if isinstance(question, Answer):
            return Offered((Offer(typed, answer),))
        match question.found:
            case OneClub(club):
                title = f"{words.club(club)} {question.season or ''}".rstrip()
                last = self._last_matches(club, question, asked.now, words)
                return Offered((Offer(title, answer), *last), self._plays_soon((club,), asked.now))
            case TwoClubs(first, second):
                title = f"{words.club(first)} – {words.club(second)}"
                return Offered((Offer(title, answer),), self._plays_soon((first, second), asked.now))
            case ClubChoice(clubs):
                return Offered(self._each(answer, asked, words), self._plays_soon(clubs, asked.now))
            case NoClub():
                return Offered((Offer(typed, answer),))

    def _each(self, choice: Answer, asked: Request, words: Words) -> tuple[Offer, ...]:
        """An answer for each club that may be meant."""
        buttons = chain.from_iterable(choice.buttons)
        answers = ((button.text, self.result.pressed(button.data, asked, words)) for button in buttons)
        return tuple(Offer(title, answer) for title, answer in answers if answer)

    def _last_matches(self, club: Club, question: Question, now: datetime, words: Words) -> Iterator[Offer]:
        """Not for a season by itself: its whole way tells more."""
        if question.season:
            return
        at = moment_asked(question.day, now)
        found = self._knowledge.seasons_of(club, at, question.competition)
        seasons = [known for _, of_season in islice(found, SEASONS_BACK) for known in of_season]
        if matches := latest(club, seasons, MOST_MATCHES):
            title = words.last_matches_of(words.club(club))
            yield Offer(title, last_matches_text(club, matches, words))

    def _plays_soon(self, clubs: Sequence[Club], now: datetime) -> bool:
        seasons = (next(self._knowledge.seasons_of(club, now), None) for club in clubs)
        return any(
            changes_soon(known.of(club), now)
            for club, found in zip(clubs, seasons, strict=True)
            for known in (found[1] if found else ())
        )

    def _is_match_night(self, now: datetime) -> bool:
        day = evening_of(now)
        seasons = self.evening.seasons_on(day, now)
        return any(changes_soon(on_evening(known.matches, day), now) for known in seasons)

    @property
    def _knowledge(self) -> ResultsAsOf:
        return self.result.knowledge
