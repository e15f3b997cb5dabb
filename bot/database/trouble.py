"""The errors of this folder."""


class DatabaseTrouble(Exception):  # noqa: N818 - the house word for what is nobody's programming error
    """A database can't be used; the message says what to do."""


class DatabaseBusy(DatabaseTrouble):
    """Another program holds it: waiting once more, or trying another way in, is of no use."""
