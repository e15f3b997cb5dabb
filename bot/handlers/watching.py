"""What the clock's side of the bot does for a chat that asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.database.chats.entries import Entry
from bot.football.events.promises import Promises
from bot.handlers.first_look import FirstLook


@dataclass(slots=True)
class Watching:
    """Filled in once that side is there; without sources of newer results it never is."""

    promises: Promises = field(default_factory=Promises)
    whole_evening: Callable[[int], None] = lambda _chat: None
    """Tell a chat of every match of this evening: in one message that keeps up, or in its results."""
    owners: frozenset[int] = frozenset()
    """Who may enter results, which that side then saves and tells on."""
    entered: Callable[[Entry], None] = lambda _entry: None
    undone: Callable[[Entry], None] = lambda _entry: None
    first_look: FirstLook = field(default_factory=FirstLook)
