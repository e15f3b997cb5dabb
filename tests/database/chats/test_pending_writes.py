"""What every answer leads to is saved with what comes next, and known before that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.facts import ChatKind
from bot.database.errors import DatabaseError

NOW = datetime(2018, 2, 22, 20, 5, tzinfo=UTC)


@pytest.fixture
def puts_off(tmp_path: Path) -> Iterator[Chats]:
    db = open_chats(tmp_path / "put_off.db")
    yield Chats(db, saves_at_once=False)
    db.close()


def test_what_is_put_off_is_known_at_once_and_saved_with_what_comes_next(puts_off: Chats) -> None:
    saved = Chats(puts_off.db)
    puts_off.mark_active(7, ChatKind.PRIVATE, NOW)
    puts_off.remember_answer(7, 1, (2, 3), NOW)
    assert puts_off.answer_to(7, 1) == (2, 3)
    assert puts_off.question_of(7, 3) == 1
    assert saved.answer_to(7, 1) == ()
    puts_off.know(8, NOW)
    assert saved.answer_to(7, 1) == (2, 3)
    assert saved.question_of(7, 3) == 1
    about = saved.stored_about(7)
    assert about
    assert about.kind is ChatKind.PRIVATE


def test_an_answer_that_was_changed_before_it_was_saved_is_the_changed_one(puts_off: Chats) -> None:
    puts_off.remember_answer(7, 1, (2, 3), NOW)
    puts_off.remember_answer(7, 1, (2,), NOW)
    puts_off.know(7, NOW)
    assert Chats(puts_off.db).answer_to(7, 1) == (2,)


def test_what_is_put_off_is_told_and_forgotten_like_all_else(puts_off: Chats) -> None:
    puts_off.remember_answer(7, 1, (2,), NOW)
    about = puts_off.stored_about(7)
    assert about
    assert about.answers == 1
    puts_off.remember_answer(7, 4, (5,), NOW)
    puts_off.forget(7)
    assert puts_off.stored_about(7) is None
    assert puts_off.answer_to(7, 4) == ()


def test_what_could_not_be_saved_stays_put_off(puts_off: Chats) -> None:
    puts_off.remember_answer(7, 1, (2,), NOW)
    puts_off.db.execute("PRAGMA query_only = ON")
    with pytest.raises(DatabaseError):
        puts_off.know(8, NOW)
    assert puts_off.answer_to(7, 1) == (2,)
    puts_off.db.execute("PRAGMA query_only = OFF")
    puts_off.know(8, NOW)
    assert Chats(puts_off.db).answer_to(7, 1) == (2,)
