"""A Telegram of our own, in memory: its users, chats and updates, and everything that happened in them."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.local.telegram.chats import Chat, Json, Topic, User
from bot.local.telegram.refusals import Fault, LocalTelegramError
from bot.local.telegram.updates import UpdateQueue

LOCAL_TOKEN = "100001:only-the-local-telegram-knows-this-token"  # noqa: S105 - opens nothing outside this process
_REMEMBERED = 1000
_COMMAND = re.compile(r"/[a-zA-Z0-9_]{1,64}(?:@(?P<bot>[a-zA-Z0-9_]{1,32}))?(?![\w/<>])")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something a person would see on the screen; for an answer, the answered query and its text."""

    kind: Literal["sent", "edited", "deleted", "answered"]
    chat_id: int
    content: Json


@dataclass(slots=True)
class CallbackQuery:
    pressed_at: float
    chat_id: int
    answered: bool = False


@dataclass(slots=True)
class LocalTelegram:
    """State only: `call` lets the bot act on it, `people` lets people act on it."""

    clock: Callable[[], datetime]
    token: str = LOCAL_TOKEN
    bot_username: str = "uitslagbot"
    privacy_mode: bool = True
    inline_mode: bool = True
    guest_mode: bool = True
    # Methods newer than this version of the Bot API don't exist here; newer parameters are ignored.
    version: tuple[int, int] = (10, 3)
    # As a Bot API server of one's own (`--local`): a webhook may have any address.
    local_mode: bool = False
    # Seconds: Telegram's client gives up waiting for a button about then.
    callback_open_for: float = 15
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    updates: UpdateQueue = field(init=False)
    # What the bot did that must fail a test, and what it was refused.
    violations: list[str] = field(default_factory=list)
    refusals: deque[tuple[str, str]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    happenings: deque[Happening] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    # Called with every happening as it happens.
    watchers: list[Callable[[Happening], None]] = field(default_factory=list)
    calls: deque[tuple[str, Json]] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    faults: deque[Fault] = field(default_factory=deque)
    callback_queries: dict[str, CallbackQuery] = field(default_factory=dict)
    inline_queries: dict[str, Json] = field(default_factory=dict)
    inline_answers: dict[str, Json] = field(default_factory=dict)
    # Mentions in chats that the bot is no member of, each until it is answered.
    guest_queries: dict[str, Json] = field(default_factory=dict)
    # By inline_message_id: the chat of each, and the message in it.
    inline_messages: dict[str, tuple[Chat, int]] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    photos: dict[str, tuple[Json, bytes]] = field(default_factory=dict)
    documents: dict[str, tuple[Json, bytes]] = field(default_factory=dict)
    last_number: int = 0

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.clock)

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])

    def bot_json(self) -> Json:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": "Uitslagbot",
            "username": self.bot_username,
        }

    def now(self) -> int:
        return int(self.clock().timestamp())

    def number(self) -> int:
        """The next of the numbers that make ids."""
        self.last_number += 1
        return self.last_number

    def ephemeral_number(self) -> int:
        """The next number of a message for one member alone; no other message has it."""
        return 29_000_000 + self.number()

    def show(self, kind: str, chat: Chat, message: Json) -> None:
        """Queues the message as an update of that kind, where the bot gets to see it."""
        if self._bot_sees(chat, message):
            self.updates.add(kind, message)

    def happened(self, happening: Happening) -> None:
        self.happenings.append(happening)
        for watcher in self.watchers:
            watcher(happening)

    def violated(self, rule: str) -> LocalTelegramError:
        self.violations.append(rule)
        return LocalTelegramError(rule)

    def add_user(self, name: str, language: str | None = "nl", username: str | None = None) -> User:
        user = User(10_000 + self.number(), name, language, username)
        self.users[user.id] = user
        return user

    def add_private_chat(self, user: User) -> Chat:
        """The bot cannot write here before the user did."""
        return self._add(Chat(user.id, "private", user.first_name, user.username, bot_status="left"))

    def add_group(self, title: str) -> Chat:
        return self._add(Chat(-(4_000_000 + self.number()), "group", title))

    def add_supergroup(self, title: str, username: str | None = None) -> Chat:
        return self._add(Chat(self._long_id(), "supergroup", title, username))

    def add_forum(self, title: str) -> Chat:
        """A supergroup with topics; add_topic makes one, no topic is General."""
        return self._add(Chat(self._long_id(), "supergroup", title, topics={}))

    def add_topic(self, chat: Chat, name: str) -> int:
        """The message_thread_id: the number of the service message that opened the topic."""
        if chat.topics is None:
            raise LocalTelegramError(f"{chat.title} has no topics")
        thread_id = self.next_message_id(chat)
        chat.topics[thread_id] = Topic(name)
        return thread_id

    def add_channel(self, title: str, username: str | None = None) -> Chat:
        return self._add(Chat(self._long_id(), "channel", title, username, bot_status="administrator"))

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups and channels count for themselves; private chats and groups share one count."""
        if chat.kind in ("private", "group"):
            return self.number()
        chat.last_message_id += 1
        return chat.last_message_id

    def _bot_sees(self, chat: Chat, message: Json) -> bool:
        if chat.bot_status in ("left", "kicked") or chat.migrated_to is not None:
            return False
        if chat.kind in ("private", "channel") or chat.bot_status == "administrator" or not self.privacy_mode:
            return True
        command = _COMMAND.match(message.get("text") or message.get("caption", ""))
        if command and command["bot"]:
            return command["bot"].lower() == self.bot_username.lower()
        replied_to = message.get("reply_to_message", {})
        if replied_to.get("from", {}).get("id") == self.bot_id:
            return True
        return command is not None and not chat.other_bot_spoke_last

    def _add(self, chat: Chat) -> Chat:
        return self.chats.setdefault(chat.id, chat)

    def _long_id(self) -> int:
        return -(1_002_000_000_000 + self.number())


def remember(kept: dict[str, Any], key: str, value: object) -> None:
    """Keeps the latest of what would otherwise grow for ever."""
    kept[key] = value
    if len(kept) > _REMEMBERED:
        del kept[next(iter(kept))]
