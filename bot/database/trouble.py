"""The one error of this folder."""


class DatabaseTrouble(Exception):  # noqa: N818 - the house word for what is nobody's programming error
    """A database can't be used; the message says what to do."""
