"""What both languages say, and that they say the same things."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from functools import partial

import pytest

from bot.app.opening import forgetful_chats
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    Club,
    Competition,
    DecidedBy,
    Round,
    RoundKind,
    Season,
    Status,
)
from bot.football.story.match_story import Ground, StoryKind
from bot.handlers.request import Request
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES, StoryWords, Words, words_for
from bot.words.language import tidy
from tests.shared import answering_from_the_snapshot

DUTCH, ENGLISH = LANGUAGES["nl"], LANGUAGES["en"]
both = pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)


@pytest.mark.parametrize(
    ("code", "language"),
    [("nl", "nl"), ("en-GB", "en"), ("EN", "en"), ("fr", "nl"), (None, "nl"), ("", "nl")],
)
def test_the_telegram_language_decides_and_dutch_is_spoken_otherwise(code: str | None, language: str) -> None:
    assert words_for(code).code == language


@pytest.mark.parametrize(
    ("competition", "year", "name"),
    [
        (CHAMPIONS_LEAGUE, 1991, "Europa Cup I"),
        (CHAMPIONS_LEAGUE, 1992, "Champions League"),
        (EUROPA_LEAGUE, 2008, "UEFA Cup"),
        (EUROPA_LEAGUE, 2009, "Europa League"),
        (CONFERENCE_LEAGUE, 2021, "Conference League"),
        (CUP_WINNERS_CUP, 1986, "Europa Cup II"),
        (Competition("Copa Libertadores"), 2019, "Copa Libertadores"),
    ],
)
def test_a_competition_is_called_as_it_was_then(competition: Competition, year: int, name: str) -> None:
    assert DUTCH.competition(competition, Season(year)) == name


@both
def test_every_round_has_a_name_of_its_own(words: Words) -> None:
    names = [words.round(Round(kind, "Third place" if kind is RoundKind.OTHER else "")) for kind in RoundKind]
    assert len(set(names)) == len(names)
    assert all(words.to_round(Round(kind, "x" if kind is RoundKind.OTHER else "")) for kind in RoundKind)


def test_the_rounds_are_called_as_newspapers_call_them() -> None:
    assert DUTCH.round(Round(RoundKind.LAST_16)) == "achtste finales"
    assert DUTCH.round(Round(RoundKind.LAST_32)) == "zestiende finales"
    assert DUTCH.round(Round(RoundKind.GROUP, "H")) == "groep H"
    # A number is how we keep groups apart whose letter is unknown; it is no name.
    assert DUTCH.round(Round(RoundKind.GROUP, "3")) == "groepsfase"
    assert DUTCH.round(Round(RoundKind.SECOND_GROUP, "B")) == "tweede groepsfase, groep B"


@both
def test_every_reason_and_every_status_is_said(words: Words) -> None:
    through = {words.goes_through("Ajax", why, Round(RoundKind.FINAL)) for why in DecidedBy}
    out = {words.is_out("Ajax", why) for why in DecidedBy}
    won = {words.wins_final("Ajax", "Champions League", why) for why in DecidedBy}
    assert len(through) == len(out) == len(won) == len(DecidedBy)
    assert len({words.statuses[status] for status in Status}) == len(Status)


def test_days_and_hours_are_written_as_in_amsterdam() -> None:
    assert DUTCH.weekday_and_day(date(2018, 2, 22)) == "do 22 februari"
    assert DUTCH.full_day(date(2018, 5, 16)) == "woensdag 16 mei 2018"
    assert DUTCH.clock(datetime(2018, 2, 22, 20, 5, tzinfo=UTC)) == "21.05 uur"
    assert DUTCH.clock(datetime(2018, 7, 22, 18, 45, tzinfo=UTC)) == "20.45 uur"
    assert ENGLISH.clock(datetime(2018, 2, 22, 20, 5, tzinfo=UTC)) == "21:05 Amsterdam time"


def test_a_club_has_its_dutch_name_in_dutch_only() -> None:
    spartak = Club("rus-spartak-moskva", "Spartak Moskva", "RUS", "Spartak Moskou")
    assert DUTCH.club(spartak) == "Spartak Moskou"
    assert ENGLISH.club(spartak) == "Spartak Moscow"


@both
def test_names_are_put_together_as_in_a_sentence(words: Words) -> None:
    joined = words.clubs_together(["Ajax", "PSV", "Feyenoord"])
    assert joined.startswith("Ajax, PSV ")
    assert words.clubs_together(["Ajax"]) == "Ajax"


def test_cities_are_called_as_in_the_language() -> None:
    assert DUTCH.city("Kyiv") == "Kiev"
    assert DUTCH.city("Lyon") == "Lyon"
    assert ENGLISH.city("Kyiv") == "Kyiv"


@both
def test_a_sentence_with_one_piece_has_one_gap(words: Words) -> None:
    for protocol, language in ((Words, words), (StoryWords, words.story)):
        for name, declared in inspect.getmembers(protocol, inspect.isfunction):
            sentence = getattr(language, name)
            if inspect.isbuiltin(sentence):
                pieces = len(inspect.signature(declared).parameters) - 1
                assert (pieces, str(sentence.__self__).count("{}")) == (1, 1), name


@both
def test_every_table_of_a_language_is_complete(words: Words) -> None:
    tables = [getattr(words, name) for name in dir(type(words))]
    for table in (table for table in tables if isinstance(table, Mapping)):
        kinds = {type(key) for key in table if isinstance(key, Enum)} - {RoundKind}
        assert all(set(table) == set(kind) for kind in kinds), table
    assert set(words.story.grounds) == set(Ground)
    in_full = {StoryKind.FINAL, StoryKind.LATE, StoryKind.LOST}
    assert set(words.story.lists) == set(StoryKind) - in_full


def test_empty_pieces_leave_no_space() -> None:
    assert tidy("Ajax  door ; Arsenal uitgeschakeld ") == "Ajax door; Arsenal uitgeschakeld"
    assert tidy(" Arsenal door") == "Arsenal door"


@both
def test_every_command_has_its_line_of_help_in_every_language(words: Words) -> None:
    for command in answering_from_the_snapshot(forgetful_chats()).listed:
        assert words.commands[command.names.nl]


def test_an_example_names_a_command_as_its_language_does() -> None:
    for command in answering_from_the_snapshot(forgetful_chats()).listed:
        for words in LANGUAGES.values():
            example = words.example(f"/{command.names.nl} Ajax")
            assert example == f"/{command.names.in_language(words.code)} Ajax"


@pytest.mark.parametrize("text", ["", "qqqqqq", "31-02-2018", "Ajax 1899/00", "x" * 300])
def test_no_english_sentence_names_a_dutch_command(text: str) -> None:
    answering = answering_from_the_snapshot(forgetful_chats())
    names = [command.names for command in answering.listed]
    dutch = {f"/{each.nl}" for each in names if each.in_language("en") != each.nl}
    for each in names:
        request = Request("", datetime(2018, 2, 22, 22, 30, tzinfo=UTC), chat=1)
        answer = answering.answer(f"/{each.nl} {text}", request, ENGLISH)
        assert answer
        assert dutch.isdisjoint(re.findall(r"(?<!\w)/[a-z]+", plain_text(answer.html))), answer.html


@pytest.mark.parametrize(
    ("sentence", "alone", "several"),
    [
        (DUTCH.goals_in_europe, "1 Europees doelpunt bekend", "2 Europese doelpunten bekend"),
        (ENGLISH.goals_in_europe, "1 European goal known", "2 European goals known"),
        (DUTCH.results_missing, "1 uitslag ontbreekt", "2 uitslagen ontbreken"),
        (ENGLISH.results_missing, "1 result is missing", "2 results are missing"),
        (DUTCH.hat_tricks, "Drie of meer doelpunten: 1 keer", "Drie of meer doelpunten: 2 keer"),
        (ENGLISH.hat_tricks, "Three goals or more: once", "Three goals or more: twice"),
        (
            partial(DUTCH.too_few_results, 0),
            "Geen stand: 0 van 1 uitslag bekend",
            "Geen stand: 0 van 2 uitslagen bekend",
        ),
        (
            partial(ENGLISH.too_few_results, 0),
            "No table: 0 of 1 result known",
            "No table: 0 of 2 results known",
        ),
        (
            partial(DUTCH.finals_missing, "…"),
            "In mijn uitslagen ontbreekt de finale van ….",
            "In mijn uitslagen ontbreken de finales van ….",
        ),
        (
            partial(ENGLISH.finals_missing, "…"),
            "My results lack the final of ….",
            "My results lack the finals of ….",
        ),
    ],
)
def test_one_thing_is_not_several(sentence: Callable[[int], str], alone: str, several: str) -> None:
    assert (sentence(1), sentence(2)) == (alone, several)
