"""The outbox: messages to chats, kept until they are sent, and never sent twice."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.database.chats.connection import read, writing
from bot.database.chats.match_states import StateRow
from bot.database.chats.outgoing import EveningMessage, MessageKind, OutgoingMessage, WaitingMessage
from bot.database.moments import moment_of, text_of

PUT = """
    INSERT OR IGNORE INTO outbox (chat, event, kind, priority, html, silent, due, deadline, keyboard)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ADD_DETAIL = """
    UPDATE outbox SET html = ?, keyboard = ? WHERE chat = ? AND event = ? AND state = 'waiting'
"""
PUT_DETAIL = """
    INSERT INTO outbox (chat, event, kind, priority, html, silent, due, deadline, keyboard)
    SELECT :chat, :detail, :kind, :priority, :html, 1, :due, NULL, :keyboard
    WHERE EXISTS (SELECT 1 FROM outbox WHERE chat = :chat AND event = :event AND message IS NOT NULL)
    AND :html <> coalesce(
        (SELECT html FROM outbox WHERE chat = :chat AND event = :detail),
        (SELECT html FROM outbox WHERE chat = :chat AND event = :event)
    )
    ON CONFLICT (chat, event) DO UPDATE
        SET html = excluded.html, keyboard = excluded.keyboard, due = excluded.due, state = 'waiting'
"""
# What comes within the same seconds is bundled; a chat with a delay sees one content after another.
SUPERSEDE = """
    DELETE FROM outbox WHERE chat = :chat AND kind = 'live' AND state = 'waiting' AND due <= :due
    AND (due > :bundled OR (SELECT coalesce(delay, 0) FROM chats WHERE id = :chat) = 0)
"""
PUT_LIVE = """
    INSERT INTO outbox (chat, event, kind, priority, html, silent, due, deadline)
    VALUES (?, ?, ?, ?, ?, 1, ?, NULL)
    ON CONFLICT (chat, event) DO UPDATE SET html = excluded.html, state = 'waiting'
"""
ADD_LIVE = "INSERT OR IGNORE INTO live_messages (chat, day, whole) VALUES (?, ?, 0)"
SAVE_STATE = "INSERT OR REPLACE INTO watched (what, day, believed) VALUES (?, ?, ?)"
NEXT = """
    SELECT id, chat, event, kind, html, due, deadline, silent, keyboard FROM outbox
    WHERE state = 'waiting' AND due <= ? AND chat NOT IN (SELECT value FROM json_each(?))
    ORDER BY priority, due, id LIMIT ?
"""
NEWEST_LIVE = """
    SELECT id, event, html, due FROM outbox
    WHERE chat = ? AND kind = 'live' AND state = 'waiting' AND due <= ? ORDER BY id DESC LIMIT 1
"""
DROP_LIVE = "DELETE FROM outbox WHERE chat = ? AND kind = 'live' AND state = 'waiting' AND id < ?"
PUT_OFF = "UPDATE outbox SET due = ? WHERE id = ?"
NEXT_DUE = "SELECT min(due) FROM outbox WHERE state = 'waiting'"
MARK = "UPDATE outbox SET state = ? WHERE id = ?"
SENT = "UPDATE outbox SET state = 'sent', message = ? WHERE id = ?"
RECOVER = "UPDATE outbox SET state = 'unknown' WHERE state = 'sending'"
AGAIN = "UPDATE outbox SET state = 'waiting' WHERE state = 'sending' AND kind IN ('live', 'detail')"
DROP_CHAT = "UPDATE outbox SET state = 'dropped' WHERE chat = ? AND state IN ('waiting', 'sending')"
PRUNE = "DELETE FROM outbox WHERE due < ?"
PRUNE_LIVE = "DELETE FROM live_messages WHERE day < ?"
PRUNE_WATCHED = "DELETE FROM watched WHERE day < ?"
MESSAGE = "SELECT message FROM outbox WHERE chat = ? AND event = ?"
LIVE = "SELECT whole, message, html FROM live_messages WHERE chat = ? AND day = ?"
WANT_WHOLE = """
    INSERT INTO live_messages (chat, day, whole) VALUES (?, ?, 1)
    ON CONFLICT (chat, day) DO UPDATE SET whole = 1
"""
LIVE_SENT = "UPDATE live_messages SET message = ?, html = ? WHERE chat = ? AND day = ?"
STATES = "SELECT state, count(*) FROM outbox GROUP BY state"

DETAIL = " detail"
BUNDLED = timedelta(seconds=5)
"""Between two edits of a live message there are at least so many seconds."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """The same connection as that of the chats; every change is saved at once."""

    db: Database

    def put(self, messages: Iterable[OutgoingMessage], states: Iterable[StateRow] = ()) -> None:
        """Save messages and the states that they tell of, in one transaction."""
        by_kind: dict[MessageKind, list[OutgoingMessage]] = {}
        for message in messages:
            by_kind.setdefault(message.kind, []).append(message)
        with writing(self.db):
            for kind, alike in by_kind.items():
                match kind:
                    case MessageKind.LIVE:
                        self._put_live(alike)
                    case MessageKind.DETAIL:
                        self._put_details(alike)
                    case _:
                        self.db.conn.executemany(PUT, [_row(message) for message in alike])
            self.db.conn.executemany(SAVE_STATE, [(row.key, row.day.isoformat(), row.json) for row in states])

    def _put_details(self, messages: list[OutgoingMessage]) -> None:
        """Write the detail into the alert while that still waits, else put an edit that changes it."""
        for message in messages:
            detail = (message.html, message.keyboard, message.chat, message.event)
            if not self.db.execute(ADD_DETAIL, detail).rowcount:
                self.db.execute(
                    PUT_DETAIL,
                    {
                        "chat": message.chat,
                        "event": message.event,
                        "detail": f"{message.event}{DETAIL}",
                        "kind": message.kind.value,
                        "priority": message.kind.priority,
                        "html": message.html,
                        "due": text_of(message.due),
                        "keyboard": message.keyboard,
                    },
                )

    def _put_live(self, messages: list[OutgoingMessage]) -> None:
        """A newer content replaces one that was due but not yet sent; a content that must wait stays."""
        conn = self.db.conn
        conn.executemany(ADD_LIVE, [(message.chat, day_of_live(message.event)) for message in messages])
        conn.executemany(
            SUPERSEDE,
            [
                {
                    "chat": message.chat,
                    "due": text_of(message.due),
                    "bundled": text_of(message.due - BUNDLED),
                }
                for message in messages
            ],
        )
        conn.executemany(
            PUT_LIVE,
            [
                (
                    message.chat,
                    f"{message.event} {text_of(message.due)}",
                    message.kind.value,
                    message.kind.priority,
                    message.html,
                    text_of(message.due),
                )
                for message in messages
            ],
        )

    def next(self, now: datetime, closed: Collection[int], most: int) -> list[WaitingMessage]:
        """The messages that are due, the most important first, without those to closed chats."""
        rows = read(self.db, NEXT, text_of(now), json.dumps(sorted(closed)), most)
        return [
            WaitingMessage(
                number,
                OutgoingMessage(
                    chat,
                    event,
                    MessageKind(kind),
                    html,
                    datetime.fromisoformat(due),
                    moment_of(deadline),
                    bool(silent),
                    keyboard,
                ),
            )
            for number, chat, event, kind, html, due, deadline, silent, keyboard in rows
        ]

    def newest_live(self, chat: int, now: datetime) -> WaitingMessage | None:
        """The last content of a live message that is due by now; those before it are dropped."""
        with writing(self.db):
            for number, event, html, due in self.db.execute(NEWEST_LIVE, (chat, text_of(now))).fetchall():
                self.db.execute(DROP_LIVE, (chat, number))
                return WaitingMessage(
                    number,
                    OutgoingMessage(
                        chat, event, MessageKind.LIVE, html, datetime.fromisoformat(due), silent=True
                    ),
                )
        return None

    def put_off(self, number: int, due: datetime) -> None:
        with writing(self.db):
            self.db.execute(PUT_OFF, (text_of(due), number))

    def next_due(self) -> datetime | None:
        """When the first waiting message is due."""
        return moment_of(read(self.db, NEXT_DUE)[0][0])

    def sending(self, number: int) -> None:
        """The message counts as sent from here on, whatever happens: at most once."""
        self._mark(number, "sending")

    def sent(self, number: int, message: int | None) -> None:
        with writing(self.db):
            self.db.execute(SENT, (message, number))

    def unknown(self, number: int) -> None:
        """Telegram gave no answer: the message counts as sent."""
        self._mark(number, "unknown")

    def refused(self, number: int) -> None:
        self._mark(number, "refused")

    def late(self, number: int) -> None:
        self._mark(number, "late")

    def wait(self, number: int) -> None:
        """The message surely was not sent: it may go later."""
        self._mark(number, "waiting")

    def recover(self) -> None:
        """After a restart: alerts caught mid-send count as sent; edits are idempotent and are retried."""
        with writing(self.db):
            self.db.execute(AGAIN)
            self.db.execute(RECOVER)

    def drop_chat(self, chat: int) -> None:
        """Drop what waits for a chat that can't be reached any more."""
        with writing(self.db):
            self.db.execute(DROP_CHAT, (chat,))

    def prune(self, before: datetime) -> None:
        """Delete the messages and states of earlier days."""
        day = before.date().isoformat()
        with writing(self.db):
            self.db.execute(PRUNE, (text_of(before),))
            self.db.execute(PRUNE_LIVE, (day,))
            self.db.execute(PRUNE_WATCHED, (day,))

    def message_of(self, chat: int, event: str) -> int | None:
        """The Telegram message id of an event's alert."""
        for (message,) in read(self.db, MESSAGE, chat, event):
            return None if message is None else int(message)
        return None

    def evening_message(self, chat: int, day: date) -> EveningMessage | None:
        for whole, message, html in read(self.db, LIVE, chat, day.isoformat()):
            return EveningMessage(chat, day, bool(whole), message, html)
        return None

    def want_whole_evening(self, chat: int, day: date) -> None:
        """A chat of the database wants every match of that evening in its live message."""
        with writing(self.db):
            self.db.execute(WANT_WHOLE, (chat, day.isoformat()))

    def evening_message_sent(self, chat: int, day: date, message: int, html: str) -> None:
        with writing(self.db):
            self.db.execute(LIVE_SENT, (message, html, chat, day.isoformat()))

    def states(self) -> dict[str, int]:
        """How many messages there are of each state."""
        return dict(read(self.db, STATES))

    def _mark(self, number: int, state: str) -> None:
        with writing(self.db):
            self.db.execute(MARK, (state, number))


def live_event(day: date) -> str:
    """The event of every content of an evening's live message."""
    return f"live {day.isoformat()}"


def day_of_live(event: str) -> str:
    return event.split()[1]


def _row(message: OutgoingMessage) -> tuple[object, ...]:
    return (
        message.chat,
        message.event,
        message.kind.value,
        message.kind.priority,
        message.html,
        int(message.silent),
        text_of(message.due),
        text_of(message.deadline) if message.deadline else None,
        message.keyboard,
    )
