"""What one question of a minute works out serves the others of that minute, and nobody later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.football.names.finder import ClubFinder
from bot.football.names.found import Found
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.words import words_for

EIGHT = datetime(2018, 2, 22, 19, 0, 20, tzinfo=UTC)


def test_the_same_words_are_taken_apart_once_a_minute_in_each_language(
    answering: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []
    find = ClubFinder.find

    def noted(self: ClubFinder, text: str) -> Found:
        found.append(text)
        return find(self, text)

    monkeypatch.setattr(ClubFinder, "find", noted)

    def answer_at(seconds: int, language: str = "nl") -> str:
        request = Request("Östersund", EIGHT + timedelta(seconds=seconds), chat=seconds)
        return answering.result.answer(request, words_for(language)).html

    assert answer_at(0) == answer_at(30)
    assert len(found) == 1
    assert answer_at(30) != answer_at(30, "en")
    assert answer_at(60) == answer_at(0)
    assert len(found) == 3


def test_who_asks_without_words_hears_of_the_clubs_of_that_chat(answering: Commands) -> None:
    answering.result.chats.follow(1, "eng-arsenal-fc", EIGHT)
    answers = [answering.result.answer(Request("", EIGHT, chat), words_for("nl")).html for chat in (1, 2)]
    assert "Arsenal" in answers[0]
    assert answers[0] != answers[1]
