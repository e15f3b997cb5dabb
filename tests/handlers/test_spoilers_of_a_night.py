"""Whatever the results of a night are, where they are hidden the chat looks the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from bot.app.opening import forgetful_chats
from bot.database.results.names import StoredNames
from bot.database.results.results import Results
from bot.football.model import (
    AMSTERDAM,
    Club,
    Competition,
    Goal,
    GoalKind,
    Match,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.football.names.finder import ClubFinder
from bot.football.season.evening import evening_of_match
from bot.football.season.fixtures import fixtures
from bot.handlers.commands import Commands, commands
from bot.handlers.request import Request
from bot.local.telegram.html import parse_html
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import MOST_ENTITIES, Answer, Style, pages
from bot.views.inline import description
from bot.words import LANGUAGES
from tests.conftest import WHOLE, Sampled
from tests.shared import answering_from_the_snapshot

HIDDEN = Style(spoilers=True)
SPOILER = re.compile("<tg-spoiler>(.*?)</tg-spoiler>", re.DOTALL)
ABOUT_CLUBS = (
    "uitslag {0}",
    "uitslag {0} {2}",
    "uitslag {0} - {1}",
    "programma {0}",
    "schema {0}",
    "stand {0}",
)
ABOUT_A_CUP = ("schema {0} {1}", "stand {0} {1}", "loting {0} {1}")
ALL_TIME = ("topscorers {0} {2}", "records {0} {2}", "topscorers {3} {2}")
NIGHTS = 24


def _outline(answer: Answer | None) -> tuple[object, ...]:
    """What a chat shows before anybody taps: the text, the marks with their lines, the buttons."""
    assert answer
    html = HIDDEN.of(answer.html)
    for page in pages(html):
        assert len(parse_html(page)[1]) <= MOST_ENTITIES
    shown = SPOILER.sub(lambda hidden: f"[{hidden[1].count(chr(10))}]", html)
    buttons = [[button.text for button in row] for row in HIDDEN.buttons_of(answer)]
    return shown, buttons, answer.share, description(answer.html, spoilers=True)


def _nights(results: Results) -> list[tuple[date, Competition, Season]]:
    """Those of which every scorer is known, so that the notes about what is not known are the same."""
    each = [
        (night, _played_on(night[0], results.season_matches(*night[1:])))
        for night in results.days()
        if night[2].start_year >= 2010
    ]
    unknown = {
        night[0]
        for night, played in each
        if not all(match.status is Status.PLAYED and match.scorers_known for match in played)
    }
    return [night for night, played in each if played and night[0] not in unknown]


def _may_end_level(night: tuple[date, Competition, Season], results: Results) -> bool:
    """A tie of one match does not end level: a final, and all of them in the summer of 2020."""
    day, cup, season = night
    rounds = {match.round.kind for match in _played_on(day, results.season_matches(cup, season))}
    return season.start_year != 2019 and RoundKind.FINAL not in rounds


def _played_on(day: date, matches: Sequence[Match]) -> list[Match]:
    return [match for match in matches if evening_of_match(match) == day]


def _ending(match: Match, score: Score) -> Match:
    """The match with another score, every goal by somebody; its end is where it was."""
    goals = [*_goals(match.home, score.home), *_goals(match.away, score.away)]
    return replace(
        match,
        full_time=score,
        half_time=None,
        extra_time=None,
        penalties=None,
        winner=None,
        decided_by=None,
        goals=tuple(goals),
        derived=frozenset(),
    )


def _goals(club: Club, number: int) -> Iterator[Goal]:
    return (
        Goal(club, f"Speler van {club.name}", 10 + goal, None, GoalKind.OPEN_PLAY) for goal in range(number)
    )


def _with(night: tuple[date, Competition, Season], score: Score, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Every command over the snapshot, in which each match of a night ended so."""
    day, cup, season = night
    before = Results.season_matches

    def altered(results: Results, competition: Competition, year: Season) -> tuple[Match, ...]:
        matches = before(results, competition, year)
        if (competition, year) != (cup, season):
            return matches
        of_night = _played_on(day, matches)
        return tuple(_ending(match, score) if match in of_night else match for match in matches)

    monkeypatch.setattr(Results, "season_matches", altered)
    results = answering_from_the_snapshot(forgetful_chats()).result.knowledge.results
    return commands(ClubFinder(StoredNames(results)), ResultsAsOf(results), forgetful_chats())


def _questions(night: tuple[date, Competition, Season], results: Results, *, all_time: bool) -> list[str]:
    day, cup, season = night
    questions = [f"/avond {day:%d-%m-%Y}", *(f"/{text.format(cup.code, season)}" for text in ABOUT_A_CUP)]
    for match in _played_on(day, results.season_matches(cup, season))[:3]:
        for club, other in (match.clubs, match.clubs[::-1]):
            texts = (*ABOUT_CLUBS, *(ALL_TIME if all_time else ()))
            questions += [f"/{text.format(club.name, other.name, season, cup.code)}" for text in texts]
    return questions


def _ask(answering: Commands, question: str, day: date) -> Answer | None:
    now = datetime.combine(day, time(23, 59), AMSTERDAM)
    return answering.answer(question, Request("", now), LANGUAGES["nl"])


@pytest.mark.parametrize(
    "number", [number if number % 8 == 0 else pytest.param(number, marks=WHOLE) for number in range(NIGHTS)]
)
@pytest.mark.parametrize("score", [Score(9, 0), Score(0, 9), Score(0, 0), Score(2, 2)], ids=str)
def test_with_other_results_the_chat_looks_the_same(
    number: int, score: Score, monkeypatch: pytest.MonkeyPatch, sampled: Sampled
) -> None:
    real = answering_from_the_snapshot(forgetful_chats())
    results = real.result.knowledge.results
    nights = _nights(results)
    if score.is_level:
        nights = [night for night in nights if _may_end_level(night, results)]
    night = nights[number * len(nights) // NIGHTS]
    questions = _questions(night, results, all_time=number % 8 == 0)
    before = {question: _outline(_ask(real, question, night[0])) for question in sampled.of(questions, 8)}
    altered = _with(night, score, monkeypatch)
    assert {question: _outline(_ask(altered, question, night[0])) for question in before} == before


def test_of_a_tie_both_clubs_look_the_same(answering: Commands) -> None:
    """The club that is through has a next match, and a button for it; the other has not."""
    knowledge, through = answering.result.knowledge, 0
    for day, cup, season in _nights(knowledge.results)[::3]:
        as_of = knowledge.season(cup, season, datetime.combine(day, time(23, 59), AMSTERDAM))
        for match in _played_on(day, as_of.matches):
            tie = as_of.tie_with(match)
            if tie is None or match is not tie.matches[-1]:
                continue
            through += any(fixtures([club], [as_of]) for club in tie.clubs)
            looks = [_look_of(club, day, answering) for club in tie.clubs]
            assert looks[0] == looks[1], (day, tie.clubs)
    assert through > 5


def _look_of(club: Club, day: date, answering: Commands) -> list[tuple[int, int]]:
    """Of the answers about a club: how many lines there are, and how many marks."""
    answers = (_ask(answering, f"/{command} {club.name}", day) for command in ("uitslag", "programma"))
    texts = [HIDDEN.of(answer.html) for answer in answers if answer]
    return [(text.count("\n"), len(SPOILER.findall(text))) for text in texts]
