"""What is known about a chat: its kind, its settings, and what became of following."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChatKind(StrEnum):
    """The kinds of chat that Telegram tells apart, under its own names."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What a chat has chosen; without a language the bot speaks that of whoever asks."""

    language: str | None = None
    spoiler: bool = False
    silent: bool = False
    admins_follow: bool = False
    """In a group: only its administrators change what it follows."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The chat follows it from now on."""


@dataclass(frozen=True, slots=True)
class AlreadyFollowed:
    """The chat followed it before."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """The chat follows as much as it may; this was not added."""

    limit: int


Following = Followed | AlreadyFollowed | TooMany


@dataclass(frozen=True, slots=True)
class StoredAbout:
    """Everything that is stored about a chat, so that it can be told."""

    kind: ChatKind | None
    """None until Telegram has said what kind of chat it is."""
    since: datetime
    gone: datetime | None
    settings: ChatSettings
    followed: tuple[str, ...]
    answers: int
    """Questions of which the answer can still be edited."""
    alerts: int = 0
    """Alerts on their way, or told lately."""
