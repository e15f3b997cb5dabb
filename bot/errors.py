"""What can go wrong that is nobody's programming error."""

from __future__ import annotations


class BotError(Exception):
    """Its text says what is wrong and what to do: one line on stderr (exit code 2) or in the log.

    BotError
    ├── DatabaseError              a database can't be used
    │   └── DatabaseBusyError      another program holds it
    ├── SourceError                a source of results can't be read
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
