"""How far this machine's clock is from Telegram's, seen from the answers that Telegram gives."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

log = logging.getLogger(__name__)
OFF = timedelta(seconds=60)
"""A clock that is as much off shows and tells wrong things on a match night."""
SLOW = timedelta(seconds=10)
"""By which an answer may come late, so that a clock only seems to be ahead."""


@dataclass(slots=True)
class TelegramClock:
    """The header `Date` of every answer, and the clock of this machine beside it."""

    clock: Callable[[], datetime]
    ahead: timedelta = timedelta()
    """By how much this machine's clock is ahead; nothing where it may be right."""
    _heard: str = ""
    _said: bool = False

    def heard(self, date: str) -> None:
        """An answer came that Telegram dated like this (RFC 9110)."""
        if date == self._heard:
            return
        self._heard = date
        try:
            there = parsedate_to_datetime(date)
        except ValueError:
            return
        if there.tzinfo is None:
            there = there.replace(tzinfo=UTC)
        found = self.clock() - there
        self.ahead = found if abs(found) > SLOW else timedelta()
        if abs(self.ahead) >= OFF and not self._said:
            self._said = True
            log.warning("%s", self.advice())

    def advice(self) -> str:
        """What to do about a clock that is off; empty where it is right."""
        if abs(self.ahead) < OFF:
            return ""
        seconds, way = abs(self.ahead).total_seconds(), "ahead of" if self.ahead > timedelta() else "behind"
        return (
            f"the clock of this machine is {seconds:.0f} s {way} Telegram's: set it right "
            "(timedatectl set-ntp true), for matches and alerts follow it"
        )
