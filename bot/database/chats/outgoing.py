"""Messages on their way to followers, and the order in which they go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class MessageKind(StrEnum):
    """In the order in which they go; answers to questions go before all of them."""

    GOAL = "goal"
    NEWS = "news"
    """Ends, draws and everything else with a message of its own."""
    DETAIL = "detail"
    """An edit of an alert that went out before: who scored."""
    LIVE = "live"
    """The content of the live message."""

    @property
    def priority(self) -> int:
        return tuple(MessageKind).index(self) + 1


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A message for a chat."""

    chat: int
    event: str
    """The key of its event; a chat gets each event once. Of a detail, the key of the alert that it edits."""
    kind: MessageKind
    html: str
    due: datetime
    """It goes no earlier; chats may want to wait."""
    deadline: datetime | None = None
    """It goes no later: a goal of long ago is no news."""
    silent: bool = False
    keyboard: str = ""
    """The buttons under it, as Telegram takes them."""


@dataclass(frozen=True, slots=True)
class WaitingMessage:
    """A message that waits, with its number in the outbox."""

    id: int
    message: OutgoingMessage


@dataclass(frozen=True, slots=True)
class EveningMessage:
    """The live message of a chat and an evening."""

    chat: int
    day: date
    whole: bool
    """Whether it shows every match of the evening, not only those of followed clubs."""
    message: int | None
    """None until it is sent."""
    html: str
    """What it shows."""
