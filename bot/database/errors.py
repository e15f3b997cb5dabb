"""The errors of this folder."""

from bot.errors import BotError


class DatabaseError(BotError):
    """A database can't be used; the message says what to do."""


class DatabaseBusyError(DatabaseError):
    """Another program holds it: waiting once more, or trying another way in, is of no use."""
