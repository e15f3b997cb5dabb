"""When each source last answered and what was wrong with it last, for `uitslagbot check`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.database.chats.connection import read, writing
from bot.database.moments import text_of

RECALL = "SELECT answered, problem, failed FROM source_states WHERE source = ?"
ANSWERED = """
    INSERT INTO source_states (source, answered) VALUES (?, ?)
    ON CONFLICT (source) DO UPDATE SET answered = excluded.answered
"""
FAILED = """
    INSERT INTO source_states (source, problem, failed) VALUES (?, ?, ?)
    ON CONFLICT (source) DO UPDATE SET problem = excluded.problem, failed = excluded.failed
"""
NOTED_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SourceState:
    answered: datetime | None = None
    problem: str = ""
    failed: datetime | None = None
    """When the problem was met last."""

    @property
    def is_in_trouble(self) -> bool:
        return self.failed is not None and (self.answered is None or self.answered < self.failed)


@dataclass(frozen=True, slots=True)
class SourceStates:
    """In the database of chats: it is what one running bot met."""

    db: Database
    _noted: dict[str, datetime] = field(default_factory=dict)
    """When an answer was noted last; a problem is noted at once."""

    def of(self, source: str) -> SourceState:
        for answered, problem, failed in read(self.db, RECALL, source):
            return SourceState(_moment(answered), problem or "", _moment(failed))
        return SourceState()

    def answered(self, source: str, now: datetime) -> None:
        noted = self._noted.get(source)
        if noted is None or now - noted >= NOTED_EVERY:
            self._noted[source] = now
            with writing(self.db):
                self.db.execute(ANSWERED, (source, text_of(now)))

    def failed(self, source: str, problem: str, now: datetime) -> None:
        self._noted.pop(source, None)
        with writing(self.db):
            self.db.execute(FAILED, (source, problem, text_of(now)))


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
