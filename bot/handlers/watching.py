"""What the clock's side of the bot does for a chat that asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.database.chats.entries import Entry


@dataclass(slots=True)
class Watching:
    """Filled in once that side is there; without sources of newer results it never is."""

    whole_evening: Callable[[int], None] | None = None
    """Keep up with every match of this evening in one message in a chat."""
    owners: frozenset[int] = frozenset()
    """Who may enter results, which that side then saves and tells on."""
    entered: Callable[[Entry], None] = lambda _entry: None
    undone: Callable[[Entry], None] = lambda _entry: None

    @property
    def is_on(self) -> bool:
        return self.whole_evening is not None
