"""The outbox: what is to be said to which chat, kept until it is said, and never said twice."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.database.chats.connection import read, writing
from bot.database.chats.outbox_facts import EveningMessage, OutgoingMessage, ParcelKind, Waiting
from bot.database.chats.watched import Believed
from bot.database.moments import text_of

PUT = """
    INSERT OR IGNORE INTO outbox (chat, event, kind, priority, html, silent, due, deadline)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
ADD_DETAIL = "UPDATE outbox SET html = ? WHERE chat = ? AND event = ? AND state = 'waiting'"
PUT_DETAIL = """
    INSERT INTO outbox (chat, event, kind, priority, html, silent, due, deadline)
    SELECT :chat, :detail, :kind, :priority, :html, 1, :due, NULL
    WHERE EXISTS (SELECT 1 FROM outbox WHERE chat = :chat AND event = :event AND message IS NOT NULL)
    ON CONFLICT (chat, event) DO UPDATE SET html = excluded.html, due = excluded.due, state = 'waiting'
"""
# What comes within the same seconds is bundled; a chat that waits on purpose sees one content after another.
SUPERSEDE = """
    DELETE FROM outbox WHERE chat = :chat AND kind = 'live' AND state = 'waiting' AND due <= :due
    AND (due > :bundled OR (SELECT coalesce(delay, 0) FROM chats WHERE id = :chat) = 0)
"""
PUT_LIVE = """
    INSERT INTO outbox (chat, event, kind, priority, html, silent, due, deadline)
    VALUES (?, ?, ?, ?, ?, 1, ?, NULL)
    ON CONFLICT (chat, event) DO UPDATE SET html = excluded.html, state = 'waiting'
"""
KNOW_LIVE = "INSERT OR IGNORE INTO live_messages (chat, day, whole) VALUES (?, ?, 0)"
BELIEVE = "INSERT OR REPLACE INTO watched (what, day, believed) VALUES (?, ?, ?)"
NEXT = """
    SELECT id, chat, event, kind, html, due, deadline, silent FROM outbox
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

    def put(self, parcels: Iterable[OutgoingMessage], believed: Iterable[Believed] = ()) -> None:
        """All or nothing: what is to be told, and what is believed from now on because it is being told."""
        by_kind: dict[ParcelKind, list[OutgoingMessage]] = {}
        for parcel in parcels:
            by_kind.setdefault(parcel.kind, []).append(parcel)
        with writing(self.db):
            for kind, alike in by_kind.items():
                match kind:
                    case ParcelKind.LIVE:
                        self._put_live(alike)
                    case ParcelKind.DETAIL:
                        self._put_details(alike)
                    case _:
                        self.db.conn.executemany(PUT, [_row(parcel) for parcel in alike])
            self.db.conn.executemany(
                BELIEVE, [(state.what, state.day.isoformat(), state.text) for state in believed]
            )

    def _put_details(self, parcels: list[OutgoingMessage]) -> None:
        """Into the alert itself while that still waits, else as an edit of it."""
        for parcel in parcels:
            if not self.db.execute(ADD_DETAIL, (parcel.html, parcel.chat, parcel.event)).rowcount:
                self.db.execute(
                    PUT_DETAIL,
                    {
                        "chat": parcel.chat,
                        "event": parcel.event,
                        "detail": f"{parcel.event}{DETAIL}",
                        "kind": parcel.kind.value,
                        "priority": parcel.kind.priority,
                        "html": parcel.html,
                        "due": text_of(parcel.due),
                    },
                )

    def _put_live(self, parcels: list[OutgoingMessage]) -> None:
        """A content that nobody has seen yet makes way for a newer one; one that must wait does not."""
        conn = self.db.conn
        conn.executemany(KNOW_LIVE, [(parcel.chat, day_of_live(parcel.event)) for parcel in parcels])
        conn.executemany(
            SUPERSEDE,
            [
                {
                    "chat": parcel.chat,
                    "due": text_of(parcel.due),
                    "bundled": text_of(parcel.due - BUNDLED),
                }
                for parcel in parcels
            ],
        )
        conn.executemany(
            PUT_LIVE,
            [
                (
                    parcel.chat,
                    f"{parcel.event} {text_of(parcel.due)}",
                    parcel.kind.value,
                    parcel.kind.priority,
                    parcel.html,
                    text_of(parcel.due),
                )
                for parcel in parcels
            ],
        )

    def next(self, now: datetime, closed: Collection[int], most: int) -> list[Waiting]:
        """What may go now, what matters most first, but for chats that must wait."""
        rows = read(self.db, NEXT, text_of(now), json.dumps(sorted(closed)), most)
        return [
            Waiting(
                number,
                OutgoingMessage(
                    chat, event, ParcelKind(kind), html, _moment(due), _maybe_moment(deadline), bool(silent)
                ),
            )
            for number, chat, event, kind, html, due, deadline, silent in rows
        ]

    def newest_live(self, chat: int, now: datetime) -> Waiting | None:
        """The last content of a live message that may be shown by now; those before it fall out."""
        with writing(self.db):
            for number, event, html, due in self.db.execute(NEWEST_LIVE, (chat, text_of(now))).fetchall():
                self.db.execute(DROP_LIVE, (chat, number))
                return Waiting(
                    number, OutgoingMessage(chat, event, ParcelKind.LIVE, html, _moment(due), silent=True)
                )
        return None

    def put_off(self, number: int, due: datetime) -> None:
        with writing(self.db):
            self.db.execute(PUT_OFF, (text_of(due), number))

    def next_due(self) -> datetime | None:
        """When the first of all that waits may go."""
        return _maybe_moment(read(self.db, NEXT_DUE)[0][0])

    def sending(self, number: int) -> None:
        """From here on it counts as sent, whatever happens: better once than twice."""
        self._mark(number, "sending")

    def sent(self, number: int, message: int | None) -> None:
        with writing(self.db):
            self.db.execute(SENT, (message, number))

    def unknown(self, number: int) -> None:
        """Telegram did not say whether it took it; it counts as sent."""
        self._mark(number, "unknown")

    def refused(self, number: int) -> None:
        self._mark(number, "refused")

    def late(self, number: int) -> None:
        self._mark(number, "late")

    def wait(self, number: int) -> None:
        """It surely was not sent; it may go later."""
        self._mark(number, "waiting")

    def recover(self) -> None:
        """At a start: alerts cut off in the middle count as sent; an edit may be made again."""
        with writing(self.db):
            self.db.execute(AGAIN)
            self.db.execute(RECOVER)

    def drop_chat(self, chat: int) -> None:
        """Nothing can be said there any more."""
        with writing(self.db):
            self.db.execute(DROP_CHAT, (chat,))

    def prune(self, before: datetime) -> None:
        """Forget what was said on earlier days."""
        day = before.date().isoformat()
        with writing(self.db):
            self.db.execute(PRUNE, (text_of(before),))
            self.db.execute(PRUNE_LIVE, (day,))
            self.db.execute(PRUNE_WATCHED, (day,))

    def message_of(self, chat: int, event: str) -> int | None:
        """The message that told of an event."""
        for (message,) in read(self.db, MESSAGE, chat, event):
            return None if message is None else int(message)
        return None

    def evening_message(self, chat: int, day: date) -> EveningMessage | None:
        for whole, message, html in read(self.db, LIVE, chat, day.isoformat()):
            return EveningMessage(chat, day, bool(whole), message, html)
        return None

    def want_whole_evening(self, chat: int, day: date) -> None:
        """The chat wants every match of that evening in its live message; for a chat that is known."""
        with writing(self.db):
            self.db.execute(WANT_WHOLE, (chat, day.isoformat()))

    def evening_message_sent(self, chat: int, day: date, message: int, html: str) -> None:
        with writing(self.db):
            self.db.execute(LIVE_SENT, (message, html, chat, day.isoformat()))

    def states(self) -> dict[str, int]:
        """How many parcels there are of each state."""
        return dict(read(self.db, STATES))

    def _mark(self, number: int, state: str) -> None:
        with writing(self.db):
            self.db.execute(MARK, (state, number))


def live_event(day: date) -> str:
    """The event of every content of an evening's live message."""
    return f"live {day.isoformat()}"


def day_of_live(event: str) -> str:
    return event.split()[1]


def _row(parcel: OutgoingMessage) -> tuple[object, ...]:
    return (
        parcel.chat,
        parcel.event,
        parcel.kind.value,
        parcel.kind.priority,
        parcel.html,
        int(parcel.silent),
        text_of(parcel.due),
        text_of(parcel.deadline) if parcel.deadline else None,
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _maybe_moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
