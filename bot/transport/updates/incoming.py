"""What updates are to this bot: the few facts of each that it uses.

What people say has no representation, so that no log can hold it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from telegram.constants import ChatType


@dataclass(frozen=True, slots=True)
class ChatRef:
    """Where something was said, and where an answer goes."""

    id: int
    kind: ChatType
    topic: int | None = None
    """Of a forum."""
    direct_topic: int | None = None
    """Of the direct messages of a channel: one for each person who writes to it."""

    @property
    def is_private(self) -> bool:
        return self.kind is ChatType.PRIVATE

    @property
    def is_channel(self) -> bool:
        return self.kind is ChatType.CHANNEL


@dataclass(frozen=True, slots=True, repr=False)
class IncomingMessage:
    """A text in a chat, or a command under a picture; new or edited."""

    update_id: int
    chat: ChatRef
    message_id: int
    date: datetime
    text: str
    is_command: bool
    """Whether Telegram shows its beginning as a command."""
    edited: bool
    sender_id: int | None
    """A person; or the channel or group that somebody speaks as."""
    speaks_as_chat: bool
    language: str | None
    """Of the person, as IETF language tag."""
    thread_id: int | None
    """The topic, or the first of the messages that it is a reply to."""
    ephemeral_id: int | None = None
    """Of a command that nobody else in the group sees, which has no `message_id`."""

    @property
    def queue(self) -> int:
        return self.chat.id


@dataclass(frozen=True, slots=True, repr=False)
class ButtonPress:
    """A button under one of the bot's messages was pressed; Telegram calls it a callback query."""

    update_id: int
    query_id: str
    user_id: int
    language: str | None
    data: str
    chat: ChatRef | None
    """None for a message that was sent inline or as a guest, or that Telegram no longer shows to the bot."""
    message_id: int
    thread_id: int | None
    inline_message_id: str | None = None
    """Of a message that was sent inline or as a guest."""
    ephemeral_id: int | None = None
    """Of a message that only the presser sees, which has no `message_id`."""
    question: int | None = None
    """The message under which the pressed one hangs."""
    is_superseded: bool = False
    """A newer press on the same message came before this one had its turn."""

    @property
    def queue(self) -> int:
        return self.chat.id if self.chat else self.user_id


@dataclass(frozen=True, slots=True, repr=False)
class InlineQuery:
    """Somebody types the bot's name and a question in any chat; which one we are not told."""

    update_id: int
    query_id: str
    user_id: int
    language: str | None
    text: str

    @property
    def queue(self) -> int:
        # A person's private chat has the person's number.
        return self.user_id


@dataclass(frozen=True, slots=True, repr=False)
class GuestQuestion:
    """Somebody mentions the bot in a chat that it is no member of, of which nothing is read or kept."""

    update_id: int
    query_id: str
    user_id: int
    """A person; or the channel or group that somebody speaks as."""
    language: str | None
    text: str

    @property
    def queue(self) -> int:
        return self.user_id


@dataclass(frozen=True, slots=True)
class Membership:
    """The bot was added to a chat, sent away, or given other rights."""

    update_id: int
    chat: ChatRef
    status: str
    """As in `telegram.constants.ChatMemberStatus`."""
    before: str | None = None
    """The status until now."""
    language: str | None = None
    """That of whoever did it."""

    @property
    def queue(self) -> int:
        return self.chat.id


@dataclass(frozen=True, slots=True)
class Migration:
    """A group became a supergroup, which has another id."""

    update_id: int
    chat_id: int
    to: int

    @property
    def queue(self) -> int:
        return self.chat_id


Incoming: TypeAlias = IncomingMessage | ButtonPress | InlineQuery | GuestQuestion | Membership | Migration
"""`queue` is the same for updates that are answered one after the other."""
