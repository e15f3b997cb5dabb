"""What the bot remembers of its chats: settings, what it follows, and which message answers which."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.database.chats.connection import read, writing
from bot.database.chats.facts import (
    AlreadyFollowed,
    ChatKind,
    ChatSettings,
    Followed,
    Following,
    StoredAbout,
    TooMany,
)
from bot.database.moments import text_of

MOST_FOLLOWED = 10
GONE_FOR = timedelta(days=30)
# Telegram lets people edit a message for two days.
EDITABLE_FOR = timedelta(hours=48)

SETTINGS = "SELECT language, spoiler, silent, admins_follow FROM chats WHERE id = ?"
CHAT = "SELECT kind, since, gone FROM chats WHERE id = ?"
KNOW = "INSERT OR IGNORE INTO chats (id, since) VALUES (?, ?)"
SEEN = """
    INSERT INTO chats (id, kind, since) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, gone = NULL
"""
SET_LANGUAGE = "UPDATE chats SET language = ? WHERE id = ?"
SET_SPOILER = "UPDATE chats SET spoiler = ? WHERE id = ?"
SET_SILENT = "UPDATE chats SET silent = ? WHERE id = ?"
SET_ADMINS_FOLLOW = "UPDATE chats SET admins_follow = ? WHERE id = ?"
GONE = "UPDATE chats SET gone = ? WHERE id = ? AND gone IS NULL"
BACK = "UPDATE chats SET gone = NULL WHERE id = ?"
FORGET = "DELETE FROM chats WHERE id = ?"
FORGET_GONE = "DELETE FROM chats WHERE gone < ?"
FOLLOWED = "SELECT what FROM followers WHERE chat = ? ORDER BY id"
FOLLOWERS = """
    SELECT chat FROM followers JOIN chats ON chats.id = chat
    WHERE what = ? AND gone IS NULL ORDER BY followers.id
"""
FOLLOW = "INSERT INTO followers (chat, what, since) VALUES (?, ?, ?)"
UNFOLLOW = "DELETE FROM followers WHERE chat = ? AND what = ?"
ANSWER = "SELECT answer FROM answers WHERE chat = ? AND question = ? ORDER BY place"
QUESTION = "SELECT question FROM answers WHERE chat = ? AND answer = ?"
ANSWERS = "SELECT count(DISTINCT question) FROM answers WHERE chat = ?"
TOLD = "SELECT count(*) FROM outbox WHERE chat = ?"
REMEMBER_ANSWER = "INSERT INTO answers (chat, question, place, answer, at) VALUES (?, ?, ?, ?, ?)"
FORGET_ANSWER = "DELETE FROM answers WHERE chat = ? AND question = ?"
PRUNE = [f"DELETE FROM {each} WHERE at < ?" for each in ("answers", "entries", "digests", "changes")]  # noqa: S608
PRUNE_INBOX = "DELETE FROM inbox WHERE at < ? AND content IS NULL"
REMEMBER_DIGEST = "INSERT OR REPLACE INTO digests (chat, question, digest, at) VALUES (?, ?, ?, ?)"
REMEMBER_CHANGE = """
    INSERT OR REPLACE INTO changes (chat, what, question, followed, at) VALUES (?, ?, ?, ?, ?)
"""

# What was chosen under the new id came later and wins; what is followed under both keeps its earlier place.
_COLUMNS = "language, spoiler, silent, alerts, delay, quiet, live, spoken, admins_follow, every_match"
_CHOSEN = _COLUMNS.split(", ")
MOVE_CHAT = f"""
    INSERT INTO chats (id, kind, since, {_COLUMNS})
    SELECT :new, :kind, since, {_COLUMNS} FROM chats WHERE id = :old
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, since = min(since, excluded.since),
        {", ".join(f"{name} = coalesce({name}, excluded.{name})" for name in _CHOSEN)}
"""  # noqa: S608 - the names stand above
FOLLOWED_TWICE = """
    DELETE FROM followers
    WHERE chat = :new AND what IN (SELECT what FROM followers WHERE chat = :old)
"""
MOVE_FOLLOWERS = "UPDATE followers SET chat = :new WHERE chat = :old"
MOVE_OUTBOX = "UPDATE OR IGNORE outbox SET chat = :new WHERE chat = :old"
# The message itself stays behind: the new chat gets one of its own.
MOVE_LIVE_MESSAGES = """
    INSERT OR IGNORE INTO live_messages (chat, day, whole)
    SELECT :new, day, whole FROM live_messages WHERE chat = :old
"""


@dataclass(frozen=True, slots=True)
class PendingWrites:
    """What every answer leads to, saved with the next transaction; a crash before that forgets it."""

    active: dict[int, tuple[ChatKind, datetime]] = field(default_factory=dict)
    """Chats in which somebody spoke, and when."""
    answers: dict[tuple[int, int], tuple[tuple[int, ...], datetime]] = field(default_factory=dict)
    """For a chat and a question: the messages that answer it, and when."""
    digests: dict[tuple[int, int], tuple[str, datetime]] = field(default_factory=dict)
    """For a chat and a question: the digest of its text, and when."""

    def clear(self) -> None:
        for each in (self.active, self.answers, self.digests):
            each.clear()


@dataclass(frozen=True, slots=True)
class Chats:
    """One connection, read and written where the questions are answered."""

    db: Database
    saves_at_once: bool = True
    """False where the next transaction is soon: what is pending is saved with that."""
    pending: PendingWrites = field(default_factory=PendingWrites)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction, in which what is pending is saved too. Raises DatabaseError."""
        with writing(self.db):
            self._save_pending()
            yield
        self.pending.clear()

    def settings(self, chat: int) -> ChatSettings:
        for language, *chosen in read(self.db, SETTINGS, chat):
            return ChatSettings(language, *map(bool, chosen))
        return ChatSettings()

    def set_language(self, chat: int, language: str | None, now: datetime) -> None:
        """None: the language of whoever asks."""
        self._set(SET_LANGUAGE, chat, language, now)

    def set_spoiler(self, chat: int, now: datetime, *, on: bool) -> None:
        """Whether scores stay hidden until the reader taps."""
        self._set(SET_SPOILER, chat, int(on), now)

    def set_silent(self, chat: int, now: datetime, *, on: bool) -> None:
        """Whether messages come without a sound."""
        self._set(SET_SILENT, chat, int(on), now)

    def set_admins_follow(self, chat: int, now: datetime, *, on: bool) -> None:
        """Whether in a group only administrators change which clubs it follows."""
        self._set(SET_ADMINS_FOLLOW, chat, int(on), now)

    def follow(self, chat: int, key: str, now: datetime, question: int | None = None) -> Following:
        """Follow a club or the like, because of a message that may still be edited, or of a button."""
        with self.writing():
            followed = self.followed_by(chat)
            if key in followed:
                return AlreadyFollowed()
            if len(followed) >= MOST_FOLLOWED:
                return TooMany(MOST_FOLLOWED)
            self._know(chat, now)
            self.db.execute(FOLLOW, (chat, key, text_of(now)))
            self._changed(chat, key, now, question, followed=True)
        return Followed()

    def unfollow(self, chat: int, key: str, now: datetime, question: int | None = None) -> bool:
        """Whether the chat followed it."""
        with self.writing():
            followed = self.db.execute(UNFOLLOW, (chat, key)).rowcount > 0
            if followed:
                self._changed(chat, key, now, question, followed=False)
        return followed

    def followed_by(self, chat: int) -> tuple[str, ...]:
        """The keys of what it follows, in the order in which that was chosen."""
        return tuple(key for (key,) in read(self.db, FOLLOWED, chat))

    def followers_of(self, key: str) -> tuple[int, ...]:
        """The chats that can still be reached, the oldest follower first."""
        return tuple(chat for (chat,) in read(self.db, FOLLOWERS, key))

    def mark_active(self, chat: int, kind: ChatKind, now: datetime) -> None:
        """Somebody speaks there, so the bot is there too; writes only what is news."""
        for stored_kind, _, gone in read(self.db, CHAT, chat):
            if stored_kind == kind and gone is None:
                return
        self.pending.active[chat] = (kind, now)
        self._saved()

    def know(self, chat: int, now: datetime) -> None:
        """From now on something is remembered about the chat."""
        with self.writing():
            self._know(chat, now)

    def gone(self, chat: int, now: datetime) -> None:
        """The bot was removed or blocked; the first time counts, and a stranger is not stored for it."""
        with self.writing():
            self.db.execute(GONE, (text_of(now), chat))

    def back(self, chat: int) -> None:
        """The bot was let in again."""
        with self.writing():
            self.db.execute(BACK, (chat,))

    def migrate(self, old: int, new: int) -> None:
        """A group became a supergroup under a new id; Telegram tells it more than once.

        The answers stay behind: the new chat numbers its messages anew, and the old one's can't be edited.
        """
        if old == new:
            return
        ids = {"old": old, "new": new, "kind": ChatKind.SUPERGROUP.value}
        with self.writing():
            self.db.execute(MOVE_CHAT, ids)
            self.db.execute(FOLLOWED_TWICE, ids)
            for move in (MOVE_FOLLOWERS, MOVE_OUTBOX, MOVE_LIVE_MESSAGES):
                self.db.execute(move, ids)
            self.db.execute(FORGET, (old,))

    def forget(self, chat: int) -> None:
        """Delete everything that is stored about a chat."""
        with self.writing():
            self.db.execute(FORGET, (chat,))

    def forget_gone(self, now: datetime) -> int:
        """Forget the chats that have been gone for more than 30 days; how many."""
        with self.writing():
            return self.db.execute(FORGET_GONE, (text_of(now - GONE_FOR),)).rowcount

    def stored_about(self, chat: int) -> StoredAbout | None:
        """What is stored about a chat; None when that is nothing."""
        with self.writing():
            pass
        for kind, since, gone in read(self.db, CHAT, chat):
            return StoredAbout(
                kind=ChatKind(kind) if kind else None,
                since=datetime.fromisoformat(since),
                gone=datetime.fromisoformat(gone) if gone else None,
                settings=self.settings(chat),
                followed=self.followed_by(chat),
                answers=read(self.db, ANSWERS, chat)[0][0],
                alerts=read(self.db, TOLD, chat)[0][0],
            )
        return None

    def remember_answer(self, chat: int, question: int, answers: tuple[int, ...], now: datetime) -> None:
        """The messages that answer a message, instead of those that did before."""
        self.pending.answers[chat, question] = (answers, now)
        self._saved()

    def remember_digest(self, chat: int, question: int, digest: str, now: datetime) -> None:
        """What tells, once a message is edited, whether its text is still the same."""
        self.pending.digests[chat, question] = (digest, now)
        self._saved()

    def answer_to(self, chat: int, question: int) -> tuple[int, ...]:
        """The messages that answer a message; none when it has no answer, or not any more."""
        if newest := self.pending.answers.get((chat, question)):
            return newest[0]
        return tuple(answer for (answer,) in read(self.db, ANSWER, chat, question))

    def question_of(self, chat: int, answer: int) -> int | None:
        """The message that a message of the bot answers, or is a part of the answer to."""
        for (where, question), (answers, _) in self.pending.answers.items():
            if where == chat and answer in answers:
                return question
        for (question,) in read(self.db, QUESTION, chat, answer):
            return int(question)
        return None

    def prune(self, now: datetime) -> None:
        """Forget the answers to what nobody can edit any more, and what was told or entered before then.

        Telegram tells an update again for a day at most; a question that waits is not forgotten.
        """
        with self.writing():
            for prune in (*PRUNE, PRUNE_INBOX):
                self.db.execute(prune, (text_of(now - EDITABLE_FOR),))

    def _set(self, change: str, chat: int, value: str | int | None, now: datetime) -> None:
        with self.writing():
            self._know(chat, now)
            self.db.execute(change, (value, chat))

    def _saved(self) -> None:
        if self.saves_at_once:
            try:
                with self.writing():
                    pass
            finally:
                self.pending.clear()

    def _save_pending(self) -> None:
        run, pending = self.db.conn.executemany, self.pending
        run(SEEN, [(chat, kind.value, text_of(at)) for chat, (kind, at) in pending.active.items()])
        noted = {chat: at for (chat, _), (_, at) in (*pending.answers.items(), *pending.digests.items())}
        run(KNOW, [(chat, text_of(at)) for chat, at in noted.items() if chat not in pending.active])
        run(FORGET_ANSWER, pending.answers)
        answers = [
            (chat, question, place, answer, text_of(at))
            for (chat, question), (answers, at) in pending.answers.items()
            for place, answer in enumerate(answers, start=1)
        ]
        run(REMEMBER_ANSWER, answers)
        digests = [(*message, digest, text_of(at)) for message, (digest, at) in pending.digests.items()]
        run(REMEMBER_DIGEST, digests)

    def _changed(self, chat: int, key: str, now: datetime, question: int | None, *, followed: bool) -> None:
        """Only the last change can be taken back, and only by the message that made it."""
        self.db.execute(REMEMBER_CHANGE, (chat, key, question, int(followed), text_of(now)))

    def _know(self, chat: int, now: datetime) -> None:
        self.db.execute(KNOW, (chat, text_of(now)))
