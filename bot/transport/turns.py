"""Whose update is answered next: one of each chat at a time, so that a chat's backlog is nobody else's."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from bot.transport.updates.incoming import ButtonPress, Incoming

MOST_AT_ONCE = 2_000
"""Chats that are answered side by side; most of them wait for Telegram then."""


@dataclass(slots=True)
class _Waiting:
    """Of one chat, or of one person who asks inline."""

    numbers: deque[int] = field(default_factory=deque)
    """Updates that are kept in the inbox, and not in memory."""
    presses: dict[tuple[int | str, int], ButtonPress] = field(default_factory=dict)
    """The newest press on each message, which alone is drawn; and each one that changes something."""


@dataclass(slots=True)
class Turns:
    """What is being answered, and what waits for its chat."""

    most_at_once: int = MOST_AT_ONCE
    _waiting: dict[int, _Waiting] = field(default_factory=dict)
    _answering: set[int] = field(default_factory=set)
    _ready: deque[int] = field(default_factory=deque)
    """Chats of which nothing is being answered because so many others are."""

    def enter(self, update: Incoming, *, changes: bool = False) -> Incoming | None:
        """What may be answered now: the update itself, an older press that it supersedes, or nothing yet.

        A press that changes something supersedes none, and no other supersedes it.
        """
        queue = update.queue
        if queue not in self._answering and queue not in self._waiting and self._has_room():
            self._answering.add(queue)
            return update
        if queue not in self._waiting:
            self._waiting[queue] = _Waiting()
            if queue not in self._answering:
                self._ready.append(queue)
        waiting = self._waiting[queue]
        if not isinstance(update, ButtonPress):
            waiting.numbers.append(update.update_id)
            return None
        message = update.inline_message_id or update.ephemeral_id or update.message_id
        key = (message, update.update_id if changes else 0)
        older = waiting.presses.pop(key, None)
        waiting.presses[key] = update
        # Whoever pressed before hears at once that it was seen.
        return replace(older, is_superseded=True) if older else None

    def leave(self, update: Incoming) -> int | None:
        """An update was answered; the chat that may be answered next, if any waits."""
        if isinstance(update, ButtonPress) and update.is_superseded:
            return None
        return self.release(update.queue)

    def release(self, queue: int) -> int | None:
        """Nothing of that chat is being answered any more; which chat may be answered next, if any."""
        self._answering.discard(queue)
        if queue in self._waiting:
            self._ready.append(queue)
        return self._ready.popleft() if self._ready and self._has_room() else None

    def next_of(self, queue: int) -> int | ButtonPress | None:
        """What that chat is answered next, a question (its number in the inbox) before a press."""
        waiting = self._waiting.get(queue)
        if waiting is None:
            return None
        found: int | ButtonPress | None = None
        if waiting.numbers:
            found = waiting.numbers.popleft()
        elif waiting.presses:
            found = waiting.presses.pop(next(iter(waiting.presses)))
        if not waiting.numbers and not waiting.presses:
            del self._waiting[queue]
        if found is not None:
            self._answering.add(queue)
        return found

    def put_back(self, queue: int, number: int) -> None:
        """It can't be read from the inbox now."""
        self._waiting.setdefault(queue, _Waiting()).numbers.appendleft(number)

    def _has_room(self) -> bool:
        return len(self._answering) < self.most_at_once
