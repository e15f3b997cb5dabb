"""When a question is better left unanswered: it is old, it was just answered, or somebody floods the chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto
from itertools import islice
from typing import Any, TypeVar

from bot.handlers.request import Request

_Key = TypeVar("_Key")
TOO_LATE = timedelta(minutes=2)
"""In a group nobody waits any longer for an answer."""
JUST_ANSWERED = timedelta(seconds=10)
FLOOD_TIME = timedelta(minutes=1)
MOST_IN_GROUP = 8
MOST_IN_PRIVATE = 30
MOST_PRESSES_IN_GROUP = 15
MOST_PRESSES_IN_PRIVATE = 60
MOST_REMEMBERED = 2_000


class Manner(Enum):
    ANSWER = auto()
    PASS_OVER = auto()
    """Say nothing."""
    ASK_FOR_QUIET = auto()
    """Too many questions from one member: one request for quiet, then nothing until it is quieter."""


@dataclass(slots=True)
class _Lately:
    """When somebody asked in the last minute, and whether they were asked for quiet."""

    moments: list[datetime] = field(default_factory=list)
    asked_for_quiet: bool = False


@dataclass(slots=True)
class Throttle:
    """Remembers what was asked lately; it may be forgotten at a restart."""

    _answered: dict[tuple[int | None, int | None, str], datetime] = field(default_factory=dict)
    _questions: dict[tuple[int | None, int], _Lately] = field(default_factory=dict)
    _pressed: dict[tuple[int | None, int], _Lately] = field(default_factory=dict)

    def of(self, request: Request, command: str, sent: datetime) -> Manner:
        """How to react to a command that was sent at a moment; what one member does costs no other."""
        if request.in_group and request.now - sent > TOO_LATE:
            return Manner.PASS_OVER
        manner = self.of_question(request)
        if manner is Manner.ANSWER and request.in_group and self._was_just_answered(command, request):
            return Manner.PASS_OVER
        return manner

    def _was_just_answered(self, command: str, request: Request) -> bool:
        """Whether others read the same answer a moment ago, under whichever name it was asked for."""
        key = _key(request, command)
        before = self._answered.get(key)
        if before is not None and abs(request.now - before) < JUST_ANSWERED:
            return True
        if len(self._answered) >= MOST_REMEMBERED:
            _forget_half(self._answered)
        self._answered[key] = request.now
        return False

    def forget(self, request: Request, command: str) -> None:
        """Others did not see the answer: who asks the same gets one."""
        self._answered.pop(_key(request, command), None)

    def of_press(self, request: Request) -> Manner:
        """How to react to a button: a press beyond one member's share hears a word, and draws nothing."""
        most = MOST_PRESSES_IN_GROUP if request.in_group else MOST_PRESSES_IN_PRIVATE
        return self._share(self._pressed, request, most)

    def of_question(self, request: Request) -> Manner:
        """How to react to a question that may be old, or asked before: one that was edited, or a guest's."""
        return self._share(self._questions, request, MOST_IN_GROUP if request.in_group else MOST_IN_PRIVATE)

    def _share(self, before: dict[tuple[int | None, int], _Lately], request: Request, most: int) -> Manner:
        """Whether one member of one chat, or one guest, keeps within this many a minute."""
        if request.user is None:
            return Manner.ANSWER
        if len(before) >= MOST_REMEMBERED:
            _forget_half(before)
        lately = before.setdefault((request.chat, request.user), _Lately())
        # A clock that was put back by hours must not silence anybody for hours.
        kept = [at for at in lately.moments[-most - 1 :] if abs(request.now - at) <= FLOOD_TIME]
        lately.moments = [*kept, request.now]
        if len(lately.moments) <= most:
            lately.asked_for_quiet = False
            return Manner.ANSWER
        before_quiet, lately.asked_for_quiet = lately.asked_for_quiet, True
        return Manner.PASS_OVER if before_quiet else Manner.ASK_FOR_QUIET


def _key(request: Request, command: str) -> tuple[int | None, int | None, str]:
    return (request.chat, request.thread, " ".join((command, *request.text.lower().split())))


def _forget_half(remembered: dict[_Key, Any]) -> None:
    """Drop the half that came first."""
    for key in list(islice(remembered, len(remembered) // 2)):
        del remembered[key]
