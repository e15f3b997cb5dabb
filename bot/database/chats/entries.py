"""What the bot's owners typed in themselves: shown first, then saved, perhaps undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from bot.database.chats.connection import read, writing
from bot.database.chats.stored_match import match_stored, stored_match
from bot.database.moments import text_of
from bot.football.model import Club, Match

ADD = "INSERT INTO entries (owner, at, state, entered, before, authority) VALUES (?, ?, 'shown', ?, ?, ?)"
ONE = "SELECT id, owner, at, state, entered, before, authority FROM entries WHERE id = ?"
SINCE = "SELECT id, owner, at, state, entered, before, authority FROM entries WHERE at >= ? ORDER BY id"
MARK = "UPDATE entries SET state = ?, at = ? WHERE id = ? AND state = ?"


class State(StrEnum):
    SHOWN = "shown"
    SAVED = "saved"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    owner: int
    at: datetime
    """When it came into its state."""
    state: State
    entered: Match
    before: Match
    """What was known of the match, and by whose authority."""
    authority: int


@dataclass(frozen=True, slots=True)
class Entries:
    """In the database of chats: who entered what is personal."""

    db: Database

    def add(self, owner: int, entered: Match, before: Match, authority: int, now: datetime) -> int:
        """The number of the entry, which is only shown so far."""
        with writing(self.db):
            row = (owner, text_of(now), _written(entered), _written(before), authority)
            return int(self.db.conn.execute(ADD, row).lastrowid or 0)

    def entry(self, number: int, clubs: Mapping[str, Club]) -> Entry | None:
        for row in read(self.db, ONE, number):
            return _entry(row, clubs)
        return None

    def since(self, moment: datetime, clubs: Mapping[str, Club]) -> list[Entry]:
        """Those that came into their state since then, the oldest first."""
        return [_entry(row, clubs) for row in read(self.db, SINCE, text_of(moment))]

    def mark(self, number: int, was: State, state: State, now: datetime) -> bool:
        """Whether it was in that state, and is in the new one now."""
        with writing(self.db):
            return self.db.execute(MARK, (state, text_of(now), number, was)).rowcount > 0


def _written(match: Match) -> str:
    return json.dumps(stored_match(match), ensure_ascii=False)


def _read(text: str, clubs: Mapping[str, Club]) -> Match:
    return match_stored(json.loads(text), clubs)


def _entry(row: tuple[Any, ...], clubs: Mapping[str, Club]) -> Entry:
    number, owner, at, state, entered, before, authority = row
    return Entry(
        number,
        owner,
        datetime.fromisoformat(at),
        State(state),
        _read(entered, clubs),
        _read(before, clubs),
        authority,
    )
