"""What reaches a command, whichever door it came through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Request:
    """A question: what was typed behind the command, and when, where and by whom."""

    text: str
    now: datetime
    chat: int | None = None
    """The chat that it was asked in; None on the command line and in inline mode."""
    user: int | None = None
    in_group: bool = False
    """Whether others read along: a group, a supergroup or a channel."""
    message: int | None = None
    """The message that asks it; None for a button."""
    thread: int | None = None
    """The topic, or the comments, that it was asked in."""
    topic: int | None = None
    """The topic of a forum that it was asked in, where other messages may go too."""
