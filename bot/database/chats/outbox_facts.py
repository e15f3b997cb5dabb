"""Messages on their way: what they are, and in which order they go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ParcelKind(StrEnum):
    """In the order in which they go; answers to questions go before all of them."""

    GOAL = "goal"
    NEWS = "news"
    """Ends, draws and whatever else is told with a message of its own."""
    DETAIL = "detail"
    """An edit of an alert that went out before: who scored."""
    LIVE = "live"
    """The content of the live message."""

    @property
    def priority(self) -> int:
        return tuple(ParcelKind).index(self) + 1


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A message for a chat."""

    chat: int
    event: str
    """What it tells of; a chat gets each event once. Of a detail, the event that it adds to."""
    kind: ParcelKind
    html: str
    due: datetime
    """Not before; chats may want to wait."""
    deadline: datetime | None = None
    """Not after: a goal of long ago is no news."""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A parcel that waits, with its number."""

    id: int
    parcel: OutgoingMessage


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
