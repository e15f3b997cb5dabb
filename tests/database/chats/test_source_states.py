"""When each source last answered, and what was wrong with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.app.opening import forgetful_chats
from bot.database.chats.source_states import SourceState, SourceStates

NOW = datetime(2018, 2, 22, 20, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_a_source_that_was_never_asked_has_no_state() -> None:
    assert SourceStates(forgetful_chats().db).of("uefa") == SourceState()


def test_a_source_is_in_trouble_until_it_answers_again() -> None:
    states = SourceStates(forgetful_chats().db)
    states.answered("uefa", NOW)
    states.failed("uefa", "can't be reached", NOW + MINUTE)
    assert states.of("uefa") == SourceState(NOW, "can't be reached", NOW + MINUTE)
    assert states.of("uefa").is_in_trouble
    states.answered("uefa", NOW + 2 * MINUTE)
    assert states.of("uefa") == SourceState(NOW + 2 * MINUTE, "can't be reached", NOW + MINUTE)
    assert not states.of("uefa").is_in_trouble
    assert not states.of("openfootball").is_in_trouble


def test_on_a_match_night_an_answer_is_noted_every_five_minutes() -> None:
    states = SourceStates(forgetful_chats().db)
    for minute in range(7):
        states.answered("uefa", NOW + minute * MINUTE)
    assert states.of("uefa").answered == NOW + 5 * MINUTE
