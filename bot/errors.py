"""What can go wrong that is nobody's programming error."""

from __future__ import annotations

import logging
from dataclasses import dataclass


class BotError(Exception):
    """Its text says what is wrong and what to do: one line on stderr (exit code 2) or in the log.

    BotError
    ├── DatabaseError              a database can't be used
    │   └── DatabaseBusyError      another program holds it
    ├── SourceError                a source of results can't be read
    ├── NoSourceError              no source of newer results could be asked
    ├── PayloadError               a fact in a payload is missing or of another kind
    ├── UnreadableUpdateError      an update lacks what it must have
    ├── NotStoredError             an update can't be stored now
    ├── TelegramRefusedError       Telegram won't have us
    ├── NotSentError               Telegram was not reached
    ├── UnreadableAnswerError      Telegram's answer is no JSON (a TelegramError too)
    ├── DrawingError               a picture can't be drawn
    ├── ReplayError                an evening can't be played again
    ├── RefusalError               the local Telegram refuses a call, as Telegram would
    ├── CannotParseError           the local Telegram can't read a text's HTML
    └── LocalTelegramError         the program did what Telegram would never let pass (an AssertionError too)
    """


@dataclass(slots=True)
class ErrorLog:
    """Logs what goes wrong when it begins and when it changes, not at every try; and that it is over."""

    log: logging.Logger
    begins: str
    """With %s in the place of the error."""
    over: str
    _error: str = ""

    def note(self, error: Exception | None) -> None:
        """What came of a try; None if it succeeded."""
        text = str(error) or type(error).__name__ if error else ""
        if text and text != self._error:
            self.log.warning(self.begins, text)
        elif self._error and not text:
            self.log.info(self.over)
        self._error = text
