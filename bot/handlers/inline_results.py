"""What inline mode offers for a question: the answer, a club's last matches, or tonight."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, islice

from bot.football.model import Club
from bot.football.names.finder import ClubChoice, NoClub, OneClub, TwoClubs
from bot.football.names.found import PairChoice
from bot.football.questions.plain_words import in_plain_words
from bot.football.questions.question import Question
from bot.football.season.evening import evening_of
from bot.football.season.fixtures import latest
from bot.football.season.schedule import changes_soon
from bot.handlers.evening import EveningCommand
from bot.handlers.request import Request
from bot.handlers.resolve import end_of_night
from bot.handlers.result import ResultCommand
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.inline import last_matches_text
from bot.words import Words

MOST_MATCHES = 5
SEASONS_BACK = 3
"""A club that played little goes some seasons back, not through all of history."""


@dataclass(frozen=True, slots=True)
class InlineResult:
    title: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Offered:
    results: tuple[InlineResult, ...]
    changes_soon: bool = False
    """Whether a match of what is shown is under way or about to begin."""


@dataclass(frozen=True, slots=True)
class InlineResults:
    result: ResultCommand
    evening: EveningCommand

    def to(self, request: Request, words: Words) -> Offered:
        """The results for what was typed; there is always one."""
        typed, now = request.text.strip(), request.now
        if not typed:
            tonight = InlineResult(words.tonight, self.evening.answer(request, words))
            return Offered((tonight,), self._is_match_night(now))
        meant = in_plain_words(typed, self.result.finder.find)
        if meant and meant.command == EveningCommand.names.nl:
            evening = self.evening.answer(replace(request, text=meant.text), words)
            return Offered((InlineResult(typed, evening),), self._is_match_night(now))
        is_of_clubs = meant and meant.command == ResultCommand.names.nl
        return self._about(meant.text if meant and is_of_clubs else typed, request, words)

    def _about(self, typed: str, request: Request, words: Words) -> Offered:
        """The results for what `/uitslag` answers."""
        now = request.now
        question = self.result.understood(typed, now, words)
        if isinstance(question, Answer):
            return Offered((InlineResult(typed, question),))
        answer = self.result.answer_to(question, now, words)
        match question.found:
            case OneClub(club):
                title = f"{words.club(club)} {question.year or question.season or ''}".rstrip()
                last = self._last_matches(club, question, now, words)
                return Offered((InlineResult(title, answer), *last), self._plays_soon((club,), now))
            case TwoClubs(first, second):
                title = f"{words.club(first)} – {words.club(second)}"
                return Offered((InlineResult(title, answer),), self._plays_soon((first, second), now))
            case ClubChoice() | PairChoice():
                soon = self._plays_soon(question.found.clubs, now)
                return Offered(self._each(answer, request, words), soon)
            case NoClub():
                return Offered((InlineResult(typed, answer),))

    def _each(self, choice: Answer, request: Request, words: Words) -> tuple[InlineResult, ...]:
        """An answer for each club that may be meant."""
        buttons = chain.from_iterable(choice.buttons)
        answers = ((button.text, self.result.pressed(button.data, request, words)) for button in buttons)
        return tuple(InlineResult(title, answer) for title, answer in answers if answer)

    def _last_matches(
        self, club: Club, question: Question, now: datetime, words: Words
    ) -> Iterator[InlineResult]:
        """The club's last matches; not for a named season, whose whole way tells more."""
        if question.season:
            return
        at = end_of_night(question.day, now)
        newest = islice(self._knowledge.seasons_of(club, at, question.competition), SEASONS_BACK)
        if matches := latest(club, [season for _, seasons in newest for season in seasons], MOST_MATCHES):
            title = words.last_matches_of(words.club(club))
            yield InlineResult(title, last_matches_text(club, matches, words))

    def _plays_soon(self, clubs: Sequence[Club], now: datetime) -> bool:
        return any(
            changes_soon(season.of(club), now)
            for club in clubs
            for _, seasons in islice(self._knowledge.seasons_of(club, now), 1)
            for season in seasons
        )

    def _is_match_night(self, now: datetime) -> bool:
        return any(
            changes_soon(section.matches, now) for section in self._knowledge.evening(evening_of(now), now)
        )

    @property
    def _knowledge(self) -> ResultsAsOf:
        return self.result.knowledge
