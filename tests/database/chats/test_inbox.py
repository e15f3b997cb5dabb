"""What was asked is kept until it has been answered, and answered once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats
from bot.database.chats.inbox import Inbox

NOW = datetime(2026, 11, 26, 21, tzinfo=UTC)
FIRST, SECOND = (1, '{"text": "/uitslag Arsenal"}'), (2, '{"text": "/avond"}')


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "chats.db"


@pytest.fixture
def inbox(path: Path) -> Iterator[Inbox]:
    chats = Chats(open_chats(path))
    yield Inbox(chats, lambda: NOW)
    chats.db.close()


def test_what_was_stored_waits_until_it_is_answered(inbox: Inbox, path: Path) -> None:
    assert inbox.exchange([], [SECOND, FIRST]) == {1, 2}
    inbox.exchange([2], [])
    again = Inbox(Chats(open_chats(path)), lambda: NOW)
    assert again.waiting() == [FIRST]
    again.chats.db.close()


def test_what_is_told_again_is_not_new(inbox: Inbox) -> None:
    inbox.exchange([], [FIRST])
    assert inbox.exchange([], [FIRST, SECOND]) == {2}
    inbox.exchange([1, 2], [])
    assert inbox.exchange([], [FIRST, SECOND]) == set()
    assert inbox.waiting() == []


def test_what_was_said_is_gone_as_soon_as_it_is_answered(inbox: Inbox, path: Path) -> None:
    inbox.exchange([], [FIRST])
    inbox.exchange([1], [])
    inbox.chats.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"uitslag" not in path.read_bytes()


def test_numbers_are_forgotten_after_two_days_and_questions_never(inbox: Inbox) -> None:
    inbox.exchange([], [FIRST, SECOND])
    inbox.exchange([1], [])
    inbox.chats.prune(NOW + timedelta(hours=49))
    assert inbox.exchange([], [FIRST]) == {1}
    assert inbox.waiting() == [FIRST, SECOND]
